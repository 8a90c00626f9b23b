import ArgumentParser
import Formats
import Interchange
import Registry

struct ExportPopolo: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "popolo",
    abstract: Sentence(
      "Write persons, organizations, posts, memberships, areas and terms as Popolo JSON.",
      vi: "Ghi người, tổ chức, chức vụ, việc giữ chức vụ, địa bàn và nhiệm kỳ theo Popolo JSON."),
    examples: "legation export popolo -o heads.json")

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let records = try options.writeDocument { (registry, sink) in
      try PopoloExport(registry, in: Environment.language, to: sink).run()
    }
    if records == 0 { Output.tellNothing() }
  }
}

struct ExportFollowTheMoney: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "ftm",
    abstract: Sentence(
      "Write entities of FollowTheMoney, a line of JSON each.",
      vi: "Ghi các thực thể theo FollowTheMoney, mỗi thực thể một dòng JSON."),
    examples: "legation export ftm -o heads.ndjson")

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let records = try options.writeDocument { (registry, sink) in
      try FollowTheMoneyExport(registry, to: sink).run()
    }
    if records == 0 { Output.tellNothing() }
  }
}

struct ExportQuickStatements: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "quickstatements",
    abstract: Sentence(
      "Write statements for Wikidata, of what carries an identifier there.",
      vi: "Ghi các phát biểu cho Wikidata, về những gì đã có mã ở đó."),
    discussion: Sentence(
      """
      A person and a mission are named by --wikidata; the office of a mission's head by an \
      identifier of the scheme `wikidata-office`, which the first example enters.
      """,
      vi: """
        Người và cơ quan đại diện được nêu bằng --wikidata; chức vụ của người đứng đầu cơ quan \
        được nêu bằng một mã trong bộ mã `wikidata-office`, ghi như ở ví dụ đầu.
        """),
    examples: """
      legation sql --write --yes --reason "offices" "INSERT INTO mission_identifier \
      (scheme, identifier, mission) VALUES ('wikidata-office', 'Q23912390', 'fr-paris')"
      """, "legation export quickstatements")

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let written = try options.writeDocument { (registry, sink) in
      try QuickStatementsExport(registry, to: sink).run()
    }
    Failure.remark(
      Sentence("\(written.statements) statements.", vi: "\(written.statements) phát biểu."))
    guard written.leftOut > 0 else { return }
    Failure.remark(
      Sentence(
        """
        Left out: \(written.postingsWithoutIdentifier) postings lack the identifier of the person \
        or of the office, \(written.otherPostings) are of acting heads, accredited from elsewhere \
        or unsure; \(written.missionsWithoutIdentifier) missions lack theirs, \
        \(written.partiesWithoutIdentifier) times a state or organization does.
        """,
        vi: """
          Bỏ qua: \(written.postingsWithoutIdentifier) lần bổ nhiệm thiếu mã của người hoặc của \
          chức vụ, \(written.otherPostings) lần là tạm quyền, kiêm nhiệm hoặc chưa chắc chắn; \
          \(written.missionsWithoutIdentifier) cơ quan thiếu mã, \
          \(written.partiesWithoutIdentifier) lần thiếu mã của quốc gia hoặc tổ chức.
          """))
  }
}

struct ExportPostgres: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "sql",
    abstract: Sentence(
      "Write a dump that PostgreSQL 15 loads: tables, keys, rows and views.",
      vi: "Ghi một bản kết xuất mà PostgreSQL 15 nạp được: bảng, khóa, dòng và khung nhìn."),
    discussion: Sentence(
      "Texts sort by code point there as here; flags are `boolean`. History is not in it.",
      vi: """
        Ở đó, văn bản xếp theo mã ký tự như ở đây; giá trị đúng/sai có kiểu `boolean`. Trong đó \
        không có lịch sử.
        """),
    examples: "legation export sql -o registry.sql",
    "psql -v ON_ERROR_STOP=1 -f registry.sql -d office")

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let written = try options.writeDocument { (registry, sink) in
      try PostgresExport(registry, to: sink).run()
    }
    Failure.remark(.written(written))
  }
}

struct ExportCalendar: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "ical",
    abstract: Sentence(
      "Write the planned ends of heads in office and of terms as a calendar.",
      vi: "Ghi dự kiến kết thúc của người đương nhiệm và ngày hết nhiệm kỳ thành lịch."),
    discussion: Sentence(
      "Only whole days: no day is invented for a month.",
      vi: "Chỉ gồm ngày đầy đủ: chỉ biết tháng thì không tự đặt ra ngày."),
    examples: "legation export ical -o ends.ics")

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let written = try options.writeDocument { (registry, sink) in
      try CalendarExport(registry, in: Environment.language, to: sink).run()
    }
    let left = written.partial + written.over
    guard !options.writesToTerminal || written.events == 0 || left > 0 else { return }
    Failure.remark(
      Sentence("\(written.events) events.", vi: "\(written.events) sự kiện."))
    guard left > 0 else { return }
    Failure.remark(
      Sentence(
        """
        Left out: \(written.partial) ends known to the month or year only, \(written.over) of \
        heads who are not in office.
        """,
        vi: """
          Bỏ qua: \(written.partial) ngày kết thúc chỉ biết tháng hoặc năm, \(written.over) của \
          người không còn đương nhiệm.
          """))
  }
}

struct ExportContacts: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "vcard",
    abstract: Sentence(
      "Write the heads in office as vCards.", vi: "Ghi người đứng đầu đương nhiệm thành vCard."),
    examples: "legation export vcard --lang vi -o heads.vcf")

  @OptionGroup var options: GlobalOptions

  func perform() throws {
    let written = try options.writeDocument { (registry, sink) in
      try ContactExport(registry, in: Environment.language, to: sink).run()
    }
    if !options.writesToTerminal || written.cards == 0 {
      Failure.remark(Sentence("\(written.cards) cards.", vi: "\(written.cards) thẻ."))
    }
    guard written.notInOffice + written.unsureBirths > 0 else { return }
    Failure.remark(
      Sentence(
        """
        Left out: \(written.notInOffice) heads who are not in office, \(written.unsureBirths) \
        dates of birth that are unsure.
        """,
        vi: """
          Bỏ qua: \(written.notInOffice) người đứng đầu không tại nhiệm, \(written.unsureBirths) \
          ngày sinh chưa chắc chắn.
          """))
  }
}

extension Sentence {
  /// How much a copy of the whole registry holds.
  static func written(_ copy: (tables: Int, rows: Int)) -> Sentence {
    Sentence(
      "\(copy.tables) tables, \(copy.rows) rows.", vi: "\(copy.tables) bảng, \(copy.rows) dòng.")
  }
}
