/// A word of SQL with its place, for messages and completion; never for deciding what is safe.
package struct SQLToken: Equatable, Sendable {
  package enum Kind: Sendable {
    /// A keyword, or a name without quotes.
    case word
    /// A name in quotes or brackets.
    case quotedName
    case text
    case number
    case parameter
    case symbol
  }

  package let kind: Kind
  /// As written; a quoted name without its quotes.
  package let text: String
  /// In bytes from the beginning.
  package let offset: Int
  package let length: Int

  package var isName: Bool { kind == .word || kind == .quotedName }

  package func isWord(_ word: String) -> Bool { kind == .word && text.lowercased() == word }

  package func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }

  /// The words of a text, comments and blanks left out.
  ///
  /// What is no SQL comes out as symbols.
  package static func all(in sql: String) -> [SQLToken] {
    var scanner = Scanner(bytes: Array(sql.utf8))
    var tokens: [SQLToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private struct Scanner {
    let bytes: [UInt8]
    var place = 0

    mutating func next() -> SQLToken? {
      skipBlanksAndComments()
      guard place < bytes.count else { return nil }
      let start = place
      switch bytes[start] {
      case UInt8(ascii: "'"):
        skipQuoted(by: UInt8(ascii: "'"))
        return token(.text, from: start)
      case UInt8(ascii: "\""), UInt8(ascii: "`"):
        skipQuoted(by: bytes[start])
        return token(.quotedName, from: start, without: 1)
      case UInt8(ascii: "["):
        skip { $0 != UInt8(ascii: "]") }
        place = min(place + 1, bytes.count)
        return token(.quotedName, from: start, without: 1)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        skip { Self.isWordByte($0) || $0 == UInt8(ascii: ".") }
        return token(.number, from: start)
      case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "?"):
        place += 1
        skip(while: Self.isWordByte)
        return token(.parameter, from: start)
      case let byte where Self.isWordByte(byte):
        skip(while: Self.isWordByte)
        return token(.word, from: start)
      default:
        place += 1
        return token(.symbol, from: start)
      }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        true
      default: false
      }
    }

    private func starts(with text: StaticString) -> Bool {
      text.withUTF8Buffer { bytes.dropFirst(place).starts(with: $0) }
    }

    private mutating func skip(while holds: (UInt8) -> Bool) {
      while place < bytes.count, holds(bytes[place]) { place += 1 }
    }

    private mutating func skipQuoted(by quote: UInt8) {
      place += 1
      while place < bytes.count {
        if bytes[place] == quote {
          // Twice is the quote itself.
          guard place + 1 < bytes.count, bytes[place + 1] == quote else {
            place += 1
            return
          }
          place += 1
        }
        place += 1
      }
    }

    private mutating func skipBlanksAndComments() {
      while place < bytes.count {
        if bytes[place] <= 0x20 {
          place += 1
        } else if starts(with: "--") {
          skip { $0 != UInt8(ascii: "\n") }
        } else if starts(with: "/*") {
          place += 2
          while place < bytes.count, !starts(with: "*/") { place += 1 }
          place = min(place + 2, bytes.count)
        } else {
          return
        }
      }
    }

    private func token(_ kind: Kind, from start: Int, without quotes: Int = 0) -> SQLToken {
      let end = max(start + quotes, place - quotes)
      return SQLToken(
        kind: kind, text: String(decoding: bytes[(start + quotes)..<end], as: UTF8.self),
        offset: start, length: place - start)
    }
  }
}
