/// An expression of a question, with its place.
package indirect enum SQLExpression: Sendable {
  /// A column, with the table or the schema and the table before it, and where it stands.
  case name([String], isQuoted: Bool, SQLPlace)
  /// `*` or `m.*`.
  case star(table: String?, SQLPlace)
  /// Without its quotes.
  case text(String, SQLPlace)
  case number(String, SQLPlace)
  case null(SQLPlace)
  /// A parameter, or a literal that means nothing to a reader of questions.
  case opaque(SQLPlace)
  case unary(String, SQLExpression, SQLPlace)
  /// Arithmetic, comparison, `and`, `or`, `||`, in small letters.
  case binary(String, SQLExpression, SQLExpression, SQLPlace)
  /// `like`, `glob`, `regexp` or `match`.
  case like(String, isNot: Bool, SQLExpression, SQLExpression, SQLPlace)
  case between(isNot: Bool, SQLExpression, SQLExpression, SQLExpression, SQLPlace)
  case inList(isNot: Bool, SQLExpression, [SQLExpression], SQLPlace)
  case inSelect(isNot: Bool, SQLExpression, SQLSelect, SQLPlace)
  case isNull(isNot: Bool, SQLExpression, SQLPlace)
  case call(SQLCall, SQLPlace)
  case cast(SQLExpression, type: String, SQLPlace)
  case choice(base: SQLExpression?, [SQLBranch], otherwise: SQLExpression?, SQLPlace)
  case exists(SQLSelect, SQLPlace)
  case subquery(SQLSelect, SQLPlace)
  case row([SQLExpression], SQLPlace)

  package var place: SQLPlace {
    switch self {
    case .name(_, _, let place), .star(_, let place), .text(_, let place), .number(_, let place),
      .null(let place), .opaque(let place), .unary(_, _, let place), .binary(_, _, _, let place),
      .like(_, _, _, _, let place), .between(_, _, _, _, let place), .inList(_, _, _, let place),
      .inSelect(_, _, _, let place), .isNull(_, _, let place), .call(_, let place),
      .cast(_, _, let place), .choice(_, _, _, let place), .exists(_, let place),
      .subquery(_, let place), .row(_, let place):
      place
    }
  }

  /// The expressions that it is made of; those of questions within it are not among them.
  package var parts: [SQLExpression] {
    switch self {
    case .name, .star, .text, .number, .null, .opaque, .exists, .subquery: []
    case .unary(_, let one, _), .cast(let one, _, _), .isNull(_, let one, _),
      .inSelect(_, let one, _, _):
      [one]
    case .binary(_, let left, let right, _), .like(_, _, let left, let right, _): [left, right]
    case .between(_, let value, let low, let high, _): [value, low, high]
    case .inList(_, let value, let list, _): [value] + list
    case .call(let call, _): call.arguments + call.window + (call.filter.map { [$0] } ?? [])
    case .choice(let base, let branches, let otherwise, _):
      (base.map { [$0] } ?? []) + branches.flatMap { [$0.condition, $0.result] }
        + (otherwise.map { [$0] } ?? [])
    case .row(let list, _): list
    }
  }

  /// The question within it, if it is one.
  package var select: SQLSelect? {
    switch self {
    case .inSelect(_, _, let select, _), .exists(let select, _), .subquery(let select, _): select
    default: nil
    }
  }

  /// This one and all within it, questions within it not looked into; the outer ones first.
  package var all: [SQLExpression] { [self] + parts.flatMap(\.all) }
}

/// Where something stands in a statement: bytes from its beginning.
package typealias SQLPlace = Range<Int>

/// One WHEN of a CASE.
package struct SQLBranch: Sendable {
  package let condition: SQLExpression
  package let result: SQLExpression
}

