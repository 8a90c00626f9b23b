/// What a row is called of a table that holds no kind of record.
enum TableNouns {
  static let all: [String: Sentence] = [
    "code_label": Sentence("name of a code", vi: "tên gọi của mã"),
    "concurrent_appointment": Sentence("group of postings", vi: "nhóm kiêm nhiệm"),
    "concurrent_member": Sentence(
      "posting of a group", vi: "lần bổ nhiệm trong nhóm kiêm nhiệm"),
    "consular_district": Sentence("consular district", vi: "khu vực lãnh sự"),
    "extension": Sentence("extension", vi: "lần gia hạn"),
    "finding_kind": Sentence("kind of finding", vi: "loại phát hiện"),
    "kept_query": Sentence("kept question", vi: "câu hỏi đã lưu"),
    "kept_query_column": Sentence(
      "heading of a kept question", vi: "tên cột của câu hỏi đã lưu"),
    "kept_query_parameter": Sentence(
      "parameter of a kept question", vi: "tham số của câu hỏi đã lưu"),
    "merge_settlement": Sentence("settlement of a merge", vi: "việc giải quyết khi gộp"),
    "mission_closure": Sentence("time closed", vi: "thời gian đóng cửa"),
    "mission_coverage": Sentence("country covered", vi: "địa bàn kiêm nhiệm"),
    "mission_former": Sentence("change of a mission", vi: "lần thay đổi của cơ quan"),
    "mission_identifier": Sentence("identifier of a mission", vi: "định danh cơ quan"),
    "mission_name": Sentence("name of a mission", vi: "tên cơ quan"),
    "mission_note": Sentence("note between two heads", vi: "ghi chú giữa hai người đứng đầu"),
    "mission_seat": Sentence("seat", vi: "trụ sở"),
    "party_former": Sentence("former name of a party", vi: "tên cũ của chủ thể"),
    "party_name": Sentence("name of a party", vi: "tên chủ thể"),
    "party_succession": Sentence("succession of a party", vi: "việc kế tục"),
    "person_former": Sentence("former name of a person", vi: "tên cũ của một người"),
    "person_identifier": Sentence("identifier of a person", vi: "định danh người"),
    "person_name": Sentence("name of a person", vi: "tên người"),
    "person_rank": Sentence("rank", vi: "hàm"),
    "place": Sentence("place", vi: "địa điểm"),
    "posting_document": Sentence("document of a posting", vi: "văn bản của lần bổ nhiệm"),
    "registry": Sentence("registry", vi: "sổ đăng ký"),
    "schema_comment": Sentence("comment on the schema", vi: "chú giải lược đồ"),
    "settled_finding": Sentence("settled finding", vi: "phát hiện đã xem xét"),
    "title_mission_kind": Sentence(
      "title of a kind of mission", vi: "chức danh theo loại cơ quan"),
  ]
}
