import Registry

/// What would help, in words that speak of records, facts and files: whoever reads them sits before
/// some program, and nobody here knows which.
extension Remedy {
  /// - Returns: `nil` where nothing of this library leads to the refusal.
  var wayOut: Sentence? {
    switch self {
    case .give, .giveSuchAs, .nameAuthor, .tellPersonsApart, .sayWhyServiceEnded, .accept,
      .acceptBoth, .endService, .correct, .close, .accredit:
      wayOutByAFact
    case .leaveSourceOut:
      Sentence("Cite no source for it.", vi: "Đừng dẫn nguồn cho mục này.")
    case .lookAt(let kind, let key):
      Sentence(
        "Look at the \(kind.noun.english) \(key).", vi: "Hãy xem \(kind.noun.vietnamese) \(key).")
    case .lookAtHistory(let key):
      Sentence("Look at the history of \(key).", vi: "Hãy xem lịch sử của \(key).")
    case .findKey: Sentence("Find the key first.", vi: "Hãy tìm mã trước.")
    case .listChanges: Sentence("Look at the list of changes.", vi: "Hãy xem danh sách thay đổi.")
    case .chooseChange(let first, let last, let moment):
      Sentence(
        "Its changes are \(first) to \(last), since \(moment).",
        vi: "Các thay đổi có số từ \(first) đến \(last), từ \(moment).")
    case .seeWhetherKept:
      Sentence(
        "Whether the change is kept shows in the list of changes, when the disk works again.",
        vi: "Khi đĩa hoạt động lại, hãy xem thay đổi đã được lưu chưa trong danh sách thay đổi.")
    case .findAndUndoRemoval:
      Sentence(
        "Another program removed it. Find the change that did, and undo it.",
        vi: "Một chương trình khác đã xóa. Hãy tìm lần thay đổi đó và hoàn tác.")
    case .undoInOrder(let changes):
      Sentence(
        "Undo these changes, in this order: \(Self.list(changes)).",
        vi: "Hãy hoàn tác các thay đổi này, theo thứ tự: \(Self.list(changes)).")
    case .seeSeal: Sentence("Compare it with the seal kept.", vi: "Hãy so với dấu niêm đã giữ.")
    case .listFindingKinds:
      Sentence(
        "All codes stand in the table finding_kind.", vi: "Mọi mã nằm trong bảng finding_kind.")
    case .question(let remedy): remedy.wayOut
    case .file(let remedy): remedy.wayOut
    case .table, .merge: nil
    }
  }

  private static func list(_ changes: [Int]) -> String {
    changes.map(String.init).joined(separator: ", ")
  }

  private var wayOutByAFact: Sentence? {
    switch self {
    case .give(let fact):
      Sentence("Give another \(fact.column).", vi: "Hãy ghi \(fact.column).")
    case .giveSuchAs(let fact, let value):
      Sentence(
        "For example \(fact.column): \(value.english).",
        vi: "Ví dụ \(fact.column): \(value.vietnamese).")
    case .nameAuthor: Sentence("Say who writes.", vi: "Hãy nói ai ghi.")
    case .tellPersonsApart:
      Sentence(
        "Give the key if it is the same person; if not, say that it is a new one.",
        vi: "Ghi mã nếu là cùng một người; nếu không, hãy nói đó là người mới.")
    case .sayWhyServiceEnded(let reason):
      Sentence(
        "Give \(reason) as the reason why the head left.",
        vi: "Hãy ghi \(reason) làm lý do rời nhiệm sở.")
    case .accept(let code):
      Sentence(
        "If that is meant, accept the finding \(code).",
        vi: "Nếu đúng là vậy, hãy chấp nhận điều bất thường \(code).")
    case .acceptBoth(let code):
      Sentence(
        "If both are meant, accept the finding \(code).",
        vi: "Nếu đúng là cả hai, hãy chấp nhận điều bất thường \(code).")
    case .endService(let posting):
      Sentence(
        "Did the earlier one leave? Record the end of the posting \(posting).",
        vi: "Người trước đã rời nhiệm sở? Hãy ghi kết thúc lần bổ nhiệm \(posting).")
    case .correct(let fact, let key):
      Sentence(
        "Correct \(fact.column) of the \(fact.entity.noun.english) \(key).",
        vi: "Hãy sửa \(fact.column) của \(fact.entity.noun.vietnamese) \(key).")
    case .close(let mission):
      Sentence(
        "A mission that closed stays: record when \(mission) closed.",
        vi: "Cơ quan đã đóng cửa vẫn được giữ: hãy ghi \(mission) đóng cửa khi nào.")
    case .accredit(let posting):
      Sentence(
        "Accredit the posting \(posting) there first.",
        vi: "Trước hết hãy ghi \(posting) được ủy nhiệm tại đó.")
    default: nil
    }
  }
}

