import Registry

/// A head to be added; everything but the person and the mission may be left out.
///
/// ```swift
/// var head = NewHead("Trần Văn An", at: "fr-paris")
/// head.term = "2024-2027"
/// head.milestones[.appointed] = try PartialDate("2026-01")
/// head.alsoAccreditedTo = ["mc"]
/// head.sources = ["https://example.org/appointments"]
/// ```
public struct NewHead: Hashable, Sendable {
  /// The person: the key of one who is there, or a name.
  ///
  /// A name that is new becomes a person.
  public var person: String
  /// Whether it is somebody else of a name that is there already.
  public var isNewPerson = false
  /// The key of a new person; `nil` makes one from the name.
  public var personKey: String?
  /// Facts of a new person, by column: `["gender": "female"]`.
  public var personFacts: Facts = [:]
  /// The mission: its key, or a name that fits only it.
  public var mission: String
  /// The title, by key or name; `nil` is the usual one of the kind of mission.
  public var title: String?
  /// Head, or acting head.
  public var function = Head.Function.head
  /// The term, by its key.
  public var term: String?
  /// The key of the posting; `nil` makes one from the mission and the person.
  public var key: String?
  /// When the service is planned to end.
  public var plannedEnd: PartialDate?
  /// When the service ended, of a past head.
  public var ended: PartialDate?
  /// Why it ended: the key of a reason.
  public var endReason: String?
  /// How sure the entry is.
  public var certainty = Certainty.confirmed
  /// Remarks on the posting.
  public var note: String?
  /// Other facts of the posting, by column; what has a property of its own goes before.
  public var moreFacts: Facts = [:]
  /// The milestones towards the receiver of the mission.
  public var milestones: [Milestone: PartialDate] = [:]
  /// Other receivers, to whom the head is accredited too, by key or name.
  public var alsoAccreditedTo: [String] = []
  /// The document that appoints, by key or number.
  public var document: String?
  /// Where it comes from: addresses, titles or keys of sources.
  public var sources: [String] = []

  /// A head of whom nothing but the person and the mission is known.
  ///
  /// - Parameters:
  ///   - person: the key of one who is there, or a name.
  ///   - mission: its key, or a name that fits only it.
  public init(_ person: String, at mission: String) {
    self.person = person
    self.mission = mission
  }

  var inside: HeadOffice.NewHead {
    var head = HeadOffice.NewHead(person: person, mission: mission)
    head.isNewPerson = isNewPerson
    head.personKey = personKey
    head.personFacts = personFacts.inside
    head.key = key
    var facts = moreFacts
    facts["title"] = title.map(Facts.Fact.text) ?? facts["title"]
    if function == .acting { facts["function"] = .text(function.rawValue) }
    facts["term"] = term.map(Facts.Fact.text) ?? facts["term"]
    facts["planned_end"] = plannedEnd.map(Facts.Fact.date) ?? facts["planned_end"]
    facts["ended"] = ended.map(Facts.Fact.date) ?? facts["ended"]
    facts["end_reason"] = endReason.map(Facts.Fact.text) ?? facts["end_reason"]
    if certainty != .confirmed { facts["certainty"] = .text(certainty.rawValue) }
    facts["note"] = note.map(Facts.Fact.text) ?? facts["note"]
    head.posting = facts.inside
    head.accreditation = Facts(milestones).inside
    head.concurrent = alsoAccreditedTo
    head.document = document
    return head
  }
}

extension Facts {
  /// Milestones, each in its column.
  init(_ milestones: [Milestone: PartialDate]) {
    self = [:]
    for milestone in Milestone.allCases {
      if let date = milestones[milestone] { self[milestone.column] = .date(date) }
    }
  }
}
