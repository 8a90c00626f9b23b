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
      list: [Sentence(same: "legation upgrade --db \(FileSystem.shellWord(name))")],
      hint: Sentence(
        "This puts it back, as any write does; a command that only reads does not.",
        vi: "Lệnh này hoàn lại, như mọi lệnh ghi; lệnh chỉ đọc thì không."))
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
      list: [
        copyingHome("-journal"),
        Sentence(
          same: "legation upgrade --db ~/\(FileSystem.shellWord(FileSystem.name(of: path)))"),
      ],
      hint: Sentence(
        "The first copies both to a folder of yours, the second puts the copy back: read that one.",
        vi: "Lệnh đầu chép cả hai vào thư mục của bạn, lệnh sau hoàn lại bản chép: hãy đọc bản đó.")
    )
  }

  func refusal(ofIrregular ending: String) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)\(ending) is no regular file: SQLite takes it for a part of \(name). Nothing was opened.",
        vi:
          "\(name)\(ending) không phải tệp thông thường: SQLite coi đó là một phần của \(name). Chưa mở gì."
      ),
      list: [Self.moving(name + ending)],
      hint: Self.moveItAway)
  }

  func refusal(ofSecondName ending: String) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)\(ending) has another name too (a hard link): a write to \(name) would change that file. Nothing was opened.",
        vi:
          "\(name)\(ending) còn có tên khác (liên kết cứng): ghi vào \(name) sẽ làm đổi tệp đó. Chưa mở gì."
      ),
      hint: Sentence(
        "Work on a copy: legation backup FILE; find the other name with find -samefile.",
        vi: "Hãy làm trên bản sao: legation backup TỆP; tìm tên kia bằng find -samefile."))
  }

  func refusal(ofJournalNaming other: String) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)-journal names another file, \(other), which SQLite would delete. Nothing was opened.",
        vi: "\(name)-journal nêu một tệp khác, \(other), mà SQLite sẽ xóa. Chưa mở gì."),
      list: [Self.moving(name + "-journal")],
      hint: Sentence(
        "If a program of yours writes to several databases at once, let it open \(name) first. Otherwise move the journal away.",
        vi:
          "Nếu chương trình của bạn ghi vào nhiều cơ sở dữ liệu cùng lúc, hãy để nó mở \(name) trước. Nếu không, hãy chuyển tệp -journal đi nơi khác."
      ))
  }

  func refusalOfOtherJournal() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name)-journal is no journal: SQLite would delete it for one. Nothing was opened.",
        vi: "\(name)-journal không phải nhật ký hoàn lại: SQLite sẽ xóa nó. Chưa mở gì."),
      list: [Self.moving(name + "-journal")], hint: Self.moveItAway)
  }

  func refusalOfForeignLog() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name) has no log, as a backup has none, yet \(name)-wal lies beside it, of a file that was there before: SQLite would play it into \(name). Nothing was opened.",
        vi:
          "\(name) không dùng nhật ký, như bản sao lưu, nhưng bên cạnh có \(name)-wal của tệp trước đó: SQLite sẽ ghi nội dung đó vào \(name). Chưa mở gì."
      ),
      list: ["-wal", "-shm"].filter { FileSystem.isThere(path + $0) }.map {
        Self.moving(name + $0)
      },
      hint: Self.moveItAway)
  }

  func refusalOfPageSizes() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(name) and its log say different sizes of pages: one of them is damaged, or of another file. Nothing was opened.",
        vi:
          "\(name) và nhật ký của nó ghi cỡ trang khác nhau: một trong hai bị hỏng, hoặc thuộc tệp khác. Chưa mở gì."
      ),
      list: [Sentence(same: "legation restore BACKUP --replace --db \(word())")],
      hint: Sentence(
        "This keeps the files as they are and puts a backup in their place.",
        vi: "Lệnh này giữ các tệp nguyên trạng và khôi phục bản sao lưu vào chỗ đó."))
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
      list: [Sentence(same: "legation restore BACKUP --replace --db \(word())")],
      hint: Sentence(
        "This keeps the files as they are and puts a backup in their place.",
        vi: "Lệnh này giữ các tệp nguyên trạng và khôi phục bản sao lưu vào chỗ đó."))
  }

  func refusal(ofLogHolding sound: Int, of total: Int) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "The log of \(name) is damaged: of its \(total) frames only the first \(sound) hold; acknowledged changes are in the others. Nothing was opened.",
        vi:
          "Nhật ký của \(name) bị hỏng: chỉ \(sound) khung đầu trong \(total) khung còn nguyên; các thay đổi đã ghi nằm trong phần còn lại. Chưa mở gì."
      ), list: waysOn, hint: Self.whatTheyDo)
  }

  func refusal(ofLostLog frames: Int) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "The log of \(name) is empty or gone: \(frames) frames of acknowledged changes were in it. Nothing was opened.",
        vi:
          "Nhật ký của \(name) rỗng hoặc đã mất: trong đó có \(frames) khung của các thay đổi đã ghi. Chưa mở gì."
      ), list: waysOn, hint: Self.whatTheyDo)
  }

  private var waysOn: [Sentence] {
    [
      Sentence(same: "legation restore BACKUP --replace --db \(word())"),
      Sentence(same: "legation verify --drop-log-tail --db \(word())"),
    ]
  }

  private static var whatTheyDo: Sentence {
    Sentence(
      "The first puts a backup in its place; the second goes on with what holds. Both keep copies of all files.",
      vi:
        "Lệnh đầu khôi phục bản sao lưu; lệnh sau tiếp tục với phần còn nguyên. Cả hai đều giữ bản chép của mọi tệp."
    )
  }

  private func word(_ ending: String = "") -> String { FileSystem.shellWord(name + ending) }

  /// What copies the file and one of its neighbours to where they can be read.
  func copyingHome(_ ending: String) -> Sentence {
    Sentence(same: "cp \(word()) \(word(ending)) ~/")
  }
}
