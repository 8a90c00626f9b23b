import ArgumentParser
import Files
import Formats
import Registry

struct BackupCommand: Command {
  static let about = CommandConfiguration(
    commandName: "backup",
    abstract: Sentence(
      "Copy the registry into a new file while others write, and verify the copy.",
      vi: "Sao lưu sổ vào tệp mới trong khi người khác vẫn ghi, và kiểm tra bản sao."),
    discussion: Sentence(
      "The file is readable by you alone; share it with `chmod`.",
      vi: "Chỉ mình bạn đọc được tệp; muốn chia sẻ, hãy dùng `chmod`."),
    examples: "legation backup /media/usb/registry-2024-02-29.db")

  static let past = Past.refused(
    Sentence("a copy holds the whole history", vi: "bản sao luôn giữ toàn bộ lịch sử"))

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The new file.", vi: "Tệp mới.")) var file: String

  var files: [NamedFile] { [NamedFile(path: file, use: .madeDatabase, role: .theCopy)] }

  func perform() throws {
    let registry = try options.open(log: .always)
    let answer = try Answer(options)
    let progress = CopyProgress()
    let verified = try registry.backUp(to: file, watch: progress.show)
    progress.end()
    try KeptError.after(
      Sentence(
        "The copy \(file) is made and verified all the same.",
        vi: "Tuy vậy, bản sao \(file) đã tạo xong và đã kiểm tra.")
    ) {
      try CopyProgress.report(
        [Sentence("Copied to \(file).", vi: "Đã sao lưu vào \(file).")],
        [("file", .text(file))], verified, answer)
    }
  }
}

struct RestoreCommand: Command {
  static let about = CommandConfiguration(
    commandName: "restore",
    abstract: Sentence(
      "Make the registry anew from a backup.", vi: "Khôi phục sổ từ một bản sao lưu."),
    discussion: Sentence(
      """
      The backup is verified before anything happens. A registry that is there already is never \
      overwritten: --replace keeps a copy of it under another name. Others may read and write \
      meanwhile: each sees the old registry or the new one, whole.
      """,
      vi: """
        Bản sao lưu được kiểm tra trước mọi việc khác. Sổ đã có không bao giờ bị ghi đè: --replace \
        giữ một bản của sổ đó dưới tên khác. Trong lúc đó người khác vẫn đọc và ghi được: mỗi \
        người thấy trọn vẹn sổ cũ hoặc sổ mới.
        """),
    examples: "legation restore /media/usb/registry-2024-02-29.db --db new.db",
    "legation restore /media/usb/registry-2024-02-29.db --replace")

  static let past = Past.refused(
    Sentence("what is restored is the whole history", vi: "khôi phục luôn gồm toàn bộ lịch sử"))

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The backup.", vi: "Bản sao lưu.")) var backup: String
  @Flag(
    help: ArgumentHelp(
      "Keep a copy of the registry that is there, and replace it.",
      vi: "Giữ một bản của sổ đang có, rồi thay sổ đó."))
  var replace = false

  var files: [NamedFile] { [.read(backup, .theCopy)] }

  func perform() throws {
    try Leave.requireReading(backup)
    let registry = try Registry.open(backup, for: .reading, log: .always)
    for remark in registry.remarks { Failure.remark(remark) }
    let answer = try Answer(options)
    let progress = CopyProgress()
    let restored = try registry.restore(
      to: options.path, keepingOld: replace, wait: try options.waitingTime() ?? 30,
      watch: progress.show)
    progress.end()
    var lines = [Sentence("Restored \(restored.path).", vi: "Đã khôi phục \(restored.path).")]
    if let aside = restored.aside {
      lines.append(
        Sentence("What was there is kept at \(aside).", vi: "Nội dung cũ được giữ tại \(aside)."))
    }
    if let readable = restored.readable {
      lines.append(
        Sentence(
          "It was not whole: these are the bytes as they lay there, its log beside it; what could be read of it is at \(readable).",
          vi:
            "Tệp cũ không nguyên vẹn: đó là các byte nguyên trạng, nhật ký ở bên cạnh; phần còn đọc được ở \(readable)."
        ))
    }
    if let before = restored.before {
      let now = restored.verified.head.number
      lines.append(
        Sentence(
          "It was at change \(before.number), seal \(before.seal); the next number is \(now + 1).",
          vi:
            "Trước đó sổ ở thay đổi số \(before.number), dấu niêm \(before.seal); số tiếp theo là \(now + 1)."
        ))
    }
    try KeptError.after(Self.kept(restored)) {
      try CopyProgress.report(
        lines,
        [
          ("registry", .text(restored.path)),
          ("put_aside", restored.aside.map { .text($0) } ?? .raw("null")),
          ("readable", restored.readable.map { .text($0) } ?? .raw("null")),
        ], restored.verified, answer)
    }
  }

  private static func kept(_ restored: Restored) -> Sentence {
    let path = restored.path
    guard let aside = restored.aside else {
      return Sentence(
        "\(path) is restored all the same.", vi: "Tuy vậy, \(path) đã được khôi phục.")
    }
    return Sentence(
      "\(path) is restored all the same; what was there is kept at \(aside).",
      vi: "Tuy vậy, \(path) đã được khôi phục; nội dung cũ được giữ tại \(aside).")
  }
}

/// The two steps of a copy.
private final class CopyProgress {
  private let copying = Progress(Sentence("Copying pages", vi: "Đang sao chép"))
  private var verifying: Progress?

  func show(_ step: Registry.CopyStep, _ done: Int, _ total: Int) {
    switch step {
    case .copying: copying.show(done, of: total)
    case .verifying:
      if verifying == nil {
        copying.end()
        verifying = Progress(Sentence("Verifying", vi: "Đang kiểm tra"))
      }
      verifying?.show(done, of: total)
    }
  }

  func end() { verifying?.end() }

  static func report(
    _ lines: [Sentence], _ members: [(name: String, value: JSONText)], _ verified: Verified,
    _ answer: Answer
  ) throws {
    let end = Sentence(
      "Verified: \(verified.changes) changes, seal of the last \(verified.head.seal)",
      vi: "Đã kiểm tra: \(verified.changes) thay đổi, dấu niêm cuối \(verified.head.seal)")
    try answer.end(lines + [end], members + JSONText.members(of: verified))
  }
}
