import ArgumentParser
import Registry

/// What a command asks for as options.
protocol FactFields {
  static var fields: [Field] { get }
  static var parts: [Part] { get }
}

extension FactFields {
  static var parts: [Part] { [] }
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
  private var single: [String: Option<String?>] = [:]
  private var several: [String: Option<[String]>] = [:]

  init() {
    for field in Self.asked {
      if let name = field.option {
        single[name] = Option(name: .customLong(name), help: Self.help(on: field))
      }
    }
    for field in Self.repeated {
      if let name = field.option {
        several[name] = Option(
          wrappedValue: [], name: .customLong(name), help: Self.help(on: field))
      }
    }
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: OptionName.self)
    for name in Self.asked.compactMap(\.option) {
      single[name] = try values.decode(Option<String?>.self, forKey: OptionName(name))
    }
    for name in Self.repeated.compactMap(\.option) {
      several[name] = try values.decode(Option<[String]>.self, forKey: OptionName(name))
    }
  }

  var customMirror: Mirror {
    let given = (Self.asked + Self.repeated).compactMap(\.option)
    return Mirror(
      self,
      children: given.map { name -> Mirror.Child in
        (name, single[name].map { $0 as Any } ?? several[name] as Any)
      })
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
    ArgumentHelp(field.help?.inHelp ?? "", valueName: field.rule == .date ? "date" : nil)
  }

  private struct OptionName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  // MARK: What was given

  subscript(field: Field) -> String? { field.option.flatMap { single[$0]?.wrappedValue } }

  /// The columns of the record.
  var facts: Facts {
    var facts = Facts()
    for field in Asked.fields { facts.set(field.column, self[field]) }
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
        part.isRepeated ? several[name]?.wrappedValue ?? [] : [self[first]].compactMap { $0 }
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
