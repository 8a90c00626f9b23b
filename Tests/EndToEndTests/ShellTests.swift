import Foundation
import Testing

@testable import LegationCLI

/// The line that is typed, key by key.
@Suite struct LineEditorTests {
  private func typed(_ bytes: String, history: [String] = []) -> (LineEditor, [LineEditor.Outcome])
  {
    var editor = LineEditor(history: history)
    var pending = Array(bytes.utf8)
    var outcomes: [LineEditor.Outcome] = []
    while let key = LineEditor.Key.decode(&pending) { outcomes.append(editor.press(key)) }
    return (editor, outcomes)
  }

  @Test(arguments: [
    ("abc", "abc|"), ("abc\u{1b}[D\u{1b}[Dx", "ax|bc"), ("abc\u{1}x", "x|abc"),
    ("abc\u{1}\u{5}d", "abcd|"),
    ("abc\u{7f}", "ab|"), ("Đỗ\u{7f}", "Đ|"), ("Đo\u{302}\u{303}\u{7f}x", "Đx|"),
    ("👩‍👩‍👧a\u{1b}[D\u{7f}", "|a"), ("ab cd\u{17}", "ab |"), ("ab cd\u{1b}[D\u{17}", "ab |d"),
    ("abc\u{1}\u{b}", "|"), ("abc\u{15}", "|"), ("ab cd\u{1b}[1;5Dx", "ab x|cd"),
    ("ab cd\u{1b}bx", "ab x|cd"),
    ("abc\u{1}\u{1b}[3~", "|bc"), ("ab\u{1b}[H\u{1b}[1;5Cx", "abx|"), ("\u{1b}[99~a", "a|"),
  ])
  func `keys edit by letters, marks and all`(keys: String, expected: String) {
    let (editor, _) = typed(keys)
    #expect(editor.before + "|" + editor.after == expected)
  }

  @Test func `the history is walked up and down, and what was typed comes back`() {
    #expect(typed("new\u{10}", history: ["one", "two"]).0.text == "two")
    #expect(typed("new\u{10}\u{10}\u{10}", history: ["one", "two"]).0.text == "one")
    #expect(typed("new\u{10}\u{10}\u{e}\u{e}", history: ["one", "two"]).0.text == "new")
  }

  @Test func `Ctrl-D ends an empty line only`() {
    #expect(typed("\u{4}").1.last == .ended)
    #expect(typed("ab\u{1}\u{4}").0.text == "b")
    #expect(typed("ab\u{3}").1.last == .cancelled)
  }

  @Test func `half a key waits for its other half`() {
    var pending: [UInt8] = [0xE1, 0xBB]
    #expect(LineEditor.Key.decode(&pending) == nil)
    pending.append(0x97)
    #expect(LineEditor.Key.decode(&pending) == .text("ỗ"))
    pending = [0x1B, 0x5B]
    #expect(LineEditor.Key.decode(&pending) == nil)
  }

  @Test func `a long line shows the part around the cursor`() {
    let (editor, _) = typed(String(repeating: "x", count: 100) + "駐")
    let (shown, cursor) = editor.window(width: 40)
    #expect(cursor < 40 && shown.hasSuffix("駐"))
  }
}

