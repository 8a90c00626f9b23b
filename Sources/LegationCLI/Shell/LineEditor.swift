import Formats

/// A line that is being typed, and what each key makes of it.
///
/// It knows graphemes, so that one step goes over one letter with all its marks. The system's
/// libedit was weighed: it would be one more library to install and to load at the start of every
/// command, and readline's licence does not fit; a line with history and completion is all that
/// is needed.
struct LineEditor {
  enum Key: Equatable {
    case text(Unicode.Scalar)
    case enter, tab, backspace, delete, left, right, up, down, home, end
    case wordLeft, wordRight, killToEnd, killToStart, killWord, clearScreen, cancel, endOfInput
    case unknown
  }

  enum Outcome: Equatable {
    case editing
    case entered
    case cancelled
    case ended
    case wantsCompletion
    case wantsClearScreen
  }

  private(set) var before = ""
  private(set) var after = ""
  private let history: [String]
  /// Where in the history one stands; behind its end is the line that is typed.
  private var place: Int
  private var typed = ""

  init(history: [String]) {
    self.history = history
    place = history.count
  }

  var text: String { before + after }

  mutating func press(_ key: Key) -> Outcome {
    switch key {
    case .text(let scalar): before.unicodeScalars.append(scalar)
    case .enter: return .entered
    case .tab: return .wantsCompletion
    case .clearScreen: return .wantsClearScreen
    case .cancel: return .cancelled
    case .endOfInput:
      if text.isEmpty { return .ended }
      if !after.isEmpty { after.removeFirst() }
    case .backspace: if !before.isEmpty { before.removeLast() }
    case .delete: if !after.isEmpty { after.removeFirst() }
    case .left: if let letter = before.popLast() { after = String(letter) + after }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .home: (before, after) = ("", text)
    case .end: (before, after) = (text, "")
    case .wordLeft: moveLeft(while: \.isWhitespace); moveLeft(while: { !$0.isWhitespace })
    case .wordRight: moveRight(while: \.isWhitespace); moveRight(while: { !$0.isWhitespace })
    case .killToEnd: after = ""
    case .killToStart: before = ""
    case .killWord:
      let rest = after
      _ = press(.wordLeft)
      after = rest
    case .up: recall(place - 1)
    case .down: recall(place + 1)
    case .unknown: break
    }
    return .editing
  }

  mutating func insert(_ words: String) { before += words }

  private mutating func moveLeft(while holds: (Character) -> Bool) {
    while let letter = before.last, holds(letter) { _ = press(.left) }
  }

  private mutating func moveRight(while holds: (Character) -> Bool) {
    while let letter = after.first, holds(letter) { _ = press(.right) }
  }

  private mutating func recall(_ wanted: Int) {
    guard (0...history.count).contains(wanted) else { return }
    if place == history.count { typed = text }
    place = wanted
    before = wanted == history.count ? typed : history[wanted]
    after = ""
  }

  /// The part of the line that fits, and the column of the cursor in it.
  func window(width: Int) -> (shown: String, cursor: Int) {
    let room = max(8, width)
    // A statement out of the history may have several lines; here it has one.
    let left = PrintableText.of(before).replacing("\n", with: "⏎")
    let right = PrintableText.of(after).replacing("\n", with: "⏎")
    var start = left[...]
    while DisplayWidth.of(String(start)) >= room { start.removeFirst() }
    let cursor = DisplayWidth.of(String(start))
    var shown = String(start)
    var used = cursor
    for letter in right {
      let size = DisplayWidth.of(letter)
      if used + size >= room { break }
      shown.append(letter)
      used += size
    }
    return (shown, cursor)
  }
}

extension LineEditor.Key {
  /// The key behind the first bytes that a terminal sent; `nil` where more must come first.
  static func decode(_ bytes: inout [UInt8]) -> LineEditor.Key? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return decodeEscape(&bytes) }
    if first < 0x20 || first == 0x7F {
      bytes.removeFirst()
      return control(first)
    }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard bytes.count >= length else { return nil }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    bytes.removeFirst(length)
    return text.unicodeScalars.first.map { .text($0) } ?? .unknown
  }

  private static func control(_ byte: UInt8) -> LineEditor.Key {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .cancel
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x0B: .killToEnd
    case 0x0C: .clearScreen
    case 0x0E: .down
    case 0x10: .up
    case 0x15: .killToStart
    case 0x17: .killWord
    default: .unknown
    }
  }

  /// `ESC [ A`, `ESC O H`, `ESC [ 3 ~`, `ESC [ 1 ; 5 C`, `ESC b`.
  private static func decodeEscape(_ bytes: inout [UInt8]) -> LineEditor.Key? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
      let letter = bytes[1]
      bytes.removeFirst(2)
      return letter == UInt8(ascii: "b")
        ? .wordLeft : letter == UInt8(ascii: "f") ? .wordRight : .unknown
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let sequence = String(decoding: bytes[2...end], as: UTF8.self)
    bytes.removeFirst(end + 1)
    switch sequence {
    case "A": return .up
    case "B": return .down
    case "C": return .right
    case "D": return .left
    case "H", "1~", "7~": return .home
    case "F", "4~", "8~": return .end
    case "3~": return .delete
    case "1;5D", "1;3D": return .wordLeft
    case "1;5C", "1;3C": return .wordRight
    default: return .unknown
    }
  }
}
