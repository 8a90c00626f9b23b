import Formats
import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// What people are told when something is refused, and the exit code that programs are told.
enum Failure {
  /// Exit codes are an interface; they follow sysexits.
  static func exitCode(for kind: RegistryError.Kind) -> Int32 {
    switch kind {
    case .rule, .finding: 1
    case .invalidValue, .unknownName: 64
    case .unfitFile: 65
    case .missingFile: 66
    case .unforeseen: 70
    case .cannotCreate: 73
    case .inputOutput: 74
    case .busy: 75
    case .readOnly: 77
    case .timeLimit: 124
    case .cancelled: 130
    }
  }

  /// - Parameter asked: the command that is refused; asked for only where something would help, for
  ///   the parser takes its time over it.
  static func report(
    _ error: RegistryError, to asked: @autoclosure () -> (any AskedCommand)? = nil
  ) -> Int32 {
    let language = Environment.language
    let remedies = error.remedies.isEmpty ? nil : Remedies(for: asked())
    let advice = error.remedies.compactMap { remedies?.advice(for: $0) }
    printError("legation: " + error.message[language])
    for line in error.list.map({ $0[language] }) + advice.flatMap(\.list) {
      printError("  " + line)
    }
    for words in [error.hint] + advice.map(\.words) {
      if let words { printError(words[language]) }
    }
    return exitCode(for: error.kind)
  }

  static func report(_ error: OutputError) -> Int32 {
    switch error {
    case .closedPipe: return 0
    case .interrupted: return report(.cancelled)
    case .failed(let why):
      printError(
        "legation: "
          + Sentence(
            "The output could not be written: \(why).", vi: "Không ghi được kết quả: \(why).")[
            Environment.language])
      return 74
    }
  }

  /// Names what was removed that a program had left when it was killed.
  static func tellLeftovers() {
    for path in Making.takeLeftovers() {
      remark(
        Sentence(
          "\(path) was left unfinished by a program that was killed; it is removed.",
          vi: "\(path) bị bỏ dở khi một chương trình bị dừng đột ngột; đã xóa."))
    }
  }

  /// Says something beside the answer, on standard error.
  static func remark(_ sentence: Sentence) {
    printError(sentence[Environment.language])
  }

  /// Text for people, with nothing in it that a terminal would obey.
  static func printError(_ text: String) {
    let sink = ByteSink(descriptor: STDERR_FILENO, capacity: 4096)
    sink.write(PrintableText.of(text) + "\n")
    // Nobody is left to be told when standard error is closed.
    try? sink.flush()
  }
}
