/// Values here and values there that cannot both be, as many as a person reads; the others are
/// counted.
struct MergeConflicts {
  private struct Conflict {
    let record: String
    let field: String
    let ours: Sentence
    let theirs: Sentence
  }

  private static let mostShown = 50

  private var shown: [Conflict] = []
  private var count = 0
  /// A record that a person can settle.
  private var first: String?

  mutating func add(_ record: String, _ field: String, ours: String, theirs: String) {
    if first == nil { first = record }
    add(
      Conflict(
        record: record, field: field, ours: Self.word(ours), theirs: Self.word(theirs)))
  }

  mutating func addMissing(_ record: String, of other: String) {
    add(
      Conflict(
        record: record, field: "", ours: Sentence("\(other) needs it", vi: "\(other) cần có"),
        theirs: Sentence("not there", vi: "không có")))
  }

  private mutating func add(_ conflict: Conflict) {
    count += 1
    if shown.count < Self.mostShown { shown.append(conflict) }
  }

  private static func word(_ text: String) -> Sentence {
    switch text {
    case "removed": Sentence("removed", vi: "đã xóa")
    case "edited": Sentence("edited", vi: "đã sửa")
    default: Sentence(same: text)
    }
  }

  /// What stands against the merge; `nil` where nothing does.
  var refusal: RegistryError? {
    guard count > 0 else { return nil }
    return RegistryError(
      .rule,
      Sentence(
        "The bundle and this registry say different things; nothing is merged (\(count)):",
        vi: "Gói và sổ này ghi khác nhau; chưa gộp gì (\(count)):"),
      list: shown.map { conflict in
        let head = "\(conflict.record)  \(conflict.field)"
        return Sentence(
          "\(head)  ours: \(conflict.ours.english)  theirs: \(conflict.theirs.english)",
          vi: "\(head)  ở đây: \(conflict.ours.vietnamese)  ở gói: \(conflict.theirs.vietnamese)")
      },
      remedies: (first.map { [.merge(.settle($0))] } ?? []) + [.merge(.beginEarlier)])
  }

  // MARK: Settlements that settle nothing

  static func settledTwice(_ key: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(Registry.quoted(key)) is to be as it is here, and as it is there.",
        vi: "\(Registry.quoted(key)) vừa giữ nội dung ở đây, vừa lấy từ gói."),
      remedies: [.merge(.settleOneWay(key))])
  }

  static func settledNothing(_ key: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(Registry.quoted(key)) settles nothing: the bundle holds no such record.",
        vi: "\(Registry.quoted(key)) không phân định gì: gói không có bản ghi đó."),
      hint: Sentence(
        "Nothing is merged. Write it as the list of conflicts does: person/do-minh-hung",
        vi: "Chưa gộp gì. Hãy ghi như trong danh sách xung đột: person/do-minh-hung"))
  }
}
