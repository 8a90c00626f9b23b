import SQLite
import Schema

/// How SQLite will answer a statement, in words.
package struct QueryPlan: Sendable {
  package struct Step: Sendable {
    /// How deep it stands inside other steps, from 0.
    package let depth: Int
    /// What is done.
    package let words: Sentence
    /// What would serve better, where something is known that would.
    package let hint: Sentence?
  }

  package let steps: [Step]

  /// - Throws: what the statement itself is refused for.
  package init(of sql: String, in session: QuerySession) throws(RegistryError) {
    guard try session.next(of: Script(sql)) != nil else { throw QueryFault.noStatement }
    let connection = session.registry.connection
    steps = try RegistryError.telling(session.refusal) {
      let catalog = try Catalog(connection)
      let tokens = SQLToken.all(in: sql)
      let advice = try IndexAdvice(tokens, catalog, connection)
      // It was compiled in this session's walls above.
      let explained = Script("EXPLAIN QUERY PLAN " + sql)
      guard var plan = try connection.prepareNext(of: explained) else {
        throw QueryFault.noStatement
      }
      var depths = [0: -1]
      var steps: [Step] = []
      while try plan.step() {
        let depth = depths[try plan.row.get(1, as: Int.self), default: -1] + 1
        depths[try plan.row.get(0, as: Int.self)] = depth
        let detail = try plan.row.get(3, as: String.self)
        steps.append(
          Step(depth: depth, words: Self.words(for: detail), hint: advice.hint(for: detail)))
      }
      return steps
    }
  }

  /// SQLite's line of a plan, in words; a line of an unknown kind stays as it is.
  static func words(for detail: String) -> Sentence {
    let parts = detail.split(separator: " ").map(String.init)
    let subject = parts.count > 1 ? parts[1] : ""
    let behind = detail.split(separator: " USING ", maxSplits: 1).dropFirst().first.map(String.init)
    switch parts.first {
    case "SCAN" where detail == "SCAN CONSTANT ROW":
      return Sentence("makes a row of constants", vi: "tạo một dòng hằng")
    case "SCAN" where detail.contains("VIRTUAL TABLE"):
      return Sentence("asks the index \(subject)", vi: "hỏi chỉ mục \(subject)")
    case "SCAN":
      guard let behind else {
        return Sentence("reads every row of \(subject)", vi: "đọc mọi dòng của \(subject)")
      }
      return Sentence(
        "reads every row of \(subject), in the order of \(lowered(behind))",
        vi: "đọc mọi dòng của \(subject), theo thứ tự của \(lowered(behind))")
    case "SEARCH":
      guard let behind else { return Sentence(same: detail) }
      if behind.hasPrefix("AUTOMATIC") {
        return Sentence(
          "finds rows of \(subject) by an index made for this question alone",
          vi: "tìm dòng của \(subject) bằng chỉ mục tạo riêng cho câu hỏi này")
      }
      return Sentence(
        "finds rows of \(subject) by \(lowered(behind))",
        vi: "tìm dòng của \(subject) bằng \(lowered(behind))")
    case "USE":
      let purpose = detail.split(separator: " FOR ", maxSplits: 1).dropFirst().first ?? ""
      return Sentence("sorts for \(purpose)", vi: "sắp xếp cho \(purpose)")
    case "CO-ROUTINE":
      return Sentence("computes \(subject) row by row:", vi: "tính \(subject) từng dòng:")
    case "MATERIALIZE":
      return Sentence(
        "computes \(subject) whole and keeps it:", vi: "tính toàn bộ \(subject) và giữ lại:")
    case "CORRELATED":
      return Sentence("for each row, once more:", vi: "lặp lại cho mỗi dòng:")
    case "SCALAR", "LIST":
      return Sentence("once:", vi: "một lần:")
    case "COMPOUND", "LEFT-MOST", "UNION", "INTERSECT", "EXCEPT", "MERGE", "LEFT", "RIGHT":
      return Sentence("part \(lowered(detail)):", vi: "phần \(lowered(detail)):")
    case "MULTI-INDEX":
      return Sentence("by several indexes, one for each OR:", vi: "bằng nhiều chỉ mục, mỗi OR một:")
    case "INDEX":
      return Sentence("\(lowered(detail)):", vi: "\(lowered(detail)):")
    case "RECURSIVE":
      return Sentence(
        "again and again, until nothing is new:", vi: "lặp lại đến khi không còn gì mới:")
    case "SETUP":
      return Sentence("begins with:", vi: "bắt đầu bằng:")
    default: return Sentence(same: detail)
    }
  }

  private static func lowered(_ text: String) -> String {
    text.replacing("COVERING INDEX", with: "covering index").replacing("INDEX", with: "index")
      .replacing("INTEGER PRIMARY KEY", with: "primary key").replacing(
        "PRIMARY KEY", with: "primary key"
      ).replacing(" LEFT-JOIN", with: " (LEFT JOIN)")
  }
}

/// Indexes that a statement passes by.
private struct IndexAdvice {
  /// By the name that stands for the table: the leading columns of its indexes that are compared.
  private var passedBy: [String: [(column: String, index: String)]] = [:]

  init(
    _ tokens: [SQLToken], _ catalog: Catalog, _ connection: Connection
  ) throws(SQLiteError) {
    let compared = Self.comparedColumns(tokens)
    for (table, alias) in catalog.tables(in: tokens) {
      passedBy[alias] = try connection.all(
        """
        SELECT x.name, i.name
        FROM pragma_index_list(\(table)) AS i JOIN pragma_index_info(i.name) AS x
        WHERE x.seqno = 0 AND x.name IS NOT NULL AND i.partial = 0
        ORDER BY i.seq
        """
      ) { (row) throws(SQLiteError) in
        (column: try row.get(0, as: String.self), index: try row.get(1, as: String.self))
      }
      .filter { compared.contains($0.column) }
    }
  }

  /// Columns that stand behind WHERE or ON and before a grouping or an order.
  private static func comparedColumns(_ tokens: [SQLToken]) -> Set<String> {
    var columns: Set<String> = []
    var isComparing = false
    for token in tokens where token.isName {
      switch token.text.lowercased() {
      case "where", "on", "having": isComparing = true
      case "group", "order", "limit", "select", "from": isComparing = false
      default: if isComparing { columns.insert(token.text.lowercased()) }
      }
    }
    return columns
  }

  func hint(for detail: String) -> Sentence? {
    let parts = detail.split(separator: " ").map { $0.lowercased() }
    guard parts.count > 1, parts[0] == "scan", let found = passedBy[parts[1]]?.first else {
      return nil
    }
    return Sentence(
      """
      An index begins with \(found.column). It serves where \(found.column) stands alone on one \
      side of =, <, >, IN or BETWEEN: not inside a function, not with LIKE, not beside an OR.
      """,
      vi: """
        Có chỉ mục bắt đầu bằng \(found.column). Chỉ mục này dùng được khi \(found.column) đứng \
        riêng ở một vế của =, <, >, IN hoặc BETWEEN: không nằm trong hàm, không LIKE, không OR.
        """)
  }
}
