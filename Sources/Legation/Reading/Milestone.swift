/// A step of a head towards a receiver, in the order in which they normally come.
public enum Milestone: String, Sendable, CaseIterable {
  /// The agrément is asked for.
  case agrementRequested = "agrement_requested"
  /// The agrément is given.
  case agrementGiven = "agrement_given"
  /// The decision is dated.
  case appointed
  /// The decision is handed over.
  case handedOver = "handed_over"
  /// Arrived at the post.
  case arrived
  /// Took charge without credentials, as a chargé d'affaires ad interim.
  case tookCharge = "took_charge"
  /// The true copy of the credentials is presented.
  case copyPresented = "copy_presented"
  /// The credentials are presented.
  case credentials
  /// The consular commission is presented.
  case commissionPresented = "commission_presented"
  /// Provisionally admitted to a consular post.
  case provisionallyAdmitted = "provisionally_admitted"
  /// The exequatur is given.
  case exequatur
  /// The letter of recall is presented.
  case recallPresented = "recall_presented"
  /// A day by which a source shows them in office.
  case inOfficeBy = "in_office_by"
  /// A day on which a source shows them still in office.
  case inOfficeOn = "in_office_on"

  /// The column of an accreditation that holds its date, as `handed_over`.
  public var column: String { rawValue }
}
