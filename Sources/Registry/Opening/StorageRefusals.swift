package import SQLite

extension RegistryError {
  /// What SQLite said, as a sentence about the file at `path`.
  package init(_ error: SQLiteError, path: String) {
    switch error.code {
    case .busy, .locked:
      self.init(
        .busy,
        Sentence(
          "The registry \(path) is being written by another program.",
          vi: "Một chương trình khác đang ghi vào sổ \(path)."),
        hint: Sentence("Try again in a moment.", vi: "Hãy thử lại sau giây lát."))
    case .readOnly where error.isUnsettled: self = Neighbours.refusalOfUnsettled(path)
    case .readOnly:
      self.init(
        .readOnly,
        Sentence(
          "The registry \(path) cannot be written: the file or its folder is read-only.",
          vi: "Không ghi được vào sổ \(path): tệp hoặc thư mục chỉ cho đọc."),
        hint: Sentence(
          "Ask its owner for leave to write, or work on a copy.",
          vi: "Hãy xin quyền ghi, hoặc làm trên bản sao."))
    case .cannotOpen:
      self.init(
        .inputOutput,
        Sentence(
          "The registry \(path) cannot be opened: \(error.message).",
          vi: "Không mở được sổ \(path): \(error.message)."),
        hint: Sentence(
          "SQLite needs leave to write beside the file, even for reading.",
          vi: "SQLite cần quyền ghi trong thư mục chứa tệp, kể cả khi chỉ đọc."))
    case .notADatabase:
      self.init(
        .unfitFile,
        Sentence("\(path) is not a database.", vi: "\(path) không phải là cơ sở dữ liệu."),
        remedies: [.file(.pointToOne)])
    case .interrupted:
      self.init(
        .timeLimit,
        Sentence(
          "Reading \(path) took too long.", vi: "Đọc \(path) mất quá nhiều thời gian."))
    // Each statement of the program fits its own schema: what does not is damage.
    case .corrupt, .mismatch,
      .error where error.isDamage:
      self.init(
        .unfitFile,
        Sentence(
          "The registry \(path) is damaged: \(error.message).",
          vi: "Sổ \(path) bị hỏng: \(error.message)."),
        hint: Sentence(
          "Do not write to it. Keep this file and restore a backup.",
          vi: "Không ghi thêm vào tệp này. Hãy giữ tệp lại và khôi phục bản sao lưu."))
    case .full, .inputOutput:
      self.init(
        .inputOutput,
        Sentence(
          "The disk refused: \(error.message).", vi: "Lỗi đĩa: \(error.message)."),
        hint: Sentence(
          "Nothing was changed. Free some space or look at the disk, then try again.",
          vi: "Chưa có gì thay đổi. Hãy giải phóng dung lượng hoặc kiểm tra đĩa rồi thử lại."))
    case .constraint:
      self.init(.rule, Self.sentence(forConstraint: error))
    default:
      self.init(
        .unforeseen,
        Sentence(
          "SQLite refused: \(error.message) (code \(error.extendedCode)).",
          vi: "SQLite từ chối: \(error.message) (mã \(error.extendedCode))."))
    }
  }

  // Constraints are named as sentences in the migrations, so that every tool shows them.
  private static func sentence(forConstraint error: SQLiteError) -> Sentence {
    if error.isUniqueViolation {
      let column = error.message.split(separator: ".").last.map(String.init) ?? ""
      return Sentence(
        "Another record has this \(column) already.", vi: "Đã có bản ghi khác mang \(column) này.")
    }
    if let column = error.columnThatWantsAValue {
      let parts = column.split(separator: ".").map(String.init)
      let entity = RecordKind.of(table: parts.first ?? "")
      let name = parts.last ?? column
      let label = (entity?.label(of: name) ?? Labels.of(name)).lowercased
      let noun = entity?.noun ?? Sentence(same: parts.first ?? "")
      return Sentence(
        "The \(label.english) of the \(noun.english) cannot be empty.",
        vi: "Mục \(label.vietnamese) của \(noun.vietnamese) không được để trống.")
    }
    let rule =
      error.message
      .split(separator: ": ", maxSplits: 1).last.map(String.init) ?? error.message
    return Sentence(
      "A rule of the registry stands against it: \(rule).",
      vi: "Trái với một quy tắc của sổ: \(rule).")
  }
}

extension SQLiteError {
  /// The column, with its table, that may not be NULL.
  fileprivate var columnThatWantsAValue: String? {
    let rule = "NOT NULL constraint failed: "
    guard let place = message.firstRange(of: rule) else { return nil }
    return String(message[place.upperBound...].prefix { $0 != "," && !$0.isWhitespace })
  }
}
