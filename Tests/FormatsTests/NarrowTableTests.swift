import Foundation
import Testing

@testable import Formats

/// What a table does where the terminal is too narrow for it.
@Suite struct NarrowTableTests {
  private static let question = """
    SELECT 'Đỗ Minh Hùng' AS name, 'Ambassador Extraordinary and Plenipotentiary' AS title,
      'Embassy of Viet Nam in the United Kingdom' AS mission, '2025-02-20' AS credentials,
      'Ireland; the International Maritime Organization' AS concurrent
    """

  private func page(_ width: Int?, leaving names: [String]) throws -> String {
    var style = WritingStyle(width: width)
    style.leftOut = { "Without: \($0.joined(separator: ", "))" }
    return try written(.table, Self.question, style: style) { $0.leastNeeded = names }
  }

  @Test(arguments: [
    (300, [String]()), (100, ["concurrent"]), (80, ["credentials", "concurrent"]),
    (60, ["title", "credentials", "concurrent"]), (44, ["title", "credentials", "concurrent"]),
  ])
  func `the least needed columns are left out, the first first, with a word about it`(
    width: Int, away: [String]
  ) throws {
    let text = try page(width, leaving: ["concurrent", "credentials", "title"])
    let lines = text.split(separator: "\n").map(String.init)
    for line in lines { #expect(DisplayWidth.of(line) <= width, "\(text)") }
    #expect(lines[0].hasPrefix("┌"), "\(text)")
    for name in ["name", "title", "mission", "credentials", "concurrent"] {
      #expect(lines[1].contains(" \(name) ") == !away.contains(name), "\(text)")
    }
    #expect(lines.last == (away.isEmpty ? lines.last : "Without: \(away.joined(separator: ", "))"))
    #expect(text.contains("Without") == !away.isEmpty)
  }

  @Test func `where nothing can be left out the rows are cards, and nothing is lost`() throws {
    let text = try page(30, leaving: [])
    #expect(!text.contains("┌"))
    #expect(text.contains("concurrent"))
    #expect(!text.contains("Without"))
  }

  @Test func `without a width all columns are there`() throws {
    let text = try page(nil, leaving: ["concurrent", "title"])
    #expect(text.contains("Ireland; the International Maritime Organization"))
    #expect(!text.contains("Without"))
  }

  @Test(arguments: [60, 80])
  func `keys are never broken, however long`(width: Int) throws {
    let key = "gb-london-nguyen-phuc-hoang-le-minh"
    let text = try written(
      .table,
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
      SELECT '\(key)-' || i AS key, 'Embassy of Viet Nam in the United Kingdom and elsewhere' AS m
      FROM n
      """, style: WritingStyle(width: width))
    for number in [1, 500, 501, 600] { #expect(text.contains("\(key)-\(number) ")) }
  }

  @Test func `heads are in bold type where that is asked for, and nothing else`() throws {
    var style = WritingStyle(width: 100)
    style.isBold = true
    let text = try written(.table, Self.question, style: style)
    #expect(text.contains("\u{1B}[1mname\u{1B}[0m"))
    #expect(!text.contains("\u{1B}[1mĐỗ"))
    #expect(try !written(.table, Self.question).contains("\u{1B}"))
    style.hasHeader = false
    #expect(try !written(.table, Self.question, style: style).contains("\u{1B}"))
  }
}
