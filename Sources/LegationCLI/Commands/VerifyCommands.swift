import ArgumentParser
import Files
import Formats
import Registry
import Reports

struct SealCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "seal",
    abstract: Sentence(
      "Print the seal of the last change, for keeping elsewhere.",
      vi: "Hiện dấu niêm của thay đổi cuối, để giữ ở nơi khác."),
    discussion: Sentence(
      """
      Each change carries the SHA-256 of what it says and of the seal before it. Whoever keeps \
      the last one outside of the file can tell later whether anything before it was altered: \
      `legation verify --against SEAL`.
      """,
      vi: """
        Mỗi thay đổi mang mã băm SHA-256 của nội dung nó và của dấu niêm liền trước. Ai giữ dấu \
        niêm cuối ở ngoài tệp thì về sau biết được những gì ghi trước đó có bị sửa hay không: \
        `legation verify --against DẤU-NIÊM`.
        """),
    examples: "legation seal")

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).seal, from: registry)
  }
}

struct VerifyCommand: Command {
  static let about = CommandConfiguration(
    commandName: "verify",
    abstract: Sentence(
      "Check the file, the chain of seals and every record.",
      vi: "Kiểm tra tệp, chuỗi dấu niêm và mọi bản ghi."),
    discussion: Sentence(
      """
      Names the first thing that does not fit: a damaged file, a dangling reference, an altered \
      change, a record that was changed past its history, a name that cannot be found. A cut-off \
      end, an older copy and a chain that was computed anew are seen only with a seal that was \
      kept elsewhere.
      """,
      vi: """
        Nêu điều đầu tiên không khớp: tệp bị hỏng, tham chiếu không dẫn tới đâu, thay đổi bị sửa, \
        bản ghi bị sửa mà lịch sử không có, tên không tìm được. Phần cuối bị cắt, bản cũ hơn và \
        chuỗi đã bị tính lại chỉ nhận ra được khi có dấu niêm giữ ở nơi khác.
        """),
    examples: "legation verify",
    #"legation verify --against "$(legation seal --format csv --no-header | cut -d, -f3)""#)

  static let past = Past.refused(
    Sentence("the whole history is verified", vi: "luôn kiểm tra toàn bộ lịch sử"))

  @OptionGroup var options: GlobalOptions
  @Option(
    help: ArgumentHelp("A seal that was kept elsewhere.", vi: "Dấu niêm giữ ở nơi khác."))
  var against: String?
  @Flag(
    help: ArgumentHelp(
      "Go on with what holds of a damaged log; copies of all files are kept.",
      vi: "Tiếp tục với phần còn nguyên của nhật ký bị hỏng; mọi tệp đều được giữ bản chép."))
  var dropLogTail = false

  func perform() throws {
    if dropLogTail {
      let aside = try Registry.keepDamagedLog(of: try options.path)
      Failure.remark(
        aside.map {
          Sentence(
            "The files as they were are kept at \($0) and beside it.",
            vi: "Các tệp nguyên trạng được giữ tại \($0) và bên cạnh.")
        }
          ?? Sentence(
            "The log holds: nothing of it is dropped.",
            vi: "Nhật ký còn nguyên: không bỏ phần nào."))
    }
    let registry = try options.open(log: dropLogTail ? .never : .always)
    let answer = try Answer(options)
    let progress = Progress(Sentence("Verifying", vi: "Đang kiểm tra"))
    let verified = try registry.verify(against: against) { progress.show($0, of: $1) }
    progress.end()
    let lines =
      [
        Sentence(
          "Nothing is wrong: \(verified.changes) changes, \(verified.versions) versions of records.",
          vi:
            "Không có gì sai: \(verified.changes) thay đổi, \(verified.versions) phiên bản bản ghi."
        )
      ] + verified.notes + [
        Sentence(
          "Seal of change \(verified.head.number): \(verified.head.seal)",
          vi: "Dấu niêm của thay đổi số \(verified.head.number): \(verified.head.seal)")
      ]
    try answer.end(lines, JSONText.members(of: verified))
  }
}
