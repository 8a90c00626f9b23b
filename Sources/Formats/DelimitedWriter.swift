package import Files
package import SQLite

/// Fields between separators: CSV as RFC 4180 has it, and TSV by the same rules with a tab.
///
/// NULL is nothing, empty text is `""`; a blob is base64. Lines end with LF, as other
/// command-line tools write them; for a spreadsheet they end with CRLF, a mark of the encoding
/// stands first, and text that would be taken for a formula stands behind an apostrophe. The last
/// can be had alone.
///
/// Tables with the columns of the first one follow it without a second header; others have no
/// place in one file and are left out.
package struct DelimitedWriter: DocumentWriter {
  private let sink: ByteSink
  private let separator: UInt8
  private let hasHeader: Bool
  private let isForSpreadsheet: Bool
  private let defusesFormulas: Bool
  private var header: [String]?
  private var isWriting = false
  private var places: [Int] = []

  package init(_ sink: ByteSink, separator: UInt8 = UInt8(ascii: ","), _ style: WritingStyle) {
    self.sink = sink
    self.separator = separator
    hasHeader = style.hasHeader
    isForSpreadsheet = style.isForSpreadsheet
    defusesFormulas = style.isForSpreadsheet || style.defusesFormulas
  }

  package mutating func begin(_ heading: Heading) {
    if isForSpreadsheet { sink.write("\u{FEFF}") }
  }

  package mutating func beginTable(_ table: TableShape) {
    places = table.programmed
    let names = places.map { table.columns[$0].name }
    guard let header else {
      header = names
      isWriting = true
      if hasHeader { writeLine(names) }
      return
    }
    isWriting = header == names
  }

  /// A line of texts; an empty one is nothing.
  package func writeLine(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { sink.write(separator) }
      if !text.isEmpty { Array(text.utf8).withUnsafeBytes { quotedIfNeeded($0) } }
    }
    endLine()
  }

  package mutating func write(_ row: borrowing Row) {
    guard isWriting else { return }
    var isFirst = true
    for place in places {
      if isFirst { isFirst = false } else { sink.write(separator) }
      value(row[place])
    }
    endLine()
  }

  @inline(__always)
  private func value(_ value: borrowing StoredValue) {
    switch value.storageClass {
    case .null: break
    case .integer: sink.write(value.integer)
    case .real: real(value.real)
    case .text: text(value.textBytes)
    case .blob:
      let encoded = Base64.encoded(value.blobBytes)
      sink.write(encoded.isEmpty ? "\"\"" : encoded)
    }
  }

  package mutating func endTable() {}
  package mutating func end() {}

  /// The shortest digits that read back as the same number; SQLite's own text has 15 digits only.
  private func real(_ number: Double) {
    sink.write(number.isFinite ? "\(number)" : number < 0 ? "-Inf" : "Inf")
  }

  @inline(__always)
  private func endLine() {
    if isForSpreadsheet { sink.write(UInt8(ascii: "\r")) }
    sink.write(UInt8(ascii: "\n"))
  }

  @inline(__always)
  private func text(_ bytes: UnsafeRawBufferPointer) {
    if bytes.isEmpty || defusesFormulas || ByteScan.needsLook(bytes, separator: separator) {
      quotedIfNeeded(bytes)
    } else {
      sink.write(bytes)
    }
  }

  /// NUL ends a text for most programs; it is shown by its own picture.
  private static func withoutNUL(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    bytes.flatMap { $0 == 0 ? Array("\u{2400}".utf8) : [$0] }
  }

  private func quotedIfNeeded(_ bytes: UnsafeRawBufferPointer) {
    if bytes.contains(0) {
      Array(Self.withoutNUL(bytes)).withUnsafeBytes { quotedIfNeeded($0) }
      return
    }
    let isFormula = defusesFormulas && Self.beginsFormula(bytes)
    if !bytes.isEmpty && !ByteScan.needsLook(bytes, separator: separator)
      && !isSplitElsewhere(bytes)
    {
      if isFormula { sink.write(UInt8(ascii: "'")) }
      sink.write(bytes)
      return
    }
    sink.write(UInt8(ascii: "\""))
    if isFormula { sink.write(UInt8(ascii: "'")) }
    var rest = bytes
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      sink.write(UnsafeRawBufferPointer(rebasing: rest[...quote]))
      sink.write(UInt8(ascii: "\""))
      rest = UnsafeRawBufferPointer(rebasing: rest[(quote + 1)...])
    }
    sink.write(rest)
    sink.write(UInt8(ascii: "\""))
  }

  /// The beginnings that OWASP's page on CSV injection lists, in any width, also behind what
  /// nobody sees and a spreadsheet may drop.
  private static func beginsFormula(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for scalar in String(decoding: bytes.prefix(64), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
        "\u{FE66}", "\u{FE62}", "\u{FE63}", "\u{FE6B}", "\u{2212}":
        return true
      case let unseen
      where unseen.properties.isWhitespace || unseen.properties.generalCategory == .format
        || unseen.properties.generalCategory == .control:
        continue
      default: return false
      }
    }
    return false
  }

  /// A spreadsheet may split at another mark than ours: what stands behind it would begin a cell.
  private func isSplitElsewhere(_ bytes: UnsafeRawBufferPointer) -> Bool {
    defusesFormulas
      && bytes.contains {
        $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\t")
      }
  }
}
