import Foundation
import SQLite
import Testing

@testable import Registry

/// What the sample was made of, beside the checkout.
private enum Research {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data/vietnam")

  static let isHere = FileManager.default.fileExists(
    atPath: folder.appending(path: "heads_2021_2026.csv").path)
}

/// The sample beside the research that it was made of, read anew and by other rules: bounds stay
/// bounds, no name is guessed, and what no row says the sample does not say.
@Suite(
  .enabled(
    if: Research.isHere, "the research files ../shared/data/vietnam are not here"))
struct SampleResearchTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry(sample: true) }

  private typealias Row = [String: String]

  private func rows(_ file: String) throws -> [Row] {
    let text = try String(contentsOf: Research.folder.appending(path: file), encoding: .utf8)
    var reader = DelimitedReader(text)
    let first = try reader.next()
    let header = try #require(first).fields
    var rows: [Row] = []
    while let record = try reader.next() {
      rows.append(Dictionary(uniqueKeysWithValues: zip(header, record.fields)))
    }
    return rows
  }

  /// What the registry says of the posting of a row, by column; nil where a column is empty.
  private func recorded(_ row: Row) throws -> Row {
    let columns = [
      "key", "term", "term_is_inferred", "ended", "ended_earliest", "ended_latest", "certainty",
      "gender", "batch_handed_over", "batch_decided", "appointed", "handed_over", "arrived",
      "copy_presented", "credentials", "commission_presented", "in_office_by", "in_office_on",
    ]
    let name = TextEntry.normalized(row["name_vi"] ?? "")
    let mission = TextEntry.normalized(row["mission_name_vi"] ?? "")
    let found = try temporary.connection.all(
      """
      SELECT p.key, p.term, CAST(p.term_is_inferred AS TEXT), p.ended, p.ended_earliest,
        p.ended_latest, p.certainty, person.gender, b.handed_over, b.decided, a.appointed,
        a.handed_over, a.arrived, a.copy_presented, a.credentials, a.commission_presented,
        a.in_office_by, a.in_office_on
      FROM posting AS p
      JOIN person ON person.key = p.person
      JOIN mission AS m ON m.key = p.mission
      JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
      LEFT JOIN term_batch AS b ON b.key = p.batch
      WHERE person.name = \(name) AND m.name_vi = \(mission)
      """
    ) { (values) throws(SQLiteError) in
      var answer: Row = [:]
      for (index, column) in columns.enumerated() {
        answer[column] = try values.get(index, as: String?.self)
      }
      return answer
    }
    #expect(found.count == 1, "\(name), \(mission)")
    return try #require(found.first)
  }

  // MARK: Words of the research

  /// `2024-05 (mid)` is `2024-05`, what stands in brackets is a note.
  private func bare(_ text: String) -> String {
    String(text.prefix { $0 != "(" && $0 != ";" }).trimmingCharacters(in: .whitespaces)
  }

  /// The bounds of a date as the research writes it.
  private func bounds(_ text: String) throws -> (earliest: String?, latest: String?) {
    if let pair = text.firstMatch(of: /between ([0-9-]+) and ([0-9-]+)/) {
      return (
        try PartialDate(String(pair.1)).earliest, try PartialDate(String(pair.2)).latest
      )
    }
    if let month = text.wholeMatch(of: /([0-9]{4}-)([0-9]{2})\/([0-9]{2})/) {
      return (
        try PartialDate(String(month.1 + month.2)).earliest,
        try PartialDate(String(month.1 + month.3)).latest
      )
    }
    if let latest = text.firstMatch(of: /by ([0-9-]+)/) {
      let year = bare(text)
      return (
        year.hasPrefix("by") ? nil : try PartialDate(year).earliest,
        try PartialDate(String(latest.1)).latest
      )
    }
    let date = try PartialDate(bare(text))
    return (date.earliest, date.latest)
  }

  /// The days on which somebody was seen; a decision handed over shows nobody in office.
  private func sightings(_ row: Row) -> [String] {
    (row["seen_in_post"] ?? "").split(separator: "|").map(String.init)
      .filter { $0 != row["appointing_event_date"] }
  }

  // MARK: The heads

  @Test func `every row is a posting, as sure as its sources`() throws {
    let heads = try rows("heads_2021_2026.csv")
    #expect(heads.count == 157)
    var keys: Set<String> = []
    for row in heads {
      let said = try recorded(row)
      keys.insert(said["key"] ?? "")
      #expect(said["certainty"] == row["certainty"])
      #expect(said["gender"] == ["m": "male", "f": "female"][row["gender"] ?? ""])
    }
    #expect(keys.count == 157)
  }

  @Test func `no term is there that no source states and no decision gives`() throws {
    var stated = 0
    for row in try rows("heads_2021_2026.csv") {
      let said = try recorded(row)
      if let cohort = row["cohort"], !cohort.isEmpty {
        stated += 1
        #expect(said["term"] == cohort && said["term_is_inferred"] == "0", "\(row)")
      } else if said["term"] != nil {
        #expect(said["term_is_inferred"] == "1")
        let day = row["appointing_event_date"]
        #expect(day == said["batch_handed_over"] || day == said["batch_decided"], "\(row)")
      }
    }
    #expect(stated == 24)
  }

  @Test func `decisions and letters have the dates of the research, and no other`() throws {
    var counts = [0, 0, 0]
    for row in try rows("heads_2021_2026.csv") {
      let said = try recorded(row)
      let decision = row["appointing_event_date"] ?? ""
      #expect(said["handed_over"] ?? said["appointed"] ?? "" == decision, "\(row)")
      let copy = bare(row["copy_of_credentials_date"] ?? "")
      #expect(said["copy_presented"] ?? "" == copy, "\(row)")
      let credentials = bare(row["credentials_date"] ?? "")
      // Presented, but on a day that is not stated: then bounds.
      let isUnstated = row["credentials_to"]?.contains("date not stated") == true
      if !credentials.isEmpty || !isUnstated {
        #expect(said["credentials"] ?? "" == credentials, "\(row)")
      }
      for (index, text) in [decision, copy, credentials].enumerated() where !text.isEmpty {
        counts[index] += 1
      }
    }
    #expect(counts == [32, 5, 51])
  }

  @Test func `each bound of an end is the bound of the research`() throws {
    var count = 0
    for row in try rows("heads_2021_2026.csv") {
      let said = try recorded(row)
      let ended = row["ended"] ?? ""
      if !ended.isEmpty {
        count += 1
        let (earliest, latest) = try bounds(ended)
        #expect(said["ended_earliest"] == earliest && said["ended_latest"] == latest, "\(row)")
      } else if said["ended"] != nil {
        // Nobody says that they left: they were there on the last day on which they were seen.
        let last = try #require(sightings(row).last)
        #expect(said["ended_latest"] == nil && last < "2025", "\(row)")
        #expect(try said["ended_earliest"] == PartialDate(last).earliest, "\(row)")
      }
    }
    #expect(count == 62)
  }

  @Test func `a start lies within the bounds of the research`() throws {
    for row in try rows("heads_2021_2026.csv") {
      let text = row["took_office"] ?? ""
      // Received before the mission was there: no sign of service.
      if text.isEmpty || text.contains("received in Ho Chi Minh City") { continue }
      let said = try recorded(row)
      let (earliest, latest) = try bounds(text)
      let starts = try ["arrived", "commission_presented", "in_office_by"]
        .compactMap { said[$0] }.map { try PartialDate($0) }
      #expect(
        starts.contains { start in
          (earliest == nil || (start.earliest ?? "") >= (earliest ?? ""))
            && (start.latest ?? "9999") <= (latest ?? "")
        }, "\(row)")
    }
  }

  @Test func `the last sighting is a sign of service`() throws {
    for row in try rows("heads_2021_2026.csv") {
      guard let last = sightings(row).last else { continue }
      let said = try recorded(row)
      let signs = [
        "in_office_on", "in_office_by", "credentials", "arrived", "copy_presented",
        "commission_presented", "ended",
      ].compactMap { said[$0] }
      #expect(signs.contains { $0.contains(last) }, "\(row)")
    }
  }

  @Test func `every source of a row is cited, and concurrent posts are there`() throws {
    var concurrent = 0
    for row in try rows("heads_2021_2026.csv") {
      let posting = try recorded(row)["key"] ?? ""
      for address in (row["source"] ?? "").components(separatedBy: " ; ") {
        let address = address.trimmingCharacters(in: .whitespaces)
        let cited = try temporary.connection.value(
          """
          SELECT count(*) FROM citation AS c JOIN source AS s ON s.key = c.source
          WHERE c.posting = \(posting) AND s.address = \(address)
          """, as: Int.self)
        #expect((cited ?? 0) > 0, "\(posting): \(address)")
      }
      let others = try temporary.connection.value(
        "SELECT count(*) FROM accreditation WHERE posting = \(posting) AND NOT is_resident",
        as: Int.self)
      if others != 0 { concurrent += 1 }
      let said = row["other_accreditations"] ?? ""
      #expect((others != 0) == (!said.isEmpty && !said.contains("was covered from")), "\(row)")
    }
    #expect(concurrent == 32)
  }

  // MARK: Missions and batches

  @Test func `openings and districts are those of the research`() throws {
    for row in try rows("mission_facts.csv") {
      let name = TextEntry.normalized(row["mission_name_vi"] ?? "")
      if let opened = row["opened"], !opened.isEmpty {
        let said = try temporary.connection.value(
          "SELECT coalesce(opened, '') FROM mission WHERE name_vi = \(name)", as: String.self)
        // At work before the inauguration: no later than that.
        #expect(said == opened || said?.hasSuffix("..\(opened)]") == true, "\(name)")
      }
      if let area = row["consular_district"], !area.isEmpty {
        let found = try temporary.connection.value(
          """
          SELECT count(*) FROM consular_district AS d JOIN mission AS m ON m.key = d.mission
          WHERE m.name_vi = \(name) AND d.area = \(area)
          """, as: Int.self)
        #expect(found == 1, "\(name)")
      }
      for address in (row["source"] ?? "").components(separatedBy: " ; ") {
        let cited = try temporary.connection.value(
          """
          SELECT count(*) FROM citation AS c JOIN source AS s ON s.key = c.source
          JOIN mission AS m ON m.key = c.mission
          WHERE m.name_vi = \(name) AND s.address = \(address)
          """, as: Int.self)
        #expect((cited ?? 0) > 0, "\(name): \(address)")
      }
    }
  }

  @Test func `every handover of a labelled term is a batch, every briefing is cited`() throws {
    for row in try rows("term_events_additions.csv") {
      let label = row["cohort_label"] ?? ""
      guard !label.isEmpty else { continue }
      let day = row["event_date"] ?? ""
      // One briefing calls the cohort otherwise: it is cited for the term that it is.
      let term = label == "2016-2019" ? "2016-2020" : label
      let isBatch = ["decision_handover", "nasc_vote"].contains(row["event_type"] ?? "")
      for address in (row["source"] ?? "").components(separatedBy: " ; ") {
        let cited = try temporary.connection.value(
          """
          SELECT count(*) FROM citation AS c JOIN source AS s ON s.key = c.source
          LEFT JOIN term_batch AS b ON b.key = c.batch
          WHERE s.address = \(address) AND CASE
            WHEN \(isBatch ? 1 : 0) THEN b.term = \(term) AND \(day) IN (b.handed_over, b.decided)
            ELSE c.term = \(term)
          END
          """, as: Int.self)
        #expect((cited ?? 0) > 0, "\(day): \(address)")
      }
    }
  }
}
