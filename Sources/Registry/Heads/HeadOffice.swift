import SQLite

/// Heads of mission: adding one, ending a service, taking a wrong entry back.
package struct HeadOffice {
  package let change: Change

  package init(_ change: Change) { self.change = change }

  var registry: Registry { change.registry }
  var records: Records { Records(change) }

  /// A head to be added.
  ///
  /// Everything but the person and the mission may be left out.
  package struct NewHead: Sendable {
    package var person: String
    /// Another person of a name that is already there.
    package var isNewPerson = false
    package var personFacts = Facts()
    /// The key of a new person; one is made from the name where there is none.
    package var personKey: String?
    package var mission: String
    /// The key of the posting; one is made where there is none.
    package var key: String?
    package var posting = Facts()
    /// The milestones towards the mission's own receiver.
    package var accreditation = Facts()
    package var concurrent: [String] = []
    package var document: String?

    package init(person: String, mission: String) {
      self.person = person
      self.mission = mission
    }
  }

  package struct Added: Sendable {
    package let posting: String
    package let person: String
    package let personIsNew: Bool
    package let mission: String
    package let title: String
    package let titleName: Sentence
  }

  /// Adds a head: the person where new, the posting, the resident accreditation, and one
  /// accreditation for each country covered, in one change.
  ///
  /// - Throws: where the mission already has a head and no end is recorded, unless accepted.
  package func add(_ head: NewHead) throws(RegistryError) -> Added {
    let mission = try change.lookup.key(of: .mission, named: head.mission)
    let title = try title(of: head, at: mission)
    let name = try registry.entered(head.person, as: Sentence("name", vi: "tên"))
    let person = head.isNewPerson ? nil : try change.lookup.person(called: name)
    return try add(head, at: mission, as: title, person, called: name)
  }

  /// The same, where the mission, the title and the person are found out already.
  ///
  /// - Parameters:
  ///   - known: the key of the person; `nil` where nobody of that name is here.
  ///   - name: as it entered.
  func add(
    _ head: NewHead, at mission: String, as title: Title, _ known: String?, called name: String
  ) throws(RegistryError) -> Added {
    let person: String
    if let known { person = known } else { person = try addPerson(of: head, called: name) }
    var posting = try records.values(of: head.posting, for: .posting, except: ["title"])
    posting["title"] = .text(title.key)
    if title.isActing { posting["function"] = .text("acting") }
    posting["person"] = .text(person)
    posting["mission"] = .text(mission)
    let key = try records.add(.posting, key: head.key, posting)
    try accredit(key, to: nil, head.accreditation)
    if posting["end_mark"]?.words == "unknown", posting["ended"] == nil {
      try records.update(
        "posting", key: key, ["ended": .text(try boundOfUnknownEnd(of: key))])
    }
    for receiver in head.concurrent {
      try accredit(key, to: receiver, Facts())
    }
    if let document = head.document {
      try records.link(document: document, to: key, effect: "appoints")
    }
    return Added(
      posting: key, person: person, personIsNew: known == nil, mission: mission, title: title.key,
      titleName: title.name)
  }

  private func addPerson(
    of head: NewHead, called name: String
  ) throws(RegistryError) -> String {
    var values = try records.values(of: head.personFacts, for: .person, except: ["name"])
    values["name"] = .text(name)
    return try records.add(.person, key: head.personKey, values)
  }

  /// Corrects facts of a posting and of its resident accreditation.
  package func edit(
    _ posting: String, facts: Facts, accreditation: Facts
  ) throws(RegistryError) -> [Records.Difference] {
    try edit(
      posting, try records.values(of: facts, for: .posting, echoesDates: false),
      accreditation: accreditation)
  }

  /// The same, for values as they entered.
  func edit(
    _ posting: String, _ given: [String: Value], accreditation: Facts
  ) throws(RegistryError) -> [Records.Difference] {
    var values = given
    try boundUnknownEnd(of: posting, in: &values)
    var differences = try records.edit(.posting, key: posting, values)
    if !accreditation.isEmpty {
      let key = try PostingOffice(change).accreditation(of: posting, receiver: nil)
      differences += try records.edit(.accreditation, key: key, accreditation)
    }
    return differences
  }

  /// Records that a head left.
  ///
  /// - Parameters:
  ///   - day: a date as typed; `nil` says that the day is not known.
  ///   - reason: why they left; why it is recorded is a matter of the change.
  package func end(
    _ posting: String, on day: String?, reason: String?, note: String?,
    document: String? = nil
  ) throws(RegistryError) {
    var facts = Facts()
    if let day {
      let date = try registry.enteredDate(day, as: Sentence("end", vi: "ngày kết thúc"))
      try refuseEndBeforeBeginning(posting, date)
      facts.set("ended", date.description)
      facts.clear("end_mark")
    } else {
      facts.set("end_mark", "unknown")
      facts.set("ended", try boundOfUnknownEnd(of: posting))
    }
    facts.set("end_reason", reason)
    facts.set("end_note", note)
    let recorded =
      try registry.value(
        "SELECT coalesce(end_mark, ended) FROM posting WHERE key = \(posting)", as: String?.self)
      ?? nil
    if let recorded {
      let mark = try registry.codes(of: "posting.end_mark")[recorded]
      let told = mark ?? PageDate.words(recorded)
      throw RegistryError(
        .rule,
        Sentence(
          "The end of \(posting) is recorded already: \(told.english).",
          vi: "Kết thúc của \(posting) đã được ghi: \(told.vietnamese)."),
        remedies: [.correct(WantedFact(entity: .posting, column: "ended"), of: posting)])
    }
    _ = try records.edit(.posting, key: posting, facts)
    if let document { try records.link(document: document, to: posting, effect: "ends") }
  }

  /// Refuses a reason of the change that is a word for the end of a service, or nearly one.
  ///
  /// It would be kept where nobody looks for it.
  package func refuse(reasonThatIsAnEnd words: String?) throws(RegistryError) {
    guard let words, !words.contains(" ") else { return }
    let codes = try registry.column("SELECT key FROM end_reason ORDER BY key", as: String.self)
    let near = codes.contains(words) ? [words] : Nearest.matches(to: words, among: codes)
    guard let code = near.first else { return }
    throw RegistryError(
      .invalidValue,
      Sentence(
        "The reason says why the change is made, not why the head left.",
        vi: "Lý do ghi ở đây là lý do của thay đổi, không phải lý do rời nhiệm sở."),
      remedies: [.sayWhyServiceEnded(code)])
  }

  private func refuseEndBeforeBeginning(
    _ posting: String, _ end: PartialDate
  ) throws(RegistryError) {
    let began =
      try registry.value(
        """
        SELECT began FROM accreditation
        WHERE posting = \(posting) AND is_resident AND began_earliest > \(end.latest)
        """, as: String?.self) ?? nil
    guard let began else { return }
    let (ends, begins) = (PageDate.words(end.description), PageDate.words(began))
    throw RegistryError(
      .rule,
      Sentence(
        "The end \(ends.english) lies before the beginning \(begins.english) of \(posting).",
        vi: """
          Ngày kết thúc \(ends.vietnamese) trước ngày bắt đầu \(begins.vietnamese) của \
          \(posting).
          """),
      remedies: [.lookAt(.posting, key: posting)])
  }

  // MARK: The parts of an addition

  struct Title {
    let key: String
    let name: Sentence
    fileprivate let function: String
    fileprivate let isUsual: Bool

    var isActing: Bool { function == "acting" }

    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
      key = try row.get(0)
      name = Sentence(try row.get(1, as: String.self), vi: try row.get(2, as: String.self))
      function = try row.get(3)
      isUsual = try row.get(4)
    }
  }

  /// The title given, or the usual one of the mission's kind.
  ///
  /// - Throws: where it is none of its kind, unless accepted.
  func title(of head: NewHead, at mission: String) throws(RegistryError) -> Title {
    let fitting = try registry.all(
      """
      SELECT t.key, t.name_en, t.name_vi, t.function, tk.is_usual
      FROM mission AS m
      JOIN title_mission_kind AS tk ON tk.mission_kind = m.kind
      JOIN title AS t ON t.key = tk.title
      WHERE m.key = \(mission) ORDER BY tk.is_usual DESC, t.key
      """, as: Title.init)
    guard let given = head.posting["title"] else {
      let wanted = head.posting["function"] == "acting" ? "acting" : "head"
      guard let usual = fitting.first(where: { $0.isUsual && $0.function == wanted }) else {
        throw records.missing("title", of: .posting)
      }
      return usual
    }
    let key = try change.lookup.key(of: .title, named: given)
    if let found = fitting.first(where: { $0.key == key }) { return found }
    try refuseUnusualTitle(key, at: mission, fitting.map(\.key))
    let unusual = try registry.first(
      "SELECT key, name_en, name_vi, function, 0 FROM title WHERE key = \(key)", as: Title.init)
    guard let unusual else { throw records.missing("title", of: .posting) }
    return unusual
  }

  private func refuseUnusualTitle(
    _ title: String, at mission: String, _ fitting: [String]
  ) throws(RegistryError) {
    let code = NewFindings.unusualTitle
    guard !change.note.accepted.contains(code) else { return }
    throw RegistryError(
      .finding,
      Sentence(
        "The title \(title) is unusual for \(mission).",
        vi: "Chức danh \(title) không thường dùng cho \(mission)."),
      list: try change.lookup.lines(.title, keys: fitting[...]),
      remedies: [.accept(code)])
  }

  /// Adds an accreditation; towards the mission's own receiver where none is named.
  package func accredit(
    _ posting: String, to receiver: String?, _ milestones: Facts
  ) throws(RegistryError) {
    var values = try records.values(of: milestones, for: .accreditation)
    values["posting"] = .text(posting)
    if let receiver {
      values["receiver"] = .text(try change.lookup.key(of: .party, named: receiver))
    }
    try records.complete(&values, for: .accreditation)
    let key = values["key"]?.words ?? ""
    if try records.exists(.accreditation, key: key) {
      let towards = values["receiver"]?.words ?? ""
      throw RegistryError(
        .rule,
        Sentence(
          "\(posting) is accredited to \(towards) already.",
          vi: "\(posting) đã được ủy nhiệm tại \(towards)."))
    }
    values["entered_in"] = .integer(Int64(change.number))
    try records.insert(into: "accreditation", values)
  }
}
