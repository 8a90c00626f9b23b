import Foundation
import SQLite
import Testing

/// The built binary, run as people run it, in a folder of its own.
final class Program {
  let folder: URL
  var environment: [String: String]

  struct Answer {
    let out: String
    let err: String
    let code: Int32
    var lines: [String] {
      out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// `LEGATION_PROGRAM`, such as the one that is shipped; else the one beside the test bundle.
  static let binary: URL =
    ProcessInfo.processInfo.environment["LEGATION_PROGRAM"].map { URL(filePath: $0) } ?? beside

  /// It loads its libraries when it starts, so that faults can be put under it.
  static let beside: URL = {
    let running = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = running.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "legation")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return running
  }()

  var registry: URL { folder.appending(path: "office.db") }

  init(sample: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "legation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path, "LC_ALL": "C.UTF-8", "LEGATION_BY": "registry",
      "LEGATION_DB": folder.appending(path: "office.db").path,
    ]
    if sample {
      try FileManager.default.copyItem(at: try Self.sample.get(), to: registry)
    }
  }

  /// A registry with the sample in it, and a file in its folder.
  convenience init(with file: String, _ text: String) throws {
    try self.init()
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  /// What `init --sample` made, once for all.
  private static let sample = Result {
    let program = try Program(sample: false)
    let made = try program.run("init", "--sample")
    try #require(made.code == 0, "\(made.err)")
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "legation-sample-\(UUID().uuidString).db")
    // The file itself: a backup has no log until it is written.
    try FileManager.default.copyItem(at: program.registry, to: copy)
    return copy
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func run(_ arguments: String...) throws -> Answer { try run(arguments) }

  func run(_ arguments: [String]) throws -> Answer {
    try start(Self.binary, arguments)
  }

  /// A line of shell, with `legation` as a command.
  func shell(_ line: String) throws -> Answer {
    try start(
      URL(filePath: "/bin/sh"),
      ["-c", "legation() { '\(Self.binary.path)' \"$@\"; }\n\(line)"])
  }

  /// A line of shell that goes on beside the test.
  func start(_ line: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "legation() { '\(Self.binary.path)' \"$@\"; }\n\(line)"]
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// What did not end.
  struct Endless: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs it to its end.
  ///
  /// One that never comes is one failed test, not a run of tests that hangs.
  private static func run(_ process: Process) throws {
    let seconds = 900
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let id = process.processIdentifier
    guard ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut else {
      process.waitUntilExit()
      return
    }
    // With whatever it started itself.
    kill(-id, SIGKILL)
    kill(id, SIGKILL)
    throw Endless(
      description: "no end in \(seconds) s: \((process.arguments ?? []).joined(separator: " "))")
  }

  private func start(_ executable: URL, _ arguments: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    // Files, not pipes: an answer of any size fits, and nothing can block.
    let id = UUID().uuidString
    let out = folder.appending(path: "out-\(id)")
    let err = folder.appending(path: "err-\(id)")
    for file in [out, err] { try Data().write(to: file) }
    defer { for file in [out, err] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try Self.run(process)
    return Answer(
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: err), as: UTF8.self),
      code: process.terminationReason == .exit ? process.terminationStatus : -1)
  }

  /// What comes of Ctrl-C as soon as the program says how far it is; `--verbose` is among the
  /// arguments.
  func interrupted(_ arguments: [String]) throws -> Answer {
    let process = Process()
    // A runner of tests may ignore the signal, and its children then do so too.
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["--default-signal=INT", Self.binary.path] + arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    let err = folder.appending(path: "err-\(UUID().uuidString)")
    try Data().write(to: err)
    defer { try? FileManager.default.removeItem(at: err) }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    var said = ""
    while process.isRunning, !said.contains("\n") {
      usleep(100_000)
      said = try String(contentsOf: err, encoding: .utf8)
    }
    process.interrupt()
    process.waitUntilExit()
    return Answer(
      out: "", err: try String(contentsOf: err, encoding: .utf8),
      code: process.terminationReason == .exit ? process.terminationStatus : -1)
  }

  /// A change that another program makes, past the rules of this one.
  func change(_ sql: String) throws {
    let connection = try Connection(path: registry.path, mode: .readWrite, walls: .none)
    try connection.execute(
      script: """
        INSERT INTO change (made_at, author, action, program)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'somebody', 'by hand', 'another');
        \(sql);
        DELETE FROM open_change;
        """)
  }

  /// The most memory that a run held, in bytes.
  func peakMemory(_ arguments: String...) throws -> Int {
    var words = ([Self.binary.path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var id: pid_t = 0
    let started = posix_spawn(&id, Self.binary.path, nil, nil, &words, &settings)
    try #require(started == 0)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0 && errno == EINTR {}
    try #require(status == 0)
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1024
    #endif
  }

  /// The file's bytes, write-ahead log included.
  func bytes() throws -> Data {
    let log = URL(filePath: registry.path + "-wal")
    return try Data(contentsOf: registry) + ((try? Data(contentsOf: log)) ?? Data())
  }

  /// The answers to a question over every table that holds facts.
  func content() throws -> String {
    let tables = [
      "person", "posting", "accreditation", "mission", "party", "term", "document", "citation",
    ]
    let questions = tables.map { "SELECT * FROM \($0) ORDER BY 1;" }.joined()
    let answer = try run("sql", questions, "--format", "json")
    try #require(answer.code == 0, "\(answer.err)")
    return answer.out
  }

  func json(_ arguments: String...) throws -> Any {
    let answer = try run(arguments + ["--format", "json"])
    try #require(answer.code == 0, "\(answer.err)")
    return try JSONSerialization.jsonObject(with: Data(answer.out.utf8))
  }
}
