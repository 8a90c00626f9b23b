import SQLite

/// Heads of mission as an office keeps them: one row a head, with the person, the mission, the
/// milestones and the countries covered.
package final class HeadIntake: RowIntake {
  private let change: Change
  private let office: HeadOffice
  private let edits: Bool

  package let fields: [String]
  package let notes: Set<String>

  /// What is the person's in a row of a head.
  private static let personFields = ["gender", "born", "died", "career", "home"]
  private static let postingFields = RecordKind.posting.fields.map(\.column)
  /// The end of a head is the posting's.
  private static let milestoneFields = RecordKind.accreditation.fields.map(\.column).filter {
    !["posting", "receiver", "is_resident", "title", "vienna_class", "note", "ended", "ended_note"]
      .contains($0)
  }

  /// - Parameter edits: whether a head who is there already takes what the row says.
  package init(into change: Change, edits: Bool) {
    self.change = change
    self.edits = edits
    office = HeadOffice(change)
    fields =
      ["key"] + Self.postingFields + Self.personFields + ["person_note"] + Self.milestoneFields
      + ["concurrent", "document", "source"]
    notes = Set(fields.filter { $0 == "note" || $0.hasSuffix("_note") })
  }

  package func field(_ name: String) -> Field? {
    RecordKind.posting.field(name) ?? RecordKind.person.field(name)
      ?? RecordKind.accreditation.field(name)
  }

  package func put(_ facts: [RowFact]) throws(RowFault) -> PutResult {
    var head = HeadOffice.NewHead(person: "", mission: "")
    var sources: [String] = []
    var field: String?
    do throws(RegistryError) {
      for fact in facts {
        field = fact.field
        try take(fact, into: &head, &sources)
      }
      for needed in ["person", "mission"] {
        field = needed
        if (needed == "person" ? head.person : head.mission).isEmpty {
          throw office.records.missing(needed, of: .posting)
        }
      }
      head.mission = try change.lookup.key(of: .mission, named: head.mission)
      field = "person"
      let name = try change.registry.entered(head.person, as: Sentence("person", vi: "họ tên"))
      let person = try change.lookup.person(called: name)
      field = nil
      return try put(head, of: person, called: name, sources)
    } catch { throw RowFault(field: field, error: error) }
  }

  private func put(
    _ head: HeadOffice.NewHead, of person: String?, called name: String, _ sources: [String]
  ) throws(RegistryError) -> PutResult {
    if let person, let posting = try posting(for: head, of: person) {
      try office.records.refuseSecondRow(of: .posting, key: posting)
      var differences = try office.records.edit(.person, key: person, head.personFacts)
      var values = try office.records.values(of: head.posting, for: .posting, echoesDates: false)
      values["person"] = .text(person)
      values["mission"] = .text(head.mission)
      differences += try office.edit(posting, values, accreditation: head.accreditation)
      try office.records.cite(sources, for: .posting, key: posting)
      guard !differences.isEmpty else { return .same }
      guard edits else { throw RecordIntake.isThereOtherwise(.posting, posting, differences) }
      return .edited
    }
    let title = try office.title(of: head, at: head.mission)
    let added = try office.add(head, at: head.mission, as: title, person, called: name)
    if let person { _ = try office.records.edit(.person, key: person, head.personFacts) }
    try office.records.cite(sources, for: .posting, key: added.posting)
    return .added
  }

  /// The posting that a row is about, where it is there; somebody who served twice at a mission
  /// has a key in each row.
  private func posting(
    for head: HeadOffice.NewHead, of person: String
  ) throws(RegistryError) -> String? {
    guard let key = head.key else {
      return try change.lookup.posting(of: person, at: head.mission)
    }
    return try office.records.exists(.posting, key: key) ? key : nil
  }

  // MARK: What a cell says

  private func take(
    _ fact: RowFact, into head: inout HeadOffice.NewHead, _ sources: inout [String]
  ) throws(RegistryError) {
    switch fact.field {
    case "person": head.person = fact.text
    case "mission": head.mission = fact.text
    case "key": head.key = try office.records.validKey(fact.text, of: .posting)
    case "concurrent": head.concurrent = RecordIntake.parts(of: fact.text)
    case "document": head.document = fact.text
    case "source": sources += RecordIntake.parts(of: fact.text)
    case "person_note": head.personFacts.set("note", fact.text)
    case "term": try takeTerm(fact.text, into: &head)
    default:
      if Self.personFields.contains(fact.field) {
        try require(fact.text, for: RecordKind.person.field(fact.field))
        head.personFacts.set(fact.field, fact.text)
      } else if Self.postingFields.contains(fact.field) {
        try require(fact.text, for: RecordKind.posting.field(fact.field))
        head.posting.set(fact.field, fact.text)
      } else {
        try takeMilestone(fact, into: &head)
      }
    }
  }

  /// A value is looked at while its column is known.
  private func require(_ text: String, for field: Field?) throws(RegistryError) {
    if let field { _ = try change.registry.entered(text, for: field) }
  }

  /// `2024-2027`, or `2024-2027?` where the source does not say it.
  ///
  /// A term whose label says its years need not be there before.
  private func takeTerm(
    _ text: String, into head: inout HeadOffice.NewHead
  ) throws(RegistryError) {
    let isInferred = text.hasSuffix("?")
    let label = isInferred ? String(text.dropLast()) : text
    if RecordKind.years(ofTerm: label) != nil, try !office.records.exists(.term, key: label) {
      try office.records.add(.term, key: label, Facts())
    }
    head.posting.set("term", label)
    if isInferred { head.posting.set("term_is_inferred", "1") }
  }

  /// A date with words in brackets behind it gives the words to the note of the date; `by` a date
  /// says only that they were in office on it.
  private func takeMilestone(
    _ fact: RowFact, into head: inout HeadOffice.NewHead
  ) throws(RegistryError) {
    var (field, text) = fact
    guard RecordKind.milestones.contains(field) else {
      try add(text, to: field, of: &head)
      return
    }
    var words: String?
    if text.hasSuffix(")"), let open = text.firstIndex(of: "(") {
      words = String(text[text.index(after: open)...].dropLast())
      text = text[..<open].trimmed
    }
    for before in ["by ", "đến ngày ", "trước "] where text.lowercased().hasPrefix(before) {
      text = text.dropFirst(before.count).trimmed
      field = "in_office_by"
    }
    try add(text, to: field, of: &head)
    if let words {
      try add(words, to: field == "in_office_by" ? "note" : "\(field)_note", of: &head)
    }
  }

  private func add(
    _ text: String, to field: String, of head: inout HeadOffice.NewHead
  ) throws(RegistryError) {
    try require(text, for: RecordKind.accreditation.field(field))
    if field.hasSuffix("note"), let before = head.accreditation[field] {
      head.accreditation.set(field, "\(before); \(text)")
    } else {
      head.accreditation.set(field, text)
    }
  }
}
