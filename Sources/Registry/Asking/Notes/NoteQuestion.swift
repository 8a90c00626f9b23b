import SQLSyntax
import SQLite

/// Parts of a statement that somebody asks, written anew to look at its own rows.
///
/// Nothing of its text is taken over: names are plain ones, values are bound, and whatever stands
/// between them is the program's own. A part that is more than this knows is `nil`, and whoever asks
/// is silent.
enum NoteQuestion {
  private static let signs: [String: SQL] = [
    "=": "=", "<>": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "is": "IS",
    "is not": "IS NOT", "and": "AND", "or": "OR", "+": "+", "-": "-", "*": "*", "/": "/", "%": "%",
    "||": "||",
  ]
  private static let patterns: [String: SQL] = ["like": "LIKE", "glob": "GLOB"]
  private static let types: [String: SQL] = [
    "integer": "INTEGER", "int": "INTEGER", "real": "REAL", "text": "TEXT", "numeric": "NUMERIC",
  ]

  // MARK: Expressions

  static func sql(_ expression: SQLExpression) -> SQL? {
    switch expression {
    case .name(let names, _, _): return joined(names.map(name), by: ".")
    case .text(let text, _): return "\(text)"
    case .number(let number, _): return value(number)
    case .null: return "NULL"
    case .unary("not", let one, _): return sql(one).map { "(NOT \(raw: $0))" }
    case .unary("-", let one, _): return sql(one).map { "(- \(raw: $0))" }
    case .unary("+", let one, _): return sql(one).map { "(+ \(raw: $0))" }
    case .binary(let sign, let left, let right, _):
      guard let sign = signs[sign], let left = sql(left), let right = sql(right) else { return nil }
      return "(\(raw: left) \(raw: sign) \(raw: right))"
    case .isNull(let isNot, let one, _):
      return sql(one).map { "(\(raw: $0) IS \(raw: isNot ? "NOT NULL" : "NULL"))" }
    case .call(let call, _): return sql(call)
    case .cast(let one, let type, _):
      guard let type = types[type], let one = sql(one) else { return nil }
      return "CAST(\(raw: one) AS \(raw: type))"
    case .choice(let base, let branches, let otherwise, _): return sql(base, branches, otherwise)
    case .row(let list, _): return joined(list.map(sql), by: ", ").map { "(\(raw: $0))" }
    case .exists(let select, _): return sql(select).map { "EXISTS (\(raw: $0))" }
    case .subquery(let select, _): return sql(select).map { "(\(raw: $0))" }
    case .like, .between, .inList, .inSelect: return comparison(expression)
    case .star, .opaque, .unary: return nil
    }
  }

  private static func comparison(_ expression: SQLExpression) -> SQL? {
    switch expression {
    case .like(let word, let isNot, let one, let pattern, let place):
      // What stands behind the pattern is ESCAPE.
      guard place.upperBound == pattern.place.upperBound, let word = patterns[word],
        let one = sql(one), let pattern = sql(pattern)
      else { return nil }
      return "(\(raw: one) \(raw: not(isNot))\(raw: word) \(raw: pattern))"
    case .between(let isNot, let one, let low, let high, _):
      guard let one = sql(one), let low = sql(low), let high = sql(high) else { return nil }
      return "(\(raw: one) \(raw: not(isNot))BETWEEN \(raw: low) AND \(raw: high))"
    case .inList(let isNot, let one, let list, _):
      guard let one = sql(one), let list = joined(list.map(sql), by: ", ") else { return nil }
      return "(\(raw: one) \(raw: not(isNot))IN (\(raw: list)))"
    case .inSelect(let isNot, let one, let select, _):
      guard let one = sql(one), let select = sql(select) else { return nil }
      return "(\(raw: one) \(raw: not(isNot))IN (\(raw: select)))"
    default: return nil
    }
  }

  private static func not(_ isNot: Bool) -> SQL { isNot ? "NOT " : "" }

  private static func sql(_ call: SQLCall) -> SQL? {
    guard !call.isWindow, call.window.isEmpty, call.filter == nil, let name = name(call.name) else {
      return nil
    }
    if call.isOfAllRows { return "\(raw: name)(*)" }
    guard let arguments = joined(call.arguments.map(sql), by: ", ") else { return nil }
    // The day and the hour that it is are asked for without parentheses.
    if call.name.hasPrefix("current_") { return nil }
    return "\(raw: name)(\(raw: call.isDistinct ? "DISTINCT " : "")\(raw: arguments))"
  }

