import Testing

@testable import Interchange

@Suite struct CSVReaderTests {
  private func read(_ text: String) -> (rows: [[String]], lines: [Int], fault: CSVReader.Fault?) {
    var reader = CSVReader(text)
    var rows: [[String]] = []
    var lines: [Int] = []
    while let (line, fields) = reader.next() {
      rows.append(fields)
      lines.append(line)
    }
    return (rows, lines, reader.fault)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b", [["a", "b"]]), ("", []),
    ("a,,c\r\n,,\r\n", [["a", "", "c"], ["", "", ""]]),
    ("\u{feff}a\n", [["a"]]), ("\"a,\"\"b\"\"\",\"c\nd\"\n", [["a,\"b\"", "c\nd"]]),
    ("\"\"\n", [[""]]), ("Đỗ,\"Hùng\"\n", [["Đỗ", "Hùng"]]), ("a\rb", [["a"], ["b"]]),
  ])
  func `records are what RFC 4180 says`(text: String, rows: [[String]]) {
    let read = read(text)
    #expect(read.rows == rows)
    #expect(read.fault == nil)
  }

  @Test func `a record knows the line on which it begins`() {
    #expect(read("a\r\"b\rb\"\rc\r").lines == [1, 2, 4])
    #expect(read("a\n\"b\nb\"\nc\n").lines == [1, 2, 4])
  }

  @Test(arguments: [("a\n\"b\nc", 2), ("\"a\"b\n", 1), ("x\ny\n\"", 3)])
  func `a mistake has its line, and nothing is made up after it`(text: String, line: Int) {
    #expect(read(text).fault?.line == line)
  }
}
