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

  private static func write(_ text: String) -> Int32 {
    let sink = ByteSink(descriptor: STDOUT_FILENO, capacity: 4096)
    sink.write(text + "\n")
    do { try sink.flush() } catch { return Failure.report(error) }
    return 0
  }

  /// One form that the parser's messages have: what stands between these words is carried over.
  private struct Form {
    let english: [String]
    let vietnamese: [String]

    init(_ english: String..., vi vietnamese: String...) {
      self.english = english
      self.vietnamese = vietnamese
    }

    /// What stands between the words, where a message is of this form.
    func parts(of message: String) -> [Substring]? {
      guard let first = english.first, message.hasPrefix(first) else { return nil }
      var rest = message.dropFirst(first.count)
      var parts: [Substring] = []
      for (place, words) in english.enumerated().dropFirst() {
        // The last words end the message: what people typed may hold them too.
        if place == english.count - 1 {
          guard rest.hasSuffix(words) else { return nil }
          parts.append(rest.dropLast(words.count))
        } else {
          guard let found = rest.firstRange(of: words) else { return nil }
          parts.append(rest[..<found.lowerBound])
          rest = rest[found.upperBound...]
        }
      }
      return english.count == 1 && !rest.isEmpty ? nil : parts
    }

    func told(in vietnamese: [String], _ parts: [Substring]) -> String {
      var told = vietnamese.first ?? ""
      for (part, words) in zip(parts, vietnamese.dropFirst()) { told += part + words }
      return told
    }
  }

  // The longer forms first, where one begins as another.
  private static let forms: [Form] = [
    Form(
      "Unknown option '", "'. Did you mean '", "'?",
      vi: "Không có tùy chọn '", "'. Có phải ý bạn là '", "'?"),
    Form("Unknown option '", "'", vi: "Không có tùy chọn '", "'"),
    Form("Invalid option: ", "", vi: "Tùy chọn không hợp lệ: ", ""),
    Form("Missing value for '", "'", vi: "Thiếu giá trị của '", "'"),
    Form("Missing expected argument '", "'", vi: "Thiếu '", "'"),
    Form("Missing one of: '", "'", vi: "Thiếu một trong các mục: '", "'"),
    Form("Missing required subcommand.", vi: "Thiếu lệnh con."),
    Form(
      "The option '", "' does not take any value, but '", "' was specified.",
      vi: "Tùy chọn '", "' không nhận giá trị, nhưng lại được ghi '", "'."),
    Form(
      "The value '", "' is invalid for '", "'. Please provide one of the following:\n", "",
      vi: "Giá trị '", "' không hợp lệ cho '", "'. Hãy dùng một trong các giá trị:\n", ""),
    Form(
      "The value '", "' is invalid for '", "'. Please provide one of ", ".",
      vi: "Giá trị '", "' không hợp lệ cho '", "'. Hãy dùng một trong: ", "."),
    Form(
      "The value '", "' is invalid for '", "': ", "",
      vi: "Giá trị '", "' không hợp lệ cho '", "': ", ""),
    Form("The value '", "' is invalid for '", "'", vi: "Giá trị '", "' không hợp lệ cho '", "'"),
    Form("Unexpected argument '", "'", vi: "Thừa '", "'"),
    Form("", " unexpected arguments: '", "'", vi: "Thừa ", " mục: '", "'"),
    Form(
      "Value to be set with flag ", " had already been set with flag ", "",
      vi: "Cờ ", " trái với cờ ", " đã ghi trước đó"),
  ]

  static func sentence(of message: String) -> Sentence {
    for form in forms {
      guard let parts = form.parts(of: message) else { continue }
      // Of several values the last two are joined by a word.
      let told = parts.map { part in
        Substring(part.replacing("' and '", with: "' và '").replacing("' or '", with: "' hoặc '"))
      }
      return Sentence(message, vi: form.told(in: form.vietnamese, told))
    }
    return Sentence(same: message)
  }
}
