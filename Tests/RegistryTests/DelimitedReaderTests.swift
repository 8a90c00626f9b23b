import Foundation
import Registry
import Testing

@Suite struct DelimitedReaderTests {
  private typealias Read = (rows: [[String]], lines: [Int], fault: DelimitedReader.Fault?)

  private func rest(of reader: consuming DelimitedReader) -> Read {
    var read: Read = ([], [], nil)
    do {
      while let record = try reader.next() {
        read.rows.append(record.fields)
        read.lines.append(record.line)
      }
    } catch {
      read.fault = error
    }
    return read
  }

  private func read(_ text: String) -> Read { rest(of: DelimitedReader(text)) }

  private func read(_ bytes: [UInt8]) throws -> Read {
    let file = FileManager.default.temporaryDirectory.appending(path: "rows-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return rest(of: try DelimitedReader(path: file.path))
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b", [["a", "b"]]), ("", []),
    ("a,,c\r\n,,\r\n", [["a", "", "c"], ["", "", ""]]),
    ("\u{feff}a\n", [["a"]]), ("\"a,\"\"b\"\"\",\"c\nd\"\n", [["a,\"b\"", "c\nd"]]),
    ("\"\"\n", [[""]]), ("Đỗ,\"Hùng\"\n", [["Đỗ", "Hùng"]]), ("a\rb", [["a"], ["b"]]),
    ("a\n\n\nb\r\nc\r", [["a"], [""], [""], ["b"], ["c"]]), ("=1+1,-2\n", [["=1+1", "-2"]]),
  ])
  func `records are what RFC 4180 says`(text: String, rows: [[String]]) {
    let read = read(text)
    #expect(read.rows == rows)
    #expect(read.fault == nil)
  }

  @Test(arguments: [
    ("a;b,5;c\n1;2;3\n", [["a", "b,5", "c"], ["1", "2", "3"]]),
    ("a\tb\n1,5\t2\n", [["a", "b"], ["1,5", "2"]]), ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
    ("\"a;b;c\",d\n1,2\n", [["a;b;c", "d"], ["1", "2"]]),
  ])
  func `the first line tells what parts the fields`(text: String, rows: [[String]]) {
    #expect(read(text).rows == rows)
  }

  @Test func `a record knows the line on which it begins`() {
    #expect(read("a\r\"b\rb\"\rc\r").lines == [1, 2, 4])
    #expect(read("a\n\"b\nb\"\nc\n").lines == [1, 2, 4])
  }

  @Test(arguments: [
    ("a\n\"b\nc", 2, 1), ("\"a\"b\n", 1, 1), ("x\ny\n\"", 3, 1), ("a,b\n1,x\u{0}y\n", 2, 2),
    ("a,b\n1,\"2\"3\n", 2, 2),
  ])
  func `a mistake has its line and column, and nothing is made up after it`(
    text: String, line: Int, column: Int
  ) {
    let fault = read(text).fault
    #expect(fault?.line == line)
    #expect(fault?.column == column)
  }

  @Test func `bytes that are no UTF-8 are named`() throws {
    let read = try read(Array("a,b\n1,".utf8) + [0xC3, 0x28] + Array("\n".utf8))
    #expect(read.rows == [["a", "b"]])
    #expect(read.fault?.line == 2)
    #expect(read.fault?.column == 2)
    #expect(read.fault?.message.english.contains("UTF-8") == true)
  }

  @Test func `a field without end is refused before it fills the memory`() throws {
    let read = try read(Array("a\n".utf8) + [UInt8](repeating: 0x78, count: 3_000_000))
    #expect(read.fault?.line == 2)
    #expect(read.fault?.message.english.contains("bytes in one field") == true)
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is taken, with a mark or by its zeros`(isLittle: Bool, hasMark: Bool) throws {
    // Long enough for several pieces, with a character of two units at every border.
    let text = "name;city\n" + String(repeating: "Đỗ 🏛;Huế\r\n", count: 9000)
    let units = (hasMark ? [UInt16(0xFEFF)] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    let read = try read(bytes)
    #expect(read.fault == nil)
    #expect(read.rows.count == 9001)
    #expect(read.rows.dropFirst().allSatisfy { $0 == ["Đỗ 🏛", "Huế"] })
  }

  @Test func `a folder is no file`() {
    #expect(throws: (any Error).self) {
      let reader = try DelimitedReader(path: "/tmp")
      _ = rest(of: reader)
    }
  }
}
