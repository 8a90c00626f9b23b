import SQLite
import Schema

/// Columns that are called otherwise here.
extension MissingColumn {
  // MARK: Keys

  /// Words for the key of whatever is asked.
  private static let words: Set<String> = [
    "key", "id", "ids", "code", "uid", "uuid", "pk", "slug", "identifier", "ma",
  ]

  /// What helps where the key of a record is called as it is elsewhere: `id`, `mission_id`, and
  /// `mission` in the table of missions.
  func keyMeant(by column: String, in sources: [VisibleSources.Source]) -> Cure? {
    let stem = ["_id", "_key", "_code"].first(where: column.hasSuffix).map {
      String(column.dropLast($0.count))
    }
    if let stem {
      let having = sources.filter { $0.has(stem) && isKey(stem, in: $0) }
      if !having.isEmpty { return Cure.write(stem, of: having, at: mistake.path) }
    }
    let own = sources.filter { source in
      guard let name = source.source.name, keyColumn(of: source) != nil else { return false }
      return Self.words.contains(column) || [column, stem].contains(name)
    }
    let written = own.compactMap(writtenKey)
    if !written.isEmpty {
      let told = own.map(\.told)
      return Cure(
        at: mistake.path,
        Sentence(
          "The key of \(told.listed(by: "and")) is \(written.listed(by: "or")).",
          vi: "Mã của \(told.listed(by: "và")) là \(written.listed(by: "hoặc"))."))
    }
    guard Self.words.contains(column) else { return nil }
    return sources.lazy.compactMap(keys).first
  }

  /// The column of a table that holds the key of its own records.
  private func keyColumn(of source: VisibleSources.Source) -> String? {
    source.source.name.flatMap { paths?.key(of: $0) }.flatMap { source.has($0) ? $0 : nil }
  }

  private func isKey(_ column: String, in source: VisibleSources.Source) -> Bool {
    paths?.target(of: column, in: source.source.name) != nil
  }

  private func writtenKey(of source: VisibleSources.Source) -> String? {
    let isOne = visible.count == 1 && (mistake.path?.count ?? 1) == 1
    return keyColumn(of: source).map { isOne ? $0 : "\(source.alias).\($0)" }
  }

  /// The columns of a view that hold keys, where none is called so.
  private func keys(of source: VisibleSources.Source) -> Cure? {
    let keys = source.joined.flatMap { paths?.keyColumns(of: $0) } ?? []
    guard !keys.isEmpty, !source.has("key") else { return nil }
    let shown = keys.prefix(5).joined(separator: ", ")
    return Cure(
      at: mistake.path,
      Sentence(
        "\(source.told) has no key of its own; it has those of \(shown).",
        vi: "\(source.told) không có mã riêng; nó có mã của \(shown)."))
  }

  // MARK: Other names

  /// The column of a table to which a key leads, where its name stands behind that of the key:
  /// `person_name` is `name` of the person.
  func heldWhole(_ column: String, _ sources: [VisibleSources.Source]) -> Cure? {
    for source in sources.compactMap(\.joined) {
      for holder in source.columns where column.hasPrefix(holder.lowercased() + "_") {
        guard let table = paths?.target(of: holder, in: source.name),
          let key = paths?.key(of: table)
        else { continue }
        let join = "JOIN \(table) ON \(table).\(key) = \(source.alias).\(holder)"
        let rest = column.dropFirst(holder.count + 1)
        let named = [rest + "", rest + "_en", rest + "_vi"].map(String.init)
        let found = catalog.columns(of: table).filter(named.contains)
        guard let first = found.first else { continue }
        let meant = found.contains(named[0]) ? [first] : found
        if let joined = visible.first(where: { $0.source.name == table && !$0.alias.isEmpty }) {
          let written = meant.map { "\(joined.alias).\($0)" }.joined(separator: ", ")
          return Cure(
            at: mistake.path,
            Sentence("\(column) is \(written) here.", vi: "Ở đây \(column) là \(written)."))
        }
        let shown = meant.joined(separator: ", ")
        return Cure(
          at: mistake.path,
          Sentence(
            "\(column) is \(shown) in \(table). Add: \(join)",
            vi: "\(column) là \(shown) trong \(table). Hãy thêm: \(join)"))
      }
    }
    return nil
  }

  /// What holds here what an everyday word is for.
  func everyday(_ word: String, in sources: [VisibleSources.Source]) -> Cure? {
    let wanted = EverydayWords.columns(for: word)
    let told = sources.compactMap { source -> (String, String)? in
      let found = wanted.filter(source.has)
      guard !found.isEmpty, !source.alias.isEmpty else { return nil }
      return (source.told, found.joined(separator: ", "))
    }
    guard let first = told.first else { return nil }
    return Cure(
      at: mistake.path,
      Sentence(
        "For \(word) \(first.0) has \(first.1).", vi: "Về \(word), \(first.0) có \(first.1)."))
  }

