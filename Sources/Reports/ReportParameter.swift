package import Registry
import SQLite

/// Something that a report can be asked for.
package struct ReportParameter: Sendable {
  package enum Rule: Sendable {
    /// A record of this kind, by its key or a name that fits only one.
    case reference(RecordKind)
    /// One of these words.
    case choice([String])
    /// Some of these words, joined by commas.
    case names([String])
    /// Names of columns of the report, joined by commas.
    case columns
    /// A code that the report itself looks up.
    case code
    /// A code of this list of `code_label`, or the word for it in either language.
    case listed(String)
    /// A whole day.
    case day
    /// A whole number from 1.
    case count
  }

  /// How a page says that it has only a part of what it speaks of.
  package enum Narrowing: Sendable {
    /// Behind these words stands the name of what was given.
    case to(Sentence)
    /// In these words for each of the choices.
    case words([String: Sentence])
  }

  /// Without the hyphens before it.
  package let name: String
  package let help: Sentence
  package let rule: Rule
  /// `nil` where it leaves nothing out, or the title says what.
  package let narrows: Narrowing?

  package init(_ name: String, _ help: Sentence, _ rule: Rule, narrows: Narrowing? = nil) {
    self.name = name
    self.help = help
    self.rule = rule
    self.narrows = narrows
  }

  package static let mission = ReportParameter(
    "mission", Sentence("Of this mission only.", vi: "Chỉ của cơ quan đại diện này."),
    .reference(.mission), narrows: .to(Sentence("mission", vi: "cơ quan")))
  package static let term = ReportParameter(
    "term", Sentence("Of this term only.", vi: "Chỉ của nhiệm kỳ này."), .reference(.term),
    narrows: .to(Sentence("term", vi: "nhiệm kỳ")))

  package static let missionKind = ReportParameter(
    "kind", Sentence("Of missions of this kind only.", vi: "Chỉ của loại cơ quan này."),
    .reference(.missionKind), narrows: .to(Sentence("kind of mission", vi: "loại cơ quan")))
  package static let region = ReportParameter(
    "region",
    Sentence(
      "Of missions at receivers in this region only.",
      vi: "Chỉ của cơ quan tại nơi tiếp nhận thuộc khu vực này."),
    .listed("party.region"), narrows: .to(Sentence("region", vi: "khu vực")))
  package static let batch = ReportParameter(
    "batch", Sentence("Of this batch of a term only.", vi: "Chỉ của đợt này."),
    .reference(.batch), narrows: .to(Sentence("batch", vi: "đợt")))

  /// Taken by each report that does not choose columns by a rule of its own.
  package static let columns = ReportParameter(
    "columns",
    Sentence(
      "Only these columns, in this order: names joined by commas.",
      vi: "Chỉ các cột này, theo thứ tự này: tên cột nối bằng dấu phẩy."),
    .columns)

  /// Taken by each report whose rows can be gathered, or told apart, by what they are of.
  package static func oneRowPer(_ units: [RowUnit]) -> ReportParameter {
    let words = units.map(\.rawValue)
    return ReportParameter(
      "one-row-per",
      Sentence(
        "\(words.joined(separator: ", ")): a row for each; what differs is joined by semicolons, in one order.",
        vi: """
          \(words.joined(separator: ", ")): mỗi đối tượng một dòng; nội dung khác nhau nối bằng dấu \
          chấm phẩy, theo cùng một thứ tự.
          """),
      .choice(words))
  }

  /// What was given, as statements take it: the key of the record that is meant.
  func value(of given: String, in registry: Registry) throws(RegistryError) -> String {
    switch rule {
    case .code, .columns: return given
    case .listed(let list): return try code(of: given, list, in: registry)
    case .day: return try Registry.day(given, as: Sentence(same: name))
    case .count:
      guard let number = Int(given), (1...100_000).contains(number) else {
        throw registry.invalid(
          Sentence(same: name), given,
          Sentence("a whole number from 1", vi: "số nguyên từ 1 trở lên"))
      }
      return String(number)
    case .reference(let kind): return try Lookup(registry: registry).key(of: kind, named: given)
    case .choice(let words):
      guard !words.contains(given) else { return given }
      throw refusal(of: given, taking: words)
    case .names(let words): return try names(in: given, of: words).joined(separator: ",")
    }
  }

  private func code(
    of given: String, _ list: String, in registry: Registry
  ) throws(RegistryError) -> String {
    let folded = NameKey.searchKey(given)
    let found = try registry.column(
      """
      SELECT code FROM code_label
      WHERE list = \(list)
        AND (code = \(given) OR name_fold(name_en) = \(folded) OR name_fold(name_vi) = \(folded))
      """, as: String.self)
    if let code = found.first { return code }
    throw refusal(
      of: given,
      taking: try registry.column(
        "SELECT code FROM code_label WHERE list = \(list) ORDER BY code", as: String.self))
  }

  /// Names joined by commas, each once; a hyphen does for an underscore.
  func names(in given: String, of words: [String]) throws(RegistryError) -> [String] {
    var chosen: [String] = []
    for part in given.split(separator: ",", omittingEmptySubsequences: false) {
      let name = Self.trimmed(part)
      let column = String(name.map { $0 == "-" ? "_" : $0 })
      guard words.contains(column) else { throw refusal(of: name, taking: words) }
      if !chosen.contains(column) { chosen.append(column) }
    }
    return chosen
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
