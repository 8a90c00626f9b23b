package import Files
package import Registry
import SQLite

/// The registry as a dump that PostgreSQL 15 loads: tables, keys, references, comments, rows and
/// views.
///
/// What SQLite computes from other columns is carried as it is, so that bounds and sort keys can
/// be asked for there too. What is yes or no is boolean. Texts sort by code point (`COLLATE "C"`),
/// as they do here. History stays behind, but for the list of changes.
package struct PostgresExport {
  private let registry: Registry
  private let sink: ByteSink

  package init(_ registry: Registry, to sink: ByteSink) {
    self.registry = registry
    self.sink = sink
  }

  private struct Column {
    let name: String
    let type: String
    let isRequired: Bool
  }

  private struct Table {
    let name: String
    let key: [String]
    let columns: [Column]
    let about: Sentence?
    let abouts: [String: Sentence]
  }

  /// - Returns: the numbers of tables and rows.
  package func run() throws(RegistryError) -> (tables: Int, rows: Int) {
    let tables = try tables()
    sink.write(
      """
      -- A registry of missions abroad, for PostgreSQL 15: psql -f FILE
      BEGIN;
      SET LOCAL client_encoding = 'UTF8';
      SET LOCAL standard_conforming_strings = on;


      """)
    for table in tables { create(table) }
    var rows = 0
    for table in tables { rows += try copy(table) }
    for table in tables {
      try addIndexes(table)
    }
    let carried = Set(tables.map(\.name))
    for table in tables { try addReferences(table, among: carried) }
    for table in tables { comment(table) }
    sink.write(PostgresViews.functions)
    for view in try PostgresViews.all(in: registry) { sink.write(view + ";\n\n") }
    sink.write("COMMIT;\nANALYZE \(Self.names(tables.map(\.name)));\n")
    return (tables.count, rows)
  }

  // MARK: What there is

  private func tables() throws(RegistryError) -> [Table] {
    var tables: [Table] = [
      Table(
        name: "change", key: ["number"], columns: try columns(of: "change"), about: nil,
        abouts: [:]),
      Table(
        name: "finding_kind", key: ["code"], columns: try columns(of: "finding_kind"), about: nil,
        abouts: [:]),
      Table(
        name: "service", key: ["accreditation"], columns: try columns(of: "service"), about: nil,
        abouts: [:]),
    ]
    for packaged in try PackagedTable.all(in: registry) {
      var abouts: [String: Sentence] = [:]
      for column in packaged.columns { abouts[column.name] = column.about }
      tables.append(
        Table(
          name: packaged.name, key: packaged.key, columns: try columns(of: packaged.name),
          about: packaged.about, abouts: abouts))
    }
    return tables
  }

  private func columns(of table: String) throws(RegistryError) -> [Column] {
    var columns: [Column] = []
    try registry.eachRow(
      """
      SELECT name, type, "notnull" OR pk > 0 FROM pragma_table_xinfo(\(table), 'main')
      WHERE hidden <> 1 ORDER BY cid
      """
    ) { (row) throws(RegistryError) in
      columns.append(
        Column(name: row[0] ?? "", type: row[1] ?? "", isRequired: row[2] == "1"))
    }
    return columns
  }

  // MARK: What is written

  private func create(_ table: Table) {
    let columns = table.columns.map { column in
      let type =
        switch column.type {
        case "INTEGER", "INT": "bigint"
        case "REAL": "double precision"
        default: #"text COLLATE "C""#
        }
      let isFlag =
        ["is_", "has_", "lacks_"].contains { column.name.hasPrefix($0) }
        || column.name.contains("_is_")
      return "  \(Self.name(column.name)) \(isFlag ? "boolean" : type)"
        + (column.isRequired ? " NOT NULL" : "")
    }
    let key = "  PRIMARY KEY (\(Self.names(table.key)))"
    sink.write(
      """
      CREATE TABLE \(Self.name(table.name)) (
      \((columns + [key]).joined(separator: ",\n"))
      );


      """)
  }

  private func copy(_ table: Table) throws(RegistryError) -> Int {
    let names = table.columns.map(\.name)
    sink.write("COPY \(Self.name(table.name)) (\(Self.names(names))) FROM stdin;\n")
    var rows = 0
    try registry.eachRow(
      "SELECT \(names: names) FROM \(name: table.name) ORDER BY \(names: table.key)",
      writingTo: sink
    ) { row in
      for index in names.indices {
        if index > 0 { sink.write(UInt8(ascii: "\t")) }
        if row.isNull(at: index) {
          sink.write(#"\N"#)
        } else {
          row.withTextBytes(at: index) { writeField($0) }
        }
      }
      sink.write(UInt8(ascii: "\n"))
      rows += 1
    }
    sink.write("\\.\n\n")
    return rows
  }

  /// Indexes of names; one that holds a part of the rows only holds all there.
  private func addIndexes(_ table: Table) throws(RegistryError) {
    var indexes: [(name: String, isKey: Bool, isPartial: Bool, columns: [String])] = []
    try registry.eachRow(
      """
      SELECT l.name, l."unique", l.partial, i.name
      FROM pragma_index_list(\(table.name), 'main') AS l, pragma_index_info(l.name, 'main') AS i
      WHERE l.origin <> 'pk' ORDER BY l.name, i.seqno
      """
    ) { (row) throws(RegistryError) in
      // Of an expression there is no name.
      let (name, column) = (row[0] ?? "", row[3] ?? "")
      if indexes.last?.name == name {
        indexes[indexes.count - 1].columns.append(column)
      } else {
        indexes.append((name, row[1] == "1", row[2] == "1", [column]))
      }
    }
    for index in indexes where !index.columns.contains("") && index.columns != table.key {
      let columns = "(\(Self.names(index.columns)));\n"
      if index.isKey, !index.isPartial {
        sink.write("ALTER TABLE \(Self.name(table.name)) ADD UNIQUE \(columns)")
      } else {
        sink.write("CREATE INDEX ON \(Self.name(table.name)) \(columns)")
      }
    }
  }

  private func addReferences(
    _ table: Table, among carried: Set<String>
  ) throws(RegistryError) {
    var statements: [Int: (own: [String], table: String, theirs: [String], actions: String)] = [:]
    try registry.eachRow(
      """
      SELECT id, "table", "from", coalesce("to", 'key'), on_update, on_delete
      FROM pragma_foreign_key_list(\(table.name), 'main') ORDER BY id, seq
      """
    ) { (row) throws(RegistryError) in
      let words = row.map { $0 ?? "" }
      guard let id = Int(words[0]), carried.contains(words[1]) else { return }
      let actions = " ON UPDATE \(words[4]) ON DELETE \(words[5])"
      statements[id, default: ([], words[1], [], actions)].own.append(words[2])
      statements[id]?.theirs.append(words[3])
    }
    for (_, reference) in statements.sorted(by: { $0.key < $1.key }) {
      sink.write(
        """
        ALTER TABLE \(Self.name(table.name)) ADD FOREIGN KEY (\(Self.names(reference.own)))
          REFERENCES \(Self.name(reference.table)) (\(Self.names(reference.theirs)))\(reference.actions);

        """)
    }
  }

  private func comment(_ table: Table) {
    if let about = table.about {
      sink.write("COMMENT ON TABLE \(Self.name(table.name)) IS \(Self.literal(about));\n")
    }
    for column in table.columns {
      guard let about = table.abouts[column.name] else { continue }
      sink.write(
        """
        COMMENT ON COLUMN \(Self.name(table.name)).\(Self.name(column.name))
          IS \(Self.literal(about));

        """)
    }
  }

  // MARK: PostgreSQL's writing

  // As in SQLite.
  static func name(_ name: String) -> String { SQL.quoted(name) }

  private static func names(_ names: [String]) -> String {
    names.map(name).joined(separator: ", ")
  }

  private static func literal(_ about: Sentence) -> String {
    let text = "\(about.english) / \(about.vietnamese)"
    return "'\(text.replacing("'", with: "''"))'"
  }

  /// A field of COPY's text form.
  private func writeField(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else {
      sink.write(bytes)
      return
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"): sink.write(#"\\"#)
      case UInt8(ascii: "\t"): sink.write(#"\t"#)
      case UInt8(ascii: "\n"): sink.write(#"\n"#)
      case UInt8(ascii: "\r"): sink.write(#"\r"#)
      // PostgreSQL holds no NUL, and psql ends the line there: it is shown by its picture.
      case 0: sink.write("\u{2400}")
      default: sink.write(byte)
      }
    }
  }
}
