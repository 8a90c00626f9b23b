import CSystem
import Files
import Formats
import Registry

/// Reads lines from a terminal, key by key.
struct LineReader {
  private let sink = ByteSink(descriptor: STDOUT_FILENO, capacity: 4096)
  private var pending: [UInt8] = []

  /// For a line so far: the beginning of the word, and what it can become.
  typealias Completion = (_ line: String) -> (typed: String, words: [String])

  enum Line: Equatable {
    case text(String)
    case cancelled
    case ended
  }

  mutating func read(
    prompt: String, history: [String], complete: Completion
  ) -> Line {
    var saved = termios()
    guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return .ended }
    var raw = saved
    cfmakeraw(&raw)
    // Lines that are written still begin at the left.
    raw.c_oflag |= tcflag_t(OPOST)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &saved) }
    var editor = LineEditor(history: history)
    draw(editor, prompt)
    while let key = nextKey() {
      switch editor.press(key) {
      case .editing: draw(editor, prompt)
      case .wantsCompletion:
        offer(complete(editor.before), &editor)
        draw(editor, prompt)
      case .wantsClearScreen:
        sink.write("\u{1B}[H\u{1B}[2J")
        draw(editor, prompt)
      case .entered:
        _ = editor.press(.end)
        draw(editor, prompt)
        newLine()
        return .text(editor.text)
      case .cancelled:
        sink.write("^C")
        newLine()
        return .cancelled
      case .ended:
        newLine()
        return .ended
      }
    }
    newLine()
    return .ended
  }

  private mutating func nextKey() -> LineEditor.Key? {
    while true {
      if let key = LineEditor.Key.decode(&pending) { return key }
      var buffer = [UInt8](repeating: 0, count: 1024)
      let count = buffer.withUnsafeMutableBytes { Wait.read(STDIN_FILENO, $0) }
      guard let count, count > 0 else { return nil }
      pending += buffer[..<count]
    }
  }

  private func draw(_ editor: LineEditor, _ prompt: String) {
    let (shown, cursor) = editor.window(
      width: (Environment.terminalWidth ?? 80) - DisplayWidth.of(prompt))
    let column = DisplayWidth.of(prompt) + cursor
    sink.write("\r\u{1B}[K" + prompt + shown + "\r")
    if column > 0 { sink.write("\u{1B}[\(column)C") }
    flush()
  }

  private func offer(
    _ candidates: (typed: String, words: [String]), _ editor: inout LineEditor
  ) {
    let (typed, words) = candidates
    guard let first = words.first else { return }
    if words.count == 1 {
      editor.insert(String(first.dropFirst(typed.count)) + " ")
      return
    }
    var common = first[...]
    for word in words { common = common.commonPrefix(ignoringCaseOf: word) }
    if common.count > typed.count {
      editor.insert(String(common.dropFirst(typed.count)))
    } else {
      newLine()
      let more = words.count > 60 ? " … (\(words.count))" : ""
      sink.write(PrintableText.of(words.prefix(60).joined(separator: "  ")) + more)
      newLine()
    }
  }

  private func newLine() {
    sink.write("\r\n")
    flush()
  }

  // A terminal that is gone is noticed by the next read.
  private func flush() { try? sink.flush() }
}

extension Substring {
  fileprivate func commonPrefix(ignoringCaseOf other: String) -> Substring {
    var end = startIndex
    for (mine, theirs) in zip(indices, other) {
      guard self[mine].lowercased() == theirs.lowercased() else { break }
      end = index(after: mine)
    }
    return self[startIndex..<end]
  }
}
