package import SQLite

/// A kind of record, described once: commands, lists, cards, imports and lookups follow from it.
///
/// A new kind is its table in `Migrations/`, a file beside this one and its place in ``all``.
package struct RecordKind: Sendable {
  /// The word for it in commands and in columns that hold its key.
  package let name: String
  /// The word for many of it, in commands and imports.
  package let plural: String
  package let table: String
  package let noun: Sentence
  /// What its records are.
  package let about: Sentence
  package let commands: Commands

  // MARK: What people enter

  package let fields: [Field]
  /// What the key is called, where it means more than a key.
  package let keyLabel: Sentence?
  package let keyNames: [String]
  package let parts: [Part]
  /// Each group wants at least one of its columns.
  package let needs: [[String]]
  /// Facts that are otherwise from a day on, and what was before is kept: each group turns as one.
  package let turning: [[String]]
  /// Exactly one of these columns is filled, where there are any.
  package let oneOf: [String]
  /// What every row of a table gives, though it could be worked out for a record on its own: a
  /// table taken in twice is to give the same records.
  let rowsNeed: [String]
  let completion: [Completion]
  /// The columns that follow from names; nobody enters them.
  let derive: @Sendable (inout [String: Value]) -> Void
  let suggestKey: @Sendable ([String: Value]) -> String?
  /// Whether a key that is taken gets a number: two people may have one name.
  let numbersKeys: Bool

  // MARK: How it is found and called

  /// The columns by which a record is called, best first.
  package let nameColumns: [String]
  /// Both names of the record with this key, where no column of its own holds them.
  let naming: (@Sendable (String) -> SQL)?
  /// Whether names of it stand in `searchable_name`, its other names among them.
  package let isSearchable: Bool
  /// What `find` looks through where names of it do not stand there.
  package let searchColumns: [String]
  let recognition: Recognition
  /// A column that is asked where no name fits.
  let secondName: String?
  /// Columns of codes that name a record, in capitals.
  let codes: [String]
  let hasIdentifiers: Bool

  // MARK: What it takes part in

  /// Whether the table keeps in which change a record was entered.
  package let keepsItsChange: Bool
  /// Whether a source can be cited for it: those in `Migrations/columns/cited-kinds`.
  package let isCited: Bool
  /// Another kind whose facts are told as facts of it.
  let citedWith: OtherKind?

  // MARK: What is shown

  /// What is shown beside its own columns.
  package let extras: [Extra]
  /// The columns of its list: the key, fields and extras by their names.
  package let list: [String]
  package let order: @Sendable (Phrases) -> SQL
  package let card: [CardSection]

  init(
    _ name: String, plural: String, table: String? = nil, _ noun: Sentence, about: Sentence,
    commands: Commands, fields: [Field], keyLabel: Sentence? = nil, keyNames: [String] = [],
    parts: [Part] = [], needs: [[String]] = [], turning: [[String]] = [],
    oneOf: [String] = [], rowsNeed: [String] = [],
    completion: [Completion] = [],
    derive: @escaping @Sendable (inout [String: Value]) -> Void = { _ in },
    suggestKey: @escaping @Sendable ([String: Value]) -> String? = { _ in nil },
    numbersKeys: Bool = false, nameColumns: [String] = [],
    naming: (@Sendable (String) -> SQL)? = nil, isSearchable: Bool = false,
    searchColumns: [String] = [], recognition: Recognition = .byKey, secondName: String? = nil,
    codes: [String] = [], hasIdentifiers: Bool = false, keepsItsChange: Bool = true,
    isCited: Bool = true, citedWith: OtherKind? = nil, extras: [Extra] = [], list: [String],
    order: @escaping @Sendable (Phrases) -> SQL = { _ in "t.key" }, card: [CardSection] = [.record]
  ) {
    self.name = name
    self.plural = plural
    self.table = table ?? name
    self.noun = noun
    self.about = about
    self.commands = commands
    self.fields = fields
    self.keyLabel = keyLabel
    self.keyNames = keyNames
    self.parts = parts
    self.needs = needs
    self.turning = turning
    self.oneOf = oneOf
    self.rowsNeed = rowsNeed
    self.completion = completion
    self.derive = derive
    self.suggestKey = suggestKey
    self.numbersKeys = numbersKeys
    self.nameColumns = nameColumns
    self.naming = naming
    self.isSearchable = isSearchable
    self.searchColumns = searchColumns
    self.recognition = recognition
    self.secondName = secondName
    self.codes = codes
    self.hasIdentifiers = hasIdentifiers
    self.keepsItsChange = keepsItsChange
    self.isCited = isCited
    self.citedWith = citedWith
    self.extras = extras
    self.list = list
    self.order = order
    self.card = card
  }
}