  private static func sql(
    _ base: SQLExpression?, _ branches: [SQLBranch], _ otherwise: SQLExpression?
  ) -> SQL? {
    var question: SQL = "CASE"
    if let base {
      guard let base = sql(base) else { return nil }
      question += " \(raw: base)"
    }
    for branch in branches {
      guard let condition = sql(branch.condition), let result = sql(branch.result) else {
        return nil
      }
      question += " WHEN \(raw: condition) THEN \(raw: result)"
    }
    if let otherwise {
      guard let otherwise = sql(otherwise) else { return nil }
      question += " ELSE \(raw: otherwise)"
    }
    return "\(raw: question) END"
  }

  // MARK: Questions

  static func sql(_ select: SQLSelect) -> SQL? {
    // Which rows are left, LIMIT and the kinds of UNION say, which are not looked at here.
    guard select.tables.isEmpty, select.arms.count == 1, !select.isLimited else { return nil }
    return sql(select.arms[0])
  }

  private static func sql(_ core: SQLCore) -> SQL? {
    guard core.windows.isEmpty, let results = joined(core.results.map(result), by: ", ") else {
      return nil
    }
    var question: SQL = "SELECT \(raw: core.isDistinct ? "DISTINCT " : "")\(raw: results)"
    if !core.sources.isEmpty {
      guard let sources = sources(of: core) else { return nil }
      question += " FROM \(raw: sources)"
    }
    if let condition = core.condition {
      guard let condition = sql(condition) else { return nil }
      question += " WHERE \(raw: condition)"
    }
    if !core.groups.isEmpty {
      // A bound number would be no place of a column.
      guard core.groups.allSatisfy({ $0.numberValue == nil }),
        let groups = joined(core.groups.map(sql), by: ", ")
      else { return nil }
      question += " GROUP BY \(raw: groups)"
    }
    if let having = core.having {
      guard let having = sql(having) else { return nil }
      question += " HAVING \(raw: having)"
    }
    return question
  }

  private static func result(_ result: SQLResult) -> SQL? {
    if case .star(let table, _) = result.value {
      guard let table else { return "*" }
      return name(table).map { "\(raw: $0).*" }
    }
    guard let value = sql(result.value) else { return nil }
    guard let alias = result.alias else { return value }
    return name(alias).map { "\(raw: value) AS \(raw: $0)" }
  }

  /// What stands behind FROM.
  static func sources(of core: SQLCore) -> SQL? {
    var question: SQL = ""
    for source in core.sources {
      guard let joint = joint(source.join), let content = content(source) else { return nil }
      question += "\(raw: joint)\(raw: content)"
      if let alias = source.alias {
        guard let alias = name(alias) else { return nil }
        question += " AS \(raw: alias)"
      }
      if let condition = source.condition {
        guard let condition = sql(condition) else { return nil }
        question += " ON \(raw: condition)"
      }
      if !source.using.isEmpty {
        guard let columns = joined(source.using.map(name), by: ", ") else { return nil }
        question += " USING (\(raw: columns))"
      }
    }
    return question
  }

  private static func joint(_ join: SQLSource.Join) -> SQL? {
    switch join {
    case .first: ""
    case .comma: ", "
    case .cross: " CROSS JOIN "
    case .natural: " NATURAL JOIN "
    case .inner: " JOIN "
    // LEFT, RIGHT or FULL.
    case .outer: nil
    }
  }

  private static func content(_ source: SQLSource) -> SQL? {
    switch source.content {
    case .table(let schema, let table):
      return joined([schema, table].compactMap(\.self).map(name), by: ".")
    case .select(let select): return sql(select).map { "(\(raw: $0))" }
    case .call: return nil
    }
  }

  /// What WITH names for the questions behind it.
  static func tables(_ tables: [SQLCommonTable]) -> SQL? {
    joined(tables.map(table), by: ", ")
  }

  private static func table(_ table: SQLCommonTable) -> SQL? {
    guard let called = name(table.name), let select = sql(table.select) else { return nil }
    guard !table.columns.isEmpty else { return "\(raw: called) AS (\(raw: select))" }
    guard let columns = joined(table.columns.map(name), by: ", ") else { return nil }
    return "\(raw: called) (\(raw: columns)) AS (\(raw: select))"
  }

  // MARK: Words

  /// A name that needs no quotes: in quotes one that is of no column would be a text.
  private static func name(_ name: String) -> SQL? {
    let small = name.lowercased()
    let written: SQL = "\(plain: small)"
    return written.text == small ? written : nil
  }

  private static func value(_ number: String) -> SQL? {
    if let whole = Int64(number) { return "\(whole)" }
    return Double(number).map { "\($0)" }
  }

  private static func joined(_ parts: [SQL?], by separator: SQL) -> SQL? {
    let known = parts.compactMap(\.self)
    return known.count == parts.count ? known.joined(separator: separator) : nil
  }
}
