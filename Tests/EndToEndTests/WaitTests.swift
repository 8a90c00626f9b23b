import Foundation
import Testing

/// Waiting for somebody who never comes: the first signal ends it.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/proc/self/stat")
      && ["/usr/bin/python3", "/bin/python3", "/usr/local/bin/python3"]
        .contains { FileManager.default.isExecutableFile(atPath: $0) },
    "no /proc, or no python3"))
struct WaitTests {
  private let program: Program

  init() throws {
    program = try Program()
    try Data("name\nLê Một\n".utf8).write(to: program.folder.appending(path: "people.csv"))
    try Data(Self.driver.utf8).write(to: program.folder.appending(path: "driver.py"))
    _ = try program.shell("mkfifo pipe")
  }

  /// Runs a command with a silent standard input and an output that nobody reads, sends it one
  /// signal as soon as it sleeps, and ends with its code, 99 where that ends nothing.
  private static let driver = """
    import os, pty, signal, subprocess, sys, time
    ending = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    def fresh():
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ending)
        for number in ending: signal.signal(number, signal.SIG_DFL)
    if sys.argv[2] == "terminal":
        screen, end = pty.openpty()
        ends = dict(stdin=end, stdout=end)
    else:
        ends = dict(stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    said = open("said", "w+")
    child = subprocess.Popen(sys.argv[3:], stderr=said, preexec_fn=fresh, **ends)
    asleep = 0
    last = time.monotonic() + 300
    while asleep < 10 and time.monotonic() < last:
        if child.poll() is not None: break
        state = open(f"/proc/{child.pid}/stat").read().rsplit(")", 1)[1].split()[0]
        asleep = asleep + 1 if state == "S" else 0
        time.sleep(0.05)
    if asleep < 10: code = 98
    else:
        child.send_signal(getattr(signal, "SIG" + sys.argv[1]))
        try: code = child.wait(300)
        except subprocess.TimeoutExpired: code = 99
    if child.poll() is None: child.kill()
    said.seek(0)
    sys.stderr.write(said.read())
    os.unlink("said")
    sys.exit(code if code >= 0 else 200 - code)
    """

  /// What is in the folder, but for SQLite's own beside the registry.
  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
      .filter { !$0.hasPrefix("office.db-") }
  }

  private func ended(by signal: String, _ words: [String], at end: String = "pipe") throws
    -> Program.Answer
  {
    let quoted = words.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
    return try program.shell(
      "python3 driver.py \(signal) \(end) '\(Program.binary.path)' \(quoted)")
  }

  private static let long = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
    SELECT i FROM n
    """

  @Test(
    arguments: ["INT", "TERM", "HUP"],
    [
      ["import", "csv", "-", "--to", "people"], ["import", "json", "-", "--to", "people"],
      ["import", "ndjson", "-", "--to", "people"], ["import", "csv", "pipe", "--to", "people"],
      ["import", "json", "pipe", "--to", "people"],
      ["import", "csv", "-", "--to", "people", "--skip-bad", "bad.csv"],
      ["import", "csv", "people.csv", "--to", "people", "--map", "@pipe"], ["merge", "-"],
      ["merge", "pipe"], ["sql", "-"], ["sql", "-f", "pipe"],
      ["sql", "--write", "-", "--reason", "x", "--yes"],
      // Nobody reads.
      ["roster", "-o", "pipe", "--format", "csv"],
      ["sql", "SELECT 1", "-o", "pipe", "--format", "csv"], ["log", "-o", "pipe", "--wide"],
      ["check", "-o", "pipe", "--format", "json"], ["verify", "-o", "pipe", "--format", "json"],
      ["export", "popolo", "-o", "pipe"], ["bundle", "--since", "0", "pipe"],
      ["backup", "b.db", "-o", "pipe", "--format", "json"],
      ["person", "add", "Trần Thị Mới", "-o", "pipe", "--format", "json"],
      ["sql", long, "--format", "csv"], ["export", "sql"], ["export", "popolo"],
      ["bundle", "--since", "0", "-"],
    ])
  func `one signal ends a wait for the other end of a pipe`(
    signal: String, words: [String]
  ) throws {
    let before = try program.content()
    let there = try files()
    let answer = try ended(by: signal, words)
    #expect(answer.code == 130, "\(answer.err)")
    #expect(answer.err.contains("Cancelled; nothing was changed."), "\(answer.err)")
    #expect(try files() == there)
    #expect(try program.content() == before)
  }

  @Test(
    arguments: ["INT", "TERM", "HUP"],
    [
      ["sql", "--write", "UPDATE person SET note = 'x'", "--reason", "x"],
      ["import", "csv", "-", "--to", "people"],
    ])
  func `one signal ends a wait for a person`(signal: String, words: [String]) throws {
    let before = try program.content()
    let answer = try ended(by: signal, words, at: "terminal")
    #expect(answer.code == 130, "\(answer.err)")
    #expect(answer.err.contains("Cancelled; nothing was changed."), "\(answer.err)")
    #expect(try program.content() == before)
  }

  @Test(arguments: ["TERM", "HUP"])
  func `a shell ends too, in words`(signal: String) throws {
    let answer = try ended(by: signal, ["sql"], at: "terminal")
    #expect(answer.code == 130, "\(answer.err)")
    #expect(answer.err.contains("Cancelled"), "\(answer.err)")
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `a change that is kept is told where nobody reads the answer`(signal: String) throws {
    let answer = try ended(
      by: signal,
      [
        "sql", "--write", "UPDATE party SET note = hex(zeroblob(1000))", "--reason", "x", "--yes",
        "--format", "json",
      ])
    #expect(answer.code == 130, "\(answer.err)")
    #expect(answer.err.contains("Change 2 is kept all the same."), "\(answer.err)")
    #expect(!answer.err.contains("nothing was changed"))
    #expect(try program.run("log", "--format", "csv").lines.count > 2)
  }
}
