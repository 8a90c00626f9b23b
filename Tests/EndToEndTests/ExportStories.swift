import Foundation
import Testing

/// What other programs get: each form held against what its own definition says.
@Suite("Exports") struct ExportStories {
  /// Popolo 1.0.1, popoloproject.com: the fields of each class.
  private static let popolo: [String: Set<String>] = [
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

  @Test(arguments: ["en", "vi"])
  func `Popolo has its own fields, dates of its form, and references that lead somewhere`(
    _ language: String
  ) throws {
    let office = try Program()
    // An unsure date loses its mark, not its digits.
    try office.run("person", "edit", "do-minh-hung", "--born", "1966?", "--wikidata", "Q123")
    let answer = try office.run("export", "popolo", "--lang", language)
    #expect(answer.code == 0, "\(answer.err)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: [[String: Any]]])
    #expect(Set(document.keys) == Set(Self.popolo.keys))
    let ids = document.mapValues { Set($0.compactMap { $0["id"] as? String }) }
    for (part, objects) in document {
      #expect(ids[part]?.count == objects.count, "\(part): an id twice")
      for object in objects {
        #expect(Set(object.keys).isSubset(of: Self.popolo[part] ?? []), "\(part) \(object.keys)")
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
    let person = try #require(
      document["persons"]?.first { $0["id"] as? String == "person/do-minh-hung" })
    #expect(person["birth_date"] as? String == "1966")
    #expect("\(person["identifiers"] ?? "")".contains("Q123"))
    // A mission without a head has its post all the same.
    #expect(ids["posts"]?.count == 99)
    #expect((document["memberships"]?.count ?? 0) < 99)
  }

  @Test func `FollowTheMoney has its own properties, as lists, and states of both sides`() throws {
    let properties: [String: Set<String>] = [
      "Person": [
        "name", "alias", "firstName", "middleName", "lastName", "nameSuffix", "birthDate",
        "deathDate", "gender", "wikidataId", "notes",
      ],
      "Organization": [
        "name", "alias", "country", "incorporationDate", "dissolutionDate", "wikidataId", "notes",
      ],
      "Position": [
        "name", "country", "organization", "inceptionDate", "dissolutionDate", "subnationalArea",
        "numberOfSeats",
      ],
      "Occupancy": [
        "holder", "post", "startDate", "endDate", "status", "periodStart", "periodEnd", "summary",
        "recordId", "sourceUrl",
      ],
    ]
    let office = try Program()
    let answer = try office.run("export", "ftm")
    #expect(answer.code == 0, "\(answer.err)")
    var ids: Set<String> = []
    var named: Set<String> = []
    for line in answer.lines where !line.isEmpty {
      let entity = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let schema = try #require(entity["schema"] as? String)
      let values = try #require(entity["properties"] as? [String: [String]])
      #expect(Set(values.keys).isSubset(of: properties[schema] ?? []), "\(schema) \(values.keys)")
      #expect(values.values.allSatisfy { !$0.isEmpty })
      #expect(ids.insert(entity["id"] as? String ?? "").inserted)
      for field in ["holder", "post", "organization"] { named.formUnion(values[field] ?? []) }
      if entity["id"] as? String == "legation-head-of-fr-paris" {
        #expect(values["country"] == ["fr", "vn"])
      }
      if schema == "Occupancy" {
        #expect(["current", "ended", "unknown"].contains(values["status"]?.first ?? ""))
      }
    }
    #expect(named.isSubset(of: ids))
  }

  @Test func `statements for Wikidata keep the precision, and say an office held twice twice`()
    throws
  {
    let office = try Program()
    for words in [
      ["person", "edit", "do-minh-hung", "--wikidata", "Q11"],
      ["mission", "edit", "gb-london", "--wikidata", "Q22", "--opened", "1976-09"],
      ["party", "edit", "vn", "--wikidata", "Q881"],
      [
        "sql", "--write", "--yes", "--reason", "offices",
        """
        INSERT INTO mission_identifier (scheme, identifier, mission)
        VALUES ('wikidata-office', 'Q33', 'gb-london')
        """,
      ],
    ] {
      let done = try office.run(words)
      #expect(done.code == 0, "\(done.err)")
    }
    let answer = try office.run("export", "quickstatements")
    #expect(answer.lines.contains("Q11\tP39\tQ33\tP580\t+2025-02-20T00:00:00Z/11"), "\(answer.out)")
    #expect(answer.lines.contains("Q22\tP137\tQ881"))
    #expect(answer.lines.contains("Q22\tP571\t+1976-09-00T00:00:00Z/10"))
    #expect(answer.err.contains("21 postings lack"))
    let left = try office.run(
      "sql",
      """
      SELECT (SELECT count(*) FROM mission WHERE wikidata IS NULL),
        (SELECT count(*) FROM incumbency WHERE NOT is_resident OR function <> 'head' OR is_unsure)
      """, "--format", "csv", "--no-header"
    ).lines[0].split(separator: ",")
    #expect(answer.err.contains("\(left[0]) missions lack theirs"), "\(answer.err)")
    #expect(answer.err.contains("\(left[1]) are of acting heads"), "\(answer.err)")
    try office.run(
      "head", "add", "do-minh-hung", "--mission", "gb-london", "--appointed", "1999", "--ended",
      "2001", "--accept", "*")
    let twice = try office.run("export", "quickstatements")
    #expect(
      twice.lines.contains(
        "Q11\t!P39\tQ33\tP580\t+1999-00-00T00:00:00Z/9\tP582\t+2001-00-00T00:00:00Z/9"),
      "\(twice.out)")
  }

  @Test func `a calendar has whole days only, ends on the day after, and folds at 75 octets`()
    throws
  {
    let office = try Program()
    let empty = try office.run("export", "ical")
    #expect(!empty.out.contains("VEVENT"))
    #expect(empty.err.contains("0 events"))
    try office.run("posting", "extend", "gb-london", "--until", "28/02/2028", "--accept", "*")
    try office.run("posting", "extend", "fr-paris", "--until", "2027-05", "--accept", "*")
    let answer = try office.run("export", "ical", "--lang", "vi")
    #expect(answer.code == 0)
    #expect(answer.out.components(separatedBy: "BEGIN:VEVENT").count == 2, "\(answer.out)")
    #expect(answer.out.contains("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n"))
    #expect(answer.out.contains("Đỗ Minh Hùng\\, Đại sứ quán"))
    try Self.requireContentLines(answer.out)
    #expect(try office.run("export", "ical", "--lang", "vi").out == answer.out)
    let file = office.folder.appending(path: "ends.ics")
    #expect(try office.run("export", "ical", "-o", file.path).code == 0)
    #expect(FileManager.default.fileExists(atPath: file.path))
  }

  @Test func `cards are of those in office, with the parts of their names`() throws {
    let office = try Program()
    try office.run(
      "person", "edit", "do-minh-hung", "--family-name", "Đỗ", "--middle-name", "Minh",
      "--given-name", "Hùng", "--born", "1966-05")
    let answer = try office.run("export", "vcard", "--lang", "vi")
    #expect(answer.code == 0)
    #expect(answer.out.contains("\r\nFN:Đỗ Minh Hùng\r\nN:Đỗ;Hùng;Minh;;\r\n"), "\(answer.out)")
    #expect(answer.out.contains("\r\nBDAY:1966-05\r\n"))
    try Self.requireContentLines(answer.out)
    let cards = answer.out.components(separatedBy: "BEGIN:VCARD").count - 1
    let now = try office.run("sql", "SELECT count(*) FROM incumbent", "--format", "csv").lines[1]
    #expect(String(cards) == now)
    try office.run("person", "edit", "do-minh-hung", "--born", "1966?")
    try office.run("head", "end", "fr-paris", "--on", "2025-01-31", "--because", "recalled")
    let told = try office.run("export", "vcard")
    let all = try office.run(
      "sql", "SELECT count(*) FROM incumbency WHERE is_resident", "--format", "csv"
    ).lines[1]
    let count = told.out.components(separatedBy: "BEGIN:VCARD").count - 1
    #expect(count == cards)
    let gone = try #require(Int(all)) - count
    #expect(
      told.err.contains("\(gone) heads who are not in office, 1 dates of birth"), "\(told.err)")
    #expect(
      try office.run("export", "vcard", "--as-known", "0").out.isEmpty,
      "nobody was known before the first change")
  }

  /// RFC 5545, 3.1, and RFC 6350, 3.2.
  private static func requireContentLines(_ text: String) throws {
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    for line in lines {
      #expect(line.utf8.count <= 75, "\(line)")
      #expect(!line.contains("\n"))
    }
  }

  @Test func `what is written meanwhile is not in an export that began before`() throws {
    let office = try Program()
    // The export waits with a full pipe while somebody writes.
    let answer = try office.shell(
      """
      mkfifo pipe
      legation export sql -o pipe 2>err & export=$!
      exec 3<pipe
      head -c 100 <&3 >out
      legation head add "Zwischen Zeit" --mission fr-paris --accept '*' >/dev/null
      cat <&3 >>out
      wait $export
      """)
    #expect(answer.code == 0, "\(answer.err)")
    let out = try String(
      contentsOf: office.folder.appending(path: "out"), encoding: .utf8)
    #expect(out.contains("Đỗ Minh Hùng"))
    #expect(!out.lowercased().contains("zwischen"))
    #expect(try office.run("person", "find", "Zwischen Zeit").out.contains("Zwischen"))
  }

  @Test(arguments: ["sql", "popolo", "ftm", "quickstatements", "ical", "vcard"])
  func `what is known at the last change is what is known`(form: String) throws {
    let office = try Program()
    let now = try office.run("export", form).out
    #expect(try office.run("export", form, "--as-known", "1").out == now)
    try #require(
      try office.run("person", "edit", "do-minh-hung", "--note", "Zwischenzeit").code == 0)
    let then = try office.run("export", form, "--as-known", "1").out
    #expect(!then.contains("Zwischenzeit"))
    #expect(then.contains("REFERENCES") == (form == "sql"))
  }
}
