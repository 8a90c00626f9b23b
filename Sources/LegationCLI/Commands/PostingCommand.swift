import ArgumentParser
import Registry

struct PostingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posting",
    abstract: Sentence(
      "What happens while a posting lasts.", vi: "Những gì diễn ra trong một lần bổ nhiệm."),
    examples: "legation posting credential gb-london --copy-presented 2024-08",
    subcommands: [Credential.self, Accredit.self, Extend.self],
    aliases: ["postings"]
  )

  @OptionGroup var options: GlobalOptions
}

extension PostingCommand {
  struct Credential: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "credential",
      abstract: Sentence(
        "Record milestones: agrément, arrival, copy, credentials, exequatur, recall.",
        vi: """
          Ghi các mốc: chấp thuận, đến nhận nhiệm vụ, bản sao thư ủy nhiệm, thư ủy nhiệm, giấy \
          chấp nhận lãnh sự, thư triệu hồi.
          """),
      examples: "legation posting credential gb-london --copy-presented 08/2024",
      #"legation posting credential gb-london --note-on credentials="to the King""#,
      "legation posting credential br-brasilia --receiver gy --arrived 2025-04")

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: .ofHead) var head: String
    @Option(
      help: ArgumentHelp(
        "Towards which receiver. (default: the mission's own)",
        vi: "Với nơi tiếp nhận nào. (mặc định: nơi tiếp nhận của cơ quan đại diện)"))
    var receiver: String?
    @Option(
      help: ArgumentHelp(
        "The accreditation towards this receiver ended.",
        vi: "Ngày kết thúc ủy nhiệm tại nơi tiếp nhận này."))
    var ended: String?
    @OptionGroup(title: OptionTitle.milestones) var milestones: FactOptions<Milestones>

    func perform() throws {
      var facts = try milestones.ofAccreditation()
      facts.set("ended", ended)
      try Output(options: options).write("posting credential", write) {
        (change) throws(RegistryError) in
        let key = try change.lookup.posting(named: head)
        let differences = try PostingOffice(change).record(facts, of: key, towards: receiver)
        try Records(change).cite(write.source, for: .posting, key: key)
        guard !differences.isEmpty || !write.source.isEmpty else { throw Edits.nothing(key) }
        return (key, differences)
      } saying: { (key, differences) in
        Edits.lines(key, differences)
      }
    }
  }

  struct Accredit: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "accredit",
      abstract: Sentence(
        "Accredit a head to one more receiver (kiêm nhiệm).",
        vi: "Ủy nhiệm người đứng đầu tại thêm một nơi tiếp nhận (kiêm nhiệm)."),
      discussion: Sentence(
        "Vienna Convention on Diplomatic Relations, article 5.",
        vi: "Công ước Viên 1961 về quan hệ ngoại giao, Điều 5."),
      examples: "legation posting accredit qa-doha --to bh --credentials 2025-04-16")

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: .ofHead) var head: String
    @Option(
      help: ArgumentHelp(
        "The receiver, by key or name.", vi: "Nơi tiếp nhận, theo mã hoặc tên."))
    var to: String
    @OptionGroup(title: OptionTitle.milestones) var milestones: FactOptions<Milestones>

    func perform() throws {
      let facts = try milestones.ofAccreditation()
      try Output(options: options).write("posting accredit", write) {
        (change) throws(RegistryError) in
        let key = try change.lookup.posting(named: head)
        let added = try PostingOffice(change).accredit(key, to: to, facts)
        try Records(change).cite(write.source, for: .accreditation, key: added)
        return added
      } saying: { added in
        [Sentence("Added the accreditation \(added).", vi: "Đã thêm ủy nhiệm \(added).")]
      }
    }
  }

  struct Extend: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "extend",
      abstract: Sentence(
        "Extend or shorten a posting: the planned end moves, the act is kept.",
        vi: """
          Gia hạn hoặc rút ngắn một lần bổ nhiệm: dự kiến kết thúc thay đổi, việc điều chỉnh được \
          lưu.
          """),
      examples: "legation posting extend in-new-delhi --until 2026-06 --decided 2025-10")

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: .ofHead) var head: String
    @Option(help: ArgumentHelp("The new planned end.", vi: "Dự kiến kết thúc mới."))
    var until: String
    @Option(help: ArgumentHelp("The day of the decision.", vi: "Ngày quyết định."))
    var decided: String?
    @Option(
      help: ArgumentHelp("The document that decides it.", vi: "Văn bản quyết định việc đó."))
    var document: String?
    @Option(help: ArgumentHelp("Words on the extension.", vi: "Ghi chú về việc điều chỉnh."))
    var note: String?

    func perform() throws {
      try Output(options: options).write("posting extend", write) {
        (change) throws(RegistryError) in
        let key = try change.lookup.posting(named: head)
        let before = try PostingOffice(change).extend(
          key, until: until, decided: decided, document: document, note: note)
        try Records(change).cite(write.source, for: .posting, key: key)
        return (try change.lookup.name(of: .posting, key: key), before)
      } saying: { (name, before) in
        let (before, until) = (PageDate.words(before ?? "–"), PageDate.words(until))
        return [
          Sentence(
            "\(name.english): planned end \(before.english) → \(until.english).",
            vi: """
              \(name.vietnamese): dự kiến kết thúc \(before.vietnamese) → \(until.vietnamese).
              """)
        ]
      }
    }
  }
}
