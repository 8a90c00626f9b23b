import Schema

extension SQLParser {
  mutating func primary() throws(Unknown) -> SQLExpression {
    guard let token else { throw Unknown() }
    let start = token.offset
    switch token.kind {
    case .text:
      at += 1
      return .text(Self.unquoted(token.text), start..<end)
    case .number:
      at += 1
      return .number(token.text, start..<end)
    case .parameter:
      at += 1
      return .opaque(start..<end)
    case .quotedName: return try column()
    case .symbol:
      if take(symbol: "*") { return .star(table: nil, start..<end) }
      if take(symbol: ".") {
        guard let fraction = self.token, fraction.kind == .number else { throw Unknown() }
        at += 1
        return .number("." + fraction.text, start..<end)
      }
      try need(symbol: "(")
      return try parenthesis(from: start)
    case .word: return try word(token.text.lowercased(), from: start)
    }
  }

  static func unquoted(_ text: String) -> String {
    String(text.dropFirst().dropLast()).replacing("''", with: "'")
  }

  private mutating func parenthesis(from start: Int) throws(Unknown) -> SQLExpression {
    if isNext("select") || isNext("with") || isNext("values") {
      let select = try select()
      try need(symbol: ")")
      return .subquery(select, start..<end)
    }
    let list = try expressions()
    try need(symbol: ")")
    return list.count == 1 ? .row(list, start..<end) : .row(list, start..<end)
  }

  private mutating func word(_ word: String, from start: Int) throws(Unknown) -> SQLExpression {
    switch word {
    case "null":
      at += 1
      return .null(start..<end)
    case "true", "false":
      at += 1
      return .number(word == "true" ? "1" : "0", start..<end)
    case "current_date", "current_time", "current_timestamp":
      at += 1
      return .call(SQLCall(name: word, arguments: []), start..<end)
    case "case": return try choice(from: start)
    case "cast":
      at += 1
      try need(symbol: "(")
      let value = try expression()
      try need("as")
      let first = self.start
      var type = ""
      while let token, !isNext(symbol: ")"), !isNext(symbol: "(") {
        type += type.isEmpty ? token.text : " " + token.text
        at += 1
      }
      if take(symbol: "(") {
        while let token, token.text != ")" { at += 1 }
        try need(symbol: ")")
      }
      guard self.start > first else { throw Unknown() }
      try need(symbol: ")")
      return .cast(value, type: type.lowercased(), start..<end)
    case "exists", "not":
      _ = take("not")
      try need("exists")
      try need(symbol: "(")
      let select = try select()
      try need(symbol: ")")
      return .exists(select, start..<end)
    case "x":
      // x'ff'
      if let next = token(1), next.kind == .text, next.offset == start + 1 {
        at += 2
        return .opaque(start..<end)
      }
      return try column()
    case "select", "from", "where", "group", "order", "having", "limit", "union", "on", "then",
      "else", "end", "when", "and", "or", "as", "raise":
      throw Unknown()
    default:
      return isNext(symbol: "(", ahead: 1) ? try call(from: start) : try column()
    }
  }

  private mutating func column() throws(Unknown) -> SQLExpression {
    let start = self.start
    var names: [String] = []
    var isQuoted = false
    repeat {
      if isNext(symbol: "*"), let table = names.last {
        at += 1
        return .star(table: table, start..<end)
      }
      isQuoted = token?.kind == .quotedName
      names.append(try name())
    } while take(symbol: ".")
    return .name(names, isQuoted: isQuoted, start..<end)
  }

  private mutating func choice(from start: Int) throws(Unknown) -> SQLExpression {
    try need("case")
    let base = isNext("when") ? nil : try expression()
    var branches: [SQLBranch] = []
    while take("when") {
      let condition = try expression()
      try need("then")
      branches.append(SQLBranch(condition: condition, result: try expression()))
    }
    let otherwise = take("else") ? try expression() : nil
    try need("end")
    return .choice(base: base, branches, otherwise: otherwise, start..<end)
  }

  private mutating func call(from start: Int) throws(Unknown) -> SQLExpression {
    let name = try name().lowercased()
    try need(symbol: "(")
    let isDistinct = take("distinct")
    var isOfAllRows = false
    var arguments: [SQLExpression] = []
    var window: [SQLExpression] = []
    if isNext(symbol: "*"), isNext(symbol: ")", ahead: 1) {
      at += 1
      isOfAllRows = true
    } else if !isNext(symbol: ")") {
      arguments = try expressions()
      // Of an aggregate, from SQLite 3.44.
      if take(["order", "by"]) { window += try order().map(\.value) }
    }
    try need(symbol: ")")
    var call = SQLCall(name: name, arguments: arguments)
    call.isOfAllRows = isOfAllRows
    call.isDistinct = isDistinct
    if take("filter") {
      try need(symbol: "(")
      try need("where")
      call.filter = try expression()
      try need(symbol: ")")
    }
    if take("over") {
      call.isWindow = true
      window += take(symbol: "(") ? try windowDefinition() : try namedWindow()
    }
    call.window = window
    return .call(call, start..<end)
  }

  private mutating func namedWindow() throws(Unknown) -> [SQLExpression] {
    _ = try name()
    return []
  }

  /// Behind the opening parenthesis, to the closing one.
  mutating func windowDefinition() throws(Unknown) -> [SQLExpression] {
    var values: [SQLExpression] = []
    if let token, token.isName,
      !["partition", "order", "rows", "range", "groups"].contains(token.text.lowercased())
    {
      at += 1
    }
    if take(["partition", "by"]) { values += try expressions() }
    if take(["order", "by"]) { values += try order().map(\.value) }
    // The frame: numbers and words, in parentheses or not.
    var open = 0
    while let token, open > 0 || token.text != ")" {
      if token.kind == .symbol { open += token.text == "(" ? 1 : token.text == ")" ? -1 : 0 }
      at += 1
    }
    try need(symbol: ")")
    return values
  }

  mutating func order() throws(Unknown) -> [SQLOrderTerm] {
    try list { (parser) throws(Unknown) in
      let value = try parser.expression()
      let isDescending = !parser.take("asc") && parser.take("desc")
      if parser.take("nulls"), !parser.take("first") { try parser.need("last") }
      return SQLOrderTerm(value: value, isDescending: isDescending)
    }
  }
}
