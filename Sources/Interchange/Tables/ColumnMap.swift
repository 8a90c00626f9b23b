import Registry

/// Which column of a table from outside is for which field, and which words stand for which.
///
/// Names are compared without case, marks, tones and signs, in English and Vietnamese. What does
/// not fit by itself is said in lines `THEIRS=OURS`; `THEIRS=` leaves a column out, `*=` all that
/// are not named; `THEIRS:WORDS=OURS` says what words of theirs are in
/// ours, `THEIRS:*=` what all others are.
struct ColumnMap {
  private let kind: TableKind
  private var columns: [String: String] = [:]
  private var words: [String: [String: String]] = [:]
  private var leavesOthersOut = false

  /// A column that nothing says the meaning of.
  struct Stranger: Error {
    /// The column, or what the map says it is for.
    let name: String
    /// The fields that are called nearly so.
    let near: [String]
    /// From 1, in the header.
    var place = 0
  }

  /// The name of the column that ``TableImport`` adds to rows put aside.
  static let errorColumn = "import_error"

  /// - Parameter entries: the lines, or `@FILE`, a file of such lines with `#` before remarks.
  /// - Throws: where a line has no `=`, or a file cannot be read.
  init(_ entries: [String], for kind: TableKind) throws(RegistryError) {
    self.kind = kind
    for entry in entries {
      guard entry.hasPrefix("@") else {
        try add(entry, at: "--map")
        continue
      }
      let file = String(entry.dropFirst())
      let lines = try SmallFile.text(of: file).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let text = line.trimmed
        if !text.isEmpty, !text.hasPrefix("#") { try add(text, at: "\(file):\(index + 1)") }
      }
    }
  }

  private mutating func add(_ entry: String, at place: String) throws(RegistryError) {
    guard let sign = entry.lastIndex(of: "=") else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(place): \(Registry.quoted(entry)) is not THEIRS=OURS.",
          vi: "\(place): \(Registry.quoted(entry)) không có dạng CỘT=TRƯỜNG."),
        hint: Sentence(
          "cohort=term   gender:m=male   remarks=   @FILE",
          vi: "cohort=term   gender:m=male   remarks=   @TỆP"))
    }
    let theirs = entry[..<sign].trimmed
    let ours = entry[entry.index(after: sign)...].trimmed
    if theirs == "*", ours.isEmpty {
      leavesOthersOut = true
    } else if let colon = theirs.firstIndex(of: ":") {
      let column = Self.folded(theirs[..<colon].trimmed)
      words[column, default: [:]][theirs[theirs.index(after: colon)...].trimmed] = ours
    } else {
      columns[Self.folded(theirs)] = ours
    }
  }

  /// Letters and digits alone, without case, marks and tones.
  static func folded(_ name: String) -> String {
    String(NameKey.searchKey(name.replacing("_", with: " ")).filter { $0.isLetter || $0.isNumber })
  }

  /// The field that a column is for; `nil` where it is left out.
  ///
  /// - Throws: where nothing says what it is for.
  func field(of column: String, among fields: [String]) throws(Stranger) -> String? {
    let folded = Self.folded(column)
    if let given = columns[folded] {
      if given.isEmpty { return nil }
      if let field = Self.field(called: Self.folded(given), among: fields, of: kind) {
        return field
      }
      throw stranger(given, fields)
    }
    if column == Self.errorColumn { return nil }
    if let field = Self.field(called: folded, among: fields, of: kind) { return field }
    if leavesOthersOut { return nil }
    throw stranger(column, fields)
  }

  private static func field(
    called name: String, among fields: [String], of kind: TableKind
  ) -> String? {
    if let field = fields.first(where: { folded($0) == name }) { return field }
    let others = kind.otherNames
    if let field = fields.first(where: { others[$0]?.contains { folded($0) == name } == true }) {
      return field
    }
    let labelled = fields.filter {
      let label = Labels.of($0)
      return folded(label.english) == name || folded(label.vietnamese) == name
    }
    return labelled.count == 1 ? labelled[0] : nil
  }

  private func stranger(_ name: String, _ fields: [String]) -> Stranger {
    Stranger(name: name, near: Nearest.matches(to: name.lowercased(), among: fields))
  }

  /// Why a file cannot be read: all columns that want a word, at once.
  func refusal(
    of strangers: [Stranger], _ fields: [String], in file: String
  ) -> RegistryError {
    let names = strangers.map { Registry.quoted($0.name) }.joined(separator: ", ")
    let first = strangers.first?.name ?? ""
    return RegistryError(
      .invalidValue,
      Sentence(
        "\(file): \(kind.rawValue) have no \(names).",
        vi: "\(file): \(kind.rawValue) không có \(names)."),
      list: strangers.map { stranger in
        let near = stranger.near.joined(separator: ", ")
        return Sentence(
          "column \(stranger.place): \(stranger.name)" + (near.isEmpty ? "" : "; is it \(near)?"),
          vi: "cột \(stranger.place): \(stranger.name)" + (near.isEmpty ? "" : "; có phải \(near)?")
        )
      } + [
        Sentence(
          "There are: \(fields.joined(separator: ", "))",
          vi: "Các trường: \(fields.joined(separator: ", "))")
      ],
      hint: Sentence(
        """
        Say what each is, --map "\(first)=FIELD", or leave it out, --map "\(first)="; \
        --map "*=" leaves out all of them.
        """,
        vi: """
          Hãy nói mỗi cột là gì, --map "\(first)=TRƯỜNG", hoặc bỏ qua, --map "\(first)="; \
          --map "*=" bỏ qua tất cả.
          """))
  }

  /// The words of a cell, in ours.
  func ours(_ text: String, of column: String) -> String {
    guard let known = words[Self.folded(column)] else { return text }
    return known[text] ?? known["*"] ?? text
  }
}
