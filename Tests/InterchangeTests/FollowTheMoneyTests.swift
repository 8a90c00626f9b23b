import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// Entities of FollowTheMoney, followthemoney.tech.
@Suite struct FollowTheMoneyTests {
  private static let properties: [String: Set<String>] = [
    "Person": [
      "name", "alias", "previousName", "firstName", "middleName", "lastName", "nameSuffix",
      "birthDate",
      "deathDate", "gender", "wikidataId", "notes",
    ],
    "Organization": [
      "name", "alias", "previousName", "country", "incorporationDate", "dissolutionDate",
      "wikidataId", "notes",
    ],
    "Position": [
      "name", "country", "organization", "inceptionDate", "dissolutionDate", "subnationalArea",
      "numberOfSeats",
    ],
    "Occupancy": [
      "holder", "post", "startDate", "endDate", "status", "periodStart", "periodEnd", "summary",
      "recordId", "sourceUrl", "description",
    ],
  ]

  private struct Entity {
    let id: String
    let schema: String
    let values: [String: [String]]
  }

  private func entities(_ office: Office) throws -> [Entity] {
    let text = try office.written { sink in
      _ = try FollowTheMoneyExport(office.registry, to: sink).run()
    }
    return try text.split(separator: "\n").map { line in
      let entity = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return Entity(
        id: try #require(entity["id"] as? String),
        schema: try #require(entity["schema"] as? String),
        values: try #require(entity["properties"] as? [String: [String]]))
    }
  }

  @Test func `properties are its own, as lists, and references lead somewhere`() throws {
    let entities = try entities(Office())
    #expect(Set(entities.map(\.schema)) == Set(Self.properties.keys))
    let ids = Set(entities.map(\.id))
    #expect(ids.count == entities.count)
    for entity in entities {
      #expect(Set(entity.values.keys).isSubset(of: Self.properties[entity.schema] ?? []))
      #expect(entity.values.values.allSatisfy { !$0.isEmpty })
      for field in ["holder", "post", "organization"] {
        #expect(ids.isSuperset(of: entity.values[field] ?? []), "\(entity.id) \(field)")
      }
      if entity.schema == "Occupancy" {
        #expect(["current", "ended", "unknown"].contains(entity.values["status"]?.first ?? ""))
      }
      for field in Self.dates {
        for date in entity.values[field] ?? [] {
          #expect(date.wholeMatch(of: /[0-9]{4}(-[0-9]{2}){0,2}/) != nil, "\(date)")
        }
      }
    }
  }

  private static let dates = [
    "birthDate", "deathDate", "incorporationDate", "dissolutionDate", "inceptionDate", "startDate",
    "endDate", "periodStart", "periodEnd",
  ]

  @Test func `a position names both states`() throws {
    let position = try entities(Office()).first { $0.id == "legation-head-of-fr-paris" }
    #expect(position?.values["country"] == ["fr", "vn"])
  }

  @Test(arguments: [
    ([:], "current"), (["ended": "2025-06-30"], "ended"), (["end_mark": "unknown"], "ended"),
    (["certainty": "uncertain"], "unknown"),
  ])
  func `an occupancy is current, ended, or not known`(
    facts: [String: String], status: String
  ) throws {
    let office = try Office()
    if !facts.isEmpty { try office.edit(.posting, "gb-london-do-minh-hung", facts) }
    let occupancy = try #require(
      try entities(office).first { $0.id == "legation-posting-gb-london-do-minh-hung" })
    #expect(occupancy.values["status"] == [status])
    #expect(occupancy.values["startDate"] == ["2025-02-20"])
    #expect(occupancy.values["endDate"] == (facts["ended"].map { [$0] }))
  }

  @Test func `a span of days is no date`() throws {
    let office = try Office()
    try office.run("UPDATE person SET born = '[1965..1966]' WHERE key = 'do-minh-hung'")
    let person = try entities(office).first { $0.id == "legation-person-do-minh-hung" }
    #expect(person?.values["name"] == ["Đỗ Minh Hùng"])
    #expect(person?.values["birthDate"] == nil)
    #expect(person?.values["notes"]?.last == "born: [1965..1966]")
  }

  @Test(arguments: StoredDate.all)
  func `what a property cannot say of a date stands in words beside it`(date: StoredDate) throws {
    let office = try Office()
    try date.put(in: office)
    let entities = try entities(office)
    func values(_ id: String, _ field: String) -> [String]? {
      entities.first { $0.id == id }?.values[field]
    }
    let plain = date.plain.map { [$0] }
    #expect(values("legation-person-do-minh-hung", "birthDate") == plain)
    #expect(values("legation-mission-gb-london", "incorporationDate") == plain)
    let occupancy = "legation-posting-gb-london-do-minh-hung"
    #expect(values(occupancy, "startDate") == plain)
    #expect(values(occupancy, "endDate") == plain)
    let isExact = date.stored == date.plain
    for (id, field, name) in [
      ("legation-person-do-minh-hung", "notes", "born"),
      ("legation-mission-gb-london", "notes", "opened"), (occupancy, "description", "began"),
      (occupancy, "description", "ended"),
    ] {
      let told = values(id, field)?.contains("\(name): \(date.stored)") ?? false
      #expect(told == !isExact, "\(field) of \(id)")
    }
  }

  @Test func `what was called otherwise has its former names, the first one first`() throws {
    let office = try Office()
    try office.edit(.mission, "it-rome", ["name_en": "B"])
    try office.change(.mission, "it-rome", ["name_en": "A"], since: "1973-03-23")
    try office.change(.mission, "it-rome", ["name_en": "C"], since: "1990")
    try office.change(.person, "do-minh-hung", ["name": "Đỗ Hùng Minh"], since: "2020?")
    let entities = try entities(office)
    func former(_ id: String) -> [String]? {
      entities.first { $0.id == "legation-" + id }?.values["previousName"]
    }
    #expect(former("mission-it-rome") == ["B", "A"])
    #expect(former("person-do-minh-hung") == ["Đỗ Minh Hùng"])
    #expect(former("mission-gb-london") == nil)
  }
}
