import SQLite

/// CSV as RFC 4180 has it, with LF as other command-line tools write it, and NULL as nothing.
///
/// Tables with the columns of the first one follow it without a second header; others have no
/// place in one CSV file and are left out.
struct CSVWriter: DocumentWriter {
  private let sink: ByteSink
  private var header: [String]?
  private var isWriting = false
  private var places: [Int] = []

  init(_ sink: ByteSink) { self.sink = sink }

  mutating func begin(_ heading: Heading) {}

  mutating func beginTable(_ table: TableShape) {
    places = table.programmed
    let names = places.map { table.columns[$0].name }
    guard let header else {
      header = names
      isWriting = true
      for (index, name) in names.enumerated() {
        if index > 0 { sink.write(UInt8(ascii: ",")) }
        var name = name
        name.withUTF8 { field(UnsafeRawBufferPointer($0)) }
      }
      sink.write(UInt8(ascii: "\n"))
      return
    }
    isWriting = header == names
  }

  mutating func write(_ row: borrowing Row) {
    guard isWriting else { return }
    for (position, place) in places.enumerated() {
      if position > 0 { sink.write(UInt8(ascii: ",")) }
      if row.isNull(at: place) { continue }
      row.withTextBytes(at: place) { field($0) }
    }
    sink.write(UInt8(ascii: "\n"))
  }

  mutating func endTable() {}
  mutating func end() {}

  private func field(_ bytes: UnsafeRawBufferPointer) {
    let mustQuote =
      bytes.isEmpty
      || bytes.contains {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      }
    guard mustQuote else {
      sink.write(bytes)
      return
    }
    sink.write(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { sink.write(byte) }
      sink.write(byte)
    }
    sink.write(UInt8(ascii: "\""))
  }
}
