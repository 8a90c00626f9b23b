import Registry

/// What is otherwise at a mission, a party or a person from a day on; a report for a day before it
/// shows what was.
extension Change {
  /// Records that facts of a record are otherwise from a day on, and keeps what was before.
  ///
  /// The name, the kind and the receiver of a mission, the names of a party, the name of a person.
  /// Names that were made from a kind or from a party's name are made anew; heads who are at a
  /// mission then go to its other receiver. The day may lie before changes that are recorded already:
  /// what is given holds until the next of them. What was never right is edited instead.
  ///
  /// - Parameters:
  ///   - kind: a mission, a party or a person.
  ///   - name: its key, or a name that fits only it.
  ///   - facts: by column, as they are from then on.
  ///   - since: the first day of it.
  ///   - document: that decides it, by key or number.
  /// - Returns: the keys of the records that are otherwise now, missions called after a party too.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where nothing would be otherwise,
  ///   ``RegistryError/Code-swift.struct/rule`` where such a change is recorded for that day.
  @discardableResult
  public func turn(
    _ kind: RecordKind, _ name: String, to facts: Facts, since: PartialDate,
    document: String? = nil
  ) throws(RegistryError) -> [String] {
    try told { () throws(CoreError) in
      let key = try key(of: kind, named: name)
      let turn = Records.Turn(since: since.description, document: document)
      return try records.change(kind.inside, key: key, to: facts.inside, at: turn).map(\.key)
    }
  }

  /// Records that a mission has its seat in another city from a day on.
  ///
  /// - Parameters:
  ///   - mission: its key, or a name that fits only it.
  ///   - seat: the city.
  ///   - since: the first day there.
  ///   - document: that decides it, by key or number.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where it is there already.
  public func move(
    _ mission: String, to seat: String, since: PartialDate, document: String? = nil
  ) throws(RegistryError) {
    try told { () throws(CoreError) in
      let key = try key(of: .mission, named: mission)
      let turn = Records.Turn(since: since.description, document: document)
      _ = try records.move(mission: key, to: seat, at: turn)
    }
  }

  /// Records that a mission closed.
  ///
  /// - Parameters:
  ///   - mission: its key, or a name that fits only it.
  ///   - date: the day of the closing.
  ///   - endingHeads: whether whoever heads it left on that day; else a head who is there still is
  ///     a finding that the change has to accept.
  ///   - document: that decides it, by key or number.
  /// - Returns: the keys of the postings ended.
  /// - Throws: ``RegistryError/Code-swift.struct/rule`` where a closing is recorded already.
  @discardableResult
  public func close(
    _ mission: String, on date: PartialDate, endingHeads: Bool = false, document: String? = nil
  ) throws(RegistryError) -> [String] {
    try told { () throws(CoreError) in
      let key = try key(of: .mission, named: mission)
      return try HeadOffice(inside).close(
        mission: key, since: date.description, document: document, endsHeads: endingHeads
      ).ended
    }
  }

  /// Records that a mission is open again; the time in which it was closed is kept.
  ///
  /// - Parameters:
  ///   - mission: its key, or a name that fits only it.
  ///   - date: the first day on which it is open.
  ///   - closed: the day of a closing that is not recorded; `nil`: the one that is.
  /// - Throws: ``RegistryError/Code-swift.struct/rule`` where no closing is recorded, or the day lies
  ///   before it.
  public func reopen(
    _ mission: String, on date: PartialDate, closed: PartialDate? = nil
  ) throws(RegistryError) {
    try told { () throws(CoreError) in
      let key = try key(of: .mission, named: mission)
      try records.reopen(
        mission: key, closed: closed?.description, at: Records.Turn(since: date.description))
    }
  }
}
