import Foundation
import SQLite
import Testing

@testable import Registry

/// What SQL answers over the numbers of many rows.
@Suite struct NumberFunctionTests {
  private let registry: Registry
  private var connection: Connection { registry.connection }

  init() throws { registry = try Registry.inMemory() }

  private func answer(_ call: String, over rows: String) throws -> Value? {
    try connection.value(SQL(carried: "SELECT \(call) FROM (VALUES \(rows))"), as: Value.self)
  }

  @Test(
    arguments: [
      ("median(column1)", "(5)", .real(5)), ("median(column1)", "(5), (1)", .real(3)),
      ("median(column1)", "(9), (1), (2.5)", .real(2.5)),
      ("median(column1)", "(NULL), (7), (NULL)", .real(7)),
      ("median(column1)", "(NULL), (NULL)", .null),
      ("median(DISTINCT column1)", "(1), (1), (9)", .real(5)),
      ("median(column1) FILTER (WHERE column1 > 1)", "(1), (2), (4)", .real(3)),
      ("median(column1) FILTER (WHERE 0)", "(1)", .null),
      ("percentile(column1, 0)", "(3), (1), (2)", .real(1)),
      ("percentile(column1, 100)", "(3), (1), (2)", .real(3)),
      ("percentile(column1, 25)", "(1), (2), (3), (4)", .real(1.75)),
      ("percentile(column1, 12.5)", "(1), (9)", .real(2)),
      ("percentile(column1, 50)", "(1e308), (-1e308)", .real(0)),
      ("percentile(column1, 90)", "(NULL)", .null), ("stddev(column1)", "(4)", .null),
      ("stddev(column1)", "(4), (6)", .real(2.0.squareRoot())),
      ("stddev(column1)", "(NULL)", .null),
      ("stddev_pop(column1)", "(4)", .real(0)), ("stddev_pop(column1)", "(4), (6)", .real(1)),
      ("stddev_pop(column1)", "(1000000001), (1000000003)", .real(1)),
      ("stddev(column1)", "(7), (7), (7)", .real(0)), ("stddev_pop(column1)", "(NULL)", .null),
    ] as [(String, String, Value)])
  func `a call over rows has its answer`(call: String, rows: String, answer: Value) throws {
    #expect(try self.answer(call, over: rows) == answer)
  }

