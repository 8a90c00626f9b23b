import Registry

extension Remedies {
  func advice(for remedy: QuestionRemedy) -> Advice {
    switch remedy {
    case .giveParameter(let name):
      Advice(
        Sentence(
          "Give -p \(Pasted.quoted(name ?? "NAME"))=VALUE.",
          vi: "Hãy ghi -p \(Pasted.quoted(name ?? "TÊN"))=GIÁ-TRỊ."))
    case .sayWhatItAnswers:
      takes("--about")
        ? Advice(
          "Say it", vi: "Hãy ghi",
          Sentence("--about \"WHAT IT ANSWERS\"", vi: "--about \"NỘI DUNG\""))
        : Advice()
    case .raiseTimeLimit:
      takes("--timeout")
        ? Advice(
          Sentence(
            "Ask for less, or raise it: --timeout SECONDS; 0 is none.",
            vi: "Hãy hỏi ít hơn, hoặc tăng: --timeout GIÂY; 0 là không giới hạn."))
        : Advice(Sentence("Ask for less.", vi: "Hãy hỏi ít hơn."))
    case .raiseMemoryLimit: raisingMemory
    case .keep:
      Advice(
        "Tables and views belong to the program. What is asked often can be kept",
        vi: "Bảng và khung nhìn thuộc về chương trình. Câu hỏi hay dùng có thể lưu",
        pasted(
          "sql save NAME \"SELECT …\" --about WORDS", vi: "sql save TÊN \"SELECT …\" --about LỜI"))
    case .listKept: Self.see(pasted("sql list"))
    case .listReports: Self.see(pasted("report list"))
    case .listTables: Advice("All of them", vi: "Xem tất cả", pasted("sql schema"))
    case .listFunctions: Advice("All of them", vi: "Xem tất cả", pasted("sql functions"))
    case .describe(let table):
      Advice(
        "What they mean", vi: "Ý nghĩa từng cột", pasted("sql schema \(Pasted.quoted(table))"))
    case .explain:
      Advice("In words", vi: "Bằng lời", pasted("sql explain \"SELECT …\""))
    case .keepAnswer:
      Advice("To keep an answer", vi: "Muốn lưu kết quả", Sentence("-o FILE", vi: "-o TỆP"))
    case .askAnother:
      Advice(
        "A question reads this registry and no other file; another one",
        vi: "Câu hỏi chỉ đọc sổ này, không đọc tệp khác; muốn đọc sổ khác",
        Sentence("--db FILE", vi: "--db TỆP"))
    case .writeAsOneChange:
      Advice(
        "Each statement stands alone. Several as one change",
        vi: "Mỗi câu lệnh đứng riêng. Gộp nhiều câu thành một thay đổi", Self.writing)
    case .write(let table): Self.writing(about: table)
    }
  }

  private var raisingMemory: Advice {
    let less = Sentence(
      "Ask for less: a narrower WHERE, fewer columns, LIMIT.",
      vi: "Hãy hỏi ít hơn: WHERE hẹp hơn, ít cột hơn, LIMIT.")
    guard takes("--memory") else { return Advice(less) }
    return Advice(
      Sentence(
        "\(less.english) Or raise it: --memory MB", vi: "\(less.vietnamese) Hoặc tăng: --memory MB")
    )
  }

  /// A statement alone is not written: a change has a reason.
  private static var writing: Sentence {
    pasted("sql --write \"…\" --reason WHY", vi: "sql --write \"…\" --reason LÝ-DO")
  }

  private static func writing(about table: String?) -> Advice {
    let command = Pasted.command("\(words(for: table)) --help")
    return Advice(
      Sentence(
        "The command for it: \(command)    In SQL, as a recorded change: \(writing.english)",
        vi: "Lệnh dùng cho việc này: \(command)    Bằng SQL, có ghi lại: \(writing.vietnamese)"))
  }

  /// The command that writes what stands in a table.
  private static func words(for table: String?) -> String {
    switch table {
    case "registry"?: "registry"
    case "kept_query"?, "kept_query_parameter"?, "kept_query_column"?: "sql save"
    case "settled_finding"?: "check"
    default: table.flatMap(RecordKind.command(forTable:)) ?? RecordKind.posting.command
    }
  }
}
