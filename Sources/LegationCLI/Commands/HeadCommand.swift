import ArgumentParser
import Registry
import Reports

struct HeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head",
    abstract: Sentence(
      "Heads of mission: who heads which, from when to when.",
      vi: """
        Người đứng đầu cơ quan đại diện: ai đứng đầu cơ quan nào, từ khi nào đến khi nào.
        """),
    examples: #"legation head add "Trần Văn An" --mission tl-dili --arrived 2026-02"#,
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
      abstract: Sentence(
        "Add a head: the person where new, the posting and the accreditation.",
        vi: "Thêm người đứng đầu: người đó (nếu chưa có trong sổ), lần bổ nhiệm và ủy nhiệm."),
      discussion: Sentence(
        """
        Dates are 2024, 2024-07 or 2024-07-15, or 15/07/2024; a final ? says unsure. What is not \
        known is left out.
        """,
        vi: """
          Ngày tháng viết 2024, 2024-07, 2024-07-15 hoặc 15/07/2024; dấu ? ở cuối nghĩa là chưa \
          chắc chắn. Điều gì chưa biết thì bỏ qua.
          """),
      examples: #"legation head add "Trần Văn An" --mission tl-dili --arrived 2026-02"#,
      #"legation head add "Lê Thị Bình" --mission it-rome --also mt --also sm"#,
      aliases: ["appoint"]
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(
      help: ArgumentHelp(
        "The person: a name, or the key of one who is in the registry.",
        vi: "Người đó: họ tên, hoặc mã của người đã có trong sổ."))
    var person: String
    @Option(
      help: ArgumentHelp(
        "The mission: a key, or a name that fits only it.",
        vi: "Cơ quan đại diện: mã, hoặc tên chỉ khớp với nó."))
    var mission: String
    @Flag(
      help: ArgumentHelp(
        "Somebody else of a name that is there already.",
        vi: "Một người khác, trùng tên với người đã có."))
    var newPerson = false
    @Option(
      help: ArgumentHelp(
        "The key of a new person. (default: made from the name)",
        vi: "Mã của người mới. (mặc định: ghép từ họ tên)"))
    var personKey: String?
    @Option(
      help: ArgumentHelp(
        "female or male, for a new person.", vi: "female (nữ) hoặc male (nam), cho người mới."))
    var gender: String?
    @Option(
      help: ArgumentHelp(
        "Accredited there too (kiêm nhiệm).", vi: "Kiêm nhiệm cả nơi này.", valueName: "party"))
    var also: [String] = []
    @Option(help: ArgumentHelp("The document that appoints.", vi: "Văn bản bổ nhiệm."))
    var document: String?
    @OptionGroup(title: OptionTitle.head) var given: FactOptions<HeadFacts>

    func perform() throws {
      var head = HeadOffice.NewHead(person: person, mission: mission)
      head.personKey = personKey
      head.isNewPerson = newPerson
      head.personFacts.set("gender", gender)
      head.posting = given.ofPosting
      head.accreditation = try given.ofAccreditation()
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
              Lần bổ nhiệm \(added.posting), người \
              \(added.person)\(added.personIsNew ? " (mới)" : "").
              """),
        ]
      }
    }
  }

  struct End: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "end",
      abstract: Sentence(
        "Record that a head left: when, and why.",
        vi: "Ghi người đứng đầu đã rời nhiệm sở: khi nào, vì sao."),
      discussion: Sentence(
        """
        When the head left: --on, with a day, month or year. Why: term-complete, recalled, transferred, retired, resigned, died, \
        persona-non-grata, relations-broken, mission-closed, class-changed, dismissed. \
        --reason says why the change is made, here as everywhere.
        """,
        vi: """
          Rời nhiệm sở khi nào: --on, với ngày, tháng hoặc năm. Lý do: term-complete (hết nhiệm kỳ), recalled (triệu hồi), transferred \
          (chuyển công tác), retired (nghỉ hưu), resigned (từ chức), died (từ trần), \
          persona-non-grata (bị tuyên bố là người không được hoan nghênh), relations-broken (cắt \
          đứt quan hệ ngoại giao), mission-closed (cơ quan đại diện chấm dứt hoạt động), \
          class-changed (thay đổi cấp người đứng đầu), dismissed (miễn nhiệm). Còn --reason, ở \
          đây cũng như ở mọi lệnh, là lý do của thay đổi.
          """),
      examples: "legation head end gb-london --on 30/06/2027 --because term-complete",
      "legation head end ca-ottawa --unknown-day --because transferred",
      aliases: ["recall"]
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: .head) var head: String
    @Flag(
      help: ArgumentHelp(
        "Left, on a day that nobody recorded.", vi: "Đã rời nhiệm sở, không rõ ngày."))
    var unknownDay = false
    @Option(
      help: ArgumentHelp(
        "Why the head left; a word from above.", vi: "Vì sao rời nhiệm sở; một mã nêu ở trên.",
        valueName: "why"))
    var because: String?
    @Option(
      help: ArgumentHelp("The document that ends it.", vi: "Văn bản kết thúc lần bổ nhiệm."))
    var document: String?
    @Option(help: ArgumentHelp("Words on the end.", vi: "Ghi chú về kết thúc."))
    var note: String?

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
        let reason = try because.map { given throws(RegistryError) in
          let lookup = change.lookup
          return try lookup.name(of: .endReason, key: lookup.key(of: .endReason, named: given))
        }
        let name = try change.lookup.name(of: .posting, key: posting)
        return (posting, name, reason, try office.end(of: posting))
      } saying: { (posting, name, reason, day) in
        let english = [day.english, reason?.english].compactMap { $0 }.joined(separator: ", ")
        let vietnamese = [day.vietnamese, reason?.vietnamese].compactMap { $0 }.joined(
          separator: ", ")
        return [
          Sentence(
            "Ended \(name.english): \(english).",
            vi: "Đã ghi kết thúc \(name.vietnamese): \(vietnamese)."),
          Sentence("Posting \(posting).", vi: "Lần bổ nhiệm \(posting)."),
        ]
      }
    }
  }

  struct Remove: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "remove",
      abstract: Sentence(
        "Take back a head that was entered by mistake.", vi: "Gỡ người đứng đầu đã nhập nhầm."),
      discussion: Sentence(
        "A head who left is not removed but ended: `legation head end`.",
        vi: "Người đã rời nhiệm sở thì không gỡ mà ghi kết thúc: `legation head end`."),
      examples: "legation head remove gb-london-do-minh-hung --mistake --dry-run")

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: .head) var head: String
    @Flag(
      help: ArgumentHelp(
        "It was a wrong entry: take out what `head add` put in.",
        vi: "Đó là nhập nhầm: gỡ những gì `head add` đã thêm."))
    var mistake = false

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
              vi: "Người đó cũng được gỡ, vì do chính lần nhập này thêm vào.")
            : Sentence("The person stays.", vi: "Người đó vẫn được giữ."),
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
      abstract: Sentence(
        "Correct facts of a head's posting and resident accreditation.",
        vi: "Sửa các mục của lần bổ nhiệm và của ủy nhiệm thường trú."),
      discussion: Sentence(
        "A wrong person or a wrong mission is another posting: take it back and add it anew.",
        vi: """
          Sai người hoặc sai cơ quan đại diện thì đó là một lần bổ nhiệm khác: hãy gỡ rồi thêm lại.
          """),
      examples: "legation head edit gb-london --agrement-given 2024-05")

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: .head) var head: String
    @Option(help: KindHelp.clear) var clear: [String] = []
    @OptionGroup(title: OptionTitle.head) var given: FactOptions<HeadFacts>

    func perform() throws {
      var facts = given.ofPosting
      var accreditation = try given.ofAccreditation()
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
      commandName: "show",
      abstract: Sentence(
        "Show a posting with its accreditations and milestones.",
        vi: "Xem một lần bổ nhiệm cùng các lần ủy nhiệm và các mốc."),
      examples: "legation head show br-brasilia")

    @OptionGroup var options: GlobalOptions
    @Argument(help: .head) var head: String

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
      abstract: Sentence(
        "List heads: those in office, on a day, of a mission, a person or a term.",
        vi: """
          Liệt kê người đứng đầu: người đương nhiệm, vào một ngày, của một cơ quan đại diện, một \
          người hoặc một nhiệm kỳ.
          """),
      examples: "legation head list --on 2024-02-19",
      "legation head list --mission gb-london --all", "legation head list --receiver ie")

    @OptionGroup var options: GlobalOptions
    @Option(help: ArgumentHelp("Of one mission.", vi: "Của một cơ quan đại diện."))
    var mission: String?
    @Option(
      help: ArgumentHelp(
        "Of one person; everyone there ever was.", vi: "Của một người; kể cả các lần đã kết thúc."))
    var person: String?
    @Option(
      help: ArgumentHelp(
        "Of one term; everyone there ever was.", vi: "Của một nhiệm kỳ; kể cả các lần đã kết thúc."
      ))
    var term: String?
    @Option(
      help: ArgumentHelp(
        "Accredited there, as residents or beside another post.",
        vi: "Được ủy nhiệm tại đó, thường trú hoặc kiêm nhiệm."))
    var receiver: String?
    @Flag(
      help: ArgumentHelp(
        "Everyone there ever was, nominees too.",
        vi: "Mọi người từng có, cả người được đề cử."))
    var all = false
    @Option(help: KindHelp.limit) var limit: Int?

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
      selection.receiver = try receiver.map { name throws(RegistryError) in
        try lookup.key(of: .party, named: name)
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
      abstract: Sentence(
        "Find postings by words of the person or the mission.",
        vi: "Tìm lần bổ nhiệm theo các từ của tên người hoặc tên cơ quan đại diện."),
      examples: "legation head find do minh hung")

    @OptionGroup var options: GlobalOptions
    @Argument(help: KindHelp.words) var words: [String]
    @Option(help: KindHelp.limit) var limit: Int?

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
