package import Formats
package import Registry
import SQLite

/// The whole registry as a Frictionless Data Package (version 1): a CSV file a table, and
/// `datapackage.json` with types, keys, references and descriptions.
///
/// The same registry gives the same bytes: rows by key, no moment of the export, so that the
/// folder can live in git. History stays behind, and so does what follows from other columns.
package struct DataPackageExport {
  /// Where the files of the package go, one after the other.
  package protocol Target {
    func begin(_ file: String) throws(RegistryError) -> ByteSink
    /// - Throws: where the file could not be written whole.
    func end() throws(RegistryError)
  }

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
  package func run(to target: some Target) throws(RegistryError) -> (tables: Int, rows: Int) {
    let tables = try PackagedTable.all(in: registry)
    var rows = 0
    for table in tables {
      let sink = try target.begin("\(table.name).csv")
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
      try target.end()
    }
    let sink = try target.begin("datapackage.json")
    sink.write(try description(of: tables))
    try target.end()
    return (tables.count, rows)
  }

  // MARK: datapackage.json

  private func description(of tables: [PackagedTable]) throws(RegistryError) -> String {
    let sender = try registry.storage { () throws(SQLiteError) in
      try registry.connection.value(
        """
        SELECT coalesce(p.name_en, p.name_vi)
        FROM registry AS r JOIN party AS p ON p.key = r.sender
        """, as: String.self)
    }
    let title = sender.map { "Missions abroad of \($0)" } ?? "Missions abroad"
    let resources = tables.map(resource)
    return """
      {
        "name": "missions-abroad",
        "profile": "tabular-data-package",
        "title": \(Self.quoted(title)),
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
  }

  private func resource(_ table: PackagedTable) -> String {
    let fields = table.columns.map { "          " + field($0) }.joined(separator: ",\n")
    let key = table.key.map(Self.quoted).joined(separator: ", ")
    let references = table.references.map { reference in
      let own = reference.columns.map(Self.quoted).joined(separator: ", ")
      let theirs = reference.theirs.map(Self.quoted).joined(separator: ", ")
      let resource = reference.table == table.name ? "" : reference.table
      return """
                  {"fields": [\(own)], "reference": {"resource": \(Self.quoted(resource)), "fields": [\(theirs)]}}
        """
    }
    let foreignKeys =
      references.isEmpty
      ? ""
      : ",\n        \"foreignKeys\": [\n\(references.joined(separator: ",\n"))\n        ]"
    return """
          {
            "name": \(Self.quoted(table.name)),
            "path": \(Self.quoted("\(table.name).csv")),
            "profile": "tabular-data-resource",
            "title": \(Self.quoted(table.about?.english ?? table.name)),
            "description": \(Self.quoted(table.about?.vietnamese ?? table.name)),
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
      "\"name\": \(Self.quoted(column.name))",
      "\"type\": \(Self.quoted(types[column.type] ?? "string"))",
    ]
    if let about = column.about {
      parts.append("\"title\": \(Self.quoted(about.english))")
      parts.append("\"description\": \(Self.quoted(about.vietnamese))")
    }
    var constraints: [String] = []
    if column.isRequired { constraints.append("\"required\": true") }
    switch column.field?.rule {
    case .choice(let codes)?:
      constraints.append("\"enum\": [\(codes.map(Self.quoted).joined(separator: ", "))]")
    case .flag?: constraints.append("\"enum\": [0, 1]")
    case .date?:
      // ISO 8601-2, level 0, with the marks of level 1.
      constraints.append(
        "\"pattern\": \(Self.quoted("[0-9]{4}(-[0-9]{2}){0,2}[?~%]?"))")
    default: break
    }
    if !constraints.isEmpty {
      parts.append("\"constraints\": {\(constraints.joined(separator: ", "))}")
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
