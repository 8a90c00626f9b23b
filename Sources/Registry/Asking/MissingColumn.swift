import SQLite
import Schema

/// What helps where a statement names a column that is not there.
struct MissingColumn {
  let mistake: Mistake
  let catalog: Catalog
  private let connection: Connection
  private let sources: VisibleSources
  let visible: [VisibleSources.Source]
  let paths: JoinPaths?

  init(_ mistake: Mistake, _ catalog: Catalog, _ connection: Connection) {
    self.mistake = mistake
    self.catalog = catalog
    self.connection = connection
    sources = VisibleSources(mistake, catalog, connection)
    visible = sources.all
    paths = try? JoinPaths(catalog, connection)
  }

  /// - Returns: `nil` where nothing is known that would help.
  var cure: Cure? {
    let parts = mistake.path.map { path in
      path.filter { $0 % 2 == path.lowerBound % 2 }.map { mistake.tokens[$0].text }
    }
    let names = parts ?? mistake.complaint.name.split(separator: ".").map(String.init)
    guard let wanted = names.last?.lowercased() else { return nil }
    guard names.count > 1 else {
      let text = UnquotedText(mistake)
      if let text, text.isKey(paths, visible, connection) { return text.cure }
      let named = namedBySelect(wanted) ?? namedAsFunction(wanted)
      return named ?? missing(wanted, in: visible, beside: [], text: text)
    }
    let owner = names[names.count - 2].lowercased()
    guard let called = visible.first(where: { $0.alias.lowercased() == owner }) else {
      return cure(of: owner, column: wanted)
    }
    return missing(wanted, in: [called], beside: visible)
  }

  /// What helps where a column is in none of some sources.
  ///
  /// - Parameters:
  ///   - others: sources that the statement has too.
  ///   - text: what it is where it is a text without quotes.
  private func missing(
    _ column: String, in sources: [VisibleSources.Source],
    beside others: [VisibleSources.Source], text: UnquotedText? = nil
  ) -> Cure? {
    let having = others.filter { $0.has(column) }
    if !having.isEmpty {
      var cure = Cure.write(column, of: having, at: mistake.path)
      cure.lines = sources.compactMap { holding(column, $0) }
      return cure
    }
    if let inside = sources.lazy.compactMap({ leftOut(column, of: $0) }).first { return inside }
    // What is compared may be a text in the wrong quotes.
    let isText =
      mistake.isQuoted
      && mistake.place.flatMap { UnquotedText.compared(mistake, before: $0) } != nil
    if !isText, let key = keyMeant(by: column, in: sources) { return key }
    let parts = sources.compactMap { holding(column, $0) }
    if !isText, parts.isEmpty, let here = everyday(column, in: sources) { return here }
    let names = Set(sources.flatMap(\.columns)).union(mistake.named(behind: "as"))
    let meant = Cure.meant(
      Nearest.slips(of: column, among: names),
      at: mistake.path.map { $0.upperBound - 1..<$0.upperBound })
    let from = sources.isEmpty ? others : sources
    let elsewhere = elsewhere(column, from)
    if mistake.isQuoted { return meant ?? elsewhere?.cure }
    if elsewhere == nil, let meant { return meant }
    if parts.isEmpty, let whole = heldWhole(column, from) { return whole }
    guard let part = parts.first else {
      if let elsewhere { return elsewhere.cure }
      if let text, text.isValue { return text.cure }
      return everyday(column, in: others) ?? everyday(column, beyond: from) ?? known(of: from)
    }
    // What is here is nearer than what nothing leads to.
    guard let elsewhere, elsewhere.isJoined else {
      return Cure(
        at: mistake.path, Sentence(part.english + ".", vi: part.vietnamese + "."))
    }
    var cure = elsewhere.cure
    cure.lines = parts
    return cure
  }

  /// What helps where a SELECT, within FROM or WITH, is from something with the column and does not
  /// give it.
  private func leftOut(_ column: String, of source: VisibleSources.Source) -> Cure? {
    let defined = source.source.name.map { mistake.selects.definition(of: $0) }
    guard let words = defined ?? source.source.words, !source.alias.isEmpty,
      let inside = mistake.selects.all.first(where: { words.contains($0.start) }),
      mistake.selects.sources(of: inside).contains(where: { sources.source($0).has(column) })
    else { return nil }
    return Cure(
      at: mistake.path,
      Sentence(
        "\(source.alias) does not give \(column): name it in its SELECT.",
        vi: "\(source.alias) không đưa ra cột \(column): hãy nêu cột này trong SELECT của nó."))
  }

  /// The columns of a source in whose names a word stands: `name` is in `person_name`.
  private func holding(_ word: String, _ source: VisibleSources.Source) -> Sentence? {
    guard word.count > 3, !source.alias.isEmpty else { return nil }
    let found = source.columns.filter { column in
      ("_" + column.lowercased() + "_").contains("_" + word + "_")
    }
    guard !found.isEmpty else { return nil }
    let shown = found.prefix(5).joined(separator: ", ") + (found.count > 5 ? ", …" : "")
    return Sentence("\(source.told) has \(shown)", vi: "\(source.told) có \(shown)")
  }

