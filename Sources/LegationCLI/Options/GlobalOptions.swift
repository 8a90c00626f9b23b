import ArgumentParser
import Files
import Formats
import Registry
import Reports

/// Options that every command takes, before, between or behind its words.
struct GlobalOptions: ParsableArguments {
  /// Their names, each with whether a value follows it.
  ///
  /// The parser tells as much, but for a tenth of the time in which a small question is answered.
  static let takesValue: [String: Bool] = [
    "--db": true, "--lang": true, "--format": true, "-o": true, "--output": true, "--width": true,
    "--as-known": true, "--on": true, "--wait": true, "--wide": false, "--no-pager": false,
    "--no-header": false,
    "--excel": false,
    "--safe-csv": false, "-v": false, "--verbose": false, "-h": false, "--help": false,
  ]

  /// The language that words of a command line ask for, where it is one.
  static func language(in words: [String]) -> Language? {
    var asked: Language?
    for (place, word) in words.prefix(while: { $0 != "--" }).enumerated() {
      if word == "--lang", place + 1 < words.count {
        asked = Language(rawValue: words[place + 1]) ?? asked
      } else if word.hasPrefix("--lang=") {
        asked = Language(rawValue: String(word.dropFirst("--lang=".count))) ?? asked
      }
    }
    return asked
  }

  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The registry. (default: $LEGATION_DB, else the data folder)",
      vi: "Sổ đăng ký. (mặc định: $LEGATION_DB, nếu không thì thư mục dữ liệu)"))
  var database: String?

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "en or vi. (default: $LEGATION_LANG, else the locale)",
      vi: "en hoặc vi. (mặc định: $LEGATION_LANG, nếu không thì theo hệ thống)"),
    completion: .list(Language.allCases.map(\.rawValue)))
  private var languageWord: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      """
      table, line, csv, tsv, json, ndjson, markdown, html, xlsx or docx. (default: table, or as --output \
      ends)
      """,
      vi: """
        table, line, csv, tsv, json, ndjson, markdown, html, xlsx hoặc docx. (mặc định: table, hoặc theo \
        đuôi của --output)
        """,
      valueName: "form"),
    completion: .list(Format.allCases.map(\.rawValue)))
  private var formatWord: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write to a file; its ending says the form.", vi: "Ghi ra tệp; đuôi tệp cho biết dạng.",
      valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Wrap tables to so many columns. (default: the terminal's width)",
      vi: "Ngắt dòng của bảng sau số cột này. (mặc định: bề rộng màn hình)"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Answer from what the registry said then: a change, a day or a moment.",
      vi: "Trả lời theo những gì sổ ghi khi đó: một thay đổi, một ngày hoặc một thời điểm.",
      valueName: "when"))
  var asKnown: String?

  @Option(
    help: ArgumentHelp(
      "Answer about that day: who is in office, what is vacant. (default: the last day known)",
      vi: "Trả lời về ngày này: ai tại chức, nơi nào khuyết. (mặc định: ngày cuối sổ nắm được)",
      valueName: "day"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "Wait so long for another writer. (default: $LEGATION_WAIT, else 30, for reading 5)",
      vi: """
        Chờ người khác ghi xong, tối đa số giây này. (mặc định: $LEGATION_WAIT, nếu không thì 30, \
        khi đọc là 5)
        """,
      valueName: "seconds"))
  var wait: Int?

  @Flag(
    help: ArgumentHelp(
      "All columns of a table, none of them wrapped.",
      vi: "Đủ mọi cột của bảng, không ngắt dòng."))
  var wide = false

  @Flag(
    help: ArgumentHelp(
      "Do not show long answers page by page. ($LEGATION_PAGER, $PAGER: the program that does)",
      vi: """
        Không hiện kết quả dài theo từng trang. ($LEGATION_PAGER, $PAGER: chương trình xem từng \
        trang)
        """))
  var noPager = false

  @Flag(help: ArgumentHelp("Leave out the names of the columns.", vi: "Bỏ tên các cột."))
  var noHeader = false

  @Flag(
    help: ArgumentHelp(
      "CSV for a spreadsheet: marked as UTF-8, CRLF, no text taken for a formula.",
      vi: "CSV cho bảng tính: đánh dấu UTF-8, CRLF, không có chữ nào bị coi là công thức."))
  var excel = false

  @Flag(
    help: ArgumentHelp(
      "CSV in which no text is taken for a formula: an apostrophe stands before it.",
      vi: "CSV trong đó không chữ nào bị coi là công thức: thêm dấu nháy đơn phía trước."))
  var safeCsv = false

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Say every few seconds how far long work is, terminal or not.",
      vi: "Cứ vài giây lại báo tiến độ của công việc kéo dài, dù có màn hình hay không."))
  var verbose = false

  // Words until they are asked for: each type of an option of its own costs at each start.

  var language: Language? { languageWord.flatMap(Language.init(rawValue:)) }

  var format: Format? {
    get { formatWord.flatMap(Format.init(rawValue:)) }
    set { formatWord = newValue?.rawValue }
  }

  /// The picture that is asked for in place of rows.
  var picture: SchemaPicture.Form? { formatWord.flatMap(SchemaPicture.Form.init(rawValue:)) }

  /// The same of a command that draws: also by the ending of the file.
  var drawing: SchemaPicture.Form? {
    if formatWord != nil { return picture }
    let ending = output?.split(separator: ".").last?.lowercased()
    return switch ending {
    case "dot", "gv": .dot
    case "mmd", "mermaid": .mermaid
    default: nil
    }
  }

  mutating func validate() throws {
    if let languageWord, language == nil {
      throw Self.unknown(languageWord, for: "--lang <lang>", Language.allCases.map(\.rawValue))
    }
    if let formatWord, format == nil, picture == nil {
      throw Self.unknown(formatWord, for: "--format <form>", Format.allCases.map(\.rawValue))
    }
    Environment.choose {
      if let language { $0.language = language }
      if verbose { $0.isVerbose = true }
      if let database { $0.database = database }
    }
    if let wait, wait < 0 {
      throw ValidationError("--wait takes 0 seconds or more.", vi: "--wait cần từ 0 giây trở lên.")
    }
    if let width, width < 20 {
      throw ValidationError(
        "--width takes 20 columns or more.", vi: "--width cần từ 20 cột trở lên.")
    }
    let form = chosenFormat
    if excel, form != nil, form != .csv, form != .tsv {
      throw ValidationError(
        "--excel goes with csv and tsv only.", vi: "--excel chỉ dùng với csv và tsv.")
    }
    if safeCsv, form != nil, form != .csv, form != .tsv {
      throw ValidationError(
        "--safe-csv goes with csv and tsv only.", vi: "--safe-csv chỉ dùng với csv và tsv.")
    }
  }

  private static func unknown(
    _ word: String, for option: String, _ words: [String]
  ) -> ValidationError {
    let all = words.joined(separator: ", ")
    return ValidationError(
      "The value '\(word)' is invalid for '\(option)'. Please provide one of: \(all).",
      vi: "Giá trị '\(word)' không hợp lệ cho '\(option)'. Hãy dùng một trong: \(all).")
  }

  /// The form asked for; `nil` where the ending of a file says none.
  private var chosenFormat: Format? {
    if let format { return format }
    if let output, output != "-" {
      return Format(fileName: output) ?? (excel || safeCsv ? .csv : nil)
    }
    return excel || safeCsv ? .csv : .table
  }

  var form: Format { chosenFormat ?? .table }

  /// For answers that take any form.
  ///
  /// - Throws: where the ending of a file says none.
  func requireForm() throws(RegistryError) {
    guard let output, chosenFormat == nil else { return }
    throw RegistryError(
      .invalidValue,
      Sentence(
        "The ending of \(output) says no form.", vi: "Đuôi của \(output) không cho biết dạng nào."),
      hint: Sentence(
        "Give --format, or a name that ends in .csv, .json, …",
        vi: "Hãy ghi --format, hoặc tên kết thúc bằng .csv, .json, …"))
  }

  /// - Parameter isPrivate: whether a new file is for its owner only.
  func openTarget(isPrivate: Bool = false) throws(RegistryError) -> OutputTarget {
    guard let output, output != "-" else {
      return OutputTarget(pager: noPager ? nil : Environment.pager)
    }
    return try .answer(output, isPrivate: isPrivate)
  }

  /// Writes one document about the whole registry.
  func writeDocument<Written>(_ write: (Registry, ByteSink) throws -> Written) throws -> Written {
    let registry = try open()
    let target = try openTarget(isPrivate: true)
    let progress = Progress(Sentence("Writing", vi: "Đang ghi"), in: "MB")
    if !writesToTerminal { target.sink.watch = { progress.show($0 / 1_000_000, of: 0) } }
    let written = try registry.atOneMoment { try write(registry, target.sink) }
    try target.finish()
    progress.end()
    return written
  }

  var writesToTerminal: Bool { output == nil || output == "-" }

  /// - Throws: where neither an option nor a variable nor a home folder names it.
  var path: String {
    get throws(RegistryError) {
      if let database { return database }
      return try Environment.registryPath
    }
  }

  /// What every command reads or writes.
  var files: [NamedFile] {
    get throws(RegistryError) {
      let registry = NamedFile(path: try path, use: .registry, role: .theRegistry)
      guard let output, output != "-" else { return [registry] }
      return [registry, NamedFile(path: output, use: .made, role: .theOutput)]
    }
  }

  /// How long to wait for another writer, in seconds; `nil` where nobody says.
  func waitingTime() throws(RegistryError) -> Int? {
    if let wait { return wait }
    guard let given = Environment["LEGATION_WAIT"] else { return nil }
    guard let seconds = Int(given), seconds >= 0 else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "LEGATION_WAIT is \(Registry.quoted(given)): it takes seconds, 0 or more.",
          vi: "LEGATION_WAIT là \(Registry.quoted(given)): cần số giây, từ 0 trở lên."))
    }
    return seconds
  }

  /// - Parameters:
  ///   - isLong: whether Ctrl-C is to end the work by way of its own end, which takes away what is
  ///     half done; so it does where a file is being made.
  ///   - log: when to look for damage in the file's log.
  ///   - limitsMemory: whether SQL that somebody wrote will be run, or compiled to be kept: it is held
  ///     to a limit of memory.
  ///   - isOneOfMany: whether the run opens others after it; then it is closed behind its last use.
  func open(
    for purpose: Registry.Purpose = .reading, isLong: Bool = false,
    log: Registry.LogLook = .whenAbandoned, limitsMemory: Bool = false, sortsMuch: Bool = false,
    isOneOfMany: Bool = false
  ) throws(RegistryError) -> Registry {
    if let asKnown, purpose == .writing {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "What was known is not written: --as-known \(asKnown) goes with reading commands.",
          vi: "Không ghi vào quá khứ: --as-known \(asKnown) chỉ dùng với lệnh đọc."))
    }
    let path = try path
    try Leave.requireReading(path)
    // A reader may meet a schema that somebody else made; a writer refuses one.
    if purpose == .writing && !limitsMemory { Registry.forgoMemoryLimit() }
    let registry = try Registry.open(
      path, for: purpose, wait: try waitingTime(), log: log, notice: Failure.remark)
    for remark in registry.remarks { Failure.remark(remark) }
    if registry.isForeign { Watchdog.watch(30) }
    // The views of another day or time stand in what is put aside, and would go with it.
    if sortsMuch { try registry.putAsideInFiles() }
    if purpose == .reading {
      // Closed by the end of the process: to take down the schema piece by piece costs a tenth of a
      // short answer, and nothing of a reader has to be kept.
      if !isOneOfMany { _ = Unmanaged.passRetained(registry) }
      try registry.look(asKnown: asKnown, on: on)
    }
    if isLong || purpose == .reading && !writesToTerminal {
      Interrupt.watchOnce()
      registry.stop(when: { Interrupt.isAsked })
    }
    return registry
  }
}

extension GlobalOptions {
  /// What the parser makes of these, where no others are given.
  ///
  /// Set one by one: in an initializer flags would only be defined anew.
  static func plain(_ given: [String: String]) -> GlobalOptions {
    var options = GlobalOptions()
    options.database = given["--db"]
    options.languageWord = given["--lang"]
    options.formatWord = given["--format"]
    options.output = given["--output"] ?? given["-o"]
    options.width = nil
    options.asKnown = nil
    options.on = nil
    options.wait = nil
    options.wide = false
    options.noPager = false
    options.noHeader = false
    options.excel = false
    options.safeCsv = false
    options.verbose = false
    return options
  }
}

extension OutputTarget {
  /// A file that is no database, nor a part of one.
  ///
  /// - Parameter isPrivate: whether a new file is for its owner only.
  /// - Throws: where it cannot be made.
  static func answer(_ path: String, isPrivate: Bool) throws(RegistryError) -> OutputTarget {
    do { return try OutputTarget(path: path, isPrivate: isPrivate, rule: .answer) } catch {
      throw RegistryError(error)
    }
  }
}
