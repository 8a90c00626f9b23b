import Files
package import Registry
import SQLite

/// Takes in a data package of ``DataPackageExport``, edited or not, as one change.
package struct DataPackageImport {
  private let folder: String
  private let removesOthers: Bool
  private let watch: (Int, Int) -> Void

  /// - Parameters:
  ///   - removesOthers: whether rows that the package lacks are removed from the tables in it.
  ///   - watch: is told how many rows are done.
  package init(
    _ folder: String, removesOthers: Bool, watch: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    self.folder = folder
    self.removesOthers = removesOthers
    self.watch = watch
  }

  /// - Throws: every mistake of every row, with file and line, and references that lead nowhere;
  ///   then nothing is changed.
  package func run(
    into registry: Registry, _ note: ChangeNote
  ) throws(RegistryError) -> (report: ImportReport, change: Int?) {
    let names = try resources(registry)
    var note = note
    note.accepted = ["*"]
    let outcome = try registry.writeIfAny(note, obeysForeignKeys: false) {
      (change) throws(RegistryError) in
      var report = ImportReport()
      var mistakes = Mistakes()
      let tables = try PackagedTable.all(in: registry).filter { names.contains($0.name) }
      // An extension moves its posting's planned end; the posting's own row has the last word.
      let ordered =
        tables.filter { $0.name == "extension" } + tables.filter { $0.name != "extension" }
      for table in ordered {
        try take(table, into: change, &report, &mistakes)
      }
      guard mistakes.count == 0 else { throw refused(mistakes) }
      try TableIntake.requireReferences(in: change)
      return report
    }
    return (outcome.result, outcome.change)
  }

  private func refused(_ mistake: Sentence) -> RegistryError {
    var mistakes = Mistakes()
    mistakes.add(mistake)
    return refused(mistakes)
  }

  private func refused(_ mistakes: Mistakes) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(folder) is not taken in; mistakes: \(mistakes.count).",
        vi: "Không nhập \(folder): có \(mistakes.count) lỗi."),
      list: mistakes.told,
      hint: Sentence("Nothing was changed.", vi: "Chưa có gì thay đổi."))
  }

  /// The names of the tables that the package says it holds.
  private func resources(_ registry: Registry) throws(RegistryError) -> Set<String> {
    let file = "\(folder)/datapackage.json"
    let text: String
    do { text = try SmallFile.text(of: file, isElement: true) } catch {
      throw RegistryError(error)
    }
    let known = Set(try PackagedTable.all(in: registry).map(\.name))
    var names: Set<String> = []
    let rows: [(String, String)]
    do {
      rows = try registry.all(
        """
        SELECT coalesce(json_extract(value, '$.name'), ''), coalesce(json_extract(value, '$.path'), '')
        FROM json_each(\(text), '$.resources')
        """
      ) { (row) throws(SQLiteError) in (row.text(at: 0), row.text(at: 1)) }
    } catch {
      throw RegistryError(
        .unfitFile, Sentence("\(file) is no JSON.", vi: "\(file) không phải JSON."))
    }
    for (name, path) in rows {
      guard known.contains(name), path == "\(name).csv" else {
        throw RegistryError(
          .unfitFile,
          Sentence(
            "\(file): \(Registry.quoted(name)) in \(Registry.quoted(path)) is no table of a registry.",
            vi:
              "\(file): \(Registry.quoted(name)) ở \(Registry.quoted(path)) không phải bảng của sổ."
          ),
          hint: Sentence(
            "A table lies in the folder itself, in a file of its name: person.csv.",
            vi: "Mỗi bảng nằm ngay trong thư mục, trong tệp cùng tên: person.csv."))
      }
      names.insert(name)
    }
    guard !names.isEmpty else {
      throw RegistryError(
        .unfitFile,
        Sentence("\(file) names no table.", vi: "\(file) không nêu bảng nào."))
    }
    return names
  }

  private func take(
    _ table: PackagedTable, into change: Change, _ report: inout ImportReport,
    _ mistakes: inout Mistakes
  ) throws(RegistryError) {
    let file = "\(folder)/\(table.name).csv"
    var reader = try DelimitedReader(path: file, delimiter: ",", isElement: true)
    guard let header = try next(of: &reader, file) else {
      throw refused(Sentence("\(file):1: it is empty", vi: "\(file):1: tệp trống"))
    }
    let intake: TableIntake
    do { intake = try TableIntake(table, header: header.fields, into: change) } catch {
      throw at("\(file):\(header.line)", error)
    }
    let places = table.key.compactMap { header.fields.firstIndex(of: $0) }
    let seen = try SeenKeys()
    while let record = try next(of: &reader, file) {
      guard record.fields.count == header.fields.count else {
        mistakes.add(
          Sentence(
            "\(file):\(record.line): \(record.fields.count) fields, where the header has \(header.fields.count)",
            vi:
              "\(file):\(record.line): có \(record.fields.count) ô, tiêu đề có \(header.fields.count)"
          ))
        continue
      }
      let parts = places.map { record.fields[$0] }
      if let first = try seen.take(parts, at: record.line) {
        let key = parts.joined(separator: "/")
        mistakes.add(
          Sentence(
            "\(file):\(record.line): \(key) is there already, on line \(first)",
            vi: "\(file):\(record.line): \(key) đã có ở dòng \(first)"))
        continue
      }
      do { report.count(table.name, try intake.put(record.fields)) } catch {
        guard error.isAboutRow else { throw error }
        mistakes.add(
          Sentence(
            "\(file):\(record.line): \(error.message.english)",
            vi: "\(file):\(record.line): \(error.message.vietnamese)"))
      }
      watch(report.counts.reduce(0) { $0 + $1.read }, 0)
    }
    if removesOthers, mistakes.count == 0 {
      let removed = try TableIntake.removeOthers(of: table, in: change) {
        (parts) throws(RegistryError) in try seen.contains(parts)
      }
      report.removed(table.name, removed)
    }
  }

  private func next(
    of reader: inout DelimitedReader, _ file: String
  ) throws(RegistryError) -> DelimitedReader.Record? {
    do {
      while let record = try reader.next() {
        if record.fields != [""] { return record }
      }
      return nil
    } catch {
      let column = error.column.map { ":\($0)" } ?? ""
      throw refused(
        Sentence(
          "\(file):\(error.line)\(column): \(error.message.english)",
          vi: "\(file):\(error.line)\(column): \(error.message.vietnamese)"))
    }
  }

  private func at(_ place: String, _ error: RegistryError) -> RegistryError {
    var placed = RegistryError(
      error.kind,
      Sentence(
        "\(place): \(error.message.english)", vi: "\(place): \(error.message.vietnamese)"))
    placed.hint = error.hint
    return placed
  }
}
