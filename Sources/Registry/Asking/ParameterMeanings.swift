import SQLSyntax
import SQLite
import Schema

/// What the parameters of a statement take, told by the columns that they are compared with.
///
/// A parameter with which anything else is done takes whatever is given.
struct ParameterMeanings {
  private var compared: [String: [Meaning.Kind]] = [:]
  private let counts: [String: Int]

  /// - Parameter sql: a statement that SQLite has accepted; of what is not understood nothing is told.
  init(of sql: String, in registry: Registry) throws(RegistryError) {
    let parameters = SQLToken.all(in: sql).filter { $0.kind == .parameter }
    counts = Dictionary(parameters.map { (String($0.text.dropFirst()), 1) }, uniquingKeysWith: +)
    guard !counts.isEmpty, let select = SQLParser.question(sql) else { return }
    // What the rows hold is of no matter here.
    let probe = NoteProbe(registry) { _ in nil }
    let reader = NoteReader(sql, try ShadowSchema(of: registry), probe)
    do { try reader.resolve(select) } catch { return }
    for scope in reader.scopes {
      for clause in scope.core.expressions + scope.order {
        for expression in clause.all { look(at: expression, in: scope, reader) }
      }
    }
  }

  /// The type of a parameter; `nil` where it takes whatever is given.
  func type(of parameter: String) -> ParameterType? {
    // In each place where it stands.
    guard let kinds = compared[parameter], kinds.count == counts[parameter] else { return nil }
    if kinds.allSatisfy({ $0 == .day || $0 == .date }) {
      return kinds.contains(.day) ? .day : .date
    }
    guard case .key(let table)? = kinds.first, kinds.allSatisfy({ $0 == kinds[0] }) else {
      return nil
    }
    return RecordKind.of(table: table).map { .record($0) }
  }

  private mutating func look(
    at expression: SQLExpression, in scope: NoteScope, _ reader: NoteReader
  ) {
    switch expression {
    case .binary(let sign, let left, let right, _):
      let isLikeness = ["=", "<>", "is", "is not"].contains(sign)
      guard isLikeness || ["<", "<=", ">", ">="].contains(sign) else { return }
      take(right, asComparedWith: left, isLikeness, in: scope, reader)
      take(left, asComparedWith: right, isLikeness, in: scope, reader)
    case .between(_, let value, let low, let high, _):
      for end in [low, high] { take(end, asComparedWith: value, false, in: scope, reader) }
    case .inList(_, let value, let list, _):
      for item in list { take(item, asComparedWith: value, true, in: scope, reader) }
    default: return
    }
  }

  /// - Parameter isLikeness: whether the two are asked to be alike; keys have no order that means
  ///   anything.
  private mutating func take(
    _ side: SQLExpression, asComparedWith other: SQLExpression, _ isLikeness: Bool,
    in scope: NoteScope, _ reader: NoteReader
  ) {
    guard case .opaque(let place) = side.plain,
      let token = SQLToken.all(in: reader.source(place)).first, token.kind == .parameter,
      let meaning = reader.meaning(of: other, in: scope), !meaning.isMixed
    else { return }
    if case .key = meaning.kind, !isLikeness { return }
    compared[String(token.text.dropFirst()), default: []].append(meaning.kind)
  }
}
