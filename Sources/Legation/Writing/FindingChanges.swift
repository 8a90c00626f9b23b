import Registry

/// What somebody found out about a finding.
extension Change {
  /// Says that somebody looked into a finding and that all is in order: from then on it is not
  /// among ``Registry/findings(includingSettled:)``, and no change is refused for it.
  ///
  /// It is settled as it is: with other dates, or of other postings, it is found again.
  ///
  /// - Parameters:
  ///   - code: its code, as `two-heads`.
  ///   - keys: of what it is about, as many as tell it from others: of a posting or both, of the
  ///     mission, of the person.
  ///   - reason: why it is in order.
  ///   - source: that bears it out, by its address, its title or its key.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where there is no such finding or there
  ///   are several, ``RegistryError/Code-swift.struct/rule`` where it is settled already.
  public func settle(
    _ code: String, at keys: [String], because reason: String, source: String? = nil
  ) throws(RegistryError) {
    try told { () throws(CoreError) in
      _ = try records.settle(code, at: keys, because: reason, source: source)
    }
  }

  /// Takes a settlement back: what it settled is found again.
  ///
  /// - Parameters:
  ///   - code: the code of the finding.
  ///   - keys: as ``settle(_:at:because:source:)`` takes them, or the ``Settlement/key``.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where nothing such is settled, or
  ///   several are.
  public func unsettle(_ code: String, at keys: [String]) throws(RegistryError) {
    try told { () throws(CoreError) in _ = try records.unsettle(code, at: keys) }
  }
}
