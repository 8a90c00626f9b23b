import ArgumentParser
import Registry

/// Which kind of record a command is for, as a type.
///
/// The parser takes commands as types; counting up from the first place gives each kind its own
/// ones, and no list of them stands beside that of the kinds.
protocol KindPlace {
  static var index: Int { get }
}

enum FirstKind: KindPlace {
  static var index: Int { 0 }
}

enum KindAfter<Place: KindPlace>: KindPlace {
  static var index: Int { Place.index + 1 }
}

/// The kinds that have a command of their own, each with its verbs.
private let ownKinds: [(kind: RecordKind, verbs: RecordKind.Verbs)] = RecordKind.all.compactMap {
  kind in
  if case .own(let verbs) = kind.commands { (kind, verbs) } else { nil }
}

extension KindPlace {
  static var kind: RecordKind { ownKinds[index].kind }
  static var verbs: RecordKind.Verbs { ownKinds[index].verbs }

  /// The commands of this kind and of those behind it.
  static var commands: [any ParsableCommand.Type] {
    guard index < ownKinds.count else { return [] }
    return [KindCommand<Self>.self] + KindAfter<Self>.commands
  }
}
