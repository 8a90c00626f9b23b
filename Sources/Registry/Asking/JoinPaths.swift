import SQLite
import Schema

/// How tables and views hang together: by the columns that hold each other's keys, as
/// `schema_comment` tells.
struct JoinPaths {
  /// A table, a view or a SELECT in a FROM.
  struct Table {
    /// `nil` of a SELECT.
    let name: String?
    let alias: String
    let columns: [String]
  }

  /// A table that has what is looked for, with the JOIN that brings it; `nil` where none does.
  struct Found {
    let table: String
    let join: String?
  }

  private let catalog: Catalog
  /// By table and column: the table whose key a column holds.
  private var keys: [String: [String: String]] = [:]
  /// The same by column alone, for a SELECT: where it is so in every table that has it.
  private var keysOfColumns: [String: String] = [:]

  init(_ catalog: Catalog, _ connection: Connection) throws(SQLiteError) {
    self.catalog = catalog
    let rows = try connection.all(
      """
      SELECT object_name, column_name, substr(meaning, length('key of ') + 1)
      FROM schema_comment WHERE meaning GLOB 'key of *'
      """
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: String.self), try row.get(1, as: String.self),
        try row.get(2, as: String.self)
      )
    }
    var targets: [String: Set<String>] = [:]
    for (table, column, target) in rows {
      keys[table, default: [:]][column] = target
      targets[column, default: []].insert(target)
    }
    keysOfColumns = targets.filter { $0.value.count == 1 }.compactMapValues(\.first)
  }

  /// The table whose key stands in a column.
  func target(of column: String, in table: String?) -> String? {
    guard let table else { return keysOfColumns[column] }
    return keys[table]?[column]
  }

  /// The column that others hold; `nil` of a view.
  func key(of table: String) -> String? {
    let own = keys[table]?.filter { $0.value == table }.map(\.key) ?? []
    return ["key", "code", "name"].first(where: own.contains)
  }

  // MARK: Joining

  /// They are joined to anything.
  private static let ofOneRow: Set<String> = ["asked_day", "known_day", "registry"]

  private enum Way: Int { case one, many, shared }

  /// The JOIN of a table to one of those in a FROM; `nil` where nothing leads to it.
  func join(to table: String, from tables: [Table]) -> String? { way(to: table, from: tables)?.1 }

  private func way(to table: String, from tables: [Table]) -> (Way, String)? {
    if Self.ofOneRow.contains(table) { return (.one, "CROSS JOIN \(table)") }
    let columns = catalog.columns(of: table)
    var ways: [(Way, String)] = []
    for other in tables where other.name != table {
      func add(_ way: Way, _ column: String, _ theirs: String) {
        ways.append((way, "JOIN \(table) ON \(table).\(column) = \(other.alias).\(theirs)"))
      }
      let holders = other.columns.filter { target(of: $0, in: other.name) == table }
      if let key = key(of: table), let holder = sorted(holders, of: other.name).first {
        add(.one, key, holder)
      }
      if let name = other.name, let key = key(of: name),
        let holder = sorted(columns.filter { target(of: $0, in: table) == name }, of: table).first
      {
        add(.many, holder, key)
      }
      let shared = columns.filter { column in
        other.columns.contains(column) && target(of: column, in: table) != nil
          && target(of: column, in: table) == target(of: column, in: other.name)
      }
      if let column = sorted(shared, of: table).first { add(.shared, column, column) }
    }
    return ways.min { $0.0.rawValue < $1.0.rawValue }
  }

  /// Tables from the finest to the coarsest: few rows of another one have the same key of the first.
  private static let finest = [
    "accreditation", "posting", "mission", "person", "party", "term", "title",
  ]

  /// Columns that hold keys, the finest first, and among those of one table the one that is called
  /// after it, or receives.
  private func sorted(_ columns: [String], of table: String?) -> [String] {
    func rank(_ column: String) -> Int {
      let target = target(of: column, in: table) ?? ""
      let place = Self.finest.firstIndex(of: target) ?? Self.finest.count
      return place * 2 + (Self.isMain(column, of: target) ? 0 : 1)
    }
    return columns.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  /// The columns of a table in which keys of others stand, the finest first: one for each of these.
  func keyColumns(of table: Table) -> [String] {
    let holders = table.columns.filter { column in
      target(of: column, in: table.name).map { Self.isMain(column, of: $0) } ?? false
    }
    return sorted(holders, of: table.name)
  }

  /// Whether a column is the one in which a key is looked for first.
  private static func isMain(_ column: String, of target: String) -> Bool {
    column == target || column == "receiver"
  }

  // MARK: Finding

  /// The views that questions begin with.
  private static let views = ["incumbency", "incumbent", "vacancy", "term_roster"]

  /// The tables and views that have a column, those first to which the shortest way leads.
  func tables(having column: String, from tables: [Table]) -> [Found] {
    let records = RecordKind.citable.map(\.table)
    // A JOIN is best of the table that holds it; where nothing is joined, the views tell more.
    let order =
      (tables.isEmpty ? Self.views + records : records + Self.views) + [RecordKind.citation.table]
    let having = catalog.tables.filter {
      !$0.hasSuffix("_history") && catalog.columns(of: $0).contains(column)
    }
    let found = having.map { table -> (found: Found, rank: (Int, Int, String)) in
      let way = way(to: table, from: tables)
      return (
        Found(table: table, join: way?.1),
        (way?.0.rawValue ?? 3, order.firstIndex(of: table) ?? order.count, table)
      )
    }
    // What few people ask is named only where nothing else is.
    let wellKnown = found.filter { $0.rank.1 < order.count }
    let known =
      wellKnown.isEmpty ? found.filter { tables.isEmpty || $0.found.join != nil } : wellKnown
    return known.sorted { $0.rank < $1.rank }.map(\.found)
  }
}
