package import SQLite

extension RecordKind {
  /// What a source says of one record, or of one column of it.
  package static let citation: RecordKind = RecordKind(
    "citation", plural: "citations", Sentence("citation", vi: "trích dẫn"),
    about: Sentence(
      "Citations: which source says what of which record.",
      vi: "Trích dẫn: nguồn nào nói gì về bản ghi nào."),
    commands: .own(
      Verbs(
        first: "source",
        firstHelp: Sentence(
          "The source: its key, its address or its title; words that are new become one.",
          vi: "Nguồn: mã, địa chỉ hoặc tiêu đề; lời chưa có sẽ thành nguồn mới."),
        add: Example("vietnamnews-1692620", ["mission": "gb-london", "field": "seat"]),
        added: "gb-london-vietnamnews-1692620-2",
        edit: Example("gb-london-public-list-of-97-missions", ["section": "3"]),
        key: "gb-london-public-list-of-97-missions", words: "gb london")),
    fields: [Field("source", to: .source, "Source", vi: "Nguồn", shown: .byName)] + subjects + [
      Field(
        "field", .citedColumn, "Field", vi: "Mục",
        help: Sentence(
          "The fact that it is about, as credentials are of a posting. (default: all of the record)",
          vi: "Mục được dẫn, ví dụ credentials của lần bổ nhiệm. (mặc định: cả bản ghi)")),
      Field(
        "says", .note, "Says", vi: "Nội dung",
        help: Sentence("What the source says, in its words.", vi: "Nguồn nói gì, ghi nguyên văn.")),
      Field(
        "record", .line, "Record in the source", vi: "Bản ghi trong nguồn",
        help: Sentence(
          "What the source calls its own record of it.", vi: "Mã của bản ghi trong nguồn.")),
      Field(
        "file", .line, "File", vi: "Tệp",
        help: Sentence("The file or volume of the source.", vi: "Tệp hoặc tập của nguồn.")),
      Field(
        "section", .line, "Place", vi: "Chỗ dẫn",
        help: Sentence(
          "Where in it: a page, a part, a line.", vi: "Chỗ trong nguồn: trang, phần, dòng."),
        called: ["page", "trang"]),
      Field(
        "number", .number, "Number", vi: "Số thứ tự",
        help: Sentence("Its place there, from 1.", vi: "Thứ tự ở đó, từ 1.")),
    ],
    needs: [["source"]], oneOf: subjects.map(\.column),
    suggestKey: { values in
      guard let source = values["source"]?.words,
        let subject = subjects.lazy.compactMap({ values[$0.column]?.words }).first
      else { return nil }
      return "\(subject)-\(source)"
    }, numbersKeys: true,
    naming: { key in
      """
      SELECT s.title, s.title FROM citation AS c JOIN source AS s ON s.key = c.source
      WHERE c.key = \(key)
      """
    },
    searchColumns: ["field", "says", "section"],
    recognition: .byAll(
      ["source"] + subjects.map(\.column) + [
        "field", "says", "record", "file", "section", "number",
      ]), isCited: false,
    extras: [
      Extra("about", behind: "source", label: Sentence("About", vi: "Về")) { subjectNoun($0) },
      Extra("of", label: Sentence("Of", vi: "Bản ghi")) { _ in subjectKey },
      .code("source_key", "source"),
    ],
    list: ["key", "source", "about", "of", "field", "says", "section", "source_key"])

  /// The columns of what it can be of, one for each kind that can be cited.
  private static let subjects: [Field] = citable.filter(\.isCited).map { kind in
    Field(
      kind.name, to: kind, kind.noun.english.capitalized, vi: kind.noun.vietnamese.capitalized,
      help: Sentence(
        "The \(kind.noun.english) that it is of.",
        vi: "\(kind.noun.vietnamese.capitalized) được dẫn."))
  }

  /// The key of the record that a citation `t` is of.
  package static let subjectKey: SQL =
    "coalesce(\(raw: subjects.map { "t.\(name: $0.column)" }.joined(separator: ", ")))"

  /// What kind of record that is.
  package static func subjectNoun(_ phrases: Phrases) -> SQL {
    let cases = subjects.map { subject -> SQL in
      let noun = (named(subject.column)?.noun ?? subject.label)[phrases.language]
      return "WHEN t.\(name: subject.column) IS NOT NULL THEN \(text: noun)"
    }
    return "CASE \(raw: cases.joined(separator: " ")) END"
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
