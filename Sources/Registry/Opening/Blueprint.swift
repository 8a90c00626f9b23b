import SQLite
package import Schema

/// The tables and views of a registry as this program's own migrations make them.
///
/// What a file says of its schema is data. Where the program needs a name or a text of it, it takes
/// its own: the tables that were found out when it was built, and the views of the file where its
/// schema is known to be the same, else those of a registry that it makes for the purpose.
enum Blueprint {
  /// A view that the migrations make.
  struct View {
    let name: String
    /// `CREATE VIEW name AS …`.
    private let sql: String

    fileprivate init(name: String, sql: String) {
      self.name = name
      self.sql = sql
    }

    /// Whether it asks one of these tables or views.
    func asks(_ names: Set<String>) -> Bool {
      SQLToken.all(in: sql).contains { $0.isName && names.contains($0.text) }
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
  static let today = "strftime('%Y-%m-%d', 'now', 'localtime')"

  /// The view by which all others speak of a day, and the only one that ``askedDay(_:)`` replaces.
  static let askedDay = "asked_day"

  /// The tables of which a record can have been otherwise on other days than today: the views that
  /// say how it was on asked_day, with their columns, and the tables that these ask.
  static let turning: [TurningTable] = [
    TurningTable(
      name: "party", said: ["party_former"], isWhole: true,
      then: [
        (
          "party_then",
          [
            "name_en", "name_vi", "has_article", "official_name_en", "official_name_vi",
            "sort_key_en", "sort_key_vi", "search_key_en", "search_key_vi",
          ]
        )
      ]),
    TurningTable(
      name: "mission", said: ["mission_former", "mission_seat"], isWhole: false,
      then: [
        (
          "mission_then",
          [
            "name_en", "name_vi", "sort_key_en", "sort_key_vi", "search_key_en", "search_key_vi",
            "kind", "receiver",
          ]
        ),
        ("seat_then", ["seat"]),
      ]),
    TurningTable(
      name: "person", said: ["person_former"], isWhole: true,
      then: [
        (
          "person_then",
          [
            "name", "family_name", "middle_name", "given_name", "sort_name", "sort_key",
            "search_key",
          ]
        )
      ]),
  ]

  struct TurningTable {
    let name: String
    let said: [String]
    /// Whether everything that can be otherwise turns as one.
    let isWhole: Bool
    let then: [(view: String, columns: [String])]

    /// A column of its record, as it was on asked_day.
    func column(_ column: String) -> SQL {
      guard let view = then.first(where: { $0.columns.contains(column) })?.view else {
        return "t.\(name: column)"
      }
      let was: SQL =
        "(SELECT x.\(name: column) FROM \(name: view) AS x WHERE x.\(name: name) = t.key)"
      let present: SQL = "t.\(name: column)"
      // Where names turn as one, one that was not known then is not that of today.
      let otherwise: SQL =
        isWhole
        ? """
        CASE WHEN EXISTS (SELECT 1 FROM \(name: view) AS x WHERE x.\(name: name) = t.key)
          THEN \(raw: was) ELSE \(raw: present) END
        """
        : "coalesce(\(raw: was), \(raw: present))"
      return "\(raw: otherwise) AS \(name: column)"
    }
  }

  /// It, for a day of the asker's own.
  static func askedDay(_ day: String) -> SQL {
    """
    CREATE TEMP VIEW asked_day AS
    SELECT \(text: day) AS day, day AS known_day FROM known_day
    """
  }
}

extension Registry {
  /// The tables whose versions are kept.
  package func tables() throws(RegistryError) -> [TrackedTable] { try trackedTables().all }

  /// The same, for whoever needs few of them.
  func trackedTables() throws(RegistryError) -> TrackedTables {
    if let knownTables { return knownTables }
    // A schema of other migrations than the program carries is known to be theirs.
    let found =
      hasOwnSchema && !hasPresentSchema
      ? try storage { () throws(SQLiteError) in TrackedTables(try TrackedTable.all(in: connection))
      }
      : OwnSchema.tables
    knownTables = found
    return found
  }

  /// The views that the migrations make, each behind those that it asks.
  func views() throws(RegistryError) -> [Blueprint.View] {
    if let knownViews { return knownViews }
    let maker = hasOwnSchema ? self : try Self.model()
    let found = try maker.all(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' ORDER BY rowid"
    ) { (row) throws(SQLiteError) in Blueprint.View(name: try row.get(0), sql: try row.get(1)) }
    knownViews = found
    return found
  }

  private static func model() throws(RegistryError) -> Registry {
    let model = try inMemory()
    try model.migrate()
    return model
  }

  /// Puts the program's own views in front of those of a foreign file.
  func hideForeignViews() throws(RegistryError) {
    for view in try views() { try run(view.temporary()) }
  }
}
