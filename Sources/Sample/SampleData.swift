package import Registry

/// Viet Nam's missions and the heads around the terms 2021-2024 to 2025-2028: public facts,
/// each with its source, irregular as they are.
package enum SampleData {
  /// The last day that the sources of the sample speak of.
  package static let knownUntil = "2026-03-11"

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
      for file in files { try load(file, into: change) }
    }
  }

  /// The files of the sample, in the order in which they refer to each other: each is called as
  /// the kind of its records in the plural, or as the table of the parts that it holds.
  private static let files = [
    "sources", "missions", "mission_name", "mission_coverage", "consular_district", "people",
    "person_name",
    "person_rank", "terms", "batches", "documents", "postings", "accreditations", "citations",
  ]

  private static func load(_ content: String, into change: Change) throws(RegistryError) {
    let name = "\(content).csv"
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
      do { try add(row, from: content, to: change) } catch {
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
    _ row: SampleRow, from content: String, to change: Change
  ) throws(RegistryError) {
    let records = Records(change)
    for kind in RecordKind.all {
      if kind == .accreditation, kind.plural == content {
        try HeadOffice(change).accredit(
          row["posting"] ?? "", to: row["is_resident"] == "1" ? nil : row["receiver"],
          row.facts(without: "key", "posting", "mission", "receiver", "is_resident"))
      } else if kind.plural == content {
        try records.add(kind, key: row["key"], row.facts(without: "key"))
      } else if let part = kind.part(content) {
        try records.add(part, to: row[part.owner] ?? "", row.facts(without: part.owner))
      }
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