  /// Which table has a column, and the JOIN that brings it.
  func elsewhere(
    _ column: String, _ sources: [VisibleSources.Source]
  ) -> (cure: Cure, isJoined: Bool)? {
    let found = paths?.tables(having: column, from: sources.compactMap(\.joined)) ?? []
    guard let first = found.first else { return nil }
    let names = found.prefix(4).map(\.table)
    let way =
      first.join.map { join in
        names.count > 1
          ? Sentence("For the first add: \(join)", vi: "Với cái đầu, hãy thêm: \(join)")
          : Sentence("Add: \(join)", vi: "Hãy thêm: \(join)")
      } ?? Sentence("Write FROM \(first.table).", vi: "Hãy viết FROM \(first.table).")
    let cure = Cure(
      at: mistake.path,
      Sentence(
        "\(column) is in \(names.listed(by: "and")). \(way.english)",
        vi: "\(column) nằm trong \(names.listed(by: "và")). \(way.vietnamese)"))
    return (cure, first.join != nil)
  }

  /// A name that the SELECT gives to one of its columns cannot be used beside it.
  private func namedBySelect(_ name: String) -> Cure? {
    guard let select = mistake.selects.chain(around: mistake.named ?? 0).first else { return nil }
    let isNamed = mistake.selects.ownWords(of: select).contains { index in
      mistake.isWord(index - 1, "as") && mistake.word(index) == name
    }
    guard isNamed else { return nil }
    return Cure(
      Sentence(
        "\(name) is a name that this SELECT gives. Repeat the expression, or ask around it: SELECT … FROM (SELECT …).",
        vi:
          "\(name) là tên do chính SELECT này đặt. Hãy viết lại biểu thức, hoặc hỏi bên ngoài: SELECT … FROM (SELECT …)."
      ))
  }

  // MARK: Before the dot

  /// What helps where nothing around the place is called as what stands before a dot.
  ///
  /// - Parameter column: what stands behind it; `*` for all.
  func cure(of owner: String, column: String) -> Cure? {
    if let hidden = visible.first(where: { $0.source.name == owner }) {
      guard column == "*" || hidden.has(column) else {
        return missing(column, in: [hidden], beside: visible)
      }
      let way = "\(hidden.alias).\(column)"
      return Cure(
        at: mistake.path,
        Sentence(
          "\(owner) is called \(hidden.alias) here: write \(way).",
          vi: "Ở đây \(owner) được gọi là \(hidden.alias): hãy viết \(way)."))
    }
    if isCalledElsewhere(owner) {
      return Cure(
        at: mistake.path,
        Sentence(
          "\(owner) belongs to another SELECT of the statement, and this one does not see it.",
          vi: "\(owner) thuộc một SELECT khác trong câu lệnh, và SELECT này không thấy được."))
    }
    if mistake.known.tables.contains(owner) { return notJoined(owner) }
    let names = visible.flatMap { [$0.alias, $0.source.name ?? ""] }.filter { !$0.isEmpty }
    let near = Nearest.slips(of: owner, among: Set(names)).map { "\($0).\(column)" }
    if let meant = Cure.meant(near, at: mistake.path) { return meant }
    let told = visible.map(\.told).filter { !$0.isEmpty }
    guard !told.isEmpty else { return nil }
    return Cure(
      at: mistake.path,
      Sentence(
        "Nothing is called \(owner) here. There is \(told.listed(by: "and")).",
        vi: "Ở đây không có gì tên là \(owner). Có \(told.listed(by: "và"))."))
  }

  private func isCalledElsewhere(_ owner: String) -> Bool {
    mistake.selects.all.contains { select in
      mistake.selects.sources(of: select).contains { $0.alias?.lowercased() == owner }
    }
  }

  private func notJoined(_ table: String) -> Cure {
    let join = paths?.join(to: table, from: visible.compactMap(\.joined))
    let way =
      join.map { Sentence("Add: \($0)", vi: "Hãy thêm: \($0)") }
      ?? Sentence("Add it with JOIN … ON ….", vi: "Hãy thêm bằng JOIN … ON ….")
    return Cure(
      at: mistake.path,
      Sentence(
        "\(table) is not in this FROM. \(way.english)",
        vi: "\(table) không có trong FROM này. \(way.vietnamese)"))
  }
}

extension Cure {
  /// What to write before a column that several sources have, or another one than was named.
  static func write(
    _ column: String, of having: [VisibleSources.Source], at place: Range<Int>?
  ) -> Cure {
    let owners = having.map(\.told)
    let ways = having.map { "\($0.alias).\(column)" }
    return Cure(
      at: place,
      Sentence(
        "\(column) is in \(owners.listed(by: "and")): write \(ways.listed(by: "or")).",
        vi: "\(column) có trong \(owners.listed(by: "và")): hãy viết \(ways.listed(by: "hoặc"))."
      ))
  }
}
