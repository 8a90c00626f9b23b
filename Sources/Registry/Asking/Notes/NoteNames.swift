import SQLSyntax
import SQLite

/// Names that nobody has as they are written, told where an answer is empty.
extension NoteReader {
  func checkWhole(
    _ value: SQLExpression, _ text: String, isExact: Bool, at place: SQLPlace,
    in scope: NoteScope
  ) {
    guard !text.isEmpty, let meaning = meaning(of: value, in: scope), meaning.kind == .name,
      !meaning.column.isEmpty
    else { return }
    let said = source(value.place)
    ifEmpty { reader in
      guard reader.probe.hasName(text, isExact: isExact, meaning) == false else { return }
      if reader.probe.hasName(holding: text, meaning) ?? false {
        return reader.note(
          .likeWhole, at: place,
          "No row has exactly '\(text)' there. For a part: \(said) LIKE '%\(text)%'.",
          vi: "Không dòng nào đúng là '\(text)'. Tìm một phần: \(said) LIKE '%\(text)%'.")
      }
      let folded = NameKey.searchKey(text)
      guard reader.probe.hasName(folded: folded, meaning) ?? false else {
        return reader.noteNames(like: folded, said, text, meaning, at: place)
      }
      reader.note(
        .likeWhole, at: place,
        "No row has '\(text)' so written. In any case, with or without marks: name_fold(\(said)) LIKE '%\(folded)%'.",
        vi:
          "Không dòng nào viết đúng '\(text)'. Không phân biệt hoa thường và dấu: name_fold(\(said)) LIKE '%\(folded)%'."
      )
    }
  }

  /// `'Adams, John'` of John Adams.
  private func noteNames(
    like folded: String, _ said: String, _ text: String, _ meaning: Meaning, at place: SQLPlace
  ) {
    let words = folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    guard words.count > 1 else { return }
    let names = probe.names(holding: words, meaning)
    guard !names.isEmpty else { return }
    let shown = names.map { "'\($0)'" }.joined(separator: ", ")
    note(
      .likeWhole, at: place, "No row has '\(text)' so written. There is: \(shown).",
      vi: "Không dòng nào viết đúng '\(text)'. Hiện có: \(shown).")
  }

  /// What a subquery of NOT IN has to be asked; `nil` where it depends on the rows outside or on
  /// parameters.
  func question(whetherNullIsIn select: SQLSelect, in scope: NoteScope) -> SQL? {
    guard let tables = NoteQuestion.tables(scope.tables), let asked = NoteQuestion.sql(select)
    else {
      return nil
    }
    let named: SQL = scope.tables.isEmpty ? "" : "\(raw: tables), "
    return """
      WITH RECURSIVE \(raw: named)asked_here (c) AS (\(raw: asked))
      SELECT 1 FROM asked_here WHERE c IS NULL LIMIT 1
      """
  }
}

extension NoteProbe {
  /// Where a name stands that a view shows.
  private func home(of meaning: Meaning) -> (table: String, column: String) {
    for (stem, table) in [("person_", "person"), ("mission_", "mission"), ("receiver_", "party")]
    where meaning.column.hasPrefix(stem + "name") {
      return (table, String(meaning.column.dropFirst(stem.count)))
    }
    return (meaning.object, meaning.column)
  }

  private func hasName(_ meaning: Meaning, where condition: (SQL) -> SQL) -> Bool? {
    let (table, column) = home(of: meaning)
    guard !table.isEmpty else { return nil }
    return hasRow(
      "SELECT 1 FROM \(name: table) WHERE \(raw: condition("\(name: column)")) LIMIT 1")
  }

  func hasName(_ text: String, isExact: Bool, _ meaning: Meaning) -> Bool? {
    hasName(meaning) { isExact ? "\(raw: $0) = \(text)" : "\(raw: $0) LIKE \(text)" }
  }

  func hasName(holding text: String, _ meaning: Meaning) -> Bool? {
    hasName(meaning) { "instr(\(raw: $0), \(text)) > 0" }
  }

  /// Names that have all these words, in whichever order.
  func names(holding words: [String], _ meaning: Meaning) -> [String] {
    let (table, column) = home(of: meaning)
    guard !table.isEmpty else { return [] }
    var question: SQL =
      "SELECT DISTINCT \(name: column) FROM \(name: table) WHERE \(name: column) IS NOT NULL"
    for word in words {
      question =
        "\(raw: question) AND instr(' ' || name_fold(\(name: column)) || ' ', ' ' || \(word) || ' ') > 0"
    }
    return self.column("\(raw: question) ORDER BY 1 LIMIT 4")
  }

  func hasName(folded text: String, _ meaning: Meaning) -> Bool? {
    hasName(meaning) { "instr(name_fold(\(raw: $0)), \(text)) > 0" }
  }
}
