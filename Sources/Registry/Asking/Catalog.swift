package import SQLite
package import Schema

/// What can be named in a question: tables, views, their columns, functions, keywords.
package struct Catalog: Sendable {
  package let tables: [String]
  private let columnsByTable: [String: [String]]

  package init(_ connection: Connection) throws(SQLiteError) {
    // Of what stands before the file's own tables, the views of the past among it, only the view of
    // changed fields has a name of its own. Asked by pragma_table_list, or without a schema, SQLite
    // would compile every view of the past for every view that names it.
    let rows = try connection.all(
      """
      WITH named (place, name) AS (
        SELECT 'main', name FROM main.sqlite_schema
        WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'name_index_*'
        UNION ALL
        SELECT 'temp', name FROM temp.sqlite_schema WHERE name = 'history_field'
      )
      SELECT n.name, c.name
      FROM named AS n JOIN pragma_table_xinfo(n.name, n.place) AS c
      WHERE c.hidden <> 1
      ORDER BY n.name, c.cid
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: String.self))
    }
    columnsByTable = Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    tables = columnsByTable.keys.sorted()
  }

  package func columns(of table: String) -> [String] { columnsByTable[table.lowercased()] ?? [] }

  /// The tables that a statement names, each by the names that stand for it there.
  package func tables(in tokens: [SQLToken]) -> [(table: String, alias: String)] {
    tokens.indices.compactMap { index in
      let token = tokens[index]
      guard token.isName, columnsByTable[token.text.lowercased()] != nil else { return nil }
      // `incumbent.mission` names a column, `FROM incumbent i` and `incumbent AS i` an alias.
      if index + 1 < tokens.count, tokens[index + 1].text == "." { return nil }
      var next = index + 1
      if next < tokens.count, tokens[next].isWord("as") { next += 1 }
      let table = token.text.lowercased()
      guard next < tokens.count, tokens[next].isName,
        !Connection.isKeyword(tokens[next].text)
      else { return (table, table) }
      return (table, tokens[next].text.lowercased())
    }
  }

  /// The columns that a statement can name: those of its tables, or all where it names none.
  package func columns(in tokens: [SQLToken]) -> [String] {
    let named = tables(in: tokens).map(\.table)
    var seen: Set<String> = []
    return (named.isEmpty ? tables : named).flatMap { columns(of: $0) }
      .filter { seen.insert($0).inserted }
  }
}
