import SQLSyntax
import SQLite
import Schema

/// How tables and views hang together: which columns hold keys of which table, and which views ask
/// which tables and views.
package struct SchemaLinks: Sendable {
  /// Columns of a table that hold the key of another.
  package struct Link: Equatable, Sendable {
    package let table: String
    package let columns: [String]
    package let target: String
    /// Whether each row refers to one.
    package let isRequired: Bool
    /// Whether no two rows refer to the same one.
    package let isSingle: Bool

    /// Whether it only says which change entered a row: nearly every table has one.
    package var isOfTheLog: Bool { columns == ["entered_in"] }
  }

  /// Of every table but the versions, by name and by the order of its columns.
  package let links: [Link]
  /// What each view asks, by the view's name.
  package let sources: [String: [String]]

  package init(_ registry: Registry) throws(RegistryError) {
    links = try Self.links(in: registry)
    sources = try Self.sources(in: registry)
  }

  package func links(from table: String) -> [Link] { links.filter { $0.table == table } }
  package func links(to table: String) -> [Link] { links.filter { $0.target == table } }

  /// The views that ask a table or view.
  package func views(asking name: String) -> [String] {
    sources.filter { $0.value.contains(name) }.keys.sorted()
  }

  private static let tables: SQL = """
    SELECT name FROM main.sqlite_schema
    WHERE type = 'table' AND name NOT GLOB '*_history' AND name NOT GLOB 'sqlite_*'
    """

  private static func links(in registry: Registry) throws(RegistryError) -> [Link] {
    let singles = try self.singles(in: registry)
    let rows = try registry.all(
      """
      SELECT s.name, f.id, f."from", f."table", c."notnull" OR c.pk > 0
      FROM (\(raw: tables)) AS s
      JOIN pragma_foreign_key_list(s.name) AS f
      JOIN pragma_table_xinfo(s.name) AS c ON c.name = f."from"
      ORDER BY s.name, min(c.cid) OVER (PARTITION BY s.name, f.id), f.id, f.seq
      """
    ) { (row) throws(SQLiteError) in
      (
        table: try row.get(0, as: String.self), id: try row.get(1, as: Int.self),
        column: try row.get(2, as: String.self), target: try row.get(3, as: String.self),
        isFilled: try row.get(4, as: Bool.self)
      )
    }
    var links: [Link] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let first = rows[start]
      let group = rows[start...].prefix { $0.table == first.table && $0.id == first.id }
      let columns = group.map(\.column)
      links.append(
        Link(
          table: first.table, columns: columns, target: first.target,
          isRequired: group.allSatisfy(\.isFilled),
          isSingle: singles[first.table, default: []].contains(Set(columns))))
      start = group.endIndex
    }
    return links
  }

  /// The groups of columns by which a row is one of its table, by table.
  private static func singles(
    in registry: Registry
  ) throws(RegistryError) -> [String: Set<Set<String>>] {
    let rows = try registry.all(
      """
      SELECT s.name, i.name, c.name
      FROM (\(raw: tables)) AS s
      JOIN pragma_index_list(s.name) AS i
      JOIN pragma_index_info(i.name) AS c
      WHERE i."unique" AND NOT i.partial AND c.name IS NOT NULL
      UNION ALL
      SELECT s.name, '', c.name
      FROM (\(raw: tables)) AS s JOIN pragma_table_info(s.name) AS c
      WHERE c.pk > 0
      """
    ) { (row) throws(SQLiteError) in
      (
        table: try row.get(0, as: String.self), index: try row.get(1, as: String.self),
        column: try row.get(2, as: String.self)
      )
    }
    return Dictionary(grouping: rows, by: \.table).mapValues { ofTable in
      Set(Dictionary(grouping: ofTable, by: \.index).values.map { Set($0.map(\.column)) })
    }
  }

  private static func sources(in registry: Registry) throws(RegistryError) -> [String: [String]] {
    let catalog = try registry.storage { () throws(SQLiteError) in
      try Catalog(registry.connection)
    }
    let views = try registry.all(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view'"
    ) { (row) throws(SQLiteError) in
      (name: try row.get(0, as: String.self), sql: try row.get(1, as: String.self))
    }
    var sources: [String: [String]] = [:]
    for view in views {
      let tokens = SQLToken.all(in: view.sql)
      let question = SQLParser.question(Array(tokens.drop { !$0.isWord("as") }.dropFirst()))
      let named = question?.tableNames ?? []
      sources[view.name] = named.filter { !catalog.columns(of: $0).isEmpty }.sorted()
    }
    return sources
  }
}
