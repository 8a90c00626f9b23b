/// CSV as RFC 4180 has it: quoted fields may hold commas, quotes and line ends.
package struct CSVReader: Sequence, IteratorProtocol {
  /// What is wrong with the text, and on which line it begins.
  package struct Fault: Error, Equatable, Sendable {
    package let line: Int
    package let message: String
  }

  private var rest: Substring.UTF8View
  private var line = 1
  /// Set when reading stopped at a mistake.
  package private(set) var fault: Fault?

  package init(_ text: String) {
    rest = Substring(text).utf8
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
  }

  /// The next record and the line it begins on; `nil` at the end, or at a mistake.
  package mutating func next() -> (line: Int, fields: [String])? {
    guard fault == nil, !rest.isEmpty else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      guard let field = nextField() else { return nil }
      fields.append(field)
      switch rest.popFirst() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "\r"):
        if rest.first == UInt8(ascii: "\n") { rest.removeFirst() }
        line += 1
        return (start, fields)
      case UInt8(ascii: "\n"):
        line += 1
        return (start, fields)
      default: return (start, fields)
      }
    }
  }

  private mutating func nextField() -> String? {
    guard rest.first == UInt8(ascii: "\"") else {
      let field = rest.prefix { ![0x2C, 0x0A, 0x0D].contains($0) }
      rest = rest[field.endIndex...]
      return String(Substring(field))
    }
    let start = line
    rest.removeFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && rest.first != 0x0A) {
        line += 1
      }
      guard byte == UInt8(ascii: "\"") else {
        bytes.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "\"") {
        bytes.append(byte)
        rest.removeFirst()
        continue
      }
      if let next = rest.first, ![0x2C, 0x0A, 0x0D].contains(next) {
        fault = Fault(line: line, message: "text behind a closing quote")
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    fault = Fault(line: start, message: "a quote that is never closed")
    return nil
  }
}
