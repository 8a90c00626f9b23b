/// What columns are called on a page that are of no kind of record, or of whichever.
package enum Labels {
  /// What a report calls a column of this name.
  package static func of(_ column: String) -> Sentence {
    if let label = ofReports[column] ?? ofFields[column] { return label }
    let words = column.replacing("_", with: " ")
    return Sentence(same: words.prefix(1).uppercased() + words.dropFirst())
  }

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
  ]
}