/// A function with what it is given.
package struct SQLCall: Sendable {
  /// In small letters.
  package let name: String
  package let arguments: [SQLExpression]
  package var isOfAllRows = false
  package var isDistinct = false
  package var filter: SQLExpression?
  /// Whether it has OVER: then it makes no row of many.
  package var isWindow = false
  /// What its window is cut and ordered by.
  package var window: [SQLExpression] = []
}

/// A question: one or more SELECTs joined by UNION and its kin, behind what WITH names.
package final class SQLSelect: Sendable {
  package let tables: [SQLCommonTable]
  package let arms: [SQLCore]
  package let terms: [SQLOrderTerm]
  package let isLimited: Bool
  package let place: SQLPlace

  /// What ORDER BY says.
  package var order: [SQLExpression] { terms.map(\.value) }

  init(
    tables: [SQLCommonTable], arms: [SQLCore], terms: [SQLOrderTerm], isLimited: Bool,
    place: SQLPlace
  ) {
    self.tables = tables
    self.arms = arms
    self.terms = terms
    self.isLimited = isLimited
    self.place = place
  }
}

/// One term of ORDER BY.
package struct SQLOrderTerm: Sendable {
  package let value: SQLExpression
  package let isDescending: Bool
}

extension SQLSelect {
  /// The names of tables behind every FROM of it, in small letters; what WITH names is among them.
  package var tableNames: Set<String> {
    var names: Set<String> = []
    for table in tables { names.formUnion(table.select.tableNames) }
    for arm in arms {
      for source in arm.sources {
        switch source.content {
        case .table(_, let name): names.insert(name.lowercased())
        case .select(let inner): names.formUnion(inner.tableNames)
        case .call: break
        }
      }
      for expression in arm.expressions.flatMap(\.all) {
        if let inner = expression.select { names.formUnion(inner.tableNames) }
      }
    }
    for expression in order.flatMap(\.all) {
      if let inner = expression.select { names.formUnion(inner.tableNames) }
    }
    return names
  }
}

/// What WITH names.
package struct SQLCommonTable: Sendable {
  package let name: String
  package let columns: [String]
  package let select: SQLSelect
  /// From the name to the closing parenthesis.
  package let place: SQLPlace
}

/// One SELECT, or VALUES.
package final class SQLCore: Sendable {
  package let results: [SQLResult]
  package let sources: [SQLSource]
  /// What stands behind FROM.
  package let from: SQLPlace?
  package let condition: SQLExpression?
  package let groups: [SQLExpression]
  package let having: SQLExpression?
  package let windows: [SQLExpression]
  package let isDistinct: Bool

  /// All that stands in it but what is behind ORDER BY.
  package var expressions: [SQLExpression] {
    results.map(\.value) + sources.compactMap(\.condition)
      + [condition, having].compactMap(\.self) + groups + windows
  }

  init(
    results: [SQLResult], sources: [SQLSource] = [], from: SQLPlace? = nil,
    condition: SQLExpression? = nil, groups: [SQLExpression] = [], having: SQLExpression? = nil,
    windows: [SQLExpression] = [], isDistinct: Bool = false
  ) {
    self.results = results
    self.sources = sources
    self.from = from
    self.condition = condition
    self.groups = groups
    self.having = having
    self.windows = windows
    self.isDistinct = isDistinct
  }
}

/// A column of an answer.
package struct SQLResult: Sendable {
  package let value: SQLExpression
  package let alias: String?
}

/// A table, a view or a question behind FROM.
package struct SQLSource: Sendable {
  package enum Content: Sendable {
    case table(schema: String?, name: String)
    case call(String, [SQLExpression])
    case select(SQLSelect)
  }

  package enum Join: Sendable {
    case first, comma, cross, natural, inner, outer
  }

  package let content: Content
  package let alias: String?
  package let join: Join
  package let condition: SQLExpression?
  package let using: [String]
  package let place: SQLPlace

  /// By which its columns are named.
  package var name: String? {
    if let alias { return alias }
    switch content {
    case .table(_, let name), .call(let name, _): return name
    case .select: return nil
    }
  }
}
