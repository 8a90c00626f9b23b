import Registry

/// A kind of record: what people enter of it, and what each fact is called.
///
/// A form or a table can be made of it: ``fields`` has every column with its label, its help and what
/// it takes.
public struct RecordKind: Hashable, Sendable, CustomStringConvertible {
  let inside: CoreKind

  /// Embassies, consulates, permanent missions, offices.
  public static let mission = RecordKind(.mission)
  /// People who head, headed or were named to head a mission.
  public static let person = RecordKind(.person)
  /// States, territories and organisations that send or receive missions.
  public static let party = RecordKind(.party)
  /// Terms of heads, as 2024-2027.
  public static let term = RecordKind(.term)
  /// Batches of decisions within a term.
  public static let batch = RecordKind(.batch)
  /// Decisions, resolutions, submissions and other papers.
  public static let document = RecordKind(.document)
  /// A person named to a mission as head or acting head, once.
  public static let posting = RecordKind(.posting)
  /// A posting towards one receiver, with its milestones.
  public static let accreditation = RecordKind(.accreditation)
  /// Where facts come from.
  public static let source = RecordKind(.source)
  /// What a source says of a record.
  public static let citation = RecordKind(.citation)
  /// Titles of heads.
  public static let title = RecordKind(.title)
  /// Kinds of mission.
  public static let missionKind = RecordKind(.missionKind)
  /// Reasons for which a posting ends.
  public static let endReason = RecordKind(.endReason)

  /// Every kind.
  public static let all = CoreKind.all.map(RecordKind.init)

  /// What a fact of a record takes.
  public enum Rule: Hashable, Sendable {
    /// One line of text, up to 500 characters.
    case line
    /// Text of several lines, up to 20,000 characters.
    case note
    /// A ``PartialDate``.
    case date
    /// A time of day, `HH:MM`.
    case time
    /// A whole number.
    case number
    /// 1 or 0.
    case flag
    /// One of these codes.
    case choice([String])
    /// Another record of this kind, by its key or by a name that fits only it.
    case reference(RecordKind)
    /// The name of a column of the record that a citation is of.
    case citedColumn
  }

  /// One fact that people enter.
  public struct Field: Sendable {
    /// The name of its column in the table of the kind, as `opened`.
    public let column: String
    /// What it is called.
    public let label: LocalizedText
    /// What is to be known of it; `nil` where its label says all.
    public let help: LocalizedText?
    /// What it takes.
    public let takes: Rule
  }

  /// The word for it, as `mission-kind`; also the name by which citations refer to such a record.
  public var name: String { inside.name }
  /// The table of its records.
  public var table: String { inside.table }
  /// What one record is called.
  public var noun: LocalizedText { LocalizedText(inside.noun) }
  /// What its records are.
  public var about: LocalizedText { LocalizedText(inside.about) }
  /// What people enter, in the order in which it is shown; without the key.
  public var fields: [Field] { inside.fields.map(Field.init) }
  /// Its ``name``.
  public var description: String { name }

  init(_ inside: CoreKind) { self.inside = inside }
}

extension RecordKind.Field {
  fileprivate init(_ field: CoreField) {
    column = field.column
    label = LocalizedText(field.label)
    help = field.help.map(LocalizedText.init)
    takes = RecordKind.Rule(field.rule)
  }
}

extension RecordKind.Rule {
  fileprivate init(_ rule: CoreField.Rule) {
    switch rule {
    case .line: self = .line
    case .note: self = .note
    case .date: self = .date
    case .time: self = .time
    case .number: self = .number
    case .flag: self = .flag
    case .choice(let codes): self = .choice(codes)
    case .reference(let other): self = .reference(RecordKind(other.kind))
    case .citedColumn: self = .citedColumn
    }
  }
}
