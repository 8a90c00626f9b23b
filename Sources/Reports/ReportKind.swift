package import Registry
import SQLite

/// A report that can be asked for by its name.
///
/// A kind is one file in the folder `Kinds`, and the type in it has the file's name: from these
/// files come the list of reports, the command of each with its help, and the names that are
/// completed.
package protocol ReportKind: Sendable {
  /// As it is typed: lower-case letters and hyphens.
  static var name: String { get }
  /// What it answers, in a sentence.
  static var about: Sentence { get }
  static var parameters: [ReportParameter] { get }
  /// What it may be asked for, as an example of its help: a parameter and what is given for it.
  static var example: [(String, String)] { get }
  /// The report: its heading, and the statements over views that give the rows.
  ///
  /// - Throws: where what was asked for is none.
  static func report(_ asked: AskedReport) throws(RegistryError) -> Report
}

extension ReportKind {
  package static var parameters: [ReportParameter] { [] }
  package static var example: [(String, String)] { [] }
}

/// Something that a report can be asked for.
package struct ReportParameter: Sendable {
  package enum Rule: Sendable {
    /// A record of this kind, by its key or a name that fits only one.
    case reference(RecordKind)
    /// One of these words.
    case choice([String])
    /// Some of these words, joined by commas.
    case names([String])
    /// A code that the report itself looks up.
    case code
  }

  /// Without the hyphens before it.
  package let name: String
  package let help: Sentence
  package let rule: Rule

  package init(_ name: String, _ help: Sentence, _ rule: Rule) {
    self.name = name
    self.help = help
    self.rule = rule
  }

  package static let mission = ReportParameter(
    "mission", Sentence("Of this mission only.", vi: "Chỉ của cơ quan đại diện này."),
    .reference(.mission))
  package static let term = ReportParameter(
    "term", Sentence("Of this term only.", vi: "Chỉ của nhiệm kỳ này."), .reference(.term))

  /// What was given, as statements take it: the key of the record that is meant.
  func value(of given: String, in registry: Registry) throws(RegistryError) -> String {
    switch rule {
    case .code: return given
    case .reference(let kind): return try Lookup(registry: registry).key(of: kind, named: given)
    case .choice(let words):
      guard !words.contains(given) else { return given }
      throw refusal(of: given, taking: words)
    case .names(let words):
      var chosen: [String] = []
      for part in given.split(separator: ",", omittingEmptySubsequences: false) {
        let name = Self.trimmed(part)
        let column = String(name.map { $0 == "-" ? "_" : $0 })
        guard words.contains(column) else { throw refusal(of: name, taking: words) }
        if !chosen.contains(column) { chosen.append(column) }
      }
      return chosen.joined(separator: ",")
    }
  }

  private static func trimmed(_ part: Substring) -> String {
    String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private func refusal(of given: String, taking words: [String]) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(name) takes \(words.joined(separator: ", ")), not \(Registry.quoted(given)).",
        vi: "\(name) nhận \(words.joined(separator: ", ")), không phải \(Registry.quoted(given))."),
      list: Nearest.matches(to: given, among: words).map { Sentence(same: $0) })
  }
}

/// What somebody asks a report for.
package struct AskedReport {
  package let registry: Registry
  package let language: Language
  private let values: [String: String]

  /// - Parameter given: what was given for parameters of the kind, as it was typed.
  /// - Throws: where something is none of what its parameter takes, or it has no such parameter.
  package init(
    _ kind: any ReportKind.Type, _ given: [String: String], from registry: Registry,
    in language: Language
  ) throws(RegistryError) {
    self.registry = registry
    self.language = language
    let names = Set(kind.parameters.map(\.name))
    if let stray = given.keys.sorted().first(where: { !names.contains($0) }) {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(kind.name) has no parameter \(Registry.quoted(stray)).",
          vi: "\(kind.name) không có tham số \(Registry.quoted(stray))."),
        list: kind.parameters.map { Sentence(same: $0.name) })
    }
    var values: [String: String] = [:]
    for parameter in kind.parameters {
      guard let text = given[parameter.name] else { continue }
      values[parameter.name] = try parameter.value(of: text, in: registry)
    }
    self.values = values
  }

  package subscript(parameter: ReportParameter) -> String? { values[parameter.name] }

  var phrases: Phrases { Phrases(language: language) }

  /// The day that is asked about.
  func day() throws(RegistryError) -> String {
    try registry.value("SELECT day FROM asked_day", as: String.self) ?? ""
  }

  /// Whether it is another one than the last day known.
  var isOfAnotherDay: Bool { registry.clocks.day != nil }
}
