import Files

/// What is said where something beside a database stands in the way, and the way on.
extension Neighbours {
  /// To a reader: what only a writer may put back.
  static func refusalOfUnsettled(_ given: String) -> RegistryError {
    // The journal lies beside the file, not beside a link to it.
    let real = FileSystem.isLink(given) ? FileSystem.resolved(given)?.path : nil
    let name = real ?? given
    return RegistryError(
      .unfitFile,
      Sentence(
        "\(name) was left in the middle of a write, by a program that was killed or a power cut: \(name)-journal holds what has to be put back first.",
        vi:
          "\(name) bị bỏ dở giữa lúc ghi, do chương trình bị dừng hoặc mất điện: \(name)-journal giữ phần phải hoàn lại trước."
      ),
      remedies: [.file(.settleWrite(of: name))])
  }

  /// To a writer, after the opening.
  var noteOfSettling: Sentence {
    Sentence(
      "\(name) was left in the middle of a write: what that had begun was put back.",
      vi: "\(name) bị bỏ dở giữa lúc ghi: phần ghi dở đã được hoàn lại.")
  }

  func refusalOfUnsettledInClosedFolder() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name) was left in the middle of a write, and its folder cannot be written: \(name)-journal holds what has to be put back first.",
        vi:
          "\(name) bị bỏ dở giữa lúc ghi, và thư mục chứa tệp không ghi được: \(name)-journal giữ phần phải hoàn lại trước."
      ),
      remedies: [.file(.settleWriteInCopy(of: name))])
  }

  func refusal(ofIrregular ending: String) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)\(ending) is no regular file: SQLite takes it for a part of \(name). Nothing was opened.",
        vi:
          "\(name)\(ending) không phải tệp thông thường: SQLite coi đó là một phần của \(name). Chưa mở gì."
      ),
      hint: Self.moveItAway, remedies: [.file(.moveAway([Self.moving(name + ending)]))])
  }

  func refusal(ofSecondName ending: String) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)\(ending) has another name too (a hard link): a write to \(name) would change that file. Nothing was opened.",
        vi:
          "\(name)\(ending) còn có tên khác (liên kết cứng): ghi vào \(name) sẽ làm đổi tệp đó. Chưa mở gì."
      ),
      remedies: [.file(.workOnCopy)])
  }

  func refusal(ofJournalNaming other: String) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)-journal names another file, \(other), which SQLite would delete. Nothing was opened.",
        vi: "\(name)-journal nêu một tệp khác, \(other), mà SQLite sẽ xóa. Chưa mở gì."),
      hint: Sentence(
        "If a program of yours writes to several databases at once, let it open \(name) first. Otherwise move the journal away.",
        vi:
          "Nếu chương trình của bạn ghi vào nhiều cơ sở dữ liệu cùng lúc, hãy để nó mở \(name) trước. Nếu không, hãy chuyển tệp -journal đi nơi khác."
      ),
      remedies: [.file(.moveAway([Self.moving(name + "-journal")]))])
  }

  func refusalOfOtherJournal() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)-journal is no journal: SQLite would delete it for one. Nothing was opened.",
        vi: "\(name)-journal không phải nhật ký hoàn lại: SQLite sẽ xóa nó. Chưa mở gì."),
      hint: Self.moveItAway, remedies: [.file(.moveAway([Self.moving(name + "-journal")]))])
  }

  func refusalOfForeignLog() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name) has no log, as a backup has none, yet \(name)-wal lies beside it, of a file that was there before: SQLite would play it into \(name). Nothing was opened.",
        vi:
          "\(name) không dùng nhật ký, như bản sao lưu, nhưng bên cạnh có \(name)-wal của tệp trước đó: SQLite sẽ ghi nội dung đó vào \(name). Chưa mở gì."
      ),
      hint: Self.moveItAway,
      remedies: [
        .file(
          .moveAway(
            ["-wal", "-shm"].filter { FileSystem.isThere(path + $0) }
              .map { Self.moving(name + $0) }))
      ])
  }

  func refusalOfPageSizes() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name) and its log say different sizes of pages: one of them is damaged, or of another file. Nothing was opened.",
        vi:
          "\(name) và nhật ký của nó ghi cỡ trang khác nhau: một trong hai bị hỏng, hoặc thuộc tệp khác. Chưa mở gì."
      ),
      remedies: [.file(.replace(name))])
  }

  private static var moveItAway: Sentence {
    Sentence("Move it away.", vi: "Hãy chuyển đi nơi khác.")
  }

  func refusalOfEmptiness() -> RegistryError {
    let log = FileSystem.size(path + "-wal") ?? 0 > 0
    return RegistryError(
      .unfitFile,
      log
        ? Sentence(
          "\(name) is empty, and there are changes in its log: SQLite would delete that. Nothing was opened.",
          vi: "\(name) rỗng, còn nhật ký có thay đổi: SQLite sẽ xóa nhật ký đó. Chưa mở gì.")
        : Sentence(
          "\(name) is empty, not a registry.", vi: "\(name) rỗng, không phải sổ."),
      remedies: [.file(.replace(name))])
  }

  func refusal(ofLogHolding sound: Int, of total: Int) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "The log of \(name) is damaged: of its \(total) frames only the first \(sound) hold; acknowledged changes are in the others. Nothing was opened.",
        vi:
          "Nhật ký của \(name) bị hỏng: chỉ \(sound) khung đầu trong \(total) khung còn nguyên; các thay đổi đã ghi nằm trong phần còn lại. Chưa mở gì."
      ), remedies: [.file(.replaceOrDropLogTail(of: name))])
  }

  func refusal(ofLostLog frames: Int) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "The log of \(name) is empty or gone: \(frames) frames of acknowledged changes were in it. Nothing was opened.",
        vi:
          "Nhật ký của \(name) rỗng hoặc đã mất: trong đó có \(frames) khung của các thay đổi đã ghi. Chưa mở gì."
      ), remedies: [.file(.replaceOrDropLogTail(of: name))])
  }
}
