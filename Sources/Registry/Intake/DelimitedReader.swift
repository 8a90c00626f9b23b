package import Files

/// Rows of text: CSV as RFC 4180 has it, and what spreadsheets make of it.
///
/// Fields are parted by commas, semicolons, tabs or bars, as the first line tells; quoted ones may
/// hold the mark, quotes and line ends. A byte order mark, any line end, and UTF-16 are taken. The
/// file is read in pieces: a row is held, never the whole.
package struct DelimitedReader: ~Copyable {
  /// What is wrong, where.
  package struct Fault: Error, Equatable, Sendable {
    package let line: Int
    /// The field of the line, from 1; `nil` where it is the line as a whole.
    package let column: Int?
    package let message: Sentence

    package init(line: Int, column: Int?, message: Sentence) {
      self.line = line
      self.column = column
      self.message = message
    }
  }

  /// One row, good until the next is read.
  package struct Record {
    package let line: Int
    package let fields: [String]
  }

  /// The longest field, in bytes: what is longer is no field but a file gone wrong.
  package static let fieldLimit = 1_000_000

  private var source: ByteSource
  private let delimiter: UInt8
  private var line = 1
  private var isAtStart = true

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - delimiter: found from the first line where none is given.
  /// - Throws: where the file cannot be read.
  /// - Parameter isElement: whether the file lies in a folder that came from elsewhere.
  package init(
    path: String, delimiter: Character? = nil, isElement: Bool = false
  ) throws(RegistryError) {
    self.init(try ByteSource.open(path, isElement: isElement), delimiter)
  }

  package init(_ text: String, delimiter: Character? = nil) {
    self.init(ByteSource(Array(text.utf8)), delimiter)
  }

  private init(_ given: consuming ByteSource, _ delimiter: Character?) {
    var source = given
    let said = Self.delimiter(saidIn: source.firstLine())
    if said != nil {
      source.skipLine()
      line = 2
    }
    self.delimiter =
      delimiter?.asciiValue ?? said ?? Self.delimiter(of: source.firstLine())
    self.source = source
  }

  /// The mark that Excel's own first line says, `sep=;`.
  private static func delimiter(saidIn line: [UInt8]) -> UInt8? {
    line.count == 5 && line.starts(with: "sep=".utf8) ? line[4] : nil
  }

  /// The mark that stands most often in a line, outside of quotes.
  private static func delimiter(of line: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    return marks.max {
      (counts[$0] ?? 0, $0 == marks[0] ? 1 : 0) < (counts[$1] ?? 0, $1 == marks[0] ? 1 : 0)
    }
      ?? marks[0]
  }

  /// The next row; `nil` at the end.
  ///
  /// - Throws: at a mistake; nothing can be read behind it.
  package mutating func next() throws(Fault) -> Record? {
    guard source.peek() != nil else { return try endOfSource() }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try field(fields.count + 1))
      switch source.next() {
      case delimiter?: continue
      case UInt8(ascii: "\r")?:
        if source.peek() == UInt8(ascii: "\n") { _ = source.next() }
        line += 1
        return Record(line: start, fields: fields)
      case nil:
        _ = try endOfSource()
        return Record(line: start, fields: fields)
      default:
        line += 1
        return Record(line: start, fields: fields)
      }
    }
  }

  private func endOfSource() throws(Fault) -> Record? {
    if let failure = source.failure {
      throw Fault(line: line, column: nil, message: failure.words)
    }
    return nil
  }

  private mutating func field(_ column: Int) throws(Fault) -> String {
    if source.peek() == UInt8(ascii: "\"") {
      _ = source.next()
      return try quoted(column)
    }
    var bytes: [UInt8] = []
    while let byte = source.peek(), byte != delimiter, byte != 0x0A, byte != 0x0D {
      try append(byte, to: &bytes, column)
      _ = source.next()
    }
    return try text(bytes, line, column)
  }

  private mutating func quoted(_ column: Int) throws(Fault) -> String {
    let start = line
    var bytes: [UInt8] = []
    while let byte = source.next() {
      if byte == 0x0A || (byte == 0x0D && source.peek() != 0x0A) { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        try append(byte, to: &bytes, column)
        continue
      }
      switch source.peek() {
      case UInt8(ascii: "\"")?:
        bytes.append(byte)
        _ = source.next()
      case nil, delimiter?, 0x0A?, 0x0D?: return try text(bytes, start, column)
      default:
        throw Fault(
          line: line, column: column,
          message: Sentence("text behind a closing quote", vi: "có chữ sau dấu ngoặc kép đóng"))
      }
    }
    _ = try endOfSource()
    throw Fault(
      line: start, column: column,
      message: Sentence(
        "a quote that is never closed", vi: "dấu ngoặc kép không được đóng"))
  }

  private func append(_ byte: UInt8, to bytes: inout [UInt8], _ column: Int) throws(Fault) {
    guard byte != 0 else {
      throw Fault(
        line: line, column: column, message: Sentence("a NUL byte", vi: "có byte NUL"))
    }
    guard bytes.count < Self.fieldLimit else {
      throw Fault(
        line: line, column: column,
        message: Sentence(
          "more than \(Self.fieldLimit) bytes in one field",
          vi: "một ô dài quá \(Self.fieldLimit) byte"))
    }
    bytes.append(byte)
  }

  private func text(_ bytes: [UInt8], _ line: Int, _ column: Int) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(
        line: line, column: column,
        message: Sentence("bytes that are no UTF-8", vi: "không phải UTF-8"))
    }
    return text
  }
}

extension ByteSource {
  /// - Parameter isElement: whether it lies in a folder that came from elsewhere.
  /// - Throws: where it is missing, or no file.
  package static func open(_ path: String, isElement: Bool = false) throws(RegistryError)
    -> ByteSource
  {
    do { return try ByteSource(path: path, isElement: isElement) } catch {
      throw RegistryError(error)
    }
  }
}

extension ByteSource.Fault {
  /// What is wrong, for the end of a sentence.
  package var words: Sentence {
    switch self {
    case .system(let code): Sentence(same: FileError.words(of: code))
    case .isNoUTF16: Sentence("bytes that are no UTF-16", vi: "không phải UTF-16")
    case .isHalfLetter:
      Sentence("half a letter of UTF-16 at the end", vi: "thiếu nửa ký tự UTF-16 ở cuối")
    case .cancelled: RegistryError.cancelled.message
    }
  }
}