/// The shell on a terminal, played by Python's pty.
@Suite struct ShellTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let hasPython =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }

  /// Sends each text once the prompt, or what the pair names, is seen; returns all that was shown.
  private func play(
    _ steps: [(wait: String, send: String)], _ options: [String] = []
  ) throws -> String {
    let script = program.folder.appending(path: "play.py")
    try """
    import json, os, pty, select, sys, time
    steps = json.load(open(sys.argv[1]))
    pid, terminal = pty.fork()
    if pid == 0:
      os.environ['COLUMNS'] = '100'
      os.execv(sys.argv[2], [sys.argv[2], 'sql'] + sys.argv[3:])
    seen, start = b'', 0
    def wait(text):
      global seen, start
      end = time.time() + 20
      while text.encode() not in seen[start:]:
        if time.time() > end: print('NOT SEEN', text); return
        if select.select([terminal], [], [], 0.2)[0]:
          try: data = os.read(terminal, 65536)
          except OSError: return
          if not data: return
          seen += data
      start = seen.index(text.encode(), start) + len(text.encode())
    for text, send in steps:
      wait(text)
      if send == 'think': time.sleep(5); continue
      if send == '\\x03': time.sleep(1)  # the question runs by then
      os.write(terminal, send.encode())
    wait('never shown by it')  if not steps else None
    end = time.time() + 10
    while time.time() < end:
      try: data = os.read(terminal, 65536)
      except OSError: break
      if not data: break
      seen += data
    status = os.waitpid(pid, 0)[1]
    sys.stdout.buffer.write(seen)
    print('STATUS', status)
    """.write(to: script, atomically: true, encoding: .utf8)
    let plan = program.folder.appending(path: "plan.json")
    try JSONSerialization.data(withJSONObject: steps.map { [$0.wait, $0.send] }).write(to: plan)
    let words = ["python3 play.py plan.json '\(Program.binary.path)'"] + options
    return try program.shell(words.joined(separator: " ")).out
  }

  @Test(.enabled(if: hasPython, "python3 is not here"))
  func `a session: several lines, completion, modes, history, an error, a kept query, the end`()
    throws
  {
    let seen = try play([
      ("legation> ", "SELECT person_name FR\tincum\tt \r"),
      ("...> ", "WHERE mission = 'gb-london';\r"),
      ("Đỗ Minh Hùng", ""), ("legation> ", ".mode csv\r"), ("legation> ", "SELECT hed;\r"),
      ("no such column", ""), ("legation> ", "\u{1b}[A\u{1b}[A\u{1b}[A\r"), ("Đỗ Minh Hùng", ""),
      ("legation> ", ".save london Who is in London\r"), ("change 2", ""),
      ("legation> ", ".run lond\t\r"), ("person_name", ""), ("legation> ", ".timer on\r"),
      ("legation> ", "SELECT :n;\r"), (".param", ""), ("legation> ", ".param n=41\r"),
      ("legation> ", "SELECT :n + 1 AS answer;\r"), ("42", ""), (" ms", ""),
      ("legation> ", ".schema term\r"), ("When the term begins", ""), ("legation> ", ".hlp\r"),
      (".help", ""),
      ("legation> ", "\u{4}"),
    ])
    #expect(!seen.contains("NOT SEEN"), "\(seen)")
    #expect(seen.contains("STATUS 0"))
    let history = program.folder.appending(path: ".local/state/legation/history")
    let kept = try String(contentsOf: history, encoding: .utf8)
    #expect(kept.contains("FROM incumbent \\nWHERE mission"))
    let mode = try FileManager.default.attributesOfItem(atPath: history.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test(.enabled(if: hasPython, "python3 is not here"))
  func `another day and an earlier time are asked about, and a mistake changes nothing`() throws {
    let seen = try play([
      ("legation> ", ".on 2024-02-19\r"), ("On 2024-02-19.", ""),
      ("legation 2024-02-19> ", ".on 2024\r"), ("not a whole day", ""),
      ("legation 2024-02-19> ", "SELECT day FROM asked_day;\r"), ("2024-02-19 │", ""),
      ("legation 2024-02-19> ", "SELECT count(*) FROM tenure WHERE ended = NULL;\r"),
      ("note: = NULL is never true", ""), ("^^^^", ""),
      ("legation 2024-02-19> ", ".known 1\r"), ("with change 1 of", ""),
      ("legation 2024-02-19 @1> ", ".known 99\r"), ("no change at", ""),
      ("legation 2024-02-19 @1> ", "SELECT\r"), ("                   ...> ", "6 * 7 AS a;\r"),
      ("42", ""),
      ("legation 2024-02-19 @1> ", ".report vacan\t\r"),
      ("Missions without a head on 2024-02-19", ""),
      ("legation 2024-02-19 @1> ", ".report roster term=2024-2028\r"), ("There is no term", ""),
      ("legation 2024-02-19 @1> ", ".known\r"), ("legation 2024-02-19> ", ".on\r"),
      ("about the last day known", ""), ("legation> ", ".report succes\tmission=London\r"),
      ("The heads of a mission, one after the other", ""), ("United Kingdom", ""),
      ("legation> ", ".report roster trm=x\r"), ("roster has no parameter", ""),
      ("legation> ", ".report rooster\r"), ("There is no report", ""),
      (
        "legation> ",
        ".run head-on-day 'mission=Embassy of Viet Nam in the United Kingdom' day=2025-03-01\r"
      ),
      ("Đỗ Minh Hùng", ""), ("legation> ", ".run head-on-day mission=Atlantis day=2025-03-01\r"),
      ("There is no mission", ""), ("legation> ", ".param at:mission=London\r"),
      ("legation> ", "SELECT :at AS at;\r"), ("gb-london", ""),
      ("legation> ", "SELECT 1 WHERE 0;\r"), ("Nothing is found.", ""),
      ("legation> ", ".schema term\r"), ("entered_in ─── term", ""), ("legation> ", ".quit\r"),
    ])
    #expect(!seen.contains("NOT SEEN"), "\(seen)")
    #expect(seen.contains("STATUS 0"))
  }

  @Test(.enabled(if: hasPython, "python3 is not here"))
  func `whoever thinks longer than a question may last is not thrown out`() throws {
    let seen = try play(
      [
        ("legation> ", "think"), ("", "SELECT 1 AS a;\r"), ("│ 1 │", ""), ("legation> ", "think"),
        ("", ".queries\r"), ("longest-vacancy", ""), ("legation> ", "think"),
        ("", "SELECT 6 * 7 AS a;\r"), ("42", ""), ("legation> ", ".quit\r"),
      ], ["--timeout", "1"])
    #expect(!seen.contains("NOT SEEN"), "\(seen)")
    #expect(seen.contains("STATUS 0"))
  }

  @Test(arguments: [
    ("", []), ("  on  2024 ", ["on", "2024"]),
    ("run x 'mission=a b' n=\"c 'd\"", ["run", "x", "mission=a b", "n=c 'd"]),
    ("save x 'it", ["save", "x", "it"]), ("a '' b", ["a", "", "b"]), ("m='x y'", ["m=x y"]),
  ])
  func `the words of a command are parted by blanks, not within quotes`(
    line: String, words: [String]
  ) {
    #expect(LegationCLI.Shell.words(of: line) == words)
  }

  @Test(.enabled(if: hasPython, "python3 is not here"))
  func `Ctrl-C ends the question, not the shell`() throws {
    let seen = try play([
      ("legation> ", "SELECT count(*) FROM party a, party b, party c, party d;\r"),
      ("party d;", ""), ("", "\u{3}"), ("ancelled", ""), ("legation> ", "half a line\u{3}"),
      ("legation> ", "SELECT 6 * 7 AS a;\r"), ("42", ""), ("legation> ", ".quit\r"),
    ])
    #expect(!seen.contains("NOT SEEN"), "\(seen)")
    #expect(seen.contains("STATUS 0"))
  }
}
