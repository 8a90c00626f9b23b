import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// Popolo 1.0.1, popoloproject.com.
@Suite struct PopoloTests {
  /// The fields of each class.
  private static let fields: [String: Set<String>] = [
    "persons": [
      "id", "name", "other_names", "identifiers", "family_name", "given_name", "additional_name",
      "honorific_prefix", "honorific_suffix", "patronymic_name", "sort_name", "email", "gender",
      "pronouns", "birth_date", "death_date", "image", "summary", "biography",
      "national_identity", "contact_details", "links", "memberships", "created_at", "updated_at",
      "sources",
    ],
    "organizations": [
      "id", "name", "other_names", "identifiers", "classification", "parent_id", "parent",
      "area_id", "area", "abstract", "description", "founding_date", "dissolution_date", "image",
      "contact_details", "links", "memberships", "posts", "children", "created_at", "updated_at",
      "sources",
    ],
    "posts": [
      "id", "label", "other_label", "role", "organization_id", "organization", "area_id", "area",
      "start_date", "end_date", "contact_details", "links", "memberships", "created_at",
      "updated_at", "sources",
    ],
    // legislative_period_id is EveryPolitician's.
    "memberships": [
      "id", "label", "role", "member", "person_id", "person", "organization_id", "organization",
      "post_id", "post", "on_behalf_of_id", "on_behalf_of", "area_id", "area", "start_date",
      "end_date", "contact_details", "links", "created_at", "updated_at", "sources",
      "legislative_period_id",
    ],
    "areas": [
      "id", "name", "identifier", "classification", "parent_id", "parent", "geometry",
      "memberships", "organizations", "posts", "children", "created_at", "updated_at", "sources",
    ],
    "events": [
      "id", "name", "description", "start_date", "end_date", "location", "status", "identifiers",
      "classification", "organization_id", "organization", "attendees", "parent_id", "parent",
      "children", "created_at", "updated_at", "sources",
    ],
  ]

  private static let references = [
    "person_id": "persons", "organization_id": "organizations", "post_id": "posts",
    "on_behalf_of_id": "organizations", "area_id": "areas", "parent_id": "organizations",
    "legislative_period_id": "events",
  ]

  private typealias Document = [String: [[String: Any]]]