  @Test func `of no rows there is no number, of groups one each`() throws {
    for call in ["median(x)", "percentile(x, 10)", "stddev(x)", "stddev_pop(x)"] {
      #expect(
        try connection.value(
          SQL(carried: "SELECT \(call) FROM (SELECT 1 AS x WHERE 0)"), as: Value.self)
          == .null)
    }
    let groups = try connection.column(
      """
      SELECT column1 || ' ' || median(column2) || ' ' || ifnull(stddev(column2), '–')
      FROM (VALUES ('a', 1), ('b', 9), ('a', 3), ('c', NULL), ('a', 2))
      GROUP BY column1 HAVING median(column2) IS NOT NULL ORDER BY 1
      """, as: String.self)
    #expect(groups == ["a 2.0 1.0", "b 9.0 –"])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `random numbers are answered as in order they say`(seed: UInt64) throws {
    var lot = Lot(seed: seed)
    for round in 0..<60 {
      let count = round < 8 ? round : lot.number(400)
      let numbers: [Double?] = (0..<count).map { _ in
        switch lot.number(5) {
        case 0: nil
        case 1: Double(lot.number(4))
        case 2: Double(lot.number(2_000_000) - 1_000_000) / 8
        default: Double(lot.number(1000) - 500)
        }
      }
      let rows =
        ["(NULL)"]
        + numbers.map { number in
          number.map { $0 == $0.rounded() ? "(\(Int($0)))" : "(\($0))" } ?? "(NULL)"
        }
      let given = numbers.compactMap { $0 }.sorted()
      let part = Double(lot.number(1001)) / 10
      for (call, expected) in [
        ("median(column1)", Self.percentile(given, 50)),
        ("percentile(column1, \(part))", Self.percentile(given, part)),
        ("stddev(column1)", Self.deviation(given, less: 1)),
        ("stddev_pop(column1)", Self.deviation(given, less: 0)),
      ] {
        let answer = try answer(call, over: rows.joined(separator: ", "))
        guard let expected else {
          #expect(answer == .null, "\(call) \(rows)")
          continue
        }
        guard case .real(let number)? = answer else {
          Issue.record("\(call) \(rows): \(String(describing: answer))")
          continue
        }
        #expect(abs(number - expected) <= 1e-9 * max(1, abs(expected)), "\(call) \(rows)")
      }
    }
  }

  private static func percentile(_ sorted: [Double], _ part: Double) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = part / 100 * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
  }

  private static func deviation(_ numbers: [Double], less: Int) -> Double? {
    guard numbers.count > less else { return nil }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (squares / Double(numbers.count - less)).squareRoot()
  }

  private func refusal(_ sql: String) throws -> RegistryError? {
    let error = try #require(throws: SQLiteError.self, "\(sql)") {
      try connection.value(SQL(carried: sql), as: Value.self)
    }
    return registry.functionRefusals.refusal(behind: error)
  }

  @Test(arguments: [
    ("median('2019')", "median: '2019' is no number", "median: '2019' không phải là số"),
    ("stddev(x'00')", "stddev: x'…' is no number", "stddev: x'…' không phải là số"),
    ("stddev_pop('')", "stddev_pop: '' is no number", "stddev_pop: '' không phải là số"),
    ("median(9e999)", "median: the numbers are too large", "median: các số quá lớn"),
    ("stddev_pop(column1 * 1e308)", "stddev_pop: the numbers are too large", "các số quá lớn"),
    ("percentile('x', 50)", "percentile: 'x' is no number", "percentile: 'x' không phải là số"),
    ("percentile(1, 101)", "percentile: 101 is no number from 0 to 100", "từ 0 đến 100"),
    ("percentile(1, -0.5)", "percentile: -0.5 is no number from 0 to 100", "từ 0 đến 100"),
    ("percentile(1, NULL)", "percentile: NULL is no number from 0 to 100", "từ 0 đến 100"),
    ("percentile(1, '50')", "percentile: '50' is no number from 0 to 100", "từ 0 đến 100"),
    ("percentile(1, 50 + column1)", "in one row and another part", "dòng trước lại là phần khác"),
  ])
  func `what is no number is an error with the name of the function`(
    call: String, english: String, vietnamese: String
  ) throws {
    let refusal = try #require(try refusal("SELECT \(call) FROM (VALUES (1), (-1))"))
    #expect(refusal.kind == .invalidValue)
    #expect(refusal.message.english.contains(english), "\(refusal.message)")
    #expect(refusal.message.vietnamese.contains(vietnamese), "\(refusal.message)")
    // What was begun has ended: the next question is answered.
    #expect(try answer("median(column1)", over: "(1), (3)") == .real(2))
  }

  @Test func `a group that is broken off leaves nothing behind`() throws {
    final class Count { var living = 0 }
    final class Witness: Aggregate {
      let count: Count
      init(_ count: Count) {
        self.count = count
        count.living += 1
      }
      deinit { count.living -= 1 }
      func add(_ arguments: borrowing Arguments) throws(FunctionFault) {
        if arguments[0].integer == 3 { throw .refused("three") }
      }
      func result() throws(FunctionFault) -> Value { .integer(Int64(count.living)) }
    }
    let count = Count()
    try connection.addAggregate("witness", argumentCount: 1) { Witness(count) }
    #expect(try answer("witness(column1)", over: "(1), (2)") == .integer(1))
    #expect(count.living == 0)
    let error = #expect(throws: SQLiteError.self) {
      try answer("witness(column1)", over: "(1), (3), (4)")
    }
    #expect(error?.message == "three")
    #expect(count.living == 0)
    var statement = try connection.prepare(
      "SELECT witness(column1) FROM (VALUES (1), (2), (1)) GROUP BY column1")
    #expect(try statement.step())
    statement.reset()
    #expect(count.living == 0)
  }
}
