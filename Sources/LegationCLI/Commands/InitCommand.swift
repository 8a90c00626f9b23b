import ArgumentParser
import Files
import Registry
import Sample

struct InitCommand: Command {
  static let about = CommandConfiguration(
    commandName: "init",
    abstract: Sentence("Make a new registry.", vi: "Tạo sổ mới."),
    discussion: Sentence(
      """
      A new registry knows all states, territories and the main international organisations, \
      the kinds of missions and the titles of their heads. With --sample it also holds Viet \
      Nam's missions and their heads around the terms 2021-2024 to 2025-2028, with sources.
      """,
      vi: """
        Sổ mới có sẵn mọi quốc gia, vùng lãnh thổ và các tổ chức quốc tế chính, các loại cơ quan \
        đại diện và chức danh của người đứng đầu. Với --sample, sổ còn có các cơ quan đại diện \
        Việt Nam và người đứng đầu quanh các nhiệm kỳ từ 2021-2024 đến 2025-2028, kèm nguồn.
        """),
    examples: "legation init --sample", "legation init --db office.db --sender vn")

  static let past = Past.refused(
    Sentence("a new registry has no past", vi: "sổ mới chưa có quá khứ"))

  @OptionGroup var options: GlobalOptions

  @Flag(
    help: ArgumentHelp(
      "Fill it with Viet Nam's missions and heads.",
      vi: "Ghi sẵn các cơ quan đại diện Việt Nam và người đứng đầu."))
  var sample = false

  @Option(
    help: ArgumentHelp(
      "The country whose missions these are, by key or name.",
      vi: "Nước có các cơ quan đại diện này, theo mã hoặc tên."))
  var sender: String?

  @OptionGroup(title: OptionTitle.change) var write: WriteOptions

  func validate() throws {
    if sample && sender != nil {
      throw ValidationError(
        "The sample is of Viet Nam: give --sample or --sender, not both.",
        vi: "Dữ liệu mẫu là của Việt Nam: hãy ghi --sample hoặc --sender, không dùng cả hai.")
    }
    if let stray = write.given.first(where: { $0 != "--by" && $0 != "--reason" }) {
      throw ValidationError(
        "\(stray) goes with changes of a registry, not with the making of one.",
        vi: "\(stray) đi cùng thay đổi của sổ, không đi cùng việc lập sổ.")
    }
    if sample && write.reason != nil {
      throw ValidationError(
        "The sample brings a --reason of its own.", vi: "Dữ liệu mẫu đã có --reason riêng.")
    }
  }

  func perform() throws {
    let path = try options.path
    let answer = try Answer(options)
    if options.database == nil && Environment["LEGATION_DB"] == nil {
      _ = FileSystem.makeFolders(try Environment.defaultFolder)
    }
    let author = try write.by ?? Environment.author()
    Registry.forgoMemoryLimit()
    try Registry.create(path) { (registry) throws(RegistryError) in
      if sample {
        try SampleData.load(into: registry, author: author, as: "init --sample")
      } else {
        let note = ChangeNote(action: "init", author: author, reason: write.reason)
        _ = try registry.write(note) { (change) throws(RegistryError) in
          try Records(change).set(sender: sender)
        }
      }
    }
    let kept = Sentence(
      "The registry \(path) is made all the same.", vi: "Tuy vậy, sổ \(path) đã được tạo.")
    try KeptError.after(kept) {
      try answer.end(
        [Sentence("Made the registry \(path).", vi: "Đã tạo sổ \(path).")],
        [("registry", .text(path))])
    }
    Failure.remark(next)
  }

  /// What is done first with a new registry.
  private var next: Sentence {
    if sample {
      let roster = Pasted.command("roster 2024-2027")
      return Sentence("Next: \(roster)", vi: "Tiếp theo: \(roster)")
    }
    // Without a country of its own it is told with each mission.
    let (mine, ours) = sender == nil ? (" --sender COUNTRY", " --sender NƯỚC") : ("", "")
    let add = Pasted.command("mission add --kind embassy")
    return Sentence(
      "Next: \(add)\(mine) --receiver COUNTRY --seat CITY",
      vi: "Tiếp theo: \(add)\(ours) --receiver NƯỚC --seat THỦ-ĐÔ")
  }
}

struct UpgradeCommand: Command {
  static let about = CommandConfiguration(
    commandName: "upgrade",
    abstract: Sentence(
      "Bring a registry of an older legation up to date.",
      vi: "Nâng cấp sổ do bản legation cũ hơn tạo ra."),
    discussion: Sentence(
      "It is made whole or not at all. Keep a copy of the file first.",
      vi: "Sổ được nâng cấp trọn vẹn hoặc giữ nguyên. Hãy sao lưu tệp trước."),
    examples: "legation upgrade --db office.db")

  static let past = Past.refused(
    Sentence("the whole file is brought up to date", vi: "cả tệp được nâng cấp"))

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let path = try options.path
    try Leave.requireReading(path)
    let answer = try Answer(options)
    Registry.forgoMemoryLimit()
    let versions = try Registry.upgrade(path)
    let sentence =
      versions.from == versions.to
      ? Sentence(
        "The registry has schema \(versions.to) already.", vi: "Sổ đã dùng lược đồ \(versions.to).")
      : Sentence(
        "Schema \(versions.from) became \(versions.to).",
        vi: "Đã nâng lược đồ từ \(versions.from) lên \(versions.to).")
    let kept = Sentence(
      "The registry has schema \(versions.to) all the same.",
      vi: "Tuy vậy, sổ đã dùng lược đồ \(versions.to).")
    try KeptError.after(kept) {
      try answer.end(
        [sentence], [("from", JSONText(versions.from)), ("to", JSONText(versions.to))])
    }
  }
}
