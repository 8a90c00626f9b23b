import SQLite

extension RecordKind {
  /// The same words are the same source, whichever way they come.
  package static let source: RecordKind = RecordKind(
    "source", plural: "sources", Sentence("source", vi: "nguồn"),
    about: Sentence(
      "Where facts come from: publications, pages, files.",
      vi: "Nguồn của thông tin: ấn phẩm, trang tin, tệp dữ liệu."),
    commands: .own(
      Verbs(
        first: "title",
        firstHelp: Sentence(
          "Its title; of a page that has none, its address.",
          vi: "Tiêu đề; nếu trang không có thì ghi địa chỉ."),
        add: Example("A History of Missions", ["published": "2024"]),
        added: "a-history-of-missions", edit: Example("vietnamnews-1692620", ["published": "2024"]),
        key: "vietnamnews-1692620",
        words: "vietnamnews")),
    fields: [
      Field("title", .line, "Title", vi: "Tiêu đề"),
      Field(
        "address", .line, "Address", vi: "Địa chỉ",
        help: Sentence(
          "Where it is found, mostly a URL. (default: the title, where that is one)",
          vi: "Nơi tìm thấy, thường là URL. (mặc định: tiêu đề, nếu tiêu đề là URL)"),
        called: ["url", "link", "liên kết"]),
      Field(
        "publisher", .line, "Publisher", vi: "Đơn vị công bố",
        help: Sentence("Who published it.", vi: "Ai công bố.")),
      Field(
        "published", .date, "Published", vi: "Ngày công bố",
        help: Sentence("A date.", vi: "Ngày tháng."), called: ["date", "ngày"]),
      .note,
    ],
    needs: [["title"]],
    completion: [
      .reckoned { values in
        if values["title"] == nil { values["title"] = values["address"] }
        guard values["address"] == nil, let title = values["title"]?.words, title.contains("://")
        else { return }
        values["address"] = .text(title)
      }
    ],
    suggestKey: { values in
      guard let title = values["title"]?.words else { return nil }
      let words = title.split(separator: "//", maxSplits: 1).last.map(String.init) ?? title
      return Key.from(String(words.prefix(80))) ?? "source"
    }, numbersKeys: true,
    nameColumns: ["title", "address"], searchColumns: ["title", "address", "publisher"],
    recognition: .byWords("address", "title"), isCited: false,
    extras: [.count("citations", of: "citation", by: "source")],
    list: ["key", "title", "publisher", "published", "citations", "address"],
    card: [.record, .said])
}
