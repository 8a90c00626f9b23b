import SQLite

/// JSON: an array of objects, or one object that holds the facts of the heading and the tables by
/// name.
///
/// Keys in the order of the columns; NULL is null; a blob is base64.
struct JSONWriter: DocumentWriter {
  private let sink: ByteSink
  private var isComposite = false
  private var isRecord = false
  private var keys: [(text: String, place: Int)] = []
  private var rows = 0
  private var members = 0

  init(_ sink: ByteSink) { self.sink = sink }

  mutating func begin(_ heading: Heading) {
    isComposite = heading.isComposite
    guard isComposite else { return }
    sink.write("{\n")
    member("report")
    string(heading.name)
    if let title = heading.title {
      member("title")
      string(title)
    }
    for (name, value) in heading.facts {
      member(name)
      scalar(value)
    }
  }

  mutating func beginTable(_ table: TableShape) {
    keys = table.programmed.map { (Self.quoted(table.columns[$0].name) + ":", $0) }
    isRecord = table.isRecord
    rows = 0
    if isComposite { member(table.name) }
    if !isRecord { sink.write("[") }
  }

  mutating func write(_ row: borrowing Row) {
    if rows > 0 { sink.write(",") }
    if !isRecord { sink.write("\n") }
    rows += 1
    sink.write("{")
    for (position, key) in keys.enumerated() {
      if position > 0 { sink.write(",") }
      sink.write(key.text)
      value(row, at: key.place)
    }
    sink.write("}")
  }

  mutating func endTable() {
    if isRecord {
      if rows == 0 { sink.write("null") }
    } else {
      sink.write(rows == 0 ? "]" : "\n]")
    }
    if !isComposite { sink.write("\n") }
  }

  mutating func end() {
    if isComposite { sink.write("\n}\n") }
  }

  private mutating func member(_ name: String) {
    if members > 0 { sink.write(",\n") }
    members += 1
    sink.write("  " + Self.quoted(name) + ": ")
  }

  private func value(_ row: borrowing Row, at index: Int) {
    switch row.storageClass(at: index) {
    case .null: sink.write("null")
    case .integer: row.withTextBytes(at: index) { sink.write($0) }
    case .real: real(row.real(at: index))
    case .text: row.withTextBytes(at: index) { string($0) }
    case .blob:
      row.withBytes(at: index) { bytes in
        sink.write("\"")
        sink.write(Base64.encoded(bytes))
        sink.write("\"")
      }
    }
  }

  private func scalar(_ value: Value) {
    switch value {
    case .null: sink.write("null")
    case .integer(let integer): sink.write(String(integer))
    case .real(let number): real(number)
    case .text(let text): string(text)
    case .blob(let bytes):
      sink.write("\"")
      bytes.withUnsafeBytes { sink.write(Base64.encoded($0)) }
      sink.write("\"")
    }
  }

  // JSON has no infinities; the shortest text that reads back as the same number otherwise.
  private func real(_ number: Double) {
    sink.write(number.isFinite ? "\(number)" : "null")
  }

  private func string(_ text: String) {
    var text = text
    text.withUTF8 { string(UnsafeRawBufferPointer($0)) }
  }

  private func string(_ bytes: UnsafeRawBufferPointer) {
    // Bytes that are no UTF-8 would make the whole document unreadable.
    if let repaired = Self.repaired(bytes) {
      string(repaired)
      return
    }
    sink.write("\"")
    var start = 0
    for (index, byte) in bytes.enumerated()
    where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      sink.write(Self.escape(byte))
      start = index + 1
    }
    sink.write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    sink.write("\"")
  }

  private static func repaired(_ bytes: UnsafeRawBufferPointer) -> String? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    return String(validating: bytes, as: UTF8.self) == nil
      ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    default:
      let digits = String(byte, radix: 16)
      return "\\u00" + (digits.count < 2 ? "0" : "") + digits
    }
  }

  private static func quoted(_ name: String) -> String {
    var escaped = "\""
    for scalar in name.unicodeScalars {
      if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
        escaped += escape(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}

enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: UnsafeRawBufferPointer) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let left = bytes.count - index
      let first = UInt32(bytes[index]) << 16
      let second = left > 1 ? UInt32(bytes[index + 1]) << 8 : 0
      let third = left > 2 ? UInt32(bytes[index + 2]) : 0
      let group = first | second | third
      text.append(alphabet[Int(group >> 18 & 63)])
      text.append(alphabet[Int(group >> 12 & 63)])
      text.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      text.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }
}
