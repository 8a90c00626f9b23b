import ArgumentParser
import Registry
import Reports

struct HeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head",
    abstract: "Heads of mission: who heads which, from when to when.",
    discussion: """
      Example:
        legation head add "Đỗ Minh Hùng" --mission gb-london --arrived 2024-07
      """,
    subcommands: [
      Add.self, End.self, Remove.self, Edit.self, Show.self, List.self, Find.self,
    ],
    aliases: ["heads"]
  )

  @OptionGroup var options: GlobalOptions
}

extension HeadCommand {
  struct Add: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "add",
      abstract: "Add a head: the person where new, the posting and the accreditation.",
      discussion: """
        Dates are 2024, 2024-07 or 2024-07-15, or 15/07/2024; a final ? says unsure. What is not \
        known is left out.

        Examples:
          legation head add "Đỗ Minh Hùng" --mission gb-london --arrived 2024-07
          legation head add "Bùi Văn Nghị" --mission br-brasilia --also gy --also pe
        """,
      aliases: ["appoint"]
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: "The person: a name, or the key of one who is in the registry.")
    var person: String
    @Option(help: "The mission: a key, or a name that fits only it.") var mission: String
    @Flag(help: "Somebody else of a name that is there already.") var newPerson = false
    @Option(help: "The key of a new person. (default: made from the name)")
    var personKey: String?
    @Option(help: "female or male, for a new person.") var gender: String?
    @Option(help: ArgumentHelp("Accredited there too (kiêm nhiệm).", valueName: "party"))
    var also: [String] = []
    @Option(help: "The document that appoints.") var document: String?
    @OptionGroup(title: OptionTitle.posting) var posting: PostingOptions
    @OptionGroup(title: OptionTitle.milestones) var milestones: MilestoneOptions

    func perform() throws {
      var head = HeadOffice.NewHead(person: person, mission: mission)
      head.personKey = personKey
      head.isNewPerson = newPerson
      head.personFacts.set("gender", gender)
      head.posting = posting.ofPosting
      head.accreditation = try milestones.ofAccreditation()
      head.concurrent = also
      head.document = document
      try Output(options: options).write(HeadOffice.addAction, write) {
        (change) throws(RegistryError) in
        let added = try HeadOffice(change).add(head)
        try Records(change).cite(write.source, for: .posting, key: added.posting)
        let name = try change.lookup.name(of: .posting, key: added.posting)
        return (added, name)
      } saying: { (added, name) in
        [
          Sentence(
            "Added \(name.english): \(added.titleName.english).",
            vi: "Đã thêm \(name.vietnamese): \(added.titleName.vietnamese)."),
          Sentence(
            "Posting \(added.posting), person \(added.person)\(added.personIsNew ? " (new)" : "").",
            vi: """
              Lần bổ nhiệm \(added.posting), nhân vật \
              \(added.person)\(added.personIsNew ? " (mới)" : "").
              """),
        ]
      }
    }
  }

  struct End: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "end",
      abstract: "Record that a head left: when, and why.",
      discussion: """
        When the head left: --on with a day, month or year. Why: term-complete, recalled, transferred, retired, resigned, died, \
        persona-non-grata, relations-broken, mission-closed, class-changed, dismissed. \
        --reason says why the change is made, here as everywhere.

        Examples:
          legation head end gb-london --on 30/06/2027 --because term-complete
          legation head end dz-algiers --unknown-day --because transferred
        """,
      aliases: ["recall"]
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: "Who: a mission (its head), a person or a posting.") var head: String
    @Flag(help: "Left, on a day that nobody recorded.") var unknownDay = false
    @Option(help: ArgumentHelp("Why the head left; a word from above.", valueName: "why"))
    var because: String?
    @Option(help: "The document that ends it.") var document: String?
    @Option(help: "Words on the end.") var note: String?

    /// Here it is the day that is told.
    static var takesDay: Bool { true }

    func validate() throws {
      if (options.on == nil) != unknownDay {
        throw ValidationError(
          "When did they leave? Give --on DATE, or --unknown-day.",
          vi: "Người đó rời đi khi nào? Hãy ghi --on NGÀY, hoặc --unknown-day.")
      }
    }

    func perform() throws {
      try Output(options: options).write("head end", write) { (change) throws(RegistryError) in
        let office = HeadOffice(change)
        if because == nil { try office.refuse(reasonThatIsAnEnd: write.reason) }
        let posting = try change.lookup.posting(named: head, onlyOpen: true)
        try office.end(
          posting, on: options.on, reason: because, note: note, document: document)
        try Records(change).cite(write.source, for: .posting, key: posting)
        return (posting, try change.lookup.name(of: .posting, key: posting))
      } saying: { (posting, name) in
        let end = (options.on ?? "?") + (because.map { ", \($0)" } ?? "")
        return [
          Sentence(
            "Ended \(name.english): \(end).", vi: "Đã ghi kết thúc \(name.vietnamese): \(end)."),
          Sentence("Posting \(posting).", vi: "Lần bổ nhiệm \(posting)."),
        ]
      }
    }
  }

  struct Remove: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "remove",
      abstract: "Take back a head that was entered by mistake.",
      discussion: """
        A head who left is not removed but ended: `legation head end`.

        Example:
          legation head remove gb-london-do-minh-hung --mistake --dry-run
        """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: "Who: a mission (its head), a person or a posting.") var head: String
    @Flag(help: "It was a wrong entry: take out what `head add` put in.") var mistake = false

    func perform() throws {
      guard mistake else { throw Self.explanation(head) }
      try Output(options: options).write("head remove", write, citing: .nothing) {
        (change) throws(RegistryError) in
        let posting = try change.lookup.posting(named: head)
        return try HeadOffice(change).takeBack(posting)
      } saying: { gone in
        [
          Sentence(
            """
            Took back \(gone.personName) at \(gone.mission): the posting \(gone.posting) and \
            \(gone.accreditations) accreditation\(gone.accreditations == 1 ? "" : "s").
            """,
            vi: """
              Đã gỡ \(gone.personName) tại \(gone.mission): lần bổ nhiệm \(gone.posting) và \
              \(gone.accreditations) lần ủy nhiệm.
              """),
          gone.personWentToo
            ? Sentence(
              "The person went too: the same entry had added them.",
              vi: "Nhân vật cũng được gỡ, vì do chính lần nhập này thêm vào.")
            : Sentence("The person stays.", vi: "Nhân vật vẫn được giữ."),
        ]
      }
    }

    private static func explanation(_ given: String) -> RegistryError {
      let head = Pasted.quoted(given)
      return RegistryError(
        .invalidValue,
        Sentence("Which is meant?", vi: "Ý bạn là gì?"),
        list: [
          Sentence(same: Pasted.command("head end \(head) --on DATE --because REASON")),
          Sentence(same: Pasted.command("head remove \(head) --mistake")),
        ],
        hint: Sentence(
          "The first if they left, the second if it was entered by mistake. Nothing is changed.",
          vi: "Lệnh đầu nếu người đó đã rời nhiệm sở, lệnh sau nếu nhập nhầm. Chưa có gì thay đổi.")
      )
    }
  }

  struct Edit: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "edit",
      abstract: "Correct facts of a head's posting and resident accreditation.",
      discussion: """
        A wrong person or a wrong mission is another posting: take it back and add it anew.

        Example:
          legation head edit gb-london --agrement-given 2024-05
        """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: "Who: a mission (its head), a person or a posting.") var head: String
    @Option(help: ArgumentHelp("Empty a fact.", valueName: "fact")) var clear: [String] = []
    @OptionGroup(title: OptionTitle.posting) var posting: PostingOptions
    @OptionGroup(title: OptionTitle.milestones) var milestones: MilestoneOptions

    func perform() throws {
      var facts = posting.ofPosting
      var accreditation = try milestones.ofAccreditation()
      for fact in clear.map({ $0.replacing("-", with: "_") }) {
        if RecordKind.posting.field(fact) != nil {
          facts.clear(fact)
        } else {
          accreditation.clear(fact)
        }
      }
      try Output(options: options).write("head edit", write) { (change) throws(RegistryError) in
        let key = try change.lookup.posting(named: head)
        let differences = try HeadOffice(change).edit(
          key, facts: facts, accreditation: accreditation)
        try Records(change).cite(write.source, for: .posting, key: key)
        guard !differences.isEmpty || !write.source.isEmpty else { throw Edits.nothing(key) }
        return (key, differences)
      } saying: { (key, differences) in
        Edits.lines(key, differences)
      }
    }
  }

  struct Show: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "show", abstract: "Show a posting with its accreditations and milestones.",
      discussion: "Example:\n  legation head show br-brasilia")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Who: a mission (its head), a person or a posting.") var head: String

    func perform() throws {
      let registry = try options.open()
      let key = try Lookup(registry: registry).posting(named: head)
      try Output(options: options).show(
        Cards(registry, in: Environment.language).card(of: .posting, key: key), from: registry)
    }
  }

  struct List: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "list",
      abstract: "List heads: those in office, on a day, of a mission, a person or a term.",
      discussion: """
        Examples:
          legation head list --on 2024-02-19
          legation head list --mission gb-london --all
        """
    )

    @OptionGroup var options: GlobalOptions
    @Option(help: "Of one mission.") var mission: String?
    @Option(help: "Of one person; everyone there ever was.") var person: String?
    @Option(help: "Of one term; everyone there ever was.") var term: String?
    @Flag(help: "Everyone there ever was, nominees too.") var all = false
    @Option(help: "So many at most.") var limit: Int?

    func perform() throws {
      let registry = try options.open()
      let lookup = Lookup(registry: registry)
      var selection = HeadLists.Selection()
      selection.mission = try mission.map { name throws(RegistryError) in
        try lookup.key(of: .mission, named: name)
      }
      selection.person = try person.map { name throws(RegistryError) in
        try lookup.key(of: .person, named: name)
      }
      selection.term = try term.map { name throws(RegistryError) in
        try lookup.key(of: .term, named: name)
      }
      selection.isEveryone = all || person != nil || term != nil
      selection.limit = limit
      try Output(options: options).show(
        try HeadLists(registry, in: Environment.language).heads(selection), from: registry)
    }
  }

  struct Find: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "find",
      abstract: "Find postings by words of the person or the mission.",
      discussion: "Example:\n  legation head find do minh hung")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Words; each begins a word of the name.") var words: [String]
    @Option(help: "So many at most.") var limit: Int?

    func perform() throws {
      let registry = try options.open()
      var selection = HeadLists.Selection()
      selection.words = words.joined(separator: " ")
      selection.isEveryone = true
      selection.limit = limit
      try Output(options: options).show(
        try HeadLists(registry, in: Environment.language).heads(selection), from: registry)
    }
  }
}
