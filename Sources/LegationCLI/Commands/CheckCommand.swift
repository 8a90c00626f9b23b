import ArgumentParser
import Registry
import Reports

struct CheckCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "check",
    abstract: Sentence(Check.about.english + ".", vi: Check.about.vietnamese + "."),
    discussion: Sentence(
      """
      The report of this name, with 1 as exit code where it finds something. What each code means \
      stands in the table `finding_kind`. Whoever has looked into a finding settles it, by its \
      code and the keys that it shows; it is left out from then on, and is found again where its \
      dates or postings change.
      """,
      vi: """
        Báo cáo cùng tên, với mã thoát 1 nếu phát hiện điều gì. Ý nghĩa của từng mã nằm trong bảng \
        `finding_kind`. Ai đã xem xét một phát hiện thì xác nhận bằng mã và các khóa đã hiện; từ đó \
        phát hiện ấy không nêu nữa, và sẽ nêu lại nếu ngày tháng hoặc lần cử liên quan thay đổi.
        """),
    examples: "legation check --severity error",
    "legation check --code gap --severity note --format json",
    "legation sql \"SELECT * FROM finding_kind\"",
    """
    legation check --settle possible-overlap ae-abu-dhabi --reason "one left in the year" \
    && legation check --settled && legation check --unsettle possible-overlap ae-abu-dhabi
    """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.selection) var given: FactOptions<ReportFacts<Check>>

  @Option(
    help: ArgumentHelp(
      "Say that the finding of this code at a key was looked into and is in order; wants --reason.",
      vi:
        "Xác nhận đã xem xét phát hiện loại này ở bản ghi nêu kèm, không có gì sai; cần --reason.",
      valueName: "code"))
  var settle: String?

  @Option(
    help: ArgumentHelp(
      "Take that back.", vi: "Bỏ xác nhận đó.", valueName: "code"))
  var unsettle: String?

  @Flag(
    help: ArgumentHelp(
      "List the findings that are settled, with why, who and when.",
      vi: "Liệt kê các phát hiện đã xác nhận, kèm lý do, ai và khi nào."))
  var settled = false

  @Argument(
    help: ArgumentHelp(
      "What the finding is about: the key of a posting or of both, of a mission, of a person.",
      vi: "Phát hiện về gì: mã của lần cử (một hoặc cả hai), cơ quan hoặc người.",
      valueName: "key"))
  var keys: [String] = []

  @OptionGroup(title: OptionTitle.change) var write: WriteOptions

  func validate() throws {
    let modes = [
      settle == nil ? nil : "--settle", unsettle == nil ? nil : "--unsettle",
      settled ? "--settled" : nil,
    ].compactMap { $0 }
    if modes.count > 1 {
      throw ValidationError(
        "\(modes[0]) and \(modes[1]) do not go together.",
        vi: "\(modes[0]) và \(modes[1]) không dùng cùng nhau.")
    }
    guard settle != nil || unsettle != nil else {
      guard let stray = write.given.first ?? keys.first else { return }
      throw ValidationError(
        "\(stray) goes with --settle or --unsettle.",
        vi: "\(stray) chỉ dùng với --settle hoặc --unsettle.")
    }
    if let filter = given.parameters.keys.sorted().first {
      throw ValidationError(
        "--\(filter) does not go with \(modes[0]): name the finding by its keys.",
        vi: "--\(filter) không dùng được với \(modes[0]): hãy nêu phát hiện bằng các mã.")
    }
    if settle != nil, write.reason?.isEmpty ?? true {
      throw ValidationError(
        "Say why the finding is in order: --reason \"…\"",
        vi: "Hãy ghi vì sao phát hiện này không có gì sai: --reason \"…\"")
    }
  }

  func perform() throws {
    if let settle { return try settleFinding(settle) }
    if let unsettle { return try unsettleFinding(unsettle) }
    let output = Output(options: options)
    if settled {
      var given = given.parameters
      if let severity = given.removeValue(forKey: Check.severity.name) {
        throw Self.refusal(of: "--severity \(severity)", with: "--settled")
      }
      try output.show(SettledFindings.self, given, from: options.open())
      return
    }
    let found = try output.show(
      Check.self, given.parameters, from: options.open(sortsMuch: true))
    if found > 0 { throw ExitCode(1) }
  }

  private func settleFinding(_ code: String) throws {
    try requireNoDay()
    guard write.source.count < 2 else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "A finding is settled by one source.", vi: "Mỗi xác nhận chỉ dẫn một nguồn."),
        hint: Sentence("Name the others in --reason.", vi: "Hãy nêu các nguồn khác trong --reason.")
      )
    }
    try Output(options: options).write("check --settle", write) { (change) throws(RegistryError) in
      try Records(change).settle(
        code, at: keys, because: write.reason ?? "", source: write.source.first)
    } saying: { finding in
      [Sentence("Settled: \(finding.line)", vi: "Đã xác nhận: \(finding.line)")]
    }
  }

  private func unsettleFinding(_ code: String) throws {
    try requireNoDay()
    try Output(options: options).write("check --unsettle", write, citing: .nothing) {
      (change) throws(RegistryError) in
      try Records(change).unsettle(code, at: keys)
    } saying: { finding in
      [Sentence("No longer settled: \(finding.line)", vi: "Đã bỏ xác nhận: \(finding.line)")]
    }
  }

  /// What is settled is what is found today.
  private func requireNoDay() throws(RegistryError) {
    if let day = options.on {
      throw Self.refusal(of: "--on \(day)", with: settle == nil ? "--unsettle" : "--settle")
    }
  }

  private static func refusal(of option: String, with other: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(option) does not go with \(other).", vi: "\(option) không dùng được với \(other)."),
      hint: Sentence("Leave it out.", vi: "Hãy bỏ tùy chọn này."))
  }
}
