import Registry

/// What would help, in the words of the command line: the commands and options that the rest of the
/// program does not know.
struct Remedies {
  /// `nil` where none was understood yet.
  let asked: (any AskedCommand)?

  init(for asked: (any AskedCommand)? = nil) { self.asked = asked }

  /// Whether the command that runs takes an option; where none is known, somebody else may.
  func takes(_ option: String) -> Bool { asked?.takes(option) ?? true }

  /// - Returns: nothing where the command that runs has no way to it.
  func advice(for remedy: Remedy) -> Advice {
    switch remedy {
    case .question(let remedy): advice(for: remedy)
    case .table(let remedy): advice(for: remedy)
    case .merge(let remedy): advice(for: remedy)
    case .file(let remedy): advice(for: remedy)
    case .give, .giveSuchAs, .nameAuthor, .leaveSourceOut, .tellPersonsApart,
      .sayWhyServiceEnded, .accept, .acceptBoth:
      adviceOnOptions(for: remedy)
    case .endService(let posting):
      Advice(
        Sentence(
          "Did the earlier one leave? \(ending(posting, "--on DATE --because REASON"))",
          vi: "Người trước đã rời nhiệm sở? \(ending(posting, "--on NGÀY --because LÝ-DO"))"))
    case .correct(let fact, let key):
      Advice("Correct it", vi: "Sửa lại", editing(fact, of: key))
    case .close(let mission):
      Advice(
        "A mission that closed stays", vi: "Cơ quan đã đóng cửa vẫn được giữ",
        pasted(
          "mission close \(Pasted.quoted(mission)) --since DATE",
          vi: "mission close \(Pasted.quoted(mission)) --since NGÀY"))
    case .accredit(let posting): Advice("Add it", vi: "Bổ sung", accrediting(posting))
    case .lookAt(let entity, let key):
      Advice(
        "Look at it", vi: "Xem lại", pasted("\(entity.command) show \(Pasted.quoted(key))"))
    case .lookAtHistory(let key): Self.see(pasted("history \(Pasted.quoted(key))"))
    case .findKey:
      Advice(
        "Find the key first", vi: "Hãy tìm mã trước",
        pasted(
          "\(RecordKind.person.command) find WORDS", vi: "\(RecordKind.person.command) find TỪ"))
    case .listChanges: Self.see(pasted("log"))
    case .chooseChange(let first, let last, let moment):
      Advice(
        "Its changes are \(first) to \(last), since \(moment)",
        vi: "Các thay đổi có số từ \(first) đến \(last), từ \(moment)", pasted("log"))
    case .seeWhetherKept:
      Advice(
        "Whether the change is kept shows when the disk works again",
        vi: "Khi đĩa hoạt động lại, hãy xem thay đổi đã được lưu chưa", pasted("log"))
    case .findAndUndoRemoval: Self.undoingRemoval
    case .undoInOrder(let changes): Self.undoing(changes)
    case .seeSeal: Self.see(pasted("seal"))
    case .listFindingKinds:
      Advice(
        "All of them", vi: "Xem tất cả", pasted("sql \"SELECT * FROM finding_kind\""))
    }
  }

  static func see(_ command: Sentence) -> Advice { Advice("See", vi: "Xem", command) }

  // MARK: Options of the command that runs

  private func adviceOnOptions(for remedy: Remedy) -> Advice {
    switch remedy {
    case .give(let fact):
      asked?.way(to: fact).map { Advice("Give it", vi: "Hãy ghi", Sentence(same: $0)) } ?? Advice()
    case .giveSuchAs(let fact, let value):
      asked?.way(to: fact).map { way in
        let option = String(way.prefix { $0 != " " })
        return Advice(
          "For example", vi: "Ví dụ",
          Sentence("\(option) \(value.english)", vi: "\(option) \(value.vietnamese)"))
      } ?? Advice()
    case .nameAuthor:
      Advice(
        "Say who writes", vi: "Hãy nói ai ghi",
        Sentence("--by NAME, or LEGATION_BY", vi: "--by TÊN, hoặc LEGATION_BY"))
    case .leaveSourceOut: Advice(Sentence("Leave --source out.", vi: "Hãy bỏ --source."))
    case .tellPersonsApart:
      takes("--new-person")
        ? Advice(
          Sentence(
            "Give the key if it is the same person, or --new-person if not.",
            vi: "Ghi mã nếu là cùng một người, hoặc --new-person nếu là người khác."))
        : Advice(
          Sentence(
            "Give the key if it is the same person; if not, take that person in first, under another key.",
            vi:
              "Ghi mã nếu là cùng một người; nếu là người khác, hãy nhập người đó trước, với mã khác."
          ))
    case .sayWhyServiceEnded(let reason):
      Advice(
        "Why the head left", vi: "Lý do rời nhiệm sở",
        Sentence(same: "--because \(Pasted.quoted(reason))"))
    case .accept(let code): accepting(code, "If that is meant", vi: "Nếu đúng là vậy")
    case .acceptBoth(let code):
      accepting(code, "If both are meant", vi: "Nếu đúng là cả hai")
    default: Advice()
    }
  }

  private func accepting(_ code: String, _ english: String, vi vietnamese: String) -> Advice {
    takes("--accept")
      ? Advice(english, vi: vietnamese, Sentence(same: "--accept \(Pasted.quoted(code))"))
      : Advice()
  }

  // MARK: Commands

  private func ending(_ posting: String, _ options: String) -> String {
    Pasted.command("\(RecordKind.posting.command) end \(Pasted.quoted(posting)) \(options)")
  }

  private func accrediting(_ posting: String) -> Sentence {
    let words = "\(RecordKind.accreditation.command) accredit \(Pasted.quoted(posting)) --to"
    return pasted("\(words) RECEIVER", vi: "\(words) NƯỚC")
  }

  private func editing(_ fact: WantedFact, of key: String) -> Sentence {
    let option = "--" + Key.hyphenated(fact.column)
    let words = "\(fact.entity.command) edit \(Pasted.quoted(key)) \(option)"
    return pasted("\(words) DATE", vi: "\(words) NGÀY")
  }

  private static var undoingRemoval: Advice {
    let log = Pasted.command("log")
    return Advice(
      Sentence(
        "Another program removed it. See which change: \(log); take it back: \(Pasted.command("undo CHANGE"))",
        vi:
          "Một chương trình khác đã xóa. Xem lần thay đổi: \(log); hoàn tác: \(Pasted.command("undo SỐ"))"
      ))
  }

  /// So many commands are one line.
  private static let undoLimit = 20

  private static func undoing(_ changes: [Int]) -> Advice {
    func line(_ changes: some Sequence<Int>) -> String {
      changes.map { Pasted.command("undo \($0)") }.joined(separator: " && ")
    }
    guard changes.count > undoLimit + 1, let last = changes.last else {
      return Advice("This order works", vi: "Thứ tự làm được", Sentence(same: line(changes)))
    }
    let first = line(changes.prefix(undoLimit))
    return Advice(
      "These go first, in this order; then ask again for change \(last)",
      vi: "Trước hết hoàn tác các thay đổi này theo thứ tự; rồi yêu cầu lại thay đổi số \(last)",
      Sentence(same: first))
  }
}

extension RecordKind {
  /// The words of the command that edits and shows its records.
  var command: String { Self.command(forTable: table) ?? "head" }
}
