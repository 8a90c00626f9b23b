import Registry

/// What the rows of a table from outside are.
package enum TableKind: String, CaseIterable, Sendable {
  case heads, missions, people, parties, terms, batches, documents, sources, postings
  case accreditations

  func intake(into change: Change, edits: Bool) -> any RowIntake {
    switch self {
    case .heads: HeadIntake(into: change, edits: edits)
    case .missions: RecordIntake(.mission, into: change, edits: edits)
    case .people: RecordIntake(.person, into: change, edits: edits)
    case .parties: RecordIntake(.party, into: change, edits: edits)
    case .terms: RecordIntake(.term, into: change, edits: edits)
    case .batches: RecordIntake(.batch, into: change, edits: edits)
    case .documents: RecordIntake(.document, into: change, edits: edits)
    case .sources: RecordIntake(.source, into: change, edits: edits)
    case .postings: RecordIntake(.posting, into: change, edits: edits)
    case .accreditations: RecordIntake(.accreditation, into: change, edits: edits)
    }
  }

  /// What people call a field in a table of this kind, beside its name and its label on a page.
  var otherNames: [String: [String]] {
    switch self {
    case .heads:
      [
        "person": ["name", "head", "head of mission", "họ tên", "họ và tên", "tên"],
        "arrived": ["took office", "nhận nhiệm vụ"],
        "credentials": ["presented credentials", "trình quốc thư", "ngày trình quốc thư"],
        "handed_over": ["decision handed over", "ngày trao quyết định"],
        "appointed": ["date of appointment", "ngày bổ nhiệm", "ngày ký quyết định"],
        "concurrent": ["concurrent", "also accredited to", "kiêm nhiệm"],
        "ended": ["left", "ngày kết thúc"],
        "source": ["nguồn"],
      ]
    case .people: ["name": ["họ tên", "họ và tên", "tên"]]
    case .missions: ["receiver": ["country", "receiving state", "nước", "nước sở tại"]]
    case .terms: ["key": ["term", "label", "nhiệm kỳ"]]
    default: ["source": ["nguồn"]]
    }
  }
}