  private func document(_ office: Office, _ language: Language = .english) throws -> Document {
    let text = try office.written { sink in
      _ = try PopoloExport(office.registry, in: language, to: sink).run()
    }
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Document)
  }

  private func object(_ id: String, _ part: String, in document: Document) throws -> [String: Any] {
    try #require(document[part]?.first { $0["id"] as? String == id })
  }

  @Test(arguments: Language.allCases)
  func `fields are Popolo's, dates of its form, and references lead somewhere`(
    language: Language
  ) throws {
    let document = try document(Office(), language)
    #expect(Set(document.keys) == Set(Self.fields.keys))
    let ids = document.mapValues { Set($0.compactMap { $0["id"] as? String }) }
    for (part, objects) in document {
      #expect(!objects.isEmpty)
      #expect(ids[part]?.count == objects.count, "\(part): an id twice")
      for object in objects {
        // The exact form of a date stands beside it.
        let keys = object.keys.filter { !$0.hasSuffix("_date_edtf") }
        #expect(Set(keys).isSubset(of: Self.fields[part] ?? []), "\(part) \(object.keys)")
        for (field, value) in object where field.hasSuffix("_date") {
          let date = try #require(value as? String)
          #expect(date.wholeMatch(of: /[0-9]{4}(-[0-9]{2}){0,2}/) != nil, "\(date)")
        }
        for (field, part) in Self.references {
          guard let id = object[field] as? String else { continue }
          #expect(ids[part]?.contains(id) == true, "\(field) \(id)")
        }
        #expect(!object.values.contains { $0 is NSNull })
      }
    }
    // A mission without a head has its post all the same.
    #expect(ids["posts"]?.count == 99)
    let headed = (document["memberships"] ?? []).compactMap { $0["post_id"] as? String }
    #expect(Set(headed).count < 99)
  }

  @Test(arguments: [("1966", "1966"), ("1966?", "1966"), ("1966-05~", "1966-05")])
  func `an unsure date loses its mark, not its digits`(born: String, said: String) throws {
    let office = try Office()
    try office.edit(.person, "do-minh-hung", ["born": born, "wikidata": "Q123"])
    let person = try object("person/do-minh-hung", "persons", in: document(office))
    #expect(person["birth_date"] as? String == said)
    #expect(
      person["identifiers"] as? [[String: String]] == [
        ["scheme": "wikidata", "identifier": "Q123"]
      ])
  }

  @Test func `a span of days is no date`() throws {
    let office = try Office()
    try office.run("UPDATE person SET born = '[1965..1966]' WHERE key = 'do-minh-hung'")
    try office.run(
      """
      UPDATE accreditation SET credentials = '[2025-02-18..2025-03]'
      WHERE posting = 'gb-london-do-minh-hung'
      """)
    let document = try document(office)
    #expect(try object("person/do-minh-hung", "persons", in: document)["birth_date"] == nil)
    let membership = try object(
      "accreditation/gb-london-do-minh-hung-gb", "memberships", in: document)
    #expect(membership["start_date"] == nil)
    #expect((membership["label"] as? String)?.hasSuffix(" (dates unsure)") == true)
  }

  @Test(arguments: StoredDate.all)
  func `the exact form of a date stands beside what Popolo takes of it`(date: StoredDate) throws {
    let office = try Office()
    try date.put(in: office)
    let document = try document(office)
    let objects = [
      (try object("person/do-minh-hung", "persons", in: document), "birth_date"),
      (try object("mission/gb-london", "organizations", in: document), "founding_date"),
      (try object("post/gb-london", "posts", in: document), "start_date"),
      (
        try object("accreditation/gb-london-do-minh-hung-gb", "memberships", in: document),
        "start_date"
      ),
      (
        try object("accreditation/gb-london-do-minh-hung-gb", "memberships", in: document),
        "end_date"
      ),
    ]
    for (object, field) in objects {
      #expect(object[field] as? String == date.plain, "\(field)")
      let exact = date.stored == date.plain ? nil : date.stored
      #expect(object[field + "_edtf"] as? String == exact, "\(field)")
    }
  }

  @Test func `who left on an unknown day left no later than on the day before it was entered`()
    throws
  {
    let office = try Office()
    try office.edit(
      .posting, "gb-london-do-minh-hung", ["end_mark": "unknown", "ended": "[..2026-02-10]"])
    let membership = try object(
      "accreditation/gb-london-do-minh-hung-gb", "memberships", in: document(office))
    #expect(membership["end_date"] == nil)
    #expect(membership["end_date_edtf"] as? String == "[..2026-02-10]")
  }

  @Test(arguments: [
    (Language.english, "Đỗ Minh Hùng, Ambassador Extraordinary and Plenipotentiary, Embassy of"),
    (.vietnamese, "Đỗ Minh Hùng, Đại sứ đặc mệnh toàn quyền, Đại sứ quán Việt Nam tại"),
  ])
  func `a membership says who held which post for whom`(
    language: Language, label: String
  ) throws {
    let document = try document(Office(), language)
    let membership = try object(
      "accreditation/gb-london-do-minh-hung-gb", "memberships", in: document)
    #expect((membership["label"] as? String)?.hasPrefix(label) == true)
    #expect(membership["person_id"] as? String == "person/do-minh-hung")
    #expect(membership["post_id"] as? String == "post/gb-london")
    #expect(membership["on_behalf_of_id"] as? String == "party/vn")
    #expect(membership["area_id"] as? String == "area/gb")
    #expect(membership["start_date"] as? String == "2025-02-20")
    #expect(membership["end_date"] == nil)
  }

  @Test(arguments: [(Language.english, "Legation in Rome"), (.vietnamese, "Công sứ quán tại Roma")])
  func `what was called otherwise has that name among its others, with its last day`(
    language: Language, name: String
  ) throws {
    let office = try Office()
    try office.edit(
      .mission, "it-rome", ["name_en": "Legation in Rome", "name_vi": "Công sứ quán tại Roma"])
    try office.change(
      .mission, "it-rome", ["name_en": "Embassy in Rome", "name_vi": "Đại sứ quán tại Roma"],
      since: "1973-03-23")
    try office.change(.person, "do-minh-hung", ["name": "Đỗ Hùng Minh"], since: "2020?")
    let document = try document(office, language)
    func others(_ id: String, _ part: String) throws -> [[String: String]] {
      try object(id, part, in: document)["other_names"] as? [[String: String]] ?? []
    }
    #expect(
      try others("mission/it-rome", "organizations").contains([
        "name": name, "end_date": "1973-03-23",
      ]))
    #expect(
      try others("person/do-minh-hung", "persons") == [
        ["name": "Đỗ Minh Hùng", "end_date": "2020", "end_date_edtf": "2020?"]
      ])
  }
}
