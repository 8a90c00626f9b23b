import ArgumentParser
import Registry

extension ArgumentHelp {
  /// Whom a command is about.
  static var head: ArgumentHelp {
    ArgumentHelp(
      "Who: a mission (its head), a person or a posting.",
      vi: "Ai: một cơ quan đại diện (người đứng đầu ở đó), một người hoặc một lần bổ nhiệm.")
  }

  /// Of whom something is recorded.
  static var ofHead: ArgumentHelp {
    ArgumentHelp(
      "Whose: a mission (its head), a person or a posting.",
      vi: "Của ai: một cơ quan đại diện (người đứng đầu ở đó), một người hoặc một lần bổ nhiệm.")
  }
}

/// The milestones of an accreditation.
enum Milestones: FactFields {
  static var fields: [Field] { RecordKind.accreditation.fields.filter { $0.column != "note" } }
  static var texts: [Extra] {
    [
      Extra(
        name: "note-on",
        help: ArgumentHelp(
          "A note on a milestone: credentials=\"to the King\".",
          vi: "Ghi chú về một mốc: credentials=\"trình lên Nhà Vua\".",
          valueName: "milestone=text"))
    ]
  }
}

/// The facts of a posting and the milestones of its resident accreditation.
enum HeadFacts: FactFields {
  static var fields: [Field] { RecordKind.posting.fields + Milestones.fields }
  static var texts: [Extra] { Milestones.texts }
  static var flags: [Extra] {
    [
      Extra(
        name: "acting",
        help: ArgumentHelp(
          "An acting head (chargé d'affaires ad interim and the like).",
          vi: "Người tạm thời đứng đầu (Đại biện lâm thời và tương tự)."))
    ]
  }
}

extension FactOptions<HeadFacts> {
  var ofPosting: Facts {
    var facts = facts(of: RecordKind.posting.fields)
    if isGiven("acting") { facts.set("function", "acting") }
    return facts
  }
}

extension FactOptions {
  /// What is said of the accreditation, with notes on its milestones.
  func ofAccreditation() throws(RegistryError) -> Facts {
    var facts = facts(of: Milestones.fields)
    for given in texts("note-on") {
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
