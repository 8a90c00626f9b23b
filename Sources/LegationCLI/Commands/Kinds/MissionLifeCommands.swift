import ArgumentParser
import Registry

struct MissionMove: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "move",
    abstract: Sentence(
      "Record that a mission has its seat in another city from a day on.",
      vi: "Ghi việc cơ quan đại diện chuyển trụ sở sang thành phố khác từ một ngày."),
    examples: "legation mission move mm-yangon --to Naypyidaw --since 2026-01")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @Option(help: ArgumentHelp("The city.", vi: "Thành phố.")) var to: String
  @Option(
    help: ArgumentHelp(
      "The city until then. (default: the one that is recorded)",
      vi: "Thành phố trước đó. (mặc định: nơi đang ghi)"))
  var from: String?
  @OptionGroup var turn: TurnOptions

  func perform() throws {
    try Output(options: options).write("mission move", write) { (change) throws(RegistryError) in
      let key = try change.lookup.key(of: .mission, named: subject)
      let records = Records(change)
      let differences = try records.move(mission: key, to: to, from: from, at: turn.turn)
      try records.cite(write.source, for: .mission, key: key)
      return (key, differences)
    } saying: { (key, differences) in
      let day = PageDate.words(turn.since)
      return [
        Sentence(
          "\(key) has its seat in \(to) since \(day.english).",
          vi: "\(key) có trụ sở tại \(to) từ \(day.vietnamese).")
      ] + Edits.lines(key, differences).dropFirst()
    }
  }
}

struct MissionClose: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "close",
    abstract: Sentence(
      "Record that a mission closed, and that its head left with it.",
      vi: "Ghi việc cơ quan đại diện đóng cửa, và người đứng đầu rời nhiệm sở cùng lúc."),
    discussion: Sentence(
      "Without --end-head it is asked about a head who is there still.",
      vi: "Nếu không ghi --end-head mà vẫn còn người đứng đầu thì lệnh hỏi lại."),
    examples: "legation mission close dz-algiers --since 2026-01 --end-head")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @Option(
    help: ArgumentHelp(
      "The day of the closing.", vi: "Ngày đóng cửa.", valueName: "date"))
  var since: String
  @Flag(
    help: ArgumentHelp(
      "Whoever heads it left on that day.", vi: "Người đứng đầu rời nhiệm sở vào ngày đó."))
  var endHead = false
  @Option(
    help: ArgumentHelp(
      "The document that decides it, by its number.", vi: "Văn bản quyết định, theo số hiệu."))
  var document: String?

  func perform() throws {
    try Output(options: options).write("mission close", write) { (change) throws(RegistryError) in
      let key = try change.lookup.key(of: .mission, named: subject)
      let closed = try HeadOffice(change).close(
        mission: key, since: since, document: document, endsHeads: endHead)
      try Records(change).cite(write.source, for: .mission, key: key)
      let ended = try closed.ended.map { posting throws(RegistryError) in
        try change.lookup.name(of: .posting, key: posting)
      }
      return (key, ended)
    } saying: { (key, ended) in
      let day = PageDate.words(since)
      return [
        Sentence("Closed \(key): \(day.english).", vi: "Đã đóng \(key): \(day.vietnamese).")
      ]
        + ended.map { name in
          Sentence(
            "Ended \(name.english): \(day.english).",
            vi: "Đã ghi kết thúc \(name.vietnamese): \(day.vietnamese).")
        }
    }
  }
}

struct MissionReopen: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "reopen",
    abstract: Sentence(
      "Record that a mission that closed is open again; the time in between is kept.",
      vi: "Ghi việc cơ quan đại diện mở lại; thời gian đóng cửa được lưu."),
    discussion: Sentence(
      "A closing that is not recorded yet is given with --closed: both are recorded.",
      vi: "Nếu chưa ghi việc đóng cửa thì thêm --closed: cả hai được ghi."),
    examples: "legation mission reopen dz-algiers --closed 1994-05 --since 1996")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @Option(
    help: ArgumentHelp(
      "The day of the closing, where it is not recorded.",
      vi: "Ngày đóng cửa, nếu chưa được ghi.", valueName: "date"))
  var closed: String?
  @OptionGroup var turn: TurnOptions

  func perform() throws {
    try Output(options: options).write("mission reopen", write) { (change) throws(RegistryError) in
      let key = try change.lookup.key(of: .mission, named: subject)
      let records = Records(change)
      try records.reopen(mission: key, closed: closed, at: turn.turn)
      try records.cite(write.source, for: .mission, key: key)
      return key
    } saying: { key in
      let day = PageDate.words(turn.since)
      return [
        Sentence(
          "\(key) is open again: \(day.english).", vi: "\(key) mở lại: \(day.vietnamese).")
      ]
    }
  }
}
