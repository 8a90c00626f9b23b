import Registry

/// A posting towards one receiver, with its milestones: the resident one towards the receiver of the
/// mission, and concurrent ones.
public struct Accreditation: Hashable, Sendable, Identifiable {
  /// The key of the accreditation, as `fr-paris-tran-van-an-mc`.
  public let key: String
  /// The key of the posting.
  public let posting: String
  /// The key of the receiver.
  public let receiver: String
  /// Whether the head resides there.
  public let isResident: Bool
  /// The milestones that are recorded.
  public let milestones: [Milestone: PartialDate]
  /// When this accreditation ended, where it ended apart from the posting.
  public let ended: PartialDate?
  /// Remarks.
  public let note: String?

  /// Its ``key``.
  public var id: String { key }

  init(_ record: Record) throws(RegistryError) {
    key = record.key
    posting = record.text("posting") ?? ""
    receiver = record.text("receiver") ?? ""
    isResident = record["is_resident"]?.flag ?? false
    var milestones: [Milestone: PartialDate] = [:]
    for milestone in Milestone.allCases {
      milestones[milestone] = try record.date(milestone.column)
    }
    self.milestones = milestones
    ended = try record.date("ended")
    note = record.text("note")
  }
}

extension Registry {
  /// The accreditations of a posting: the resident one and those to countries that it also covers.
  ///
  /// - Parameter posting: its key.
  /// - Returns: the accreditations, by key.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where there is no such posting.
  public func accreditations(of posting: String) throws(RegistryError) -> [Accreditation] {
    try records(of: .accreditation, where: ["posting": .text(posting)])
      .map(Accreditation.init).all()
  }
}
