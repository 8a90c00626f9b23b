import CSystem
import Files
import Registry

/// What people are told when something is refused, and the exit code that programs are told.
enum Failure {
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
    return error.kind.exitCode
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

  /// Of something unfinished that the system does not let one remove.
  ///
  /// - Parameter path: stands first: a signal's handler says the rest behind it.
  static func kept(_ path: String) -> Sentence {
    Sentence(
      "\(path) is unfinished and could not be removed.",
      vi: "\(path) còn dở dang và không xóa được.")
  }

  /// Names what was removed that a program had left when it was killed, and what of this one is
  /// left.
  static func tellLeftovers() {
    let left = Making.takeLeftovers()
    for path in left.kept { remark(kept(path)) }
    for path in left.removed {
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
