import ArgumentParser
import Registry
import Reports
import Synchronization

/// What --as-known means to a command: each declares it, so that none can forget to look.
enum Past {
  /// It answers from what the registry said then.
  case answered
  /// It cannot, for this reason.
  case refused(Sentence)
}

/// A command that does something, with what it says of itself before it does it.
protocol Command: ParsableCommand {
  /// What its help says.
  static var about: CommandConfiguration { get }
  static var past: Past { get }
  /// Whether --on has a meaning.
  static var takesDay: Bool { get }
  var options: GlobalOptions { get }
  /// What it reads and writes besides the registry and --output.
  var files: [NamedFile] { get }
  /// Whether --output has a meaning: not where the words say what is made.
  static var takesOutput: Bool { get }
  /// Whether it can draw, where a picture is asked for as a form.
  static var drawsPictures: Bool { get }
  /// Does what was asked for; it makes sense.
  mutating func perform() throws
}

extension Command {
  var files: [NamedFile] { [] }
  static var takesOutput: Bool { true }
  static var drawsPictures: Bool { false }
  static var takesDay: Bool {
    switch past {
    case .answered: true
    case .refused: false
    }
  }

  static var configuration: CommandConfiguration {
    var configuration = about
    // Of one that stands below another the parser knows that it makes no scripts for shells, and
    // does not look for the options that would ask for them.
    configuration._superCommandName = "legation"
    // Nor for the long forms of --help, where another parse will meet them; printing their names
    // would take it longer than all other words.
    if Trial.isOn { configuration.helpNames = .short }
    return configuration
  }

  /// - Throws: where an option could only be dropped, or a file would be replaced by another one
  ///   of the same run.
  mutating func run() throws {
    try requireSense()
    try perform()
  }

  private func requireSense() throws(RegistryError) {
    if let asKnown = options.asKnown, case .refused(let why) = Self.past {
      throw Self.refusal(of: "--as-known \(asKnown)", why)
    }
    if let day = options.on, !Self.takesDay {
      throw Self.refusal(
        of: "--on \(day)",
        Sentence("it answers nothing about a day", vi: "lệnh này không trả lời về một ngày nào"))
    }
    if let picture = options.picture, !Self.drawsPictures {
      throw Self.refusal(
        of: "--format \(picture.rawValue)",
        Sentence("it draws nothing", vi: "lệnh này không vẽ hình"))
    }
    if let output = options.output, !Self.takesOutput {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "--output \(output) does not go with this command: it writes to what its words name.",
          vi:
            "--output \(output) không dùng được với lệnh này: lệnh ghi vào nơi nêu trong câu lệnh."),
        hint: Sentence("Leave it out.", vi: "Hãy bỏ tùy chọn này."))
    }
    try NamedFile.requireDifferent(try options.files + files)
  }

  private static func refusal(of option: String, _ why: Sentence) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(option) does not go with this command: \(why.english).",
        vi: "\(option) không dùng được với lệnh này: \(why.vietnamese)."),
      hint: Sentence("Leave it out.", vi: "Hãy bỏ tùy chọn này."))
  }
}

/// Whether one command is parsed without those above it: help is none of its words then.
enum Trial {
  static var isOn: Bool {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  private static let state = Mutex(false)
}

/// A command whose answer is one about the registry, now or then.
protocol AnsweringCommand: Command {}

extension AnsweringCommand {
  static var past: Past { .answered }
}

/// A command that makes a change.
protocol ChangingCommand: Command {}

extension ChangingCommand {
  static var past: Past {
    .refused(Sentence("what was known is not written", vi: "không ghi vào quá khứ"))
  }
}
