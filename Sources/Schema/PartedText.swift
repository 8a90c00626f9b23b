import CSystem

/// Texts in one: each with its length in bytes before it, so that nothing in one passes for the
/// next.
package enum PartedText {
  package static func of(_ parts: [String]) -> String {
    parts.map { "\($0.utf8.count):\($0)\n" }.joined()
  }

  /// One of the texts, where it lies in the program.
  package struct Part {
    fileprivate let bytes: UnsafeRawBufferPointer
  }

  /// What is not taken yet.
  package struct Remaining: ~Copyable {
    private var bytes: UnsafeRawBufferPointer

    package init(_ text: StaticString) {
      bytes = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// The texts of a part that is made of such itself.
    package init(_ part: Part) { bytes = part.bytes }

    package var isEmpty: Bool { bytes.isEmpty }

    /// Takes the next part off; `nil` where there is none.
    private mutating func next() -> UnsafeRawBufferPointer? {
      // By hand: whoever opens a registry takes thousands of them.
      var (colon, count) = (0, 0)
      while colon < bytes.count, bytes[colon] != UInt8(ascii: ":") {
        count = count * 10 + Int(bytes[colon]) - Int(UInt8(ascii: "0"))
        colon += 1
      }
      guard colon + 1 + count < bytes.count else { return nil }
      let part = UnsafeRawBufferPointer(rebasing: bytes[(colon + 1)..<(colon + 1 + count)])
      bytes = UnsafeRawBufferPointer(rebasing: bytes[(colon + 2 + count)...])
      return part
    }

    package mutating func nextPart() -> Part? { next().map(Part.init) }

    package mutating func nextText() -> String? {
      next().map { String(decoding: $0, as: UTF8.self) }
    }

    /// Takes the next part off; whether it is this one.
    package mutating func takes(_ part: UnsafeRawBufferPointer) -> Bool {
      guard let next = next(), next.count == part.count else { return false }
      guard let expected = next.baseAddress, let found = part.baseAddress else { return true }
      // As fast as can be: whoever opens a registry compares all of its schema.
      return memcmp(expected, found, part.count) == 0
    }
  }
}
