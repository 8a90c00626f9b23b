/// What columns are called on a page that are of no kind of record, or of whichever.
package enum Labels {
  /// What a report calls a column of this name.
  package static func of(_ column: String) -> Sentence {
    if let label = known(column) { return label }
    let words = column.replacing("_", with: " ")
    return Sentence(same: words.prefix(1).uppercased() + words.dropFirst())
  }

  /// The same, where the program has words for it.
  package static func known(_ column: String) -> Sentence? { ofReports[column] ?? ofFields[column] }

  /// Whether a column of this name holds partial dates.
  package static func isDate(_ column: String) -> Bool { dates.contains(column) }

  private static let dates: Set<String> = {
    let parts = RecordKind.all.flatMap(\.parts).flatMap(\.fields)
    let fields = (RecordKind.all.flatMap(\.fields) + parts).filter { $0.rule == .date }
    return Set(fields.map(\.column)).union([
      "began", "changed", "credentials", "next_began", "reopened", "vacant_since", "standard_end",
    ])
  }()

  /// Whether a column of this name holds 1 for yes and 0 for no.
  package static func isFlag(_ column: String) -> Bool { flags.contains(column) }

  private static let flags: Set<String> = {
    let fields = RecordKind.all.flatMap(\.fields).filter { $0.rule == .flag }
    return Set(fields.map(\.column)).union(["is_resident"])
  }()

  /// Where two kinds call a column differently, the first one is heard: kinds know their own.
  private static let ofFields: [String: Sentence] = {
    let fields =
      RecordKind.all.flatMap(\.fields) + RecordKind.all.flatMap(\.parts).flatMap(\.fields)
    return Dictionary(fields.map { ($0.column, $0.label) }) { first, _ in first }
  }()

  private static let ofReports: [String: Sentence] = [
    "number": Sentence("No.", vi: "TT"),
    "marks": Sentence(same: ""),
    "words": Sentence("Remark", vi: "Ghi nhận"),
    "key": Sentence("Key", vi: "Mã"),
    "party_name": Sentence("Name", vi: "Tên"),
    "other_names": Sentence("Other names", vi: "Tên khác"),
    "missions": Sentence("Missions", vi: "Cơ quan đại diện"),
    "citations": Sentence("Citations", vi: "Số lần dẫn"),
    "covers": Sentence("Also covers", vi: "Kiêm nhiệm"),
    "districts": Sentence("Consular district", vi: "Khu vực lãnh sự"),
    "concurrent": Sentence("Also accredited to", vi: "Kiêm nhiệm"),
    "head": Sentence("Head", vi: "Người đứng đầu"),
    "heads": Sentence("Heads", vi: "Số người"),
    "resident": Sentence("Resident", vi: "Thường trú"),
    "batches": Sentence("Batches", vi: "Số đợt"),
    "appointed_or_handed_over": Sentence("Appointed", vi: "Bổ nhiệm"),
    "planned_or_standard_end": Sentence("Planned end", vi: "Dự kiến kết thúc"),
    "seats": Sentence("Seats", vi: "Các trụ sở"),
    "successors": Sentence("Came after it", vi: "Các bên kế tục"),
    "predecessors": Sentence("Came before it", vi: "Các bên tiền thân"),
    "place": Sentence("Place", vi: "Địa điểm"),
    "began": Sentence("Began", vi: "Bắt đầu"),
    "status": Sentence("Status", vi: "Tình trạng"),
    "last_head": Sentence("Last known head", vi: "Người gần nhất"),
    "ranks": Sentence("Rank", vi: "Hàm"),
    "postings": Sentence("Postings", vi: "Lần bổ nhiệm"),
    "posting": Sentence("Posting", vi: "Lần bổ nhiệm"),
    "document": Sentence("Number", vi: "Số hiệu"),
    "effect": Sentence("Effect", vi: "Tác dụng"),
    "iso": Sentence(same: "ISO"),
    "previous_end": Sentence("Before", vi: "Trước đó"),
    "person_name": Sentence("Name", vi: "Họ và tên"),
    "title_name": Sentence("Title", vi: "Chức danh"),
    "mission_name": Sentence("Mission", vi: "Cơ quan đại diện"),
    "receiver_name": Sentence("Receiver", vi: "Bên tiếp nhận"),
    "began_by": Sentence("Began by", vi: "Tính từ"),
    "ended_by": Sentence("End", vi: "Việc kết thúc"),
    "in_office": Sentence("In office", vi: "Tại chức"),
    "is_resident": Sentence("Resident", vi: "Thường trú"),
    "year": Sentence("Year", vi: "Năm"),
    "women": Sentence("Women", vi: "Nữ"),
    "men": Sentence("Men", vi: "Nam"),
    "not_known": Sentence("Not known", vi: "Không rõ"),
    "next_head": Sentence("Next head", vi: "Người kế nhiệm"),
    "next_began": Sentence("Began", vi: "Bắt đầu"),
    "at_least_days": Sentence("Days, at least", vi: "Số ngày, ít nhất"),
    "at_most_days": Sentence("Days, at most", vi: "Số ngày, nhiều nhất"),
    "days_least": Sentence("Days, at least", vi: "Số ngày, ít nhất"),
    "days_most": Sentence("Days, at most", vi: "Số ngày, nhiều nhất"),
    "first_head": Sentence("First head", vi: "Người đầu tiên"),
    "since_earliest": Sentence("Since, at the earliest", vi: "Từ, sớm nhất"),
    "since_latest": Sentence("Since, at the latest", vi: "Từ, muộn nhất"),
    "until_earliest": Sentence("Until, at the earliest", vi: "Đến, sớm nhất"),
    "until_latest": Sentence("Until, at the latest", vi: "Đến, muộn nhất"),
    "until_by": Sentence("Until by", vi: "Đến, tính theo"),
    "on_asked_day": Sentence("On that day", vi: "Vào ngày đó"),
    "planned_end_by": Sentence("Planned by", vi: "Theo"),
    "state": Sentence("State", vi: "Tình trạng"),
    "vacant_since": Sentence("Vacant since", vi: "Khuyết từ"),
    "acting_head": Sentence("Acting head", vi: "Người tạm thời đứng đầu"),
    "designate": Sentence("Designate", vi: "Người đã bổ nhiệm"),
    "since": Sentence("Since", vi: "Từ"),
    "since_by": Sentence("Since by", vi: "Từ, tính theo"),
    "tenure_days_least": Sentence("Days, at least", vi: "Số ngày, ít nhất"),
    "tenure_days_most": Sentence("Days, at most", vi: "Số ngày, nhiều nhất"),
    "nominee": Sentence("Nominee", vi: "Người được đề cử"),
    "class": Sentence("Class", vi: "Cấp"),
    "precedence_date": Sentence("Ranks from", vi: "Tính từ"),
    "precedence_by": Sentence("By", vi: "Căn cứ"),
    "precedence_time": Sentence("Hour", vi: "Giờ"),
    "happened": Sentence("When", vi: "Khi nào"),
    "was": Sentence("Was", vi: "Trước là"),
    "becomes": Sentence("Became", vi: "Nay là"),
    "exact": Sentence("Full dates", vi: "Ngày đầy đủ"),
    "mean": Sentence("Mean", vi: "Trung bình"),
    "median": Sentence("Median", vi: "Trung vị"),
    "mean_least": Sentence("Mean, at least", vi: "Trung bình, ít nhất"),
    "mean_most": Sentence("Mean, at most", vi: "Trung bình, nhiều nhất"),
    "median_least": Sentence("Median, at least", vi: "Trung vị, ít nhất"),
    "median_most": Sentence("Median, at most", vi: "Trung vị, nhiều nhất"),
    "begin": Sentence("Begin", vi: "Bắt đầu"),
    "end": Sentence("End", vi: "Kết thúc"),
    "begin_missing": Sentence("Begin: missing", vi: "Bắt đầu: còn thiếu"),
    "end_missing": Sentence("End: missing", vi: "Kết thúc: còn thiếu"),
    "event": Sentence("What", vi: "Việc"),
    "detail": Sentence("Remark", vi: "Ghi chú"),
  ]
}
