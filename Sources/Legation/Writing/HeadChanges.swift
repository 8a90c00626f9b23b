import Registry

/// Heads within a change: adding one, ending a service, what happens while it lasts.
extension Change {
  /// What adding a head made.
  public struct AddedHead: Hashable, Sendable {
    /// The key of the posting.
    public let posting: String
    /// The key of the person.
    public let person: String
    /// Whether the person is new.
    public let personIsNew: Bool
    /// The key of the mission.
    public let mission: String
    /// The key of the title.
    public let title: String
    /// The title.
    public let titleName: LocalizedText
  }

  /// What taking a head back removed.
  public struct TakenBack: Hashable, Sendable {
    /// The key that the posting had.
    public let posting: String
    /// The name of the person.
    public let personName: String
    /// The key of the mission.
    public let mission: String
    /// How many accreditations went with it.
    public let accreditations: Int
    /// Whether the person went too.
    public let personWentToo: Bool
  }

  /// Adds a head: the person where new, the posting, the accreditation to the receiver of the mission
  /// and to those that are covered too, and its sources.
  ///
  /// - Parameter head: what is known.
  /// - Returns: the keys of what was made.
  /// - Throws: ``RegistryError/Code-swift.struct/finding`` where the title is unusual at the mission
  ///   and nobody accepted it; ``RegistryError/Code-swift.struct/unknownName`` where the name may be
  ///   somebody's who is there.
  @discardableResult
  public func addHead(_ head: NewHead) throws(RegistryError) -> AddedHead {
    try told { () throws(CoreError) in
      let added = try HeadOffice(inside).add(head.inside)
      try records.cite(head.sources, for: .posting, key: added.posting)
      return AddedHead(
        posting: added.posting, person: added.person, personIsNew: added.personIsNew,
        mission: added.mission, title: added.title, titleName: LocalizedText(added.titleName))
    }
  }

  /// Records that a head left.
  ///
  /// - Parameters:
  ///   - name: a posting by its key, a mission (its head), or a person with one posting that has no
  ///     end.
  ///   - date: when; `nil` says that nobody recorded the day.
  ///   - reason: why the head left, a key of ``RecordKind/endReason``: `term-complete`, `transferred`;
  ///     why the change is made is a matter of the change.
  ///   - note: words on the end.
  ///   - document: that ends it, by key or number.
  /// - Returns: the key of the posting.
  /// - Throws: ``RegistryError/Code-swift.struct/rule`` where an end is recorded already, or lies
  ///   before the beginning.
  @discardableResult
  public func endHead(
    _ name: String, on date: PartialDate?, reason: String? = nil, note: String? = nil,
    document: String? = nil
  ) throws(RegistryError) -> String {
    try told { () throws(CoreError) in
      let office = HeadOffice(inside)
      if reason == nil { try office.refuse(reasonThatIsAnEnd: inside.note.reason) }
      let posting = try inside.lookup.posting(named: name, onlyOpen: true)
      try office.end(
        posting, on: date?.description, reason: reason, note: note, document: document)
      return posting
    }
  }

  /// Takes back a head who was entered by mistake: the posting with its accreditations.
  ///
  /// The person goes too where ``Registry/addHead(_:by:because:accepting:isTrial:)`` had entered them
  /// with this head, and nothing else has come to stand on them since. A head who left is not taken
  /// back but ended.
  ///
  /// - Parameter name: a posting by its key, a mission (its head), or a person with one posting.
  /// - Returns: what went.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where nobody or several are meant.
  @discardableResult
  public func takeBackHead(_ name: String) throws(RegistryError) -> TakenBack {
    try told { () throws(CoreError) in
      let posting = try inside.lookup.posting(named: name)
      let gone = try HeadOffice(inside).takeBack(posting)
      return TakenBack(
        posting: gone.posting, personName: gone.personName, mission: gone.mission,
        accreditations: gone.accreditations, personWentToo: gone.personWentToo)
    }
  }

  /// Records milestones: agrément, appointment, arrival, credentials, exequatur, recall.
  ///
  /// - Parameters:
  ///   - milestones: with their dates.
  ///   - name: a posting by its key, a mission (its head), or a person with one posting.
  ///   - receiver: towards whom, by key or name; `nil` is the receiver of the mission.
  /// - Returns: what is different now.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where the posting is not accredited
  ///   there.
  @discardableResult
  public func record(
    _ milestones: [Milestone: PartialDate], of name: String, towards receiver: String? = nil
  ) throws(RegistryError) -> [Difference] {
    try told { () throws(CoreError) in
      try PostingOffice(inside).record(
        Facts(milestones).inside, of: try inside.lookup.posting(named: name), towards: receiver
      ).map(Difference.init)
    }
  }

  /// Accredits a head to one more receiver.
  ///
  /// - Parameters:
  ///   - name: a posting by its key, a mission (its head), or a person with one posting.
  ///   - receiver: by key or name.
  ///   - milestones: towards that receiver, as far as they are known.
  /// - Returns: the key of the accreditation.
  /// - Throws: ``RegistryError/Code-swift.struct/rule`` where the head is accredited there already.
  @discardableResult
  public func accredit(
    _ name: String, to receiver: String, _ milestones: [Milestone: PartialDate] = [:]
  ) throws(RegistryError) -> String {
    try told { () throws(CoreError) in
      try PostingOffice(inside).accredit(
        try inside.lookup.posting(named: name), to: receiver, Facts(milestones).inside)
    }
  }

  /// Extends or shortens a posting.
  ///
  /// - Parameters:
  ///   - name: a posting by its key, a mission (its head), or a person with one posting.
  ///   - end: the planned end from now on.
  ///   - decided: when that was decided.
  ///   - document: that decides it, by key or number.
  ///   - note: remarks.
  /// - Returns: the planned end before; `nil` where none was recorded.
  /// - Throws: ``RegistryError/Code-swift.struct/rule`` where that is the planned end already.
  @discardableResult
  public func extend(
    _ name: String, until end: PartialDate, decided: PartialDate? = nil, document: String? = nil,
    note: String? = nil
  ) throws(RegistryError) -> PartialDate? {
    try told { () throws(CoreError) in
      let before = try PostingOffice(inside).extend(
        try inside.lookup.posting(named: name), until: end.description,
        decided: decided?.description, document: document, note: note)
      guard let before else { return nil }
      return try PartialDate(stored: before)
    }
  }
}
