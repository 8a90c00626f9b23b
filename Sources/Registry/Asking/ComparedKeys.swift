import SQLite
import Schema

/// Which parameters of a statement are keys of records: those that it compares with columns of keys
/// of one kind, and does nothing else with.
///
/// Told by its words, so it says nothing where they can mean something else.
struct ComparedKeys {
  private let tokens: [SQLToken]
  private let catalog: Catalog
  private let connection: Connection
  /// The tables and views behind FROM and JOIN, each with the name that stands for it.
  private let sources: [(table: String, alias: String)]

  /// - Parameter sql: a statement that SQLite can compile.
  init(of sql: String, in connection: Connection) throws(SQLiteError) {
    tokens = SQLToken.all(in: sql)
    catalog = try Catalog(connection)
    self.connection = connection
    sources = catalog.sources(in: tokens)
  }

  /// The kind of record of whose keys a parameter is one; `nil` where that is not sure.
  func kind(of parameter: String) throws(SQLiteError) -> RecordKind? {
    let places = tokens.indices.filter {
      tokens[$0].kind == .parameter && tokens[$0].text.dropFirst() == parameter
    }
    var kinds: Set<RecordKind> = []
    for place in places {
      guard let column = columnCompared(at: place), let kind = try kind(of: column) else {
        return nil
      }
      kinds.insert(kind)
    }
    return kinds.count == 1 ? kinds.first : nil
  }

  // MARK: What it is compared with

  private struct Column {
    /// What stands before the point, where one does.
    let owner: String?
    let name: String
  }

  /// Behind these a comparison begins, and before these it ends.
  private static let borders: Set<String> = [
    "where", "and", "or", "on", "not", "when", "then", "having", "group", "order", "limit", "union",
    "except", "intersect", "else", "end", "window", "(", ")", ",", ";",
  ]

  private func isBorder(_ place: Int) -> Bool {
    guard tokens.indices.contains(place) else { return true }
    switch tokens[place].kind {
    case .word, .symbol: return Self.borders.contains(tokens[place].text.lowercased())
    case .quotedName, .text, .number, .parameter: return false
    }
  }

  private func columnCompared(at place: Int) -> Column? {
    if let end = equalsBefore(place) {
      guard isBorder(place + 1) else { return nil }
      return column(endingAt: end - 1)
    }
    if let start = equalsAfter(place) {
      guard isBorder(place - 1) else { return nil }
      return column(beginningAt: start)
    }
    return listed(place)
  }

  /// The first token of a sign that two things are alike, or are not, before a place.
  private func equalsBefore(_ place: Int) -> Int? {
    var first = place
    while first > 0, ["=", "!", "<", ">"].contains(tokens[first - 1].text) { first -= 1 }
    if first < place {
      let sign = tokens[first..<place].map(\.text).joined()
      return ["=", "==", "!=", "<>"].contains(sign) ? first : nil
    }
    if first > 1, tokens[first - 1].isWord("not"), tokens[first - 2].isWord("is") {
      return first - 2
    }
    return first > 0 && tokens[first - 1].isWord("is") ? first - 1 : nil
  }

  /// The token behind such a sign that follows a place.
  private func equalsAfter(_ place: Int) -> Int? {
    var next = place + 1
    while next < tokens.count, ["=", "!", "<", ">"].contains(tokens[next].text) { next += 1 }
    let sign = tokens[(place + 1)..<next].map(\.text).joined()
    return ["=", "==", "!=", "<>"].contains(sign) ? next : nil
  }

  /// The column of `column IN (…)`, of which a place is in the list.
  private func listed(_ place: Int) -> Column? {
    var first = place
    while first > 0, tokens[first].kind == .parameter || tokens[first].text == "," { first -= 1 }
    guard first > 1, tokens[first].text == "(", tokens[first - 1].isWord("in") else { return nil }
    guard tokens.indices.contains(place + 1), [",", ")"].contains(tokens[place + 1].text) else {
      return nil
    }
    return column(endingAt: first - (tokens[first - 2].isWord("not") ? 3 : 2))
  }

  private func column(endingAt place: Int) -> Column? {
    guard tokens.indices.contains(place), tokens[place].isName else { return nil }
    let isOwned = place > 1 && tokens[place - 1].text == "." && tokens[place - 2].isName
    guard isBorder(place - (isOwned ? 3 : 1)) else { return nil }
    return Column(
      owner: isOwned ? tokens[place - 2].text.lowercased() : nil,
      name: tokens[place].text.lowercased())
  }

  private func column(beginningAt place: Int) -> Column? {
    guard tokens.indices.contains(place), tokens[place].isName else { return nil }
    let isOwned =
      place + 2 < tokens.count && tokens[place + 1].text == "." && tokens[place + 2].isName
    let last = place + (isOwned ? 2 : 0)
    guard isBorder(last + 1) else { return nil }
    return Column(
      owner: isOwned ? tokens[place].text.lowercased() : nil, name: tokens[last].text.lowercased())
  }

  // MARK: What a column is

  private func kind(of column: Column) throws(SQLiteError) -> RecordKind? {
    if column.owner == nil, isGivenAnew(column.name) { return nil }
    let holders = sources.filter { source in
      column.owner.map { $0 == source.alias }
        ?? catalog.columns(of: source.table).contains(column.name)
    }
    var kinds: Set<RecordKind> = []
    for holder in holders {
      guard let kind = try kind(of: column.name, in: holder.table) else { return nil }
      kinds.insert(kind)
    }
    return kinds.count == 1 ? kinds.first : nil
  }

  /// Whether the statement gives something else this name.
  private func isGivenAnew(_ name: String) -> Bool {
    tokens.indices.dropFirst().contains { place in
      guard tokens[place].isName, tokens[place].text.lowercased() == name else { return false }
      let before = tokens[place - 1]
      // `x AS mission`, `x mission`, `WITH t (mission)`.
      return before.isWord("as") || before.text == ")"
        || [.text, .number, .parameter, .quotedName].contains(before.kind)
        || before.kind == .word && !Connection.isKeyword(before.text)
        || isInList(behindNameAt: place)
    }
  }

  /// Whether a place lies in the list of columns of `WITH name (…) AS`.
  private func isInList(behindNameAt place: Int) -> Bool {
    var first = place
    while first > 0, tokens[first].isName || tokens[first].text == "," { first -= 1 }
    guard first > 1, tokens[first].text == "(", tokens[first - 1].isName else { return false }
    return tokens[first - 2].isWord("with") || tokens[first - 2].text == ","
      || tokens[first - 2].isWord("recursive")
  }

  private func kind(of column: String, in table: String) throws(SQLiteError) -> RecordKind? {
    if column == "key" { return RecordKind.of(table: table) }
    let isView = try connection.value(
      "SELECT type = 'view' FROM sqlite_schema WHERE name = \(table)", as: Bool.self)
    if isView == true { return Self.kindInViews(column) }
    let parent = try connection.value(
      """
      SELECT "table" FROM pragma_foreign_key_list(\(table))
      WHERE "from" = \(column) AND "to" = 'key'
      """, as: String.self)
    return parent.flatMap(RecordKind.of(table:))
  }

  /// Views call a column of keys as the kind is called, and a test looks at them.
  static func kindInViews(_ column: String) -> RecordKind? {
    if ["sender", "receiver"].contains(column) { return .party }
    return RecordKind.named(Key.hyphenated(column))
  }
}
