import ArgumentParser
import CSystem
import Files
import Registry

/// What the parser of the command line refuses: it speaks English alone, and says it in its own
/// words.
enum UsageMistake {
  /// Tells what was wrong, or gives the help or the version where these were asked for.
  ///
  /// - Returns: the exit code.
  static func report(_ error: any Error) -> Int32 {
    let language = Environment.language
    let whole = Legation.fullMessage(for: error)
    let code = Legation.exitCode(for: error)
    guard code != .success else { return write(HelpText.translated(whole, into: language)) }
    let message = Legation.message(for: error)
    // A command that has said all, and ends with a code of its own.
    if message.isEmpty { return code.rawValue }
    Failure.printError("legation: " + sentence(of: message)[language])
    // Behind the message come what the option is for, and how the command is called.
    if let end = whole.firstRange(of: message)?.upperBound {
      let rest = whole[end...].drop { $0 == "\n" }
      if !rest.isEmpty { Failure.printError(HelpText.translated(String(rest), into: language)) }
    }
    return code.rawValue
  }

  /// Gives what was asked for.
  ///
  /// - Returns: the exit code.
  static func write(_ text: String) -> Int32 {
    let sink = ByteSink(descriptor: STDOUT_FILENO, capacity: 4096)
    sink.write(text + "\n")
    do { try sink.flush() } catch { return Failure.report(error) }
    return 0
  }

  private static let ofTwo = SentenceForm("", "\n   or: ", "", vi: "", "\n  hoặc: ", "")
  private static let ofOne = SentenceForm(
    "The value '", "' is invalid for '", "'. Please provide one of ", ".",
    vi: "Giá trị '", "' không hợp lệ cho '", "'. Hãy dùng một trong: ", ".")

  // The longer forms first, where one begins as another.
  private static let forms: [SentenceForm] = [
    SentenceForm(
      "Unknown option '", "'. Did you mean '", "'?",
      vi: "Không có tùy chọn '", "'. Có phải ý bạn là '", "'?"),
    SentenceForm("Unknown option '", "'", vi: "Không có tùy chọn '", "'"),
    SentenceForm("Invalid option: ", "", vi: "Tùy chọn không hợp lệ: ", ""),
    SentenceForm(
      "Missing value for '", "' in '", "'", vi: "Thiếu giá trị của '", "' trong '", "'"),
    SentenceForm("Missing value for '", "'", vi: "Thiếu giá trị của '", "'"),
    SentenceForm("Missing expected argument '", "'", vi: "Thiếu tham số '", "'"),
    SentenceForm("Missing one of: '", "'", vi: "Thiếu một trong các tham số: '", "'"),
    SentenceForm("Missing required subcommand.", vi: "Thiếu lệnh con."),
    SentenceForm(
      "The option '", "' does not take any value, but '", "' was specified.",
      vi: "Tùy chọn '", "' không nhận giá trị, nhưng lại được ghi '", "'."),
    SentenceForm(
      "The value '", "' is invalid for '", "'. Please provide one of the following:\n", "",
      vi: "Giá trị '", "' không hợp lệ cho '", "'. Hãy dùng một trong các giá trị:\n", ""),
    SentenceForm(
      "The value '", "' is invalid for '", "': ", "",
      vi: "Giá trị '", "' không hợp lệ cho '", "': ", ""),
    SentenceForm(
      "The value '", "' is invalid for '", "'", vi: "Giá trị '", "' không hợp lệ cho '", "'"),
    SentenceForm("Unexpected argument '", "'", vi: "Thừa tham số '", "'"),
    SentenceForm("", " unexpected arguments: '", "'", vi: "Thừa ", " tham số: '", "'"),
    SentenceForm(
      "Can't generate completion scripts for '", "'.\nPlease use ", " with one of:\n", "",
      vi: "Không tạo được kịch bản hoàn thành lệnh cho '", "'.\nHãy dùng ", " với một trong:\n", ""),
    SentenceForm(
      "Can't autodetect a supported shell.\nPlease use ", " with one of:\n", "",
      vi: "Không nhận ra shell nào được hỗ trợ.\nHãy dùng ", " với một trong:\n", ""),
    SentenceForm(
      "Value to be set with flag ", " had already been set with flag ", "",
      vi: "Cờ ", " trái với cờ ", " đã ghi trước đó"),
  ]

  static func sentence(of message: String) -> Sentence {
    // Letters behind one hyphen that may be one option or several: two mistakes in two lines.
    if let both = ofTwo.parts(of: message) {
      return Sentence(message, vi: ofTwo.told(both.map { sentence(of: $0).vietnamese }))
    }
    if let values = ofOne.parts(of: message) {
      // The last two of a list are joined by a word.
      let list = values[2].replacing("' and '", with: "' và '").replacing(
        "' or '", with: "' hoặc '")
      return Sentence(message, vi: ofOne.told([values[0], values[1], list]))
    }
    for form in forms {
      if let parts = form.parts(of: message) { return Sentence(message, vi: form.told(parts)) }
    }
    return Sentence(same: message)
  }
}
