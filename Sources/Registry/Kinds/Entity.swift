/// A kind of record: its table, the words for it, and the facts that people may enter.
///
/// A new kind of record is a migration, one of these, and a command.
package enum Entity: String, Sendable, CaseIterable {
  case party
  case mission
  case person
  case title
  case term
  case batch
  case document
  case source
  case posting
  case accreditation
  case missionKind
  case endReason

  package var table: String {
    switch self {
    case .batch: "term_batch"
    case .missionKind: "mission_kind"
    case .endReason: "end_reason"
    default: rawValue
    }
  }

  package var noun: Sentence {
    switch self {
    case .party: Sentence("party", vi: "nước hoặc tổ chức")
    case .mission: Sentence("mission", vi: "cơ quan đại diện")
    case .person: Sentence("person", vi: "nhân vật")
    case .title: Sentence("title", vi: "chức danh")
    case .term: Sentence("term", vi: "nhiệm kỳ")
    case .batch: Sentence("batch", vi: "đợt")
    case .document: Sentence("document", vi: "văn bản")
    case .source: Sentence("source", vi: "nguồn")
    case .posting: Sentence("posting", vi: "lần bổ nhiệm")
    case .accreditation: Sentence("accreditation", vi: "lần ủy nhiệm")
    case .missionKind: Sentence("kind of mission", vi: "loại cơ quan đại diện")
    case .endReason: Sentence("end reason", vi: "lý do kết thúc")
    }
  }

  /// Whether names of it stand in `searchable_name`.
  package var isSearchable: Bool { self == .party || self == .mission || self == .person }

  /// The columns by which a record is called, best first.
  var nameColumns: [String] {
    switch self {
    case .party, .mission, .title, .missionKind, .endReason: ["name_en", "name_vi"]
    case .person: ["name"]
    case .document: ["number", "subject"]
    case .source: ["title"]
    case .term, .batch, .posting, .accreditation: []
    }
  }

  /// Whether the table keeps in which change a record was entered.
  var keepsItsChange: Bool {
    switch self {
    case .title, .missionKind, .endReason: false
    default: true
    }
  }

  package var fields: [Field] {
    switch self {
    case .party: Self.partyFields
    case .mission: Self.missionFields
    case .person: Self.personFields
    case .term: [.date("begins"), .date("ends"), .note()]
    case .batch: Self.batchFields
    case .document: Self.documentFields
    case .source:
      [.line("title"), .line("address"), .line("publisher"), .date("published"), .note()]
    case .posting: Self.postingFields
    case .accreditation: Self.accreditationFields
    case .title, .missionKind, .endReason: []
    }
  }

  package func field(_ column: String) -> Field? { fields.first { $0.column == column } }

  private static let certainty = Field.choice(
    "certainty", "confirmed", "single-source", "uncertain")

  private static let partyFields: [Field] = [
    .choice("kind", "state", "territory", "organization"),
    .line("name_en"), .line("name_vi"), .line("official_name_en"), .line("official_name_vi"),
    .line("iso_alpha2"), .line("iso_alpha3"), .line("iso_numeric"), .line("wikidata"),
    .choice("functions_begin", "credentials", "copy"),
    .choice("precedence", "credentials", "alphabetical"),
    .date("valid_from"), .date("valid_until"), .reference("successor", to: .party),
    .line("region"), .note(),
  ]

  private static let missionFields: [Field] = [
    .reference("sender", to: .party), .reference("receiver", to: .party),
    .reference("kind", to: .missionKind), .line("name_en"), .line("name_vi"), .line("seat"),
    .flag("seat_is_inferred"), .reference("parent", to: .mission), .date("opened"),
    .date("closed"), certainty, .line("wikidata"), .note(),
  ]

  private static let personFields: [Field] = [
    .line("name"), .line("family_name"), .line("middle_name"), .line("given_name"),
    .line("name_suffix"), .line("sort_name"), .choice("gender", "female", "male"), .date("born"),
    .date("died"), .line("career"), .line("home"), .line("wikidata"), .note(),
  ]

  private static let batchFields: [Field] = [
    .reference("term", to: .term), .number("number"), .line("authority"), .date("decided"),
    .date("handed_over"), .line("presided_by"), .line("reported_count"),
    .note("reported_scope"), .note(),
  ]

  private static let documentFields: [Field] = [
    .line("number"), .line("kind"), .line("issuer"), .date("dated"), .note("subject"),
    .reference("supersedes", to: .document), .note(),
  ]

  private static let postingFields: [Field] = [
    .reference("person", to: .person), .reference("mission", to: .mission),
    .reference("title", to: .title), .choice("function", "head", "acting"),
    .choice("acting_reason", "vacancy", "absence", "incapacity"),
    .choice(
      "nomination", "pending", "declined", "withdrawn", "refused", "not-confirmed", "died",
      "did-not-serve"),
    .reference("term", to: .term), .reference("batch", to: .batch), .flag("term_is_inferred"),
    .date("planned_end"), .date("ended"), .choice("end_mark", "unknown", "point"),
    .reference("end_reason", to: .endReason), .note("end_note"), certainty, .note(),
  ]

  /// The milestones of an accreditation, in the order in which they normally come.
  package static let milestones = [
    "agrement_requested", "agrement_given", "appointed", "handed_over", "arrived", "took_charge",
    "copy_presented", "credentials", "commission_presented", "provisionally_admitted",
    "exequatur", "recall_presented", "ended",
  ]

  private static let accreditationFields: [Field] =
    [
      .reference("receiver", to: .party), .flag("is_resident"), .reference("title", to: .title),
      .number("vienna_class"), .choice("functions_begin", "credentials", "copy"),
    ]
    + milestones.flatMap { [.date($0), .note($0 + "_note")] }
    + [.time("arrived_time"), .date("in_office_by"), .date("in_office_on"), .note()]
}

extension Entity {
  /// Whether a source can be cited for it: those in `Migrations/columns/cited-kinds`.
  var isCited: Bool {
    switch self {
    case .source, .title, .missionKind, .endReason: false
    default: true
    }
  }
}
