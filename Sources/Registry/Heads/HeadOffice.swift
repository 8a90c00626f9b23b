import SQLite

/// Heads of mission: adding one, ending a service, taking a wrong entry back.
package struct HeadOffice {
  package let change: Change

  package init(_ change: Change) { self.change = change }

  var registry: Registry { change.registry }
  var connection: Connection { change.registry.connection }
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
  }

  /// Adds a head: the person where new, the posting, the resident accreditation, and one
  /// accreditation for each country covered, in one change.
  ///
  /// - Throws: where the mission already has a head and no end is recorded, unless accepted.
  package func add(_ head: NewHead) throws(RegistryError) -> Added {
    let mission = try change.lookup.key(of: .mission, named: head.mission)
    var posting = head.posting
    let title = try title(for: mission, &posting)
    let (person, isNew) = try person(for: head)
    posting.set("person", person)
    posting.set("mission", mission)
    let key = try records.add(.posting, key: head.key, posting)
    try accredit(key, to: nil, head.accreditation)
    for receiver in head.concurrent {
      try accredit(key, to: receiver, Facts())
    }
    if let document = head.document {
      try records.link(document: document, to: key, effect: "appoints")
    }
    return Added(
      posting: key, person: person, personIsNew: isNew, mission: mission, title: title)
  }

  /// Corrects facts of a posting and of its resident accreditation.
  package func edit(
    _ posting: String, facts: Facts, accreditation: Facts
  ) throws(RegistryError) -> [Records.Difference] {
    var differences = try records.edit(.posting, key: posting, facts)
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
    }
    facts.set("end_reason", reason)
    facts.set("end_note", note)
    let recorded = try registry.storage { () throws(SQLiteError) in
      try connection.value(
        "SELECT coalesce(ended, end_mark) FROM posting WHERE key = \(posting)", as: String?.self)
        ?? nil
    }
    if let recorded {
      throw RegistryError(
        .rule,
        Sentence(
          "The end of \(posting) is recorded already: \(recorded).",
          vi: "Đã ghi ngày kết thúc của \(posting): \(recorded)."),
        hint: Sentence(
          "Correct it: legation head edit \(posting) --ended DATE",
          vi: "Sửa lại: legation head edit \(posting) --ended NGÀY"))
    }
    _ = try records.edit(.posting, key: posting, facts)
    if let document { try records.link(document: document, to: posting, effect: "ends") }
  }

  /// Refuses a reason of the change that is a word for the end of a service, or nearly one.
  ///
  /// It would be kept where nobody looks for it.
  package func refuse(reasonThatIsAnEnd words: String?) throws(RegistryError) {
    guard let words, !words.contains(" ") else { return }
    let codes = try registry.storage { () throws(SQLiteError) in
      try connection.column("SELECT key FROM end_reason ORDER BY key", as: String.self)
    }
    let near = codes.contains(words) ? [words] : Nearest.matches(to: words, among: codes)
    guard let code = near.first else { return }
    throw RegistryError(
      .invalidValue,
      Sentence(
        "--reason says why the change is made, not why the head left.",
        vi: "--reason là lý do của thay đổi, không phải lý do rời nhiệm sở."),
      hint: Sentence(
        "Why the head left: --because \(code)", vi: "Lý do rời nhiệm sở: --because \(code)"))
  }

  private func refuseEndBeforeBeginning(
    _ posting: String, _ end: PartialDate
  ) throws(RegistryError) {
    let began = try registry.storage { () throws(SQLiteError) in
      try connection.value(
        """
        SELECT began FROM accreditation
        WHERE posting = \(posting) AND is_resident AND began_earliest > \(end.latest)
        """, as: String?.self) ?? nil
    }
    guard let began else { return }
    throw RegistryError(
      .rule,
      Sentence(
        "The end \(end.description) lies before the beginning \(began) of \(posting).",
        vi: "Ngày kết thúc \(end.description) trước ngày bắt đầu \(began) của \(posting)."),
      hint: Sentence(
        "Look at it: legation head show \(posting)", vi: "Xem lại: legation head show \(posting)"))
  }

  // MARK: The parts of an addition

  /// The title given, or the usual one of the mission's kind; sets `title` and `function`.
  private func title(
    for mission: String, _ posting: inout Facts
  ) throws(RegistryError) -> String {
    let wantsActing = posting["function"] == "acting"
    let title: String
    if let given = posting["title"] {
      title = try change.lookup.key(of: .title, named: given)
    } else {
      let usual = try registry.storage { () throws(SQLiteError) in
        try connection.value(
          """
          SELECT tk.title FROM mission AS m
          JOIN title_mission_kind AS tk ON tk.mission_kind = m.kind AND tk.is_usual
          JOIN title AS t ON t.key = tk.title
          WHERE m.key = \(mission) AND t.function = \(wantsActing ? "acting" : "head")
          """, as: String.self)
      }
      guard let usual else { throw records.missing("title", of: .posting) }
      title = usual
    }
    let function = try registry.storage { () throws(SQLiteError) in
      try connection.value("SELECT function FROM title WHERE key = \(title)", as: String.self)
    }
    posting.set("title", title)
    if function == "acting" { posting.set("function", "acting") }
    try refuseUnusualTitle(title, at: mission)
    return title
  }

  private func refuseUnusualTitle(_ title: String, at mission: String) throws(RegistryError) {
    let code = "unusual-title"
    guard !change.note.accepted.contains(code) else { return }
    let fitting = try registry.storage { () throws(SQLiteError) in
      try connection.column(
        """
        SELECT tk.title FROM mission AS m
        JOIN title_mission_kind AS tk ON tk.mission_kind = m.kind
        WHERE m.key = \(mission) ORDER BY tk.is_usual DESC, tk.title
        """, as: String.self)
    }
    guard !fitting.contains(title) else { return }
    throw RegistryError(
      .finding,
      Sentence(
        "The title \(title) is unusual for \(mission).",
        vi: "Chức danh \(title) không thường dùng cho \(mission)."),
      list: try change.lookup.lines(.title, keys: fitting[...]),
      hint: Sentence(
        "If it is meant: --accept \(code)", vi: "Nếu đúng như vậy: --accept \(code)"))
  }

  private func person(for head: NewHead) throws(RegistryError) -> (key: String, isNew: Bool) {
    let name = try registry.entered(head.person, as: Sentence("name", vi: "tên"))
    if !head.isNewPerson, let known = try change.lookup.person(called: name) {
      return (known, false)
    }
    var facts = head.personFacts
    facts.set("name", name)
    return (try records.add(.person, key: head.personKey, facts), true)
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
