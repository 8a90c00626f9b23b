import ArgumentParser
import Registry

/// Facts of a posting.
struct PostingOptions: ParsableArguments {
  enum Asked: FactFields {
    static var fields: [Field] { RecordKind.posting.fields }
  }

  @OptionGroup var given: FactOptions<Asked>
  @Flag(help: "An acting head (chargé d'affaires ad interim and the like).") var acting = false

  var facts: Facts {
    var facts = given.facts
    if acting { facts.set("function", "acting") }
    return facts
  }
}

/// The milestones of an accreditation.
struct MilestoneOptions: ParsableArguments {
  enum Asked: FactFields {
    static var fields: [Field] { RecordKind.accreditation.fields.filter { $0.column != "note" } }
  }

  @OptionGroup var given: FactOptions<Asked>
  @Option(
    help: ArgumentHelp(
      "A note on a milestone: credentials=\"to King Charles III\".", valueName: "milestone=text"))
  var noteOn: [String] = []

  func facts() throws(RegistryError) -> Facts {
    var facts = given.facts
    for given in noteOn {
      let parts = given.split(separator: "=", maxSplits: 1).map(String.init)
      let milestone = (parts.first ?? "").replacing("-", with: "_")
      guard parts.count == 2, RecordKind.milestones.contains(milestone) else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "--note-on takes MILESTONE=TEXT, not \(Registry.quoted(given)).",
            vi: "--note-on có dạng MỐC=LỜI, không phải \(Registry.quoted(given))."),
          list: [Sentence(same: RecordKind.milestones.joined(separator: ", "))])
      }
      facts.set(milestone + "_note", parts[1])
    }
    return facts
  }
}
