import SQLite
import Testing

@testable import Registry

/// Patterns as SQL asks for them.
@Suite struct PatternFunctionTests {
  private let registry: Registry

  init() throws { registry = try Registry.inMemory() }

  private func answer(_ call: String) throws -> Value? {
    try registry.connection.value(SQL(carried: "SELECT " + call), as: Value.self)
  }

  @Test(
    arguments: [
      ("'Đỗ Minh Hùng' REGEXP '^Đỗ'", .integer(1)), ("'Đỗ' NOT REGEXP 'o'", .integer(1)),
      ("regexp('i$', 'Huy')", .integer(0)), ("regexp('a', NULL)", .null),
      ("regexp(NULL, 'a')", .null), ("NULL REGEXP NULL", .null),
      ("2019 REGEXP '^20'", .integer(1)), ("1.5 REGEXP 5", .integer(1)),
      ("'' REGEXP ''", .integer(1)), ("'a' || char(0) || 'b' REGEXP 'b$'", .integer(1)),
    ] as [(String, Value)])
  func `a call has its answer`(call: String, answer: Value) throws {
    #expect(try self.answer(call) == answer)
  }

  @Test func `a pattern may be another one in each row`() throws {
    let matching = try registry.connection.value(
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
      SELECT count(*) FROM n AS a, n AS b WHERE b.i REGEXP ('^' || a.i || '$')
      """, as: Int.self)
    #expect(matching == 40)
  }

  @Test(arguments: [
    (
      "'x' REGEXP 'ab(c'", "SQL: regexp: the pattern is wrong at character 3: ",
      "SQL: regexp: mẫu sai ở ký tự thứ 3: ", ["ab(c", "  ^"]
    ),
    ("NULL REGEXP 'Đỗ*+'", "at character 4: ", "ký tự thứ 4: ", ["Đỗ*+", "   ^"]),
    (
      "'x' REGEXP printf('%.*c', 60, 'a') || '(' || printf('%.*c', 60, 'b')",
      "at character 61: ", "ký tự thứ 61: ",
      [
        "…" + String(repeating: "a", count: 40) + "(" + String(repeating: "b", count: 39) + "…",
        String(repeating: " ", count: 41) + "^",
      ]
    ),
    ("regexp(char(9, 10) || ')', 'x')", "at character 3: ", "ký tự thứ 3: ", ["··)", "  ^"]),
    (
      "regexp('a{1001}', 'x')", "at character 3: a count is at most 1000.", "là 1000.",
      ["a{1001}", "  ^"]
    ),
    ("regexp(x'61', 'x')", "x'…' is no text", "x'…' không phải văn bản", []),
    ("regexp('a', x'61')", "x'…' is no text", "x'…' không phải văn bản", []),
  ])
  func `a wrong pattern is an error that shows the place`(
    call: String, english: String, vietnamese: String, list: [String]
  ) throws {
    let error = try #require(throws: SQLiteError.self, "\(call)") { try answer(call) }
    let refusal = try #require(registry.functionRefusals.refusal(behind: error))
    #expect(refusal.kind == .invalidValue)
    #expect(refusal.message.english.contains(english), "\(refusal.message)")
    #expect(refusal.message.vietnamese.contains(vietnamese), "\(refusal.message)")
    #expect(refusal.list.map(\.english) == list)
  }
}
