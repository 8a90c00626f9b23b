import ArgumentParser
import Registry

/// Facts of a posting.
struct PostingOptions: ParsableArguments {
  @Option(help: "The title. (default: the usual one for the kind of mission)") var title: String?
  @Option(help: "The term, for example 2024-2027.") var term: String?
  @Option(help: "The batch of the term, for example 2024-2027-2.") var batch: String?
  @Option(help: ArgumentHelp("A date.", valueName: "date")) var plannedEnd: String?
  @Option(help: ArgumentHelp("The day of leaving, for a past head.", valueName: "date")) var ended:
    String?
  @Option(help: "Why the head left; see `legation head end --help`.") var endReason: String?
  @Flag(help: "An acting head (chargé d'affaires ad interim and the like).") var acting = false
  @Option(help: "vacancy, absence or incapacity.") var actingReason: String?
  @Option(
    help: ArgumentHelp(
      """
      Named, but not serving: pending, declined, withdrawn, refused, not-confirmed, died, \
      did-not-serve.
      """))
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
  @Option(help: ArgumentHelp("Agrément asked for.", valueName: "date")) var agrementRequested:
    String?
  @Option(help: ArgumentHelp("Agrément given.", valueName: "date")) var agrementGiven: String?
  @Option(help: ArgumentHelp("The date of the decision.", valueName: "date")) var appointed: String?
  @Option(help: ArgumentHelp("The decision handed over.", valueName: "date")) var handedOver:
    String?
  @Option(help: ArgumentHelp("Arrived at the post.", valueName: "date")) var arrived: String?
  @Option(help: "HH:MM; it settles precedence on one day.") var arrivedTime: String?
  @Option(
    help: ArgumentHelp(
      "Took charge without credentials, as a chargé d'affaires ad interim.", valueName: "date"))
  var tookCharge: String?
  @Option(help: ArgumentHelp("The true copy of the credentials presented.", valueName: "date"))
  var copyPresented: String?
  @Option(help: ArgumentHelp("Credentials presented.", valueName: "date")) var credentials: String?
  @Option(help: ArgumentHelp("Consular commission presented.", valueName: "date"))
  var commissionPresented: String?
  @Option(help: ArgumentHelp("Provisionally admitted to a consular post.", valueName: "date"))
  var provisionallyAdmitted: String?
  @Option(help: ArgumentHelp("Exequatur given.", valueName: "date")) var exequatur: String?
  @Option(help: ArgumentHelp("Letter of recall presented.", valueName: "date")) var recallPresented:
    String?
  @Option(help: ArgumentHelp("A day by which a source shows them in office.", valueName: "date"))
  var inOfficeBy: String?
  @Option(
    help: ArgumentHelp("A day on which a source shows them still in office.", valueName: "date"))
  var inOfficeOn: String?
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
    facts.set("took_charge", tookCharge)
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
