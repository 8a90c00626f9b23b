import SQLSyntax
import SQLite
import Schema

/// Reads one statement for traps.
///
/// Every rule is right or silent: what it cannot resolve it says nothing about.
final class NoteReader {
  let sql: String
  let bytes: [UInt8]
  let shadow: ShadowSchema
  let probe: NoteProbe
  /// Columns whose length or shape the statement looks at: it knows that dates are partial.
  private(set) var guarded: Set<String> = []
  /// Columns whose bounds the statement asks for; `nil` where it knows how bounds are written.
  private(set) var knowsBounds: Set<String>? = []
  private(set) var notes: [QueryNote] = []
  private var notedPlaces: Set<Int> = []
  /// What columns that were made are resolved by.
  private var edits: [(place: SQLPlace, text: String)] = []
  private(set) var scopes: [NoteScope] = []
  /// What is looked at only where an answer has no row.
  private var waiting: [(NoteReader) -> Void] = []

  init(_ sql: String, _ shadow: ShadowSchema, _ probe: NoteProbe) {
    self.sql = sql
    bytes = Array(sql.utf8)
    self.shadow = shadow
    self.probe = probe
  }

  func read(_ select: SQLSelect) throws(SQLiteError) {
    try resolve(select)
    let guards = NoteGuards(scopes)
    guarded = guards.columns
    knowsBounds = guards.boundedColumns
    for scope in scopes { check(scope) }
  }

  /// Finds out in which SELECT each expression stands, and what the names in it mean.
  func resolve(_ select: SQLSelect) throws(SQLiteError) {
    for name in select.tableNames.sorted() { try shadow.declare(name) }
    visit(select, within: nil, seeing: [])
  }

  // MARK: The way through

  private func visit(
    _ select: SQLSelect, within outer: NoteScope?, seeing tables: [SQLCommonTable]
  ) {
    let names = Set(select.tables.map { $0.name.lowercased() })
    let visible = tables.filter { !names.contains($0.name.lowercased()) } + select.tables
    for table in select.tables { visit(table.select, within: outer, seeing: visible) }
    for (index, arm) in select.arms.enumerated() {
      let scope = NoteScope(arm, within: outer, seeing: visible)
      for source in arm.sources {
        if case .select(let inner) = source.content {
          visit(inner, within: outer, seeing: visible)
        }
      }
      for expression in scope.core.expressions.flatMap(\.all) {
        if let inner = expression.select { visit(inner, within: scope, seeing: visible) }
      }
      if index == 0 {
        for expression in select.order.flatMap(\.all) {
          if let inner = expression.select { visit(inner, within: scope, seeing: visible) }
        }
        scope.order = select.order
        if select.isLimited, select.arms.count == 1, let first = select.terms.first,
          first.isDescending
        {
          scope.lastFirst = first.value
        }
      }
      scopes.append(scope)
      nameMadeColumns(of: scope)
    }
  }

  /// Lets what asks this SELECT see what its made columns mean.
  private func nameMadeColumns(of scope: NoteScope) {
    for result in scope.core.results {
      switch result.value {
      case .name, .star, .subquery: continue
      default: break
      }
      guard let meaning = meaning(of: result.value, in: scope),
        let question = try? shadow.question(for: meaning)
      else { continue }
      let place = result.value.place
      let name: SQL = result.alias == nil ? " AS \(name: source(place))" : ""
      edits.append((place, question + name.text))
    }
  }

  // MARK: Text

  /// As written.
  func source(_ place: SQLPlace) -> String { String(decoding: bytes[place], as: UTF8.self) }

  /// As written, with made columns as questions of their meaning.
  private func text(_ place: SQLPlace) -> String {
    let inside = edits.filter {
      place.lowerBound <= $0.place.lowerBound && $0.place.upperBound <= place.upperBound
    }
    .sorted {
      ($0.place.lowerBound, -$0.place.upperBound) < ($1.place.lowerBound, -$1.place.upperBound)
    }
    var text = ""
    var at = place.lowerBound
    for edit in inside where edit.place.lowerBound >= at {
      text += source(at..<edit.place.lowerBound) + edit.text
      at = edit.place.upperBound
    }
    return text + source(at..<place.upperBound)
  }

  // MARK: Meaning

  /// What an expression means in its place; `nil` where that cannot be told.
  func meaning(of expression: SQLExpression, in scope: NoteScope) -> Meaning? {
    switch expression {
    case .name(let names, _, let place):
      if let meaning = resolved(text(place), in: scope) { return meaning }
      guard names.count == 1 else { return nil }
      let alias = scope.core.results.first {
        $0.alias?.lowercased() == names[0].lowercased()
      }
      guard let value = alias?.value, value.place != place else { return nil }
      return meaning(of: value, in: scope)
    case .subquery(_, let place): return resolved(text(place), in: scope)?.computed
    case .row(let list, _): return list.count == 1 ? meaning(of: list[0], in: scope) : nil
    case .unary("collate", let value, _): return meaning(of: value, in: scope)
    case .unary("+", let value, _): return meaning(of: value, in: scope)?.computed
    case .unary("not", _, _), .isNull, .like, .between, .inList, .inSelect, .exists:
      return Meaning(.number)
    case .binary("||", _, _, _): return Meaning(.madeText)
    case .binary(let sign, _, _, _):
      return ["->", "->>"].contains(sign) ? nil : Meaning(.number)
    case .choice(_, let branches, let otherwise, _):
      return combined(branches.map(\.result) + (otherwise.map { [$0] } ?? []), in: scope)
    case .call(let call, _): return meaning(of: call, in: scope)
    default: return nil
    }
  }

