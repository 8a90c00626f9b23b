import ArgumentParser
import Registry

/// What a command asks for as options.
protocol FactFields {
  static var fields: [Field] { get }
  static var parts: [Part] { get }
  /// What is said beside the facts, in options that are given once or several times: with them here, for every group of options of its own costs
  /// at each start.
  static var flags: [Extra] { get }
  static var words: [Extra] { get }
  static var texts: [Extra] { get }
}

extension FactFields {
  static var parts: [Part] { [] }
  static var flags: [Extra] { [] }
  static var words: [Extra] { [] }
  static var texts: [Extra] { [] }
}

/// An option that is no fact of a record.
struct Extra {
  let name: String
  let help: ArgumentHelp
}

/// The facts of a new record but the one that stands first.
enum NewFacts<Place: KindPlace>: FactFields {
  static var fields: [Field] {
    EditedFacts<Place>.fields.filter { $0.column != Place.verbs.first }
  }
  static var parts: [Part] { Place.kind.parts }
}

/// The facts of a record that is there.
///
/// What a change calls --source is the source itself where the record has one.
enum EditedFacts<Place: KindPlace>: FactFields {
  static var fields: [Field] { Place.kind.fields.filter { $0.column != "source" } }
  static var parts: [Part] { Place.kind.parts }
}

/// What tells some records of a kind from the others: what they refer to, and choices.
enum ListedFacts<Place: KindPlace>: FactFields {
  static var fields: [Field] {
    Place.kind.fields.filter {
      switch $0.rule {
      case .reference, .choice: true
      case .line, .note, .date, .time, .number, .flag, .citedColumn: false
      }
    }
  }
}

/// Facts as options, made from the description of their kind: one for each column and each part
/// that people enter.
///
/// The parser asks a value for its properties, and reads them by their names: both are answered
/// from the list of fields.
struct FactOptions<Asked: FactFields>: ParsableArguments, CustomReflectable {
  private var single: [(name: String, option: Option<String?>)] = []
  private var several: [(name: String, option: Option<[String]>)] = []
  private var flags: [(name: String, flag: Flag<Bool>)] = []

  init() {
    for field in Self.asked {
      guard let name = field.option else { continue }
      single.append((name, Option(name: .customLong(name), help: Self.help(on: field))))
    }
    for extra in Asked.words {
      single.append((extra.name, Option(name: .customLong(extra.name), help: extra.help)))
    }
    for field in Self.repeated {
      guard let name = field.option else { continue }
      several.append(
        (name, Option(wrappedValue: [], name: .customLong(name), help: Self.help(on: field))))
    }
    for extra in Asked.texts {
      several.append(
        (extra.name, Option(wrappedValue: [], name: .customLong(extra.name), help: extra.help)))
    }
    for extra in Asked.flags {
      flags.append(
        (extra.name, Flag(wrappedValue: false, name: .customLong(extra.name), help: extra.help)))
    }
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: OptionName.self)
    for name in Self.asked.compactMap(\.option) + Asked.words.map(\.name) {
      single.append((name, try values.decode(Option<String?>.self, forKey: OptionName(name))))
    }
    for name in Self.repeated.compactMap(\.option) + Asked.texts.map(\.name) {
      several.append((name, try values.decode(Option<[String]>.self, forKey: OptionName(name))))
    }
    for name in Asked.flags.map(\.name) {
      flags.append((name, try values.decode(Flag<Bool>.self, forKey: OptionName(name))))
    }
  }

  var customMirror: Mirror {
    var children: [Mirror.Child] = []
    for (name, option) in single { children.append((name, option)) }
    for (name, option) in several { children.append((name, option)) }
    for (name, flag) in flags { children.append((name, flag)) }
    return Mirror(self, children: children)
  }

  /// Those that are given once.
  private static var asked: [Field] {
    Asked.fields.filter { $0.option != nil }
      + Asked.parts.flatMap { part in
        part.fields.dropFirst(part.isRepeated ? 1 : 0).filter { $0.option != nil }
      }
  }

  private static var repeated: [Field] {
    Asked.parts.filter(\.isRepeated).compactMap(\.fields.first)
  }

  private static func help(on field: Field) -> ArgumentHelp {
    // A name that says all says it in English only.
    ArgumentHelp(
      field.help?.inHelp ?? field.label.inHelp + ".", valueName: field.rule == .date ? "date" : nil)
  }

  private struct OptionName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  // MARK: What was given

  subscript(field: Field) -> String? {
    field.option.flatMap(word)
  }

  func isGiven(_ name: String) -> Bool {
    flags.contains { $0.name == name && $0.flag.wrappedValue }
  }

  func word(_ name: String) -> String? { single.first { $0.name == name }?.option.wrappedValue }

  func texts(_ name: String) -> [String] {
    several.first { $0.name == name }?.option.wrappedValue ?? []
  }

  /// The columns of the record.
  var facts: Facts { facts(of: Asked.fields) }

  /// Those of the columns.
  func facts(of fields: [Field]) -> Facts {
    var facts = Facts()
    for field in fields { facts.set(field.column, self[field]) }
    return facts
  }

  /// Adds what is not a column: other names, ranks, countries covered.
  ///
  /// - Returns: how many.
  func addParts(to key: String, _ records: Records) throws(RegistryError) -> Int {
    var count = 0
    for part in Asked.parts {
      guard let first = part.fields.first, let name = first.option else { continue }
      let given =
        part.isRepeated ? texts(name) : [self[first]].compactMap { $0 }
      for text in given {
        var facts = Facts()
        facts.set(first.column, text)
        for field in part.fields.dropFirst() { facts.set(field.column, self[field]) }
        try records.add(part, to: key, facts)
        count += 1
      }
    }
    return count
  }
}
