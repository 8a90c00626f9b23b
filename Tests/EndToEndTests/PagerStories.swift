import Foundation
import Testing

/// What is longer than the screen goes through a pager, on a terminal that Python plays.
@Suite(.enabled(if: RealData.hasPython, "python3 is not here"))
struct PagerStories {
  private let program: Program

  init() throws { program = try Program() }

  /// What a terminal of 30 lines and 100 columns shows of a command.
  ///
  /// - Parameter keys: what is typed once something is shown.
  private func shown(
    _ words: [String], _ variables: [String: String], keys: String = ""
  ) throws -> (text: String, status: Int) {
    let script = program.folder.appending(path: "terminal.py")
    try """
    import fcntl, json, os, pty, select, struct, sys, termios, time
    variables, keys, command = json.loads(sys.argv[1]), sys.argv[2], sys.argv[3:]
    pid, terminal = pty.fork()
    if pid == 0:
      fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 30, 100, 0, 0))
      os.environ.pop('LESS', None)
      os.environ.update(variables)
      os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 30, 100, 0, 0))
    seen, end = b'', time.time() + 60
    while time.time() < end:
      try: data = os.read(terminal, 65536)
      except OSError: break
      if not data: break
      seen += data
      if keys:
        time.sleep(1)
        os.write(terminal, keys.encode())
        keys = ''
    else:
      os.kill(pid, 9)
    status = os.waitpid(pid, 0)[1]
    print(json.dumps([seen.decode(errors='replace').replace('\\r\\n', '\\n'), status]))
    """.write(to: script, atomically: true, encoding: .utf8)
    let variables = String(
      decoding: try JSONSerialization.data(withJSONObject: variables), as: UTF8.self)
    let quoted = ([Program.binary.path] + words).map { "'\($0)'" }.joined(separator: " ")
    let answer = try program.shell("python3 terminal.py '\(variables)' '\(keys)' \(quoted)")
    let read = try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [Any]
    return (
      try #require(read?.first as? String, "\(answer)"), try #require(read?.last as? Int)
    )
  }

  private static let rows =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %) SELECT i FROM n"
  private static func rows(_ count: Int) -> [String] {
    ["sql", Self.rows.replacing("%", with: "\(count)")]
  }

  @Test(arguments: ["LEGATION_PAGER", "PAGER"])
  func `what is longer than the screen goes through the pager that is named`(name: String) throws {
    let page = try shown(Self.rows(200), [name: "sed s/^/paged:/", "TERM": "xterm"])
    #expect(page.status == 0)
    let lines = page.text.split(separator: "\n")
    #expect(lines.count == 204)
    #expect(lines.allSatisfy { $0.hasPrefix("paged:") }, "\(page.text.prefix(300))")
  }

  @Test func `what fits does not, and nobody asked for none gets one`() throws {
    let pager = ["PAGER": "sed s/^/paged:/", "TERM": "xterm"]
    #expect(try !shown(Self.rows(20), pager).text.contains("paged:"))
    #expect(try !shown(Self.rows(200) + ["--no-pager"], pager).text.contains("paged:"))
    for none in ["", "cat"] {
      let page = try shown(
        Self.rows(200), pager.merging(["LEGATION_PAGER": none]) { $1 })
      #expect(!page.text.contains("paged:"))
      #expect(page.text.contains("200"))
    }
  }

  @Test func `a pager that is not there loses nothing`() throws {
    let page = try shown(Self.rows(200), ["PAGER": "no-such-pager -x", "TERM": "xterm"])
    #expect(page.status == 0)
    #expect(page.text.contains("200"))
  }

  @Test func `whoever leaves the pager has the answer's end, without a fault`() throws {
    let page = try shown(
      Self.rows(300_000) + ["--format", "csv"], ["PAGER": "head -5", "TERM": "xterm"])
    #expect(page.status == 0)
    #expect(page.text.split(separator: "\n").count == 5, "\(page.text.prefix(300))")
  }

  @Test func `a refusal stands below what was shown`() throws {
    let sql = Self.rows(200)[1] + "; SELECT julianday('x') FROM no_such_table"
    let page = try shown(["sql", sql], ["PAGER": "sed s/^/paged:/", "TERM": "xterm"])
    #expect(page.status != 0)
    let lines = page.text.split(separator: "\n")
    let last = try #require(lines.lastIndex { $0.hasPrefix("paged:") })
    let refusal = try #require(lines.firstIndex { $0.hasPrefix("legation:") }, "\(page.text)")
    #expect(last < refusal)
  }

  @Test func `heads are bold on a terminal that knows it, unless nobody wants colours`() throws {
    let bold = "\u{1B}[1mi\u{1B}[0m"
    #expect(try shown(Self.rows(3), ["TERM": "xterm"]).text.contains(bold))
    #expect(try !shown(Self.rows(3), ["TERM": "dumb"]).text.contains("\u{1B}"))
    #expect(try !shown(Self.rows(3), ["TERM": "xterm", "NO_COLOR": "1"]).text.contains("\u{1B}"))
    #expect(try !program.run(Self.rows(3)).out.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("en", "Left out for want of room: ", "All columns: --wide"),
    ("vi", "Bỏ bớt vì hẹp: ", "Xem đủ cột: --wide"),
  ])
  func `a roster fits the terminal, and says what it leaves out`(
    language: String, words: String, way: String
  ) throws {
    for width in [80, 100] {
      let page = try program.run(
        "roster", "2024-2027", "--width", "\(width)", "--lang", language)
      let lines = page.lines.filter { $0.hasPrefix("│") || $0.hasPrefix("┌") }
      #expect(lines.count > 15)
      #expect(lines.allSatisfy { $0.count <= width }, "\(page.out.prefix(2000))")
      let text = page.out.replacing("\n", with: " ")
      #expect(text.contains(words))
      #expect(text.contains(way))
    }
    let wide = try program.run("roster", "2024-2027", "--wide", "--lang", language)
    #expect(!wide.out.contains(words))
  }
}
