import Crypto
import SQLite

/// Items on their way into a SHA-256: each its kind, its length in decimal, a colon, its bytes.
struct HashedItems {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  mutating func add(text: String) { add(kind: UInt8(ascii: "t"), Array(text.utf8)) }

  mutating func add(kind: UInt8, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add(kind: kind, $0) }
  }

  mutating func add(_ value: borrowing StoredValue) {
    switch value.storageClass {
    case .null: add(kind: UInt8(ascii: "n"), [])
    case .integer: add(kind: UInt8(ascii: "i"), value.textBytes)
    // By its bits: text would round.
    case .real: add(kind: UInt8(ascii: "r"), Array(String(value.real.bitPattern, radix: 16).utf8))
    case .text: add(kind: UInt8(ascii: "t"), value.textBytes)
    case .blob: add(kind: UInt8(ascii: "b"), value.blobBytes)
    }
  }

  mutating func add(kind: UInt8, _ bytes: UnsafeRawBufferPointer) {
    buffer.append(kind)
    var divisor = 1
    while bytes.count / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: bytes.count / divisor % 10))
      divisor /= 10
    }
    buffer.append(UInt8(ascii: ":"))
    buffer.append(contentsOf: bytes)
    if buffer.count > 60_000 { empty() }
  }

  private mutating func empty() {
    buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The hash of what was added, and ready for the next: the room is used again.
  mutating func take() -> SHA256.Digest {
    empty()
    defer { hash = SHA256() }
    return hash.finalize()
  }

  mutating func finish() -> String { SHA256.hex(take()) }
}

extension SHA256 {
  /// A digest in lower-case hex.
  static func hex(_ digest: Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    digest.withUnsafeBytes { bytes in
      for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
