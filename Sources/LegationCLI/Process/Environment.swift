import CSystem
import Files
import Registry
import Synchronization

/// What the surroundings say: variables, the terminal, who is there.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// What the command line asks of every part of the program.
  struct Choices {
    /// Also rules the words of refusals, those of the command line itself among them.
    var language: Language?
    var isVerbose = false
    /// Whether a pager has the screen: nobody else draws on it.
    var isPaging = false
    /// The registry, where the command line and not a variable names it.
    var database: String?
  }

  private static let choices = Mutex(Choices())

  static var chosen: Choices { choices.withLock { $0 } }

  static func choose(_ choice: (inout Choices) -> Void) { choices.withLock { choice(&$0) } }

  /// `--lang`, else `LEGATION_LANG`, else the locale.
  static var language: Language {
    chosen.language ?? surroundingLanguage
  }

  // Asked for once an option: the help of each is in it.
  private static let surroundingLanguage: Language = {
    for name in ["LEGATION_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = Environment[name] else { continue }
      return value.lowercased().hasPrefix("vi") ? .vietnamese : .english
    }
    return .english
  }()

  /// `LEGATION_DB`, else `registry.db` in the XDG data folder.
  ///
  /// - Throws: where nobody says whose home it is.
  static var registryPath: String {
    get throws(RegistryError) {
      if let path = self["LEGATION_DB"] { return path }
      return try defaultFolder + "/registry.db"
    }
  }

  /// - Throws: where nobody says whose home it is.
  static var defaultFolder: String {
    get throws(RegistryError) {
      guard let folder = folder("XDG_DATA_HOME", inHome: ".local/share") else {
        throw RegistryError(
          .missingFile,
          Sentence(
            "Which registry? HOME names no folder, and the list of users has none of yours.",
            vi: "Dùng sổ nào? HOME không chỉ thư mục nào, danh sách người dùng cũng không có."),
          hint: Sentence(
            "Point to it: --db FILE, or LEGATION_DB",
            vi: "Hãy chỉ tới sổ: --db TỆP, hoặc LEGATION_DB"
          ))
      }
      return folder + "/legation"
    }
  }

  /// A folder of the XDG rules: a path that is not absolute is not taken, for it would lead to
  /// whatever somebody else put into the folder one stands in.
  static func folder(_ variable: String, inHome place: String) -> String? {
    if let folder = self[variable], folder.hasPrefix("/") { return folder }
    let named = self["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (named ?? LoginNames.home(of: getuid())).map { $0 + "/" + place }
  }

  /// `LEGATION_BY`, else the name under which one is logged in, else one's number.
  ///
  /// - Throws: where the variable is no UTF-8 text: it stands in the history for good.
  static func author() throws(RegistryError) -> String {
    for name in ["LEGATION_BY", "USER", "LOGNAME"] {
      if let author = try recorded(name) { return author }
    }
    return LoginNames.name(of: getuid()) ?? "uid \(getuid())"
  }

  /// A variable whose value is kept in the registry.
  private static func recorded(_ name: String) throws(RegistryError) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    if let text = String(validatingCString: value) { return text }
    let repaired = String(cString: value)
    throw RegistryError(
      .invalidValue,
      Sentence(
        "\(name) is not UTF-8 text: \(repaired).",
        vi: "\(name) không phải văn bản UTF-8: \(repaired)."),
      hint: Sentence(
        "Set it in UTF-8, or give --by NAME.", vi: "Hãy đặt giá trị bằng UTF-8, hoặc dùng --by TÊN."
      ))
  }

  /// `LEGATION_OFFICE`, else the machine's name.
  static func office() throws(RegistryError) -> String {
    if let name = try recorded("LEGATION_OFFICE") { return name }
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The columns of the terminal that standard output is; `nil` where it is none.
  static var terminalWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let columns = self["COLUMNS"].flatMap({ Int($0) }), columns > 20 { return columns }
    let columns = Int(system_terminal_columns(STDOUT_FILENO))
    return columns > 20 ? columns : 80
  }

  /// Whether standard output is a terminal that shows bold type, and nobody wants none
  /// (no-color.org).
  static var showsBold: Bool {
    isatty(STDOUT_FILENO) == 1 && self["NO_COLOR"] == nil && knowsTerminal
  }

  private static var knowsTerminal: Bool { self["TERM"].map { $0 != "dumb" } ?? false }

  /// What shows answers that are longer than the screen; `nil` where nobody wants it, or there is
  /// none.
  static var pager: Pager? {
    guard isatty(STDOUT_FILENO) == 1, let command = pagerCommand else { return nil }
    return Pager(command) {
      // From now on the keys are the pager's: Ctrl-C there ends the answer, not the screen.
      Interrupt.watch()
      choose { $0.isPaging = true }
    }
  }

  private static var pagerCommand: String? {
    // An empty one is an answer: none.
    let names: [String] = ["LEGATION_PAGER", "PAGER"]
    let named = names.lazy.compactMap { getenv($0) }.first
    guard let given = named.map({ String(cString: $0) }) else {
      return knowsTerminal && isThere("less") ? "less" : nil
    }
    let name = given.prefix { $0 != " " }
    guard !name.isEmpty, given != "cat" else { return nil }
    // What is more than the name of a program is the shell's business.
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_./+".contains($0) }
    return !isPlain || isThere(String(name)) ? given : nil
  }

  private static func isThere(_ program: String) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    return (self["PATH"] ?? "").split(separator: ":").contains {
      access("\($0)/\(program)", X_OK) == 0
    }
  }
}
