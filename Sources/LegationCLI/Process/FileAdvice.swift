import Files
import Registry

/// What helps with the file, or the files beside it.
extension Remedies {
  func advice(for remedy: FileRemedy) -> Advice {
    switch remedy {
    case .make:
      Advice(
        Sentence(
          "Make one: \(Self.making)    or point to one: --db FILE, or LEGATION_DB",
          vi: "Tạo sổ mới: \(Self.making)    hoặc chỉ tới sổ đã có: --db TỆP, hoặc LEGATION_DB"))
    case .pointToOne:
      Advice(
        "Point to a registry with --db, or make one",
        vi: "Hãy chỉ tới một sổ bằng --db, hoặc tạo sổ mới", Sentence(same: "legation init"))
    case .makeElsewhere:
      Advice(
        "Choose another place", vi: "Hãy chọn nơi khác",
        Sentence("legation init --db FILE", vi: "legation init --db TỆP"))
    case .makeAnother(let party):
      Advice(
        "Make another one", vi: "Hãy tạo sổ khác",
        Sentence(same: "legation init --db \(Pasted.path(party + ".db"))"))
    case .upgrade(let path):
      Advice(
        Sentence(
          "Bring it up to date: \(Pasted.command("upgrade", on: path))    (keep a copy first)",
          vi: "Hãy nâng cấp: \(Pasted.command("upgrade", on: path))    (sao lưu trước)"))
    case .waitLonger:
      Advice(
        "Try again in a moment, or wait longer",
        vi: "Hãy thử lại sau giây lát, hoặc chờ lâu hơn",
        Sentence("--wait SECONDS", vi: "--wait GIÂY"))
    case .restoreCopy, .compareWithCopy, .replace, .restore, .replaceOrDropLogTail,
      .restoreElsewhere,
      .replaceOrRestoreElsewhere:
      adviceOnCopies(for: remedy)
    case .workOnCopy, .removeOtherNames, .settleWrite, .settleWriteInCopy, .readCopy, .moveAway,
      .makeFolder:
      adviceOnNeighbours(for: remedy)
    }
  }

  /// A registry is made under the name that was given, where nothing is yet.
  private static var making: String {
    let isThere = Environment.chosen.database.map(FileSystem.exists) ?? false
    return isThere ? "legation init" : Pasted.command("init")
  }

  // MARK: Copies

  private func adviceOnCopies(for remedy: FileRemedy) -> Advice {
    switch remedy {
    case .restoreCopy:
      Advice(
        "Restore a copy that legation made", vi: "Hãy khôi phục bản sao do legation tạo",
        pasted("restore --help"))
    case .compareWithCopy:
      Advice("Compare with a copy", vi: "Hãy so với bản sao", pasted("restore --help"))
    case .replace(let path):
      Advice(
        list: [Self.restoring(path)],
        Sentence(
          "This keeps the files as they are and puts a backup in their place.",
          vi: "Lệnh này giữ các tệp nguyên trạng và khôi phục bản sao lưu vào chỗ đó."))
    case .replaceOrDropLogTail(let path):
      Advice(
        list: [
          Self.restoring(path), "legation verify --drop-log-tail --db \(Pasted.path(path))",
        ],
        Sentence(
          "The first puts a backup in its place; the second goes on with what holds. Both keep copies of all files.",
          vi:
            "Lệnh đầu khôi phục bản sao lưu; lệnh sau tiếp tục với phần còn nguyên. Cả hai đều giữ bản chép của mọi tệp."
        ))
    case .restore(let path):
      Advice(list: ["legation restore BACKUP --db \(Pasted.path(path))"])
    case .restoreElsewhere:
      Advice(
        "Restore elsewhere", vi: "Khôi phục nơi khác", Sentence("--db FILE", vi: "--db TỆP"))
    case .replaceOrRestoreElsewhere:
      Advice(
        Sentence(
          "To put it aside under another name: --replace    or restore elsewhere: --db FILE",
          vi: "Để giữ tệp cũ dưới tên khác: --replace    hoặc khôi phục nơi khác: --db TỆP"))
    default: Advice()
    }
  }

  private static func restoring(_ path: String) -> String {
    "legation restore BACKUP --replace --db \(Pasted.path(path))"
  }

  // MARK: Files beside it

  private func adviceOnNeighbours(for remedy: FileRemedy) -> Advice {
    switch remedy {
    case .workOnCopy:
      Advice(
        Sentence(
          "Work on a copy: \(Self.backup.english); find the other name with find -samefile.",
          vi: "Hãy làm trên bản sao: \(Self.backup.vietnamese); tìm tên kia bằng find -samefile."))
    case .removeOtherNames:
      Advice(
        Sentence(
          "Remove the other names, or work on a copy: \(Self.backup.english); find them with find -samefile.",
          vi:
            "Hãy xóa các tên khác, hoặc làm trên bản sao: \(Self.backup.vietnamese); tìm bằng find -samefile."
        ))
    case .settleWrite(let path):
      Advice(
        list: ["legation upgrade --db \(Pasted.path(path))"],
        Sentence(
          "This puts it back, as any write does; a command that only reads does not.",
          vi: "Lệnh này hoàn lại, như mọi lệnh ghi; lệnh chỉ đọc thì không."))
    case .settleWriteInCopy(let path):
      Advice(
        list: [
          Self.copyingHome([path, path + "-journal"]),
          "legation upgrade --db ~/\(Pasted.quoted(Self.name(of: path)))",
        ],
        Sentence(
          "The first copies both to a folder of yours, the second puts the copy back: read that one.",
          vi:
            "Lệnh đầu chép cả hai vào thư mục của bạn, lệnh sau hoàn lại bản chép: hãy đọc bản đó."
        ))
    case .readCopy(let paths):
      Advice(
        list: [Self.copyingHome(paths)],
        Sentence(
          "This copies both into a folder of yours: read that copy.",
          vi: "Lệnh này chép cả hai vào thư mục của bạn: hãy đọc bản chép."))
    case .moveAway(let files):
      Advice(list: files.map { "mv \(Pasted.path($0.path)) \(Pasted.path($0.free))" })
    case .makeFolder(let path):
      Advice(
        "Make it first", vi: "Hãy tạo trước", Sentence(same: "mkdir -p \(Pasted.path(path))"))
    default: Advice()
    }
  }

  private static var backup: Sentence { pasted("backup FILE", vi: "backup TỆP") }

  private static func copyingHome(_ paths: [String]) -> String {
    "cp \(paths.map(Pasted.path).joined(separator: " ")) ~/"
  }

  private static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
