import Interchange
package import Registry

/// Viet Nam's missions and the heads around the terms 2021-2024 to 2025-2028: public facts,
/// each with its source, irregular as they are.
package enum SampleData {
  /// The last day that the sources of the sample speak of.
  package static let knownUntil = "2026-01-16"

  /// Fills a new registry, in one change.
  ///
  /// - Parameter action: what the change calls itself.
  /// - Throws: where a row is refused, with the file and the line.
  package static func load(
    into registry: Registry, author: String, as action: String = "sample"
  ) throws(RegistryError) {
    var note = ChangeNote(
      action: action, author: author,
      reason: "Viet Nam's missions and heads, from public sources")
    // What the sources say is taken as it is, with what is odd in it.
    note.accepted = ["*"]
    _ = try registry.write(note) { (change) throws(RegistryError) in
      try Records(change).set(sender: "vn", knownUntil: knownUntil)
      for part in Part.allCases {
        try load(part, into: change)
      }
    }
  }

  /// The files of the sample, in the order in which they refer to each other.
  private enum Part: String, CaseIterable {
    case sources
    case missions
    case missionNames = "mission_names"
    case missionCoverage = "mission_coverage"
    case consularDistricts = "consular_districts"
    case people
    case personRanks = "person_ranks"
    case terms
    case termBatches = "term_batches"
    case documents
    case postings
    case accreditations
    case citations
  }

  private static func load(_ part: Part, into change: Change) throws(RegistryError) {
    let name = "\(part.rawValue).csv"
    guard let file = EmbeddedFiles.all.first(where: { $0.name == name }) else {
      throw refused(name, 0, "the file is not in this program")
    }
    var reader = DelimitedReader(file.text, delimiter: ",")
    guard let header = try next(of: &reader, name)?.fields else {
      throw refused(name, 1, "no header")
    }
    while let record = try next(of: &reader, name) {
      if record.fields == [""] { continue }
      guard record.fields.count == header.count else {
        throw refused(
          name, record.line,
          "\(record.fields.count) fields, where the header has \(header.count)")
      }
      var row = SampleRow()
      for (column, text) in zip(header, record.fields) where !text.isEmpty { row[column] = text }
      do { try add(row, of: part, to: change) } catch {
        throw refused(name, record.line, error.message.english)
      }
    }
  }

  private static func next(
    of reader: inout DelimitedReader, _ name: String
  ) throws(RegistryError) -> DelimitedReader.Record? {
    do { return try reader.next() } catch {
      throw refused(name, error.line, error.message.english)
    }
  }

  private static func add(
    _ row: SampleRow, of part: Part, to change: Change
  ) throws(RegistryError) {
    let records = Records(change)
    switch part {
    case .sources: try records.add(.source, key: row["key"], row.facts(without: "key"))
    case .missions: try records.add(.mission, key: row["key"], row.facts(without: "key"))
    case .people: try records.add(.person, key: row["key"], row.facts(without: "key"))
    case .terms: try records.add(.term, key: row["key"], row.facts(without: "key"))
    case .termBatches: try records.add(.batch, key: row["key"], row.facts(without: "key"))
    case .documents: try records.add(.document, key: row["key"], row.facts(without: "key"))
    case .postings: try records.add(.posting, key: row["key"], row.facts(without: "key"))
    case .missionNames:
      try records.addName(
        row["name"] ?? "", to: .mission, key: row["mission"] ?? "",
        facts: ["note": row["note"], "used_from": row["used_from"]])
    case .missionCoverage:
      try records.addCoverage(
        of: row["receiver"] ?? "", to: row["mission"] ?? "", knownOn: row["known_on"],
        note: row["note"])
    case .consularDistricts:
      try records.addDistrict(
        row["area"] ?? "", to: row["mission"] ?? "", since: row["since"], until: row["until"],
        instrument: row["instrument"])
    case .personRanks:
      try records.addRank(
        row["rank"] ?? "", conferred: row["conferred"], to: row["person"] ?? "",
        note: row["note"])
    case .accreditations:
      try HeadOffice(change).accredit(
        row["posting"] ?? "", to: row["is_resident"] == "1" ? nil : row["receiver"],
        row.facts(without: "key", "posting", "mission", "receiver", "is_resident"))
    case .citations: try records.cite(row.values)
    }
  }

  private static func refused(_ file: String, _ line: Int, _ why: String) -> RegistryError {
    RegistryError(
      .unforeseen,
      Sentence(
        "The sample's \(file), line \(line): \(why)",
        vi: "Dữ liệu mẫu \(file), dòng \(line): \(why)"))
  }
}

/// One row of a sample file, by column.
private struct SampleRow {
  var values: [String: String] = [:]

  subscript(column: String) -> String? {
    get { values[column] }
    set { values[column] = newValue }
  }

  /// The row as facts, without the columns that are passed apart.
  func facts(without columns: String...) -> Facts {
    var facts = Facts()
    for (column, text) in values.sorted(by: { $0.key < $1.key }) where !columns.contains(column) {
      facts.set(column, text)
    }
    return facts
  }
}
