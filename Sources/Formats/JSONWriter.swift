import Files
import SQLite

/// JSON: an array of objects, or one object that holds the facts of the heading and the tables by
/// name; or, as lines, one object a row.
///
/// Keys in the order of the columns, each another one; whole numbers exact; NULL is null; a blob is
/// base64. In lines the facts of a composite heading are the first one, and every row says its
/// table.
struct JSONWriter: DocumentWriter {
  private let sink: ByteSink
  private let isLines: Bool
  private var isComposite = false
  private var isRecord = false
  private var opening: [UInt8] = []
  /// The names of the columns as they stand before their values, one behind the other.
  private var names: [UInt8] = []
  private var keys: [(end: Int, place: Int)] = []
  private var rows = 0
  private var members = 0

  init(_ sink: ByteSink, isLines: Bool) {
    self.sink = sink
    self.isLines = isLines
  }

  mutating func begin(_ heading: Heading) {
    isComposite = heading.isComposite
    guard isComposite else { return }
    sink.write(isLines ? "{" : "{\n")
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
    if isLines { sink.write("}\n") }
  }

  mutating func beginTable(_ table: TableShape) {
    let columns = table.programmed
    names = []
    // Of two members with one name most readers keep one.
    let distinct = ColumnNames.distinct(
      columns.map { table.columns[$0].name }, beside: isLines && isComposite ? ["table"] : [])
    keys = zip(columns, distinct).enumerated().map { position, column in
      let (place, name) = column
      names += Array(((position > 0 ? "," : "") + JSONString.quoted(name) + ":").utf8)
      return (names.count, place)
    }
    opening = [UInt8(ascii: "{")]
    if isLines {
      if isComposite { opening += Array(("\"table\":" + JSONString.quoted(table.name) + ",").utf8) }
      return
    }
    isRecord = table.isRecord
    rows = 0
    if isComposite { member(table.name) }
    if !isRecord { sink.write("[") }
  }

  mutating func write(_ row: borrowing Row) {
    if !isLines {
      if rows > 0 { sink.write(UInt8(ascii: ",")) }
      if !isRecord { sink.write(UInt8(ascii: "\n")) }
      rows += 1
    }
    opening.withUnsafeBytes { sink.write($0) }
    var start = 0
    for key in keys {
      names.withUnsafeBytes {
        sink.write(UnsafeRawBufferPointer(rebasing: $0[start..<key.end]))
      }
      start = key.end
      value(row[key.place])
    }
    sink.write(UInt8(ascii: "}"))
    if isLines { sink.write(UInt8(ascii: "\n")) }
  }

  mutating func endTable() {
    if isLines { return }
    if isRecord {
      if rows == 0 { sink.write("null") }
    } else {
      sink.write(rows == 0 ? "]" : "\n]")
    }
    if !isComposite { sink.write("\n") }
  }

  mutating func end() {
    if isComposite && !isLines { sink.write("\n}\n") }
  }

  private mutating func member(_ name: String) {
    if members > 0 { sink.write(isLines ? "," : ",\n") }
    members += 1
    sink.write(isLines ? JSONString.quoted(name) + ":" : "  " + JSONString.quoted(name) + ": ")
  }

  @inline(__always)
  private func value(_ value: borrowing StoredValue) {
    switch value.storageClass {
    case .null: sink.write("null")
    case .integer: sink.write(value.integer)
    case .real: real(value.real)
    case .text: string(value.textBytes)
    case .blob:
      sink.write("\"")
      sink.write(Base64.encoded(value.blobBytes))
      sink.write("\"")
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

  @inline(__always)
  private func string(_ bytes: UnsafeRawBufferPointer) {
    if let start = bytes.baseAddress, ByteScan.isPlainJSON(bytes),
      sink.write(
        upTo: bytes.count + 2,
        { room in
          room[0] = UInt8(ascii: "\"")
          UnsafeMutableRawPointer(room + 1).copyMemory(from: start, byteCount: bytes.count)
          room[bytes.count + 1] = UInt8(ascii: "\"")
          return bytes.count + 2
        })
    {
      return
    }
    unplain(bytes)
  }

  private func unplain(_ bytes: UnsafeRawBufferPointer) {
    // Bytes that are no UTF-8 would make the whole document unreadable.
    guard ByteScan.isASCII(bytes) || ByteScan.isUTF8(bytes) else {
      string(String(decoding: bytes, as: UTF8.self))
      return
    }
    sink.write(UInt8(ascii: "\""))
    if ByteScan.needsEscape(bytes) {
      var start = 0
      for (index, byte) in bytes.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
        sink.write(JSONString.escape(byte))
        start = index + 1
      }
      sink.write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    } else {
      sink.write(bytes)
    }
    sink.write(UInt8(ascii: "\""))
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