  private func meaning(of call: SQLCall, in scope: NoteScope) -> Meaning? {
    switch call.name {
    case "coalesce", "ifnull", "min", "max": return combined(call.arguments, in: scope)
    case "nullif", "first_value", "last_value", "nth_value", "lead", "lag", "likely", "unlikely",
      "likelihood":
      return call.arguments.first.flatMap { meaning(of: $0, in: scope)?.computed }
    case "iif": return combined(Array(call.arguments.dropFirst()), in: scope)
    case "date", "current_date", "earliest", "latest": return Meaning(.day)
    case "substr", "substring", "strftime", "upper", "lower", "trim", "ltrim", "rtrim", "printf",
      "format", "replace", "group_concat", "hex", "quote", "char", "name_fold", "name_key",
      "datetime", "time", "typeof":
      return Meaning(.madeText)
    case "count", "length", "julianday", "unixepoch", "instr", "row_number", "rank", "dense_rank",
      "ntile", "year_of", "days", "days_least", "days_most", "years", "years_least", "years_most",
      "avg", "sum", "total", "round", "abs", "median", "percentile", "stddev":
      return Meaning(.number)
    default: return nil
    }
  }

  /// What several can be, one of which is taken.
  private func combined(_ expressions: [SQLExpression], in scope: NoteScope) -> Meaning? {
    var found: Meaning?
    var holdsText = false
    for expression in expressions {
      switch expression.plain {
      case .null: continue
      case .text, .number, .opaque:
        holdsText = true
        continue
      default: break
      }
      guard let meaning = meaning(of: expression, in: scope) else { return nil }
      guard let before = found else {
        found = meaning
        continue
      }
      if before.kind == meaning.kind { continue }
      guard before.isTime, meaning.isTime else { return nil }
      if before.kind == .day { found = meaning }
    }
    guard var meaning = found?.computed else { return nil }
    if holdsText { meaning.isMixed = true }
    return meaning
  }

  private func resolved(_ expression: String, in scope: NoteScope) -> Meaning? {
    shadow.meaning(ofColumnOf: question(for: expression, in: scope))
  }

  /// Whether a column is one of the SELECT's own, not of those around it.
  func isOwn(_ expression: SQLExpression, in scope: NoteScope) -> Bool {
    let alone = NoteScope(scope.core, within: nil, seeing: scope.tables)
    return resolved(text(expression.place), in: alone) != nil
  }

  private func question(for expression: String, in scope: NoteScope) -> String {
    var question = "SELECT " + expression + from(scope.core)
    var outer = scope.outer
    while let next = outer {
      question = "SELECT (" + question + ")" + from(next.core)
      outer = next.outer
    }
    guard !scope.tables.isEmpty else { return question }
    let tables = scope.tables.map { text($0.place) }.joined(separator: ", ")
    return "WITH RECURSIVE " + tables + " " + question
  }

  private func from(_ core: SQLCore) -> String { core.from.map { " FROM " + text($0) } ?? "" }

  // MARK: Notes

  func note(
    _ code: QueryNote.Code, at place: SQLPlace, _ english: String, vi vietnamese: String
  ) {
    // One place is told once, by the first rule that knows it; nobody reads the eleventh note.
    guard notes.count < 10, notedPlaces.insert(place.lowerBound).inserted else { return }
    notes.append(
      QueryNote(
        code: code, message: Sentence(english, vi: vietnamese),
        excerpt: SQLExcerpt.lines(of: sql, at: (place.lowerBound, place.count))))
  }

  /// Keeps a rule for an answer without a row.
  func ifEmpty(_ rule: @escaping (NoteReader) -> Void) { waiting.append(rule) }

  /// What there is to say where the answer had no row, beyond what was said before.
  func notesOfEmptyAnswer() -> [QueryNote] {
    let told = notes.count
    for rule in waiting { rule(self) }
    waiting = []
    return Array(notes.dropFirst(told))
  }

  private func check(_ scope: NoteScope) {
    let conditions = [scope.core.condition, scope.core.having].compactMap(\.self)
    for condition in conditions + scope.core.sources.compactMap(\.condition) {
      checkTruth(condition, in: scope)
    }
    let clauses = scope.core.expressions + scope.order
    for clause in clauses {
      for expression in clause.all {
        checkDates(expression, in: scope)
        checkComparison(expression, in: scope)
        checkArithmetic(expression, in: scope)
        checkConditions(expression, in: scope)
        checkMembership(expression, in: scope)
      }
    }
    checkBareColumns(of: scope)
    checkJoins(of: scope)
    checkBounds(of: scope)
  }
}

extension SQLExpression {
  /// Without the parentheses around it.
  var plain: SQLExpression {
    if case .row(let list, _) = self, list.count == 1 { return list[0].plain }
    return self
  }

  var textValue: String? {
    if case .text(let text, _) = plain { return text }
    return nil
  }

  var numberValue: String? {
    switch plain {
    case .number(let number, _): return number
    case .unary("-", let value, _):
      if case .number(let number, _) = value.plain { return "-" + number }
      return nil
    default: return nil
    }
  }

  /// The name of a column, without what stands before it.
  var columnName: String? {
    if case .name(let names, _, _) = plain { return names.last?.lowercased() }
    return nil
  }
}
