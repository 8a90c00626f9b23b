import Files
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
  /// What every name is for, folded: looked up, for a table can have thousands of columns.
  private let known: KnownNames
  /// The entries that name something, and which of them the file has.
  private var entries: [Entry] = []
  private var met: Set<String> = []

  private struct Entry {
    let text: String
    /// The line of a file of lines; `nil` for an entry that was given by itself.
    let place: String?
    /// Under which it is met.
    let mark: String
    let isColumn: Bool
  }

  /// An entry that the file has nothing for.
  struct Unused {
    let text: String
    let place: String?
    let near: [String]
  }

  /// A column that nothing says the meaning of.
  struct Stranger: Error {
    /// The column, or what the map says it is for.
    let name: String
    /// From 1, in the header.
    var place = 0
  }

  /// The name of the column that ``TableImport`` adds to rows put aside.
  static let errorColumn = "import_error"

  /// - Parameter entries: the lines, or `@FILE`, a file of such lines with `#` before remarks.
  /// - Throws: where a line has no `=`, or a file cannot be read.
  init(_ entries: [String], for kind: TableKind, among fields: [String]) throws(RegistryError) {
    self.kind = kind
    known = KnownNames(fields, of: kind)
    for entry in entries {
      guard entry.hasPrefix("@") else {
        try add(entry, at: nil)
        continue
      }
      let file = String(entry.dropFirst())
      let text: String
      do { text = try SmallFile.text(of: file) } catch { throw RegistryError(error) }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let text = line.trimmed
        if !text.isEmpty, !text.hasPrefix("#") { try add(text, at: "\(file):\(index + 1)") }
      }
    }
  }

  private mutating func add(_ entry: String, at place: String?) throws(RegistryError) {
    guard let sign = entry.lastIndex(of: "=") else {
      let place = place.map { $0 + ": " } ?? ""
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(place)\(Registry.quoted(entry)) is not THEIRS=OURS.",
          vi: "\(place)\(Registry.quoted(entry)) không có dạng CỘT=TRƯỜNG."),
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
      let word = theirs[theirs.index(after: colon)...].trimmed
      words[column, default: [:]][word] = ours
      note(entry, at: place, word == "*" ? column : Self.mark(column, word), isColumn: word == "*")
    } else {
      columns[Self.folded(theirs)] = ours
      note(entry, at: place, Self.folded(theirs), isColumn: true)
    }
  }

  private mutating func note(
    _ text: String, at place: String?, _ mark: String, isColumn: Bool
  ) {
    entries.append(
      Entry(
        text: text, place: place, mark: mark, isColumn: isColumn))
  }

  private static func mark(_ column: String, _ word: String) -> String { "\(column):\(word)" }

  /// The entries that name a heading or a word that is not in the file; of a file of lines the
  /// headings alone.
  func unused(header: [String]) -> [Unused] {
    let columns = Set(header.map { Self.folded($0) })
    let left = entries.filter { entry in
      if entry.isColumn { return !columns.contains(entry.mark) }
      // A file of lines is kept for many tables; not each holds all of its words.
      return entry.place == nil && !met.contains(entry.mark)
    }
    return left.prefix(Self.toldLimit).map { entry in
      let heading = String(entry.text.prefix { $0 != "=" && $0 != ":" })
      let near =
        columns.contains(Self.folded(heading))
        ? [] : Nearest.matches(to: heading, among: header.prefix(Self.comparedLimit))
      return Unused(text: entry.text, place: entry.place, near: near)
    }
  }

  /// Why a map does not fit a file.
  static func refusal(of unused: [Unused], in file: String) -> RegistryError {
    let first = unused.first?.text ?? ""
    return RegistryError(
      .invalidValue,
      Sentence(
        "\(file) has nothing for the mapping \(Registry.quoted(first)).",
        vi: "\(file) không có gì ứng với ánh xạ \(Registry.quoted(first))."),
      list: unused.map { entry in
        let near = entry.near.joined(separator: ", ")
        let place = entry.place.map { $0 + ": " } ?? ""
        return Sentence(
          "\(place)\(entry.text)" + (near.isEmpty ? "" : "; is it \(near)?"),
          vi: "\(place)\(entry.text)" + (near.isEmpty ? "" : "; có phải \(near)?"))
      },
      hint: Sentence(
        "Nothing was changed. Mend the entry, or leave it out.",
        vi: "Chưa có gì thay đổi. Hãy sửa mục đó, hoặc bỏ đi."))
  }

  /// So many strangers are told one by one.
  private static let toldLimit = 20
  /// So many names are compared with one that is not found.
  private static let comparedLimit = 2_000

  /// Letters and digits alone, without case, marks and tones.
  static func folded(_ name: String) -> String {
    String(NameKey.searchKey(name.replacing("_", with: " ")).filter { $0.isLetter || $0.isNumber })
  }

  /// The field that a column is for; `nil` where it is left out.
  ///
  /// - Parameter example: a cell of the column. "From" above a day is no place of birth.
  /// - Throws: where nothing says what it is for.
  func field(of column: String, holding example: String) throws(Stranger) -> String? {
    let folded = Self.folded(column)
    if let given = columns[folded] {
      if given.isEmpty { return nil }
      if let field = known.field(called: Self.folded(given)) { return field }
      throw Stranger(name: given)
    }
    if column == Self.errorColumn { return nil }
    if let field = known.field(called: folded), !isDay(folded, field, example) { return field }
    if leavesOthersOut { return nil }
    throw Stranger(name: column)
  }

  /// Whether a heading speaks of a day, as far as its cells are known, where the field is for
  /// something else.
  private func isDay(_ folded: String, _ field: String, _ example: String) -> Bool {
    KnownNames.dayWords.contains(folded) && !known.isDate(field) && field != folded
      && (example.isEmpty || Self.looksLikeDate(example))
  }

  /// Whether a heading of ours that speaks of days is taken for something else.
  func canHideDays(_ column: String, in field: String?) -> Bool {
    let folded = Self.folded(column)
    guard let field else { return false }
    return KnownNames.dayWords.contains(folded) && columns[folded] == nil
      && !known.isDate(field) && field != folded
  }

  static func looksLikeDate(_ text: String) -> Bool {
    text.unicodeScalars.contains { ("0"..."9").contains($0) }
  }

  /// The fields that are called nearly so.
  private func near(_ stranger: Stranger) -> [String] {
    let folded = Self.folded(stranger.name)
    if KnownNames.dayWords.contains(folded) { return known.days(for: folded) }
    if folded == "khoa" { return known.fields.filter { $0 == "term" || $0 == "batch" } }
    return Nearest.matches(to: stranger.name.lowercased(), among: known.fields)
  }

  /// Why a file cannot be read: all columns that want a word, at once.
  func refusal(of strangers: [Stranger], in file: String) -> RegistryError {
    let told = strangers.prefix(Self.toldLimit)
    let more = strangers.count - told.count
    let names = told.map { Registry.quoted($0.name) }.joined(separator: ", ")
    let first = strangers.first?.name ?? ""
    var list = told.map { stranger in
      let near = near(stranger).joined(separator: ", ")
      return Sentence(
        "column \(stranger.place): \(stranger.name)" + (near.isEmpty ? "" : "; is it \(near)?"),
        vi: "cột \(stranger.place): \(stranger.name)" + (near.isEmpty ? "" : "; có phải \(near)?"))
    }
    if more > 0 { list.append(Sentence("and \(more) more", vi: "và \(more) cột nữa")) }
    let fields = known.fields.joined(separator: ", ")
    list.append(Sentence("There are: \(fields)", vi: "Các trường: \(fields)"))
    return RegistryError(
      .invalidValue,
      Sentence(
        "\(file): \(kind.name) have no \(names)" + (more > 0 ? ", …" : "."),
        vi: "\(file): \(kind.name) không có \(names)" + (more > 0 ? ", …" : ".")),
      list: list,
      remedies: [.table(.mapColumn(first))])
  }

  /// The words of a cell, in ours.
  mutating func ours(_ text: String, of column: String) -> String {
    guard !words.isEmpty else { return text }
    let column = Self.folded(column)
    guard let known = words[column] else { return text }
    // A blank at an end is seen by nobody.
    for word in [text, text[...].trimmed] {
      guard let ours = known[word] else { continue }
      met.insert(Self.mark(column, word))
      return ours
    }
    return known["*"] ?? text
  }
}
