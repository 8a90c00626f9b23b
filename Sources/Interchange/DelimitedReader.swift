package import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

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
  package init(path: String, delimiter: Character? = nil) throws(RegistryError) {
    self.init(try ByteSource(path: path), delimiter)
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
    if let message = source.failure { throw Fault(line: line, column: nil, message: message) }
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

/// The bytes of a file in pieces, as UTF-8 whatever Unicode form it is in.
struct ByteSource: ~Copyable {
  private var buffer: [UInt8] = []
  private var position = 0
  private var descriptor: Int32 = -1
  private var order: UTF16Order?
  private var leftover: [UInt8] = []
  private(set) var failure: Sentence?

  private enum UTF16Order {
    case little
    case big
  }

  init(_ bytes: [UInt8]) {
    begin(bytes)
  }

  init(path: String) throws(RegistryError) {
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      guard !FileSystem.isFolder(path) else {
        throw RegistryError(
          .unfitFile,
          Sentence("\(path) is a folder, not a file.", vi: "\(path) là thư mục, không phải tệp."))
      }
      descriptor = open(path, O_RDONLY)
      guard descriptor >= 0 else {
        let why = String(cString: strerror(errno))
        throw RegistryError(
          .missingFile,
          Sentence("\(path) cannot be read: \(why).", vi: "Không đọc được \(path): \(why)."))
      }
    }
    begin(head())
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// Takes the byte order mark off, and finds UTF-16 by it or by the zeros of its first letters.
  private mutating func begin(_ bytes: [UInt8]) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      buffer = Array(bytes.dropFirst(3))
    } else if head.starts(with: [0xFF, 0xFE]) {
      order = .little
      buffer = decoded(Array(bytes.dropFirst(2)))
    } else if head.starts(with: [0xFE, 0xFF]) {
      order = .big
      buffer = decoded(Array(bytes.dropFirst(2)))
    } else if let guess = Self.order(of: bytes.prefix(256)) {
      order = guess
      buffer = decoded(bytes)
    } else {
      buffer = bytes
    }
  }

  /// A quarter of zeros, all on one side of the pairs: Latin letters in UTF-16.
  private static func order(of head: ArraySlice<UInt8>) -> UTF16Order? {
    let zeros = head.indices.filter { head[$0] == 0 }
    guard !zeros.isEmpty, zeros.count * 4 >= head.count else { return nil }
    if zeros.allSatisfy({ $0 % 2 == 1 }) { return .little }
    if zeros.allSatisfy({ $0 % 2 == 0 }) { return .big }
    return nil
  }

  /// As much as tells the encoding and the marks: a pipe can give its bytes one by one.
  private mutating func head() -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 65_536 {
      let next = piece()
      guard !next.isEmpty else { break }
      bytes += next
    }
    return bytes
  }

  private mutating func piece() -> [UInt8] {
    guard descriptor >= 0 else { return [] }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, 65_536)
      failed = got < 0
      count = max(0, got)
    }
    if failed { failure = Sentence(same: String(cString: strerror(errno))) }
    return bytes
  }

  private mutating func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard let order else { return bytes }
    let all = leftover + bytes
    var units: [UInt16] = []
    units.reserveCapacity(all.count / 2)
    var index = 0
    while index + 1 < all.count {
      let (first, second) = (UInt16(all[index]), UInt16(all[index + 1]))
      units.append(order == .little ? first | second << 8 : first << 8 | second)
      index += 2
    }
    leftover = Array(all[index...])
    // Half a pair of surrogates waits for its other half.
    if let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      leftover = Array(all[(index - 2)...])
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      failure = Sentence("bytes that are no UTF-16", vi: "không phải UTF-16")
      return []
    }
    return Array(text.utf8)
  }

  private mutating func fill() -> Bool {
    guard position >= buffer.count else { return true }
    while descriptor >= 0 {
      let next = piece()
      if next.isEmpty, !leftover.isEmpty, failure == nil {
        failure = Sentence(
          "half a letter of UTF-16 at the end", vi: "thiếu nửa ký tự UTF-16 ở cuối")
      }
      guard !next.isEmpty, failure == nil else { return false }
      buffer = decoded(next)
      position = 0
      if !buffer.isEmpty { return true }
    }
    return false
  }

  mutating func peek() -> UInt8? { fill() ? buffer[position] : nil }

  mutating func next() -> UInt8? {
    guard fill() else { return nil }
    defer { position += 1 }
    return buffer[position]
  }

  /// Goes behind the end of the line.
  mutating func skipLine() {
    while let byte = next() {
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, peek() == 0x0A { _ = next() }
      return
    }
  }

  /// The first line of what is there, for looking at.
  func firstLine() -> [UInt8] {
    Array(buffer[position...].prefix { $0 != 0x0A && $0 != 0x0D })
  }
}
