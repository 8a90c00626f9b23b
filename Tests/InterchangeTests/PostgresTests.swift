import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// The dump for PostgreSQL as a text; whether a server takes it, a story shows.
@Suite struct PostgresTests {
  private func dump(_ office: Office) throws -> String {
    try office.written { sink in _ = try PostgresExport(office.registry, to: sink).run() }
  }

  /// The rows that a table is filled with, each a list of fields as they stand there.
  private func rows(of table: String, in dump: String) throws -> [[String]] {
    let copy = try #require(dump.range(of: "\nCOPY \"\(table)\" ("))
    let body = try #require(dump[copy.upperBound...].range(of: " FROM stdin;\n"))
    let end = try #require(dump[body.lowerBound...].range(of: "\n\\.\n"))
    return dump[body.upperBound..<max(body.upperBound, end.lowerBound)].split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `every row of every table goes out`() throws {
    let office = try Office()
    let dump = try dump(office)
    let tables = dump.matches(of: /CREATE TABLE "([a-z_]+)"/).map { String($0.output.1) }
    #expect(tables.count == 43)
    for table in tables {
      #expect(try rows(of: table, in: dump).count == office.count(of: table), "\(table)")
    }
  }

  @Test(arguments: [
    ("a\tb", #"a\tb"#), ("a\nb", #"a\nb"#), (#"\N"#, #"\\N"#), (#"\."#, #"\\."#),
    (#"C:\temp"#, #"C:\\temp"#), ("'; DROP TABLE person; --", "'; DROP TABLE person; --"),
    ("Đỗ 🇻🇳", "Đỗ 🇻🇳"),
  ])
  func `a text is one field, whatever stands in it`(text: String, field: String) throws {
    let office = try Office()
    try office.run("UPDATE person SET note = \(text) WHERE key = 'do-minh-hung'")
    let row = try #require(
      try rows(of: "person", in: dump(office)).first { $0.first == "do-minh-hung" })
    #expect(row.contains(field))
  }

  @Test func `what is empty is NULL, what is yes or no is boolean`() throws {
    let dump = try dump(Office())
    let row = try #require(
      try rows(of: "accreditation", in: dump).first { $0.first == "gb-london-do-minh-hung-gb" })
    #expect(row.contains(#"\N"#))
    #expect(!row.contains(""))
    #expect(dump.contains("\"is_resident\" boolean NOT NULL"))
    #expect(dump.contains("ADD FOREIGN KEY (\"person\")\n  REFERENCES \"person\" (\"key\")"))
    #expect(dump.contains("COMMENT ON TABLE \"posting\""))
  }

  @Test func `it ends whole, in one transaction`() throws {
    let dump = try dump(Office(.ofVietNam))
    #expect(dump.contains("\nBEGIN;\n"))
    #expect(dump.contains("\nCOMMIT;\nANALYZE "))
    #expect(dump.hasSuffix(";\n"))
  }
}
