package import Files
import Formats
package import Registry
import SQLite

/// The whole registry as a Frictionless Data Package (version 1): a CSV file a table, and
/// `datapackage.json` with types, keys, references and descriptions.
///
/// The same registry gives the same bytes: rows by key, no moment of the export, so that the
/// folder can live in git. History stays behind, and so does what follows from other columns.
package struct DataPackageExport {
  private let registry: Registry
  private let style: WritingStyle

  /// - Parameter defusesFormulas: whether text that a spreadsheet would take for a formula gets an
  ///   apostrophe; such a package is for reading, and comes in again with it.
  package init(_ registry: Registry, defusesFormulas: Bool = false) {
    self.registry = registry
    var style = WritingStyle()
    style.defusesFormulas = defusesFormulas
    self.style = style
  }

  /// - Returns: the numbers of tables and rows.
  package func run(to folder: NewFolder) throws(RegistryError) -> (tables: Int, rows: Int) {
    let tables = try PackagedTable.all(in: registry)
    var rows = 0
    for table in tables {
      let sink = try Self.begin("\(table.name).csv", in: folder)
      // RFC 4180, but for the line end, which git wants bare.
      var writer = DelimitedWriter(sink, style)
      writer.beginTable(
        TableShape(name: table.name, columns: table.columns.map { ColumnShape(name: $0.name) }))
      try registry.eachRow(
        """
        SELECT \(names: table.columns.map(\.name)) FROM \(name: table.name)
        ORDER BY \(names: table.key)
        """, writingTo: sink
      ) { row in
        writer.write(row)
        rows += 1
      }
      try Self.end(folder)
    }
    let sink = try Self.begin("datapackage.json", in: folder)
    sink.write(try description(of: tables))
    try Self.end(folder)
    return (tables.count, rows)
  }

  private static func begin(
    _ file: String, in folder: NewFolder
  ) throws(RegistryError) -> ByteSink {
    do { return try folder.begin(file) } catch { throw RegistryError(error) }
  }

  private static func end(_ folder: NewFolder) throws(RegistryError) {
    do { try folder.end() } catch { throw RegistryError(error) }
  }

  // MARK: datapackage.json

  private func description(of tables: [PackagedTable]) throws(RegistryError) -> String {
    let sender = try registry.value(
      """
      SELECT \(raw: Phrases.englishInText(of: "p"))
      FROM registry AS r JOIN party AS p ON p.key = r.sender
      """, as: String.self)
    let title = sender.map { "Missions abroad of \($0)" } ?? "Missions abroad"
    let resources = tables.map(resource)
    return """
      {
        "name": "missions-abroad",
        "profile": "tabular-data-package",
        "title": \(JSONString.quoted(title)),
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
  }

  private func resource(_ table: PackagedTable) -> String {
    let fields = table.columns.map { "          " + field($0) }.joined(separator: ",\n")
    let key = table.key.map(JSONString.quoted).joined(separator: ", ")
    let references = table.references.map { reference in
      let own = reference.columns.map(JSONString.quoted).joined(separator: ", ")
      let theirs = reference.theirs.map(JSONString.quoted).joined(separator: ", ")
      let resource = reference.table == table.name ? "" : reference.table
      return """
                  {"fields": [\(own)], "reference": {"resource": \(JSONString.quoted(resource)), "fields": [\(theirs)]}}
        """
    }
    let foreignKeys =
      references.isEmpty
      ? ""
      : ",\n        \"foreignKeys\": [\n\(references.joined(separator: ",\n"))\n        ]"
    return """
          {
            "name": \(JSONString.quoted(table.name)),
            "path": \(JSONString.quoted("\(table.name).csv")),
            "profile": "tabular-data-resource",
            "title": \(JSONString.quoted(table.about?.english ?? table.name)),
            "description": \(JSONString.quoted(table.about?.vietnamese ?? table.name)),
            "format": "csv",
            "encoding": "utf-8",
            "schema": {
              "fields": [
      \(fields)
              ],
              "missingValues": [""],
              "primaryKey": [\(key)]\(foreignKeys)
            }
          }
      """
  }

  private func field(_ column: PackagedTable.Column) -> String {
    let types = ["INTEGER": "integer", "REAL": "number"]
    var parts = [
      "\"name\": \(JSONString.quoted(column.name))",
      "\"type\": \(JSONString.quoted(types[column.type] ?? "string"))",
    ]
    if let about = column.about {
      parts.append("\"title\": \(JSONString.quoted(about.english))")
      parts.append("\"description\": \(JSONString.quoted(about.vietnamese))")
    }
    var constraints: [String] = []
    if column.isRequired { constraints.append("\"required\": true") }
    switch column.field?.rule {
    case .choice(let codes)?:
      constraints.append("\"enum\": [\(codes.map(JSONString.quoted).joined(separator: ", "))]")
    case .flag?: constraints.append("\"enum\": [0, 1]")
    case .date?:
      // ISO 8601-2: level 0, with the marks of level 1 and the bounds of level 2.
      let date = "[0-9]{4}(-[0-9]{2}){0,2}"
      let pattern = #"\#(date)[?~%]?|\[(\#(date))?\.\.(\#(date))?\]"#
      constraints.append("\"pattern\": \(JSONString.quoted(pattern))")
    default: break
    }
    if !constraints.isEmpty {
      parts.append("\"constraints\": {\(constraints.joined(separator: ", "))}")
    }
    return "{\(parts.joined(separator: ", "))}"
  }
}