extension RecordKind {
  /// Every kind but citations, which are of most of them.
  static let citable: [RecordKind] = [
    .mission, .person, .party, .term, .batch, .document, .posting, .accreditation, .source,
    .title, .missionKind, .endReason,
  ]

  /// Every kind: the one list.
  package static let all: [RecordKind] = citable + [.citation]

  package static func named(_ name: String) -> RecordKind? { all.first { $0.name == name } }

  package static func of(table: String) -> RecordKind? { all.first { $0.table == table } }

  /// The table beside that of the kind that has what was otherwise before a day.
  var formerTable: String { "\(table)_former" }

  /// The kind of whose records a table has what was otherwise; `nil` where it has none.
  static func turning(in table: String) -> RecordKind? {
    all.first { !$0.turning.isEmpty && $0.formerTable == table }
  }

  /// What a record of a table is called.
  package static func noun(ofTable table: String) -> Sentence {
    of(table: table)?.noun ?? TableNouns.all[table] ?? Sentence(same: table)
  }

  package func field(_ column: String) -> Field? { fields.first { $0.column == column } }

  package func part(_ table: String) -> Part? { parts.first { $0.table == table } }

  /// What a column of it is called.
  package func label(of column: String) -> Sentence {
    if column == "key", let keyLabel { return keyLabel }
    return field(column)?.label ?? Labels.of(column)
  }

  /// What a citation of it can be about: its columns, and those of its parts.
  package var citedColumns: [String] {
    var columns = fields.map(\.column)
    let others = parts.flatMap(\.fields) + (citedWith?.kind.fields ?? [])
    for column in others.map(\.column) where !columns.contains(column) {
      columns.append(column)
    }
    return columns
  }

  /// The command with which people work on rows of a table.
  package static func command(forTable table: String) -> String? {
    let kind =
      of(table: table) ?? all.first { kind in kind.parts.contains { $0.table == table } }
      ?? all.filter { table.hasPrefix($0.table + "_") }.max { $0.table.count < $1.table.count }
    switch kind?.commands {
    case .own?: return kind?.name
    case .within(let command)?: return command
    case nil: return nil
    }
  }
}

// A kind is what its name says.
extension RecordKind: Hashable {
  package static func == (left: RecordKind, right: RecordKind) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension RecordKind: CustomStringConvertible {
  package var description: String { name }
}

extension RecordKind {
  /// The command that works on records of a kind.
  package enum Commands: Sendable {
    /// One of its own, called as the kind is, with the verbs that every kind has.
    case own(Verbs)
    /// Another one, which knows more of it.
    case within(String)
  }

  package struct Verbs: Sendable {
    /// The fact that stands first when a record is added, and its meaning.
    package let first: String
    package let firstHelp: Sentence
    /// What is given to each verb for an example.
    package let add: Example
    /// The key that the record of the example gets in the sample.
    package let added: String
    package let edit: Example
    package let key: String
    package let words: String
  }

