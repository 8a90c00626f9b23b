import ArgumentParser
import Registry

struct PostingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posting",
    abstract: "What happens while a posting lasts.",
    discussion: """
      Example:
        legation posting credential gb-london --copy-presented 2024-08
      """,
    subcommands: [Credential.self, Accredit.self, Extend.self],
    aliases: ["postings"]
  )

  @OptionGroup var options: GlobalOptions
}

extension PostingCommand {
  struct Credential: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "credential",
      abstract: "Record milestones: agrément, arrival, copy, credentials, exequatur, recall.",
      discussion: """
        Examples:
          legation posting credential gb-london --copy-presented 08/2024
          legation posting credential gb-london --note-on credentials="to the King"
          legation posting credential br-brasilia --receiver gy --arrived 2025-04
        """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: "Whose: a mission (its head), a person or a posting.") var head: String
    @Option(help: "Towards which receiver. (default: the mission's own)") var receiver: String?
    @Option(help: "The accreditation towards this receiver ended.") var ended: String?
    @OptionGroup(title: OptionTitle.milestones) var milestones: MilestoneOptions

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
      abstract: "Accredit a head to one more receiver (kiêm nhiệm).",
      discussion: """
        Vienna Convention on Diplomatic Relations, article 5.

        Example:
          legation posting accredit qa-doha --to bh --credentials 2025-04-16
        """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: "Whose: a mission (its head), a person or a posting.") var head: String
    @Option(help: "The receiver, by key or name.") var to: String
    @OptionGroup(title: OptionTitle.milestones) var milestones: MilestoneOptions

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
      abstract: "Extend or shorten a posting: the planned end moves, the act is kept.",
      discussion: """
        Example:
          legation posting extend in-new-delhi --until 2026-06 --decided 2025-10
        """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: "Whose: a mission (its head), a person or a posting.") var head: String
    @Option(help: "The new planned end.") var until: String
    @Option(help: "The day of the decision.") var decided: String?
    @Option(help: "The document that decides it.") var document: String?
    @Option(help: "Words on the extension.") var note: String?

    func perform() throws {
      try Output(options: options).write("posting extend", write) {
        (change) throws(RegistryError) in
        let key = try change.lookup.posting(named: head)
        let before = try PostingOffice(change).extend(
          key, until: until, decided: decided, document: document, note: note)
        try Records(change).cite(write.source, for: .posting, key: key)
        return (try change.lookup.name(of: .posting, key: key), before)
      } saying: { (name, before) in
        [
          Sentence(
            "\(name.english): planned end \(before ?? "–") → \(until).",
            vi: "\(name.vietnamese): dự kiến kết thúc \(before ?? "–") → \(until).")
        ]
      }
    }
  }
}