  /// The same in a table to which a JOIN leads.
  func everyday(_ word: String, beyond sources: [VisibleSources.Source]) -> Cure? {
    let joined = sources.compactMap(\.joined)
    for column in EverydayWords.columns(for: word) {
      guard let found = paths?.tables(having: column, from: joined).first, let join = found.join
      else { continue }
      return Cure(
        at: mistake.path,
        Sentence(
          "For \(word) there is \(column) in \(found.table). Add: \(join)",
          vi: "Về \(word) có \(column) trong \(found.table). Hãy thêm: \(join)"))
    }
    return nil
  }

  /// The columns that there are, where nobody can tell which is meant.
  func known(of sources: [VisibleSources.Source]) -> Cure? {
    guard let source = sources.first(where: { !$0.columns.isEmpty }) else { return nil }
    let shown =
      source.columns.prefix(8).joined(separator: ", ") + (source.columns.count > 8 ? ", …" : ".")
    guard !source.alias.isEmpty else {
      return Cure(
        at: mistake.path,
        Sentence(
          "The SELECT in FROM gives \(shown)", vi: "SELECT trong FROM đưa ra \(shown)"))
    }
    var cure = Cure(
      at: mistake.path,
      Sentence("\(source.told) has \(shown)", vi: "\(source.told) có \(shown)"))
    if let name = source.source.name, catalog.tables.contains(name),
      !mistake.given.contains(name) || source.alias.lowercased() == name
    {
      cure.remedies = [.question(.describe(table: name))]
    }
    return cure
  }

  // MARK: Functions without parentheses

  private static let aggregates: Set<String> = [
    "count", "sum", "avg", "min", "max", "total", "median",
  ]

  /// What helps where `count` stands for what count(*) gives.
  func namedAsFunction(_ name: String) -> Cure? {
    guard Self.aggregates.contains(name), let place = mistake.place, !mistake.isQuoted else {
      return nil
    }
    if let inner = namedInside(name) { return inner }
    let calls = callsOfSelect(name, around: place)
    let call = calls.first ?? (name == "count" ? "count(*)" : "\(name)(x)")
    guard ClauseMistake.isIn("where", mistake, place) else {
      return Cure(
        Sentence(
          "\(name) is a function: write \(call).", vi: "\(name) là hàm: hãy viết \(call)."))
    }
    return Cure(
      Sentence(
        "\(name) is a function, and WHERE sees single rows: behind GROUP BY write HAVING \(call) ….",
        vi:
          "\(name) là hàm, còn WHERE xét từng dòng: sau GROUP BY hãy viết HAVING \(call) …."))
  }

  /// The name that a SELECT in the FROM gives to the call, or ought to give.
  private func namedInside(_ name: String) -> Cure? {
    for source in visible {
      let defined = source.source.name.flatMap { mistake.selects.definition(of: $0) }
      guard let words = defined ?? (source.source.name == nil ? source.source.words : nil),
        let call = words.first(where: { isCall($0, of: name) }),
        let close = mistake.selects.closing[call + 1]
      else { continue }
      let written = mistake.written(call, through: close)
      let next = mistake.isWord(close + 1, "as") ? close + 2 : close + 1
      if mistake.kind(next) == .word || mistake.kind(next) == .quotedName, words.contains(next),
        let alias = source.columns.first(where: {
          $0.lowercased() == mistake.tokens[next].text.lowercased()
        })
      {
        return Cure(
          Sentence(
            "The inner SELECT calls \(written) \(alias): write \(alias).",
            vi: "SELECT bên trong đặt tên \(alias) cho \(written): hãy viết \(alias)."))
      }
      return Cure(
        Sentence(
          "Give it a name in the inner SELECT: \(written) AS \(name).",
          vi: "Hãy đặt tên trong SELECT bên trong: \(written) AS \(name)."))
    }
    return nil
  }

  private func isCall(_ index: Int, of name: String) -> Bool {
    mistake.isWord(index, name) && mistake.isSymbol(index + 1, "(")
  }

  private func callsOfSelect(_ name: String, around place: Int) -> [String] {
    guard let select = mistake.selects.chain(around: place).first else { return [] }
    return mistake.selects.ownWords(of: select).compactMap { index in
      guard isCall(index, of: name), let close = mistake.selects.closing[index + 1] else {
        return nil
      }
      return mistake.written(index, through: close)
    }
  }
}
