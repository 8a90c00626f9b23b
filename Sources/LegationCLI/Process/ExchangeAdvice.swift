import Registry

/// What helps where records come in.
extension Remedies {
  func advice(for remedy: TableRemedy) -> Advice {
    switch remedy {
    case .edit:
      takes("--update")
        ? Advice("To edit what is there", vi: "Để sửa bản ghi đã có", Sentence(same: "--update"))
        : Advice()
    case .mapColumn(let heading):
      Advice(
        Sentence(
          """
          Say what each is, --map \(Self.entry(heading, "FIELD")), or leave it out, \
          --map \(Self.entry(heading)); --map "*=" leaves out all of them.
          """,
          vi: """
            Hãy nói mỗi cột là gì, --map \(Self.entry(heading, "TRƯỜNG")), hoặc bỏ qua, \
            --map \(Self.entry(heading)); --map "*=" bỏ qua tất cả.
            """))
    case .leaveColumnOut(let heading):
      Advice("Leave one out", vi: "Bỏ một cột", Sentence(same: "--map \(Self.entry(heading))"))
    case .sayWhatColumnIs:
      Advice(
        "Say what the column is", vi: "Hãy nói cột đó là gì",
        Sentence("--map THEIRS=OURS", vi: "--map CỘT=TRƯỜNG"))
    case .putBadRowsAside:
      Advice(
        "Nothing was changed. Mend them, or put them aside",
        vi: "Chưa có gì thay đổi. Hãy sửa, hoặc để riêng",
        Sentence("--skip-bad FILE", vi: "--skip-bad TỆP"))
    }
  }

  /// An entry of a map, in double quotes where nothing in it means something to a shell there.
  private static func entry(_ heading: String, _ field: String = "") -> String {
    let entry = "\(heading)=\(field)"
    return entry.contains { "\"$`\\!".contains($0) } ? Pasted.quoted(entry) : "\"\(entry)\""
  }

  func advice(for remedy: MergeRemedy) -> Advice {
    switch remedy {
    case .askAgain:
      Advice(
        "Nothing is changed. Ask for the bundle again",
        vi: "Chưa có gì thay đổi. Hãy xin lại gói", Self.bundling)
    case .askForNewer:
      Advice(
        "Nothing is changed. Ask for the bundle again, after an upgrade there",
        vi: "Chưa có gì thay đổi. Hãy xin lại gói, sau khi nơi gửi nâng cấp",
        Sentence(
          "legation upgrade && \(Self.bundling.english)",
          vi: "legation upgrade && \(Self.bundling.vietnamese)"))
    case .keepOurs(let record):
      Advice(
        "Nothing is merged. To go on without it",
        vi: "Chưa gộp gì. Để gộp mà không có bản ghi này", Self.ours(record))
    case .askOrKeepOurs(let record):
      Advice(
        "Ask the office that made it which is true. To go on without this record",
        vi: "Hãy hỏi cơ quan đã ghi xem bên nào đúng. Để gộp mà không có bản ghi này",
        Self.ours(record))
    case .settle(let record):
      Advice(
        Sentence(
          "For each record keep what is here, \(Self.ours(record).english), or take what is there, \(Self.theirs(record))",
          vi:
            "Với mỗi bản ghi: giữ nội dung ở đây, \(Self.ours(record).vietnamese), hoặc lấy từ gói, \(Self.theirs(record))"
        ))
    case .settleOneWay(let record):
      Advice(
        "Name it by one of them", vi: "Hãy chỉ ghi ở một bên",
        Sentence(
          "\(Self.ours(record).english), or \(Self.theirs(record))",
          vi: "\(Self.ours(record).vietnamese), hoặc \(Self.theirs(record))"))
    case .beginEarlier:
      Advice(
        Sentence(
          "What is not there may be in a bundle that begins earlier.",
          vi: "Bản ghi không có ở đó có thể nằm trong gói bắt đầu sớm hơn."))
    case .goBackBefore(let change): Self.goingBack(before: change)
    }
  }

  private static func ours(_ record: String) -> Sentence {
    Sentence(same: "--ours \(Pasted.quoted(record))")
  }

  private static func theirs(_ record: String) -> String { "--theirs \(Pasted.quoted(record))" }

  /// Done elsewhere, in a registry of another name.
  private static var bundling: Sentence {
    Sentence("legation bundle --since POINT FILE", vi: "legation bundle --since ĐIỂM TỆP")
  }

  private static func goingBack(before change: Int) -> Advice {
    let show = Pasted.command("show \(change)")
    return Advice(
      Sentence(
        """
        Nothing is changed. One of the two bears a seal that is not its own: \(show). \
        Where it is the one here, go back to before it came: \
        \(Pasted.command("restore FILE --replace"))
        """,
        vi: """
          Chưa có gì thay đổi. Một trong hai mang dấu niêm không phải của mình: \(show). \
          Nếu là thay đổi ở đây, hãy trở về bản sao lưu trước đó: \
          \(Pasted.command("restore TỆP --replace"))
          """))
  }
}
