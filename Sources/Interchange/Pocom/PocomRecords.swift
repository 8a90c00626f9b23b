import Registry

/// Who recorded something in the source and who revised it last, with the days.
struct Audit {
  var recordedBy: String?
  var recordedOn: String?
  var revisedBy: String?
  var revisedOn: String?

  init() {}

  init(_ element: XMLElement) {
    recordedBy = element.text("created-by")
    recordedOn = element.text("created-date") ?? element.text("created-datetime")
    revisedBy = element.text("last-modified-by")
    revisedOn = element.text("last-modified-date") ?? element.text("last-modified-datetime")
  }
}

/// A record as it stands in a source: where, and what it says.
struct SourceRecord {
  let file: String
  var section: String?
  var number: Int?
  let element: XMLElement

  var audit: Audit { Audit(element) }

  /// The place in words, for a person who looks it up.
  var place: String { "\(file):\(element.line)" }
}

/// The names, codes and dates of one person: `people/` and `people-pending/`.
struct PocomPerson {
  let record: SourceRecord
  let id: String
  let oldIDs: [String]
  let surname: String
  let forename: String
  let suffix: String?
  let otherNames: [String]
  let born: String?
  let died: String?
  let career: String?
  let states: [String]

  init?(_ record: SourceRecord) {
    let element = record.element
    guard let id = element.text("id") else { return nil }
    self.record = record
    self.id = id
    oldIDs = element.first("old-ids")?.all("old-id").map(\.text).filter { !$0.isEmpty } ?? []
    let name = element.first("persName")
    surname = name?.text("surname") ?? ""
    forename = name?.text("forename") ?? ""
    suffix = name?.text("genName")
    otherNames = name?.all("altname").map(\.text).filter { !$0.isEmpty } ?? []
    born = element.text("birth")
    died = element.text("death")
    career = element.text("career-type")
    states =
      element.first("residence")?.all("state-id").map(\.text).filter { !$0.isEmpty } ?? []
  }

  var name: String {
    let words = [forename, surname].filter { !$0.isEmpty }.joined(separator: " ")
    let base = words.isEmpty ? id : words
    return suffix.map { "\(base), \($0)" } ?? base
  }

  var sortName: String {
    [surname, forename, suffix ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// A date and its note, as the source has them.
struct PocomEvent {
  let date: String?
  let note: String?
  /// What the note makes of the date; `nil` where the date is as it stands.
  let withNote: PocomDate?
  /// What the source says of the date beyond itself.
  let attributes: [(name: String, value: String)]

  /// The date as the registry keeps it, where it is one.
  var read: PartialDate? { withNote?.read ?? date.flatMap { try? PartialDate(written: $0) } }

  init(_ element: XMLElement?) {
    date = element?.text("date")
    note = element?.text("note")
    withNote = PocomDate(date, note: note)
    attributes = element?.first("date")?.attributes ?? []
  }
}

/// One row of a mission's list: a chief, or somebody who was named and did not serve.
struct PocomChief {
  let record: SourceRecord
  let id: String
  let person: String
  let role: String
  let territory: String?
  let appointed: PocomEvent
  let arrived: PocomEvent
  let started: PocomEvent
  let ended: PocomEvent
  let note: String?

  init?(_ record: SourceRecord) {
    let element = record.element
    guard let id = element.text("id"), let person = element.text("person-id") else { return nil }
    self.record = record
    self.id = id
    self.person = person
    role = element.text("role-title-id") ?? ""
    territory = element.text("contemporary-territory-id")
    appointed = PocomEvent(element.first("appointed"))
    arrived = PocomEvent(element.first("arrived"))
    started = PocomEvent(element.first("started"))
    ended = PocomEvent(element.first("ended"))
    note = element.text("note")
  }

  var isNominee: Bool { record.section != "chiefs" }
  /// By which functions begin: credentials, else arrival, else appointment.
  var began: PocomEvent? { [started, arrived, appointed].first { $0.date != nil } }
  var events: [(name: String, event: PocomEvent)] {
    [("appointed", appointed), ("arrived", arrived), ("started", started), ("ended", ended)]
  }
  var beginnings: Int { [appointed, arrived, started].count { $0.date != nil } }
}

/// One entry of a mission's published list.
enum PocomEntry {
  case chief(PocomChief)
  case note(SourceRecord, text: String)
}

/// A mission: `missions-countries/` and `missions-orgs/`.
struct PocomMission {
  let record: SourceRecord
  let id: String
  let isAtOrganization: Bool
  let singular: String?
  let plural: String?
  let description: String?
  let list: [PocomEntry]
  let nominees: [PocomChief]
  /// Rows that cannot be read: no identifier, or no person.
  let unreadable: [SourceRecord]

  init?(_ record: SourceRecord) {
    let element = record.element
    isAtOrganization = element.isNamed("org-mission")
    guard let id = element.text(isAtOrganization ? "id" : "territory-id") else { return nil }
    self.record = record
    self.id = id
    singular = element.first("names")?.text("singular")
    plural = element.first("names")?.text("plural")
    description = element.text("description")
    var list: [PocomEntry] = []
    var nominees: [PocomChief] = []
    var unreadable: [SourceRecord] = []
    for section in ["chiefs", "other-nominees", "other-appointees"] {
      guard let part = element.children.first(where: { $0.name == section }) else { continue }
      for (index, child) in part.children.enumerated() {
        let row = SourceRecord(
          file: record.file, section: section, number: index + 1, element: child)
        if child.isNamed("mission-note"), let text = child.text("text") {
          list.append(.note(row, text: text))
        } else if child.isNamed("chief"), let chief = PocomChief(row) {
          if chief.isNominee { nominees.append(chief) } else { list.append(.chief(chief)) }
        } else {
          unreadable.append(row)
        }
      }
    }
    self.list = list
    self.nominees = nominees
    self.unreadable = unreadable
  }

  var chiefs: [PocomChief] {
    list.compactMap { if case .chief(let chief) = $0 { chief } else { nil } }
  }
}

/// Rows that one person held together: `concurrent-appointments/`.
struct PocomGroup {
  let record: SourceRecord
  let id: String
  let person: String
  let locale: String?
  let territory: String?
  let chiefs: [String]

  init?(_ record: SourceRecord) {
    let element = record.element
    guard let id = element.text("id"), let person = element.text("person-id") else { return nil }
    self.record = record
    self.id = id
    self.person = person
    locale = element.first("resident-at")?.text("locale-id")
    territory = element.first("resident-at")?.text("contemporary-territory-id")
    chiefs = element.all("chief-id").map(\.text).filter { !$0.isEmpty }
  }
}

/// A title of a head: `roles-country-chiefs/`.
struct PocomRole {
  let record: SourceRecord
  let id: String
  let singular: String
  let plural: String?

  init?(_ record: SourceRecord) {
    guard let id = record.element.text("id"),
      let singular = record.element.first("names")?.text("singular")
    else { return nil }
    self.record = record
    self.id = id
    self.singular = singular
    plural = record.element.first("names")?.text("plural")
  }
}
