import SQLite
package import Schema

/// The tables and views of a registry as this program's own migrations make them.
///
/// What a file says of its schema is data. Where the program needs a name or a text of it, it takes
/// its own: the file's where its schema is known to be the same, else those of a registry that it
/// makes for the purpose.
struct Blueprint {
  /// A view that the migrations make.
  struct View {
    let name: String
    /// `CREATE VIEW name AS …`.
    private let sql: String

    fileprivate init(name: String, sql: String) {
      self.name = name
      self.sql = sql
    }

    /// The same view in front of the file's own.
    ///
    /// - Parameter today: a day that counts as today in it.
    func temporary(today: String? = nil) -> SQL {
      var text = sql.replacing("CREATE VIEW", with: "CREATE TEMP VIEW", maxReplacements: 1)
      if let today { text.replace(Blueprint.today, with: SQL.quotedText(today)) }
      return SQL(carried: text)
    }
  }

  /// The only way in which a view of the migrations speaks of today; a test looks.
  static let today = "date('now', 'localtime')"

  let tables: [TrackedTable]
  /// Each behind those that it asks.
  let views: [View]

  /// - Parameter connection: to a file whose schema is known to be the program's own.
  fileprivate init(of connection: Connection) throws(SQLiteError) {
    tables = try TrackedTable.all(in: connection)
    views = try connection.all(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' ORDER BY rowid"
    ) { (row) throws(SQLiteError) in View(name: try row.get(0), sql: try row.get(1)) }
  }
}

extension Registry {
  /// What the file holds, by the program's own migrations.
  func blueprint() throws(RegistryError) -> Blueprint {
    if let knownBlueprint { return knownBlueprint }
    let maker = hasOwnSchema ? self : try Self.model()
    let made = try storage { () throws(SQLiteError) in try Blueprint(of: maker.connection) }
    knownBlueprint = made
    return made
  }

  /// The tables whose versions are kept.
  package func tables() throws(RegistryError) -> [TrackedTable] { try blueprint().tables }

  private static func model() throws(RegistryError) -> Registry {
    let model = try inMemory()
    try model.migrate()
    return model
  }

  /// Puts the program's own views in front of those of a foreign file.
  func hideForeignViews() throws(RegistryError) {
    let own = try blueprint().views
    try storage { () throws(SQLiteError) in
      for view in own { try connection.run(view.temporary()) }
    }
  }
}
