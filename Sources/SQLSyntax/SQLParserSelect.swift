import Schema

extension SQLParser {
  mutating func select() throws(Unknown) -> SQLSelect {
    depth += 1
    defer { depth -= 1 }
    guard depth < 120 else { throw Unknown() }
    let start = self.start
    var tables: [SQLCommonTable] = []
    if take("with") {
      _ = take("recursive")
      tables = try list { (parser) throws(Unknown) in try parser.commonTable() }
    }
    var arms = [try core()]
    while take("union") || take("intersect") || take("except") {
      _ = take("all")
      arms.append(try core())
    }
    let terms = take(["order", "by"]) ? try self.order() : []
    let isLimited = take("limit")
    if isLimited {
      _ = try expression()
      if take("offset") || take(symbol: ",") { _ = try expression() }
    }
    return SQLSelect(
      tables: tables, arms: arms, terms: terms, isLimited: isLimited, place: start..<end)
  }

  private mutating func commonTable() throws(Unknown) -> SQLCommonTable {
    let start = self.start
    let name = try name()
    var columns: [String] = []
    if take(symbol: "(") {
      columns = try list { (parser) throws(Unknown) in try parser.name() }
      try need(symbol: ")")
    }
    try need("as")
    if take("not") { try need("materialized") } else { _ = take("materialized") }
    try need(symbol: "(")
    let select = try select()
    try need(symbol: ")")
    return SQLCommonTable(name: name, columns: columns, select: select, place: start..<end)
  }

  private mutating func core() throws(Unknown) -> SQLCore {
    if take("values") {
      let rows = try list { (parser) throws(Unknown) -> [SQLExpression] in
        try parser.need(symbol: "(")
        let row = try parser.expressions()
        try parser.need(symbol: ")")
        return row
      }
      return SQLCore(results: rows.joined().map { SQLResult(value: $0, alias: nil) })
    }
    try need("select")
    let isDistinct = take("distinct")
    if !isDistinct { _ = take("all") }
    let results = try list { (parser) throws(Unknown) in try parser.result() }
    var from: SQLPlace?
    var sources: [SQLSource] = []
    if take("from") {
      let start = self.start
      sources = try self.sources()
      from = start..<end
    }
    let condition = take("where") ? try expression() : nil
    let groups = take(["group", "by"]) ? try expressions() : []
    let having = take("having") ? try expression() : nil
    var windows: [SQLExpression] = []
    if take("window") {
      windows = try list { (parser) throws(Unknown) in
        _ = try parser.name()
        try parser.need("as")
        try parser.need(symbol: "(")
        return try parser.windowDefinition()
      }.flatMap { $0 }
    }
    return SQLCore(
      results: results, sources: sources, from: from, condition: condition, groups: groups,
      having: having, windows: windows, isDistinct: isDistinct)
  }

  private mutating func result() throws(Unknown) -> SQLResult {
    let value = try expression()
    if take("as") { return SQLResult(value: value, alias: try alias()) }
    guard let token, token.isName || token.kind == .text, !Self.endsResult(token) else {
      return SQLResult(value: value, alias: nil)
    }
    return SQLResult(value: value, alias: try alias())
  }

  /// A name, or a text that stands for one.
  private mutating func alias() throws(Unknown) -> String {
    guard let token, token.isName || token.kind == .text else { throw Unknown() }
    at += 1
    return token.kind == .text ? Self.unquoted(token.text) : token.text
  }

  private static func endsResult(_ token: SQLToken) -> Bool {
    token.kind == .word && clauses.contains(token.text.lowercased())
  }

  private static let clauses: Set<String> = [
    "from", "where", "group", "having", "order", "limit", "union", "intersect", "except", "window",
    "on", "using", "join", "natural", "left", "right", "full", "inner", "cross", "outer", "offset",
    "indexed", "not", "as",
  ]

  // MARK: FROM

  private mutating func sources() throws(Unknown) -> [SQLSource] {
    var sources = try source(.first)
    while let join = try joinWord() {
      var joined = try source(join)
      if take("on") {
        let condition = try expression()
        joined = Self.joined(joined, condition, [])
      } else if take("using") {
        try need(symbol: "(")
        let columns = try list { (parser) throws(Unknown) in try parser.name() }
        try need(symbol: ")")
        joined = Self.joined(joined, nil, columns)
      }
      sources += joined
    }
    return sources
  }

  /// The condition belongs to the first of those in parentheses, as to any.
  private static func joined(
    _ sources: [SQLSource], _ condition: SQLExpression?, _ using: [String]
  ) -> [SQLSource] {
    guard let first = sources.first else { return [] }
    return [
      SQLSource(
        content: first.content, alias: first.alias, join: first.join, condition: condition,
        using: using, place: first.place)
    ] + sources.dropFirst()
  }

  private mutating func joinWord() throws(Unknown) -> SQLSource.Join? {
    if take(symbol: ",") { return .comma }
    let isNatural = take("natural")
    var join: SQLSource.Join = isNatural ? .natural : .inner
    if take("cross") {
      join = .cross
    } else if take("left") || take("right") || take("full") {
      _ = take("outer")
      if !isNatural { join = .outer }
    } else {
      _ = take("inner")
    }
    if take("join") { return join }
    guard !isNatural, join == .inner else { throw Unknown() }
    return nil
  }

  private mutating func source(_ join: SQLSource.Join) throws(Unknown) -> [SQLSource] {
    let start = self.start
    if take(symbol: "(") {
      guard isNext("select") || isNext("with") || isNext("values") else {
        var inner = try sources()
        try need(symbol: ")")
        if let first = inner.first {
          inner[0] = SQLSource(
            content: first.content, alias: first.alias, join: join, condition: first.condition,
            using: first.using, place: first.place)
        }
        return inner
      }
      let select = try select()
      try need(symbol: ")")
      return [try named(.select(select), join, from: start)]
    }
    var name = try name()
    var schema: String?
    if take(symbol: ".") {
      schema = name
      name = try self.name()
    }
    if take(symbol: "(") {
      let arguments = isNext(symbol: ")") ? [] : try expressions()
      try need(symbol: ")")
      return [try named(.call(name, arguments), join, from: start)]
    }
    let content = SQLSource.Content.table(schema: schema, name: name)
    return [try named(content, join, from: start)]
  }

  private mutating func named(
    _ content: SQLSource.Content, _ join: SQLSource.Join, from start: Int
  ) throws(Unknown) -> SQLSource {
    var alias: String?
    if take("as") {
      alias = try self.alias()
    } else if let token, token.isName || token.kind == .text, !Self.endsResult(token) {
      alias = try self.alias()
    }
    if take(["indexed", "by"]) {
      _ = try name()
    } else if isNext("not"), isNext("indexed", ahead: 1) {
      at += 2
    }
    return SQLSource(
      content: content, alias: alias, join: join, condition: nil, using: [], place: start..<end)
  }
}