extension QuestionRemedy {
  fileprivate var wayOut: Sentence {
    switch self {
    case .giveParameter(let name):
      name.map {
        Sentence("Give the parameter \($0) a value.", vi: "Hãy cho tham số \($0) một giá trị.")
      } ?? Sentence("Give each parameter a name.", vi: "Hãy đặt tên cho mỗi tham số.")
    case .sayWhatItAnswers:
      Sentence(
        "Say in a sentence what it answers.", vi: "Hãy ghi nội dung của câu hỏi trong một câu.")
    case .raiseTimeLimit:
      Sentence(
        "Ask for less, or raise the time limit.", vi: "Hãy hỏi ít hơn, hoặc tăng thời hạn.")
    case .raiseMemoryLimit:
      Sentence(
        "Ask for less, with a narrower WHERE, fewer columns or LIMIT, or raise the limit.",
        vi: "Hãy hỏi ít hơn, với WHERE hẹp hơn, ít cột hơn hoặc LIMIT, hoặc tăng giới hạn.")
    case .keep:
      Sentence(
        "Tables and views are the registry's own: none is made or changed.",
        vi: "Bảng và khung nhìn là của chính sổ: không tạo, không sửa.")
    case .listKept, .listReports:
      Sentence(
        "Kept questions stand in the table kept_query.",
        vi: "Các câu hỏi đã lưu nằm trong bảng kept_query.")
    case .listTables:
      Sentence(
        "Tables and columns are described in the table schema_comment.",
        vi: "Các bảng và cột được mô tả trong bảng schema_comment.")
    case .listFunctions:
      Sentence(
        "The functions that there are stand in pragma_function_list.",
        vi: "Các hàm hiện có nằm trong pragma_function_list.")
    case .describe(let table):
      Sentence(
        "The columns of \(table) are described in the table schema_comment.",
        vi: "Các cột của \(table) được mô tả trong bảng schema_comment.")
    case .explain:
      Sentence(
        "Ask EXPLAIN QUERY PLAN and the question.", vi: "Hãy hỏi EXPLAIN QUERY PLAN và câu hỏi.")
    case .keepAnswer:
      Sentence("Write the rows to a file yourself.", vi: "Hãy tự ghi các dòng ra tệp.")
    case .askAnother:
      Sentence(
        "A question reads this registry and no other file: open the other one.",
        vi: "Câu hỏi chỉ đọc sổ này, không đọc tệp khác: hãy mở sổ kia.")
    case .writeAsOneChange, .write:
      Sentence(
        "What is written is a change, with its author and its reason.",
        vi: "Muốn ghi thì phải là một thay đổi, có người ghi và lý do.")
    }
  }
}

extension FileRemedy {
  fileprivate var wayOut: Sentence {
    switch self {
    case .make:
      Sentence("Make a registry there, or open another.", vi: "Hãy tạo sổ ở đó, hoặc mở sổ khác.")
    case .pointToOne:
      Sentence("Open a registry, or make one.", vi: "Hãy mở một sổ, hoặc tạo sổ mới.")
    case .makeElsewhere, .restoreElsewhere:
      Sentence("Choose another place.", vi: "Hãy chọn nơi khác.")
    case .makeAnother(let party):
      Sentence("Make another registry for \(party).", vi: "Hãy tạo sổ khác cho \(party).")
    case .upgrade(let path):
      Sentence(
        "Bring \(path) up to date, and keep a copy first.",
        vi: "Hãy nâng cấp \(path), sao lưu trước.")
    case .waitLonger:
      Sentence(
        "Try again in a moment, or wait longer.",
        vi: "Hãy thử lại sau giây lát, hoặc chờ lâu hơn.")
    case .restoreCopy, .replace, .restore, .replaceOrRestoreElsewhere:
      Sentence(
        "Keep the files as they are, and restore a backup.",
        vi: "Hãy giữ các tệp nguyên trạng, và khôi phục bản sao lưu.")
    case .compareWithCopy: Sentence("Compare it with a copy.", vi: "Hãy so với bản sao.")
    case .replaceOrDropLogTail:
      Sentence(
        "Keep the files as they are, and restore a backup, or go on with what holds of the log.",
        vi:
          "Hãy giữ các tệp nguyên trạng, và khôi phục bản sao lưu, hoặc tiếp tục với phần nhật ký còn nguyên."
      )
    case .workOnCopy:
      Sentence(
        "Work on a copy, or find the other name of the file.",
        vi: "Hãy làm trên bản sao, hoặc tìm tên kia của tệp.")
    case .removeOtherNames:
      Sentence(
        "Remove the other names, or work on a copy.",
        vi: "Hãy xóa các tên khác, hoặc làm trên bản sao.")
    case .settleWrite(let path):
      Sentence(
        "Open \(path) for writing: that puts back what the broken write had begun.",
        vi: "Hãy mở \(path) để ghi: việc đó hoàn lại phần đang ghi dở.")
    case .settleWriteInCopy(let path):
      Sentence(
        "Copy \(path) and its journal into a folder of yours, and open the copy for writing.",
        vi: "Hãy chép \(path) và tệp journal của nó vào thư mục của bạn, rồi mở bản chép để ghi.")
    case .readCopy(let paths):
      Sentence(
        "Copy \(paths.joined(separator: ", ")) into a folder of yours, and read that copy.",
        vi: "Hãy chép \(paths.joined(separator: ", ")) vào thư mục của bạn, rồi đọc bản chép.")
    case .moveAway(let files):
      Sentence(
        "Move away: \(files.map(\.path).joined(separator: ", ")).",
        vi: "Hãy chuyển đi nơi khác: \(files.map(\.path).joined(separator: ", ")).")
    case .makeFolder(let path):
      Sentence("Make the folder \(path) first.", vi: "Hãy tạo thư mục \(path) trước.")
    }
  }
}
