import SQLite
import Schema

/// What helps where a FROM names no table, or joins by a word that joins none.
struct MissingJoin {
  private let mistake: Mistake
  private let catalog: Catalog
  private let connection: Connection

  init(_ mistake: Mistake, _ catalog: Catalog, _ connection: Connection) {
    self.mistake = mistake
    self.catalog = catalog
    self.connection = connection
  }

  /// - Returns: `nil` where nothing is known that would help.
  var cure: Cure? {
    switch mistake.complaint.kind {
    case .syntax: mistake.place.flatMap { noTable(at: $0) ?? joinedByAnd(at: $0) }
    case .incomplete: noTable(at: mistake.tokens.count)
    default: nil
    }
  }

  private func noTable(at place: Int) -> Cure? {
    guard mistake.isWord(place - 1, "from", "join"), place > 1,
      place == mistake.tokens.count || mistake.isSymbol(place, ")")
        || mistake.isWord(
          place, "where", "group", "having", "order", "limit", "on", "using", "union", "join")
    else { return nil }
    let word = mistake.tokens[place - 1].text.uppercased()
    if let table = tableCompared(behind: place) {
      return Cure(
        at: place - 1..<place,
        Sentence(
          "\(word) takes a table: \(word) \(table).", vi: "\(word) cần một bảng: \(word) \(table).")
      )
    }
    var cure = Cure(
      at: place - 1..<place,
      Sentence(
        "Name a table or a view behind \(word).",
        vi: "Hãy nêu một bảng hay khung nhìn sau \(word)."))
    cure.remedies = [.question(.listTables)]
    return cure
  }

  /// The table whose columns the condition of a JOIN compares, and that nothing brings.
  private func tableCompared(behind place: Int) -> String? {
    guard mistake.isWord(place, "on"), let select = mistake.selects.chain(around: place).first
    else { return nil }
    let named = mistake.selects.sources(of: select).flatMap { [$0.name, $0.alias?.lowercased()] }
    return mistake.selects.ownWords(of: select).lazy.filter { index in
      index > place && mistake.isSymbol(index + 1, ".")
    }.compactMap { mistake.word($0) }.first { name in
      mistake.known.tables.contains(name) && !named.contains(name)
    }
  }

  /// `FROM posting AND mission`.
  private func joinedByAnd(at place: Int) -> Cure? {
    guard mistake.isWord(place, "and"), ClauseMistake.isIn("from", mistake, place),
      let table = mistake.word(place + 1), mistake.known.tables.contains(table),
      let select = mistake.selects.chain(around: place).first
    else { return nil }
    // Behind ON it joins conditions.
    let isCondition = mistake.selects.ownWords(of: select).contains { index in
      index < place && mistake.isWord(index, "on")
    }
    guard !isCondition else { return nil }
    let visible = VisibleSources(mistake, catalog, connection)
    let sources = mistake.selects.sources(of: select).filter { $0.words.upperBound <= place }
      .compactMap { visible.source($0).joined }
    let join = (try? JoinPaths(catalog, connection))?.join(to: table, from: sources)
    let written = join ?? "JOIN \(table) ON …"
    return Cure(
      at: place..<place + 1,
      Sentence(
        "AND joins conditions. Tables: \(written)",
        vi: "AND nối các điều kiện. Nối bảng: \(written)"))
  }
}