  /// A record as an example of a command tells of it.
  package struct Example: Sendable {
    /// What stands first: a key, or the fact that a new record is called by.
    package let subject: String?
    package let facts: [(column: String, text: String)]

    init(_ subject: String? = nil, _ facts: KeyValuePairs<String, String> = [:]) {
      self.subject = subject
      self.facts = facts.map { ($0.key, $0.value) }
    }

    init(_ facts: KeyValuePairs<String, String>) { self.init(nil, facts) }
  }

  /// Something that can be worked out for a new record.
  enum Completion: Sendable {
    /// From the facts themselves.
    case reckoned(@Sendable (inout [String: Value]) -> Void)
    /// By asking the registry; `nil` where the facts do not suffice for the question.
    case asked(@Sendable ([String: Value]) -> Question?)
  }

  /// A SELECT of one row with a value for each column.
  struct Question: Sendable {
    let columns: [String]
    /// Whether its answer goes before what was given.
    var overrules = false
    let sql: SQL
  }

  /// By what a record is known again that comes without its key.
  enum Recognition: Sendable {
    case byKey
    /// A person, by a name that fits exactly one.
    case byName
    /// A posting, by its person and its mission.
    case byPersonAndMission
    /// By the same words: of the first column, or of the second where the first says nothing else.
    case byWords(String, String)
    /// By everything that it says in these columns.
    case byAll([String])
  }

  /// Something that is shown of a record beside its own columns.
  package struct Extra: Sendable {
    package enum Form: Sendable {
      case text, number, date
      /// For programs only.
      case code
    }

    package let name: String
    package let label: Sentence?
    package let form: Form
    /// The field behind which a card shows it; `nil` where only a list does, in place of a field
    /// of that name.
    package let place: String?
    /// Of the row `t`.
    package let sql: @Sendable (Phrases) -> SQL

    init(
      _ name: String, _ form: Form = .text, behind place: String? = nil, label: Sentence? = nil,
      _ sql: @escaping @Sendable (Phrases) -> SQL
    ) {
      self.name = name
      self.label = label
      self.form = form
      self.place = place
      self.sql = sql
    }

    /// The other names of a record.
    static func otherNames(of kind: String, behind place: String) -> Extra {
      Extra("other_names", behind: place) { _ in
        """
        (SELECT group_concat(name, '; ') FROM \(name: "\(kind)_name") WHERE \(name: kind) = t.key)
        """
      }
    }

    /// How many rows of another table refer to it.
    static func count(_ name: String, of table: String, by column: String) -> Extra {
      Extra(name, .number) { _ in
        "(SELECT count(*) FROM \(name: table) WHERE \(name: column) = t.key)"
      }
    }

    /// A column as it stands, for programs.
    static func code(_ name: String, _ column: String) -> Extra {
      Extra(name, .code) { _ in "t.\(name: column)" }
    }
  }

  /// A part of the card of a record.
  package enum CardSection: Sendable {
    /// Its own columns.
    case record
    /// A posting with its person, its mission and its tenure.
    case posting
    case accreditations, extensions
    /// Heads whose posting refers to it in this column.
    case heads(by: String)
    case heldTogether, notesBetween, former, closures, seats, missionsThere, lineage, batches,
      effects
    /// What a source says, and of what.
    case said
  }

  /// The sort and search keys of names in both languages.
  static let keysOfNames: @Sendable (inout [String: Value]) -> Void = { values in
    for language in ["en", "vi"] {
      let name = values["name_\(language)"]?.words
      values["sort_key_\(language)"] = name.map(NameKey.sortKey).sqliteValue
      values["search_key_\(language)"] = name.map(NameKey.searchKey).sqliteValue
    }
  }

  /// The key that the first of these columns suggests.
  static func key(from columns: String..., in values: [String: Value]) -> String? {
    for column in columns {
      if let words = values[column]?.words, let key = Key.from(words) { return key }
    }
    return nil
  }
}

extension Value {
  /// The text, where it is one.
  package var words: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
