import ArgumentParser
import Registry

/// Facts of a posting.
struct PostingOptions: ParsableArguments {
  @Option(help: "The title. (default: the usual one for the kind of mission)") var title: String?
  @Option(help: "The term, for example 2024-2027.") var term: String?
  @Option(help: "The batch of the term, for example 2024-2027-2.") var batch: String?
  @Option(help: "A date.") var plannedEnd: String?
  @Option(help: "The day of leaving, for a past head.") var ended: String?
  @Option(help: "Why the head left; see `legation head end --help`.") var endReason: String?
  @Flag(help: "An acting head (chargé d'affaires ad interim and the like).") var acting = false
  @Option(help: "vacancy, absence or incapacity.") var actingReason: String?
  @Option(
    help: "Named, but not serving: pending, declined, withdrawn, refused, not-confirmed, died.")
  var nomination: String?
  @Option(help: "confirmed, single-source or uncertain.") var certainty: String?
  @Option var note: String?

  var facts: Facts {
    var facts = Facts()
    facts.set("title", title)
    facts.set("term", term)
    facts.set("batch", batch)
    facts.set("planned_end", plannedEnd)
    facts.set("ended", ended)
    facts.set("end_reason", endReason)
    if acting { facts.set("function", "acting") }
    facts.set("acting_reason", actingReason)
    facts.set("nomination", nomination)
    facts.set("certainty", certainty)
    facts.set("note", note)
    return facts
  }
}

/// The milestones of an accreditation.
struct MilestoneOptions: ParsableArguments {
  @Option(help: "Agrément asked for.") var agrementRequested: String?
  @Option(help: "Agrément given.") var agrementGiven: String?
  @Option(help: "The date of the decision.") var appointed: String?
  @Option(help: "The decision handed over.") var handedOver: String?
  @Option(help: "Arrived at the post.") var arrived: String?
  @Option(help: "HH:MM; it settles precedence on one day.") var arrivedTime: String?
  @Option(help: "The true copy of the credentials presented.") var copyPresented: String?
  @Option(help: "Credentials presented.") var credentials: String?
  @Option(help: "Consular commission presented.") var commissionPresented: String?
  @Option(help: "Provisionally admitted to a consular post.") var provisionallyAdmitted: String?
  @Option(help: "Exequatur given.") var exequatur: String?
  @Option(help: "Letter of recall presented.") var recallPresented: String?
  @Option(help: "A day by which a source shows them in office.") var inOfficeBy: String?
  @Option(help: "A day on which a source shows them still in office.") var inOfficeOn: String?
  @Option(
    help: ArgumentHelp(
      "A note on a milestone: credentials=\"to King Charles III\".", valueName: "milestone=text"))
  var noteOn: [String] = []

  func facts() throws(RegistryError) -> Facts {
    var facts = Facts()
    facts.set("agrement_requested", agrementRequested)
    facts.set("agrement_given", agrementGiven)
    facts.set("appointed", appointed)
    facts.set("handed_over", handedOver)
    facts.set("arrived", arrived)
    facts.set("arrived_time", arrivedTime)
    facts.set("copy_presented", copyPresented)
    facts.set("credentials", credentials)
    facts.set("commission_presented", commissionPresented)
    facts.set("provisionally_admitted", provisionallyAdmitted)
    facts.set("exequatur", exequatur)
    facts.set("recall_presented", recallPresented)
    facts.set("in_office_by", inOfficeBy)
    facts.set("in_office_on", inOfficeOn)
    for given in noteOn {
      let parts = given.split(separator: "=", maxSplits: 1).map(String.init)
      let milestone = (parts.first ?? "").replacing("-", with: "_")
      guard parts.count == 2, Entity.milestones.contains(milestone) else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "--note-on takes MILESTONE=TEXT, not \(Registry.quoted(given)).",
            vi: "--note-on có dạng MỐC=LỜI, không phải \(Registry.quoted(given))."),
          list: [Sentence(same: Entity.milestones.joined(separator: ", "))])
      }
      facts.set(milestone + "_note", parts[1])
    }
    return facts
  }
}
