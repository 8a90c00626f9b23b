import CSystem

/// The bytes of a file in pieces, as UTF-8 whatever Unicode form it is in.
package struct ByteSource: ~Copyable {
  /// Why there are no more bytes, where that is not the end of the file.
  package enum Fault: Equatable, Sendable {
    /// The number by which the system says why.
    case system(Int32)
    case isNoUTF16
    /// At the end.
    case isHalfLetter
    case cancelled
  }

  @usableFromInline var buffer: [UInt8] = []
  @usableFromInline var position = 0
  private var descriptor: Int32 = -1
  private var order: UTF16Order?
  private var leftover: [UInt8] = []
  package private(set) var failure: Fault?

  private enum UTF16Order {
    case little
    case big
  }

  package init(_ bytes: [UInt8]) {
    begin(bytes)
  }

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - isElement: whether it lies in a folder that came from elsewhere.
  /// - Throws: where it is missing, or no file.
  package init(path: String, isElement: Bool = false) throws(FileError) {
    if isElement {
      descriptor = try FileSystem.openElement(path)
    } else if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      guard !FileSystem.isFolder(path) else { throw FileError(path, .read, .isFolder) }
      descriptor = try Wait.open(path)
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
    var got: Int?
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      got = Wait.read(descriptor, UnsafeMutableRawBufferPointer(buffer))
      count = max(0, got ?? 0)
    }
    if let got {
      if got < 0 { failure = .system(errno) }
    } else {
      failure = .cancelled
    }
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
      failure = .isNoUTF16
      return []
    }
    return Array(text.utf8)
  }

  @usableFromInline mutating func fill() -> Bool {
    while descriptor >= 0 {
      let next = piece()
      if next.isEmpty, !leftover.isEmpty, failure == nil {
        failure = .isHalfLetter
      }
      guard !next.isEmpty, failure == nil else { return false }
      buffer = decoded(next)
      position = 0
      if !buffer.isEmpty { return true }
    }
    return false
  }

  // Called for each byte: across the wall they are put into the reader as they were within.

  /// The next byte, which stays; `nil` at the end.
  @inlinable package mutating func peek() -> UInt8? {
    position < buffer.count || fill() ? buffer[position] : nil
  }

  /// Takes the next byte; `nil` at the end.
  @inlinable package mutating func next() -> UInt8? {
    guard position < buffer.count || fill() else { return nil }
    defer { position += 1 }
    return buffer[position]
  }

  /// Goes behind the end of the line.
  package mutating func skipLine() {
    while let byte = next() {
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, peek() == 0x0A { _ = next() }
      return
    }
  }

  /// The first line of what is there, for looking at.
  package func firstLine() -> [UInt8] {
    Array(buffer[position...].prefix { $0 != 0x0A && $0 != 0x0D })
  }
}
