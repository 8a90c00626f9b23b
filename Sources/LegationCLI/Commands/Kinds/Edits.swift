import Registry
import Reports
import SQLite

/// The words about an edit.
enum Edits {
  static func lines(_ key: String, _ differences: [Records.Difference]) -> [Sentence] {
    [Sentence("Edited \(key).", vi: "Đã sửa \(key).")]
      + differences.map { difference in
        let before = words(difference.before, of: difference)
        let after = words(difference.after, of: difference)
        return Sentence(
          "  \(difference.column): \(before.english) → \(after.english)",
          vi: "  \(difference.label.vietnamese): \(before.vietnamese) → \(after.vietnamese)")
      }
  }

  static func nothing(_ key: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence("Nothing is different for \(key).", vi: "Không có gì thay đổi với \(key)."),
      hint: Sentence(
        "Give the facts that are to change; --help lists them.",
        vi: "Hãy ghi các mục cần sửa; xem --help."))
  }

  private static func words(_ value: Value, of difference: Records.Difference) -> Sentence {
    let text = text(value)
    if let name = difference.codes[text] { return name }
    guard difference.isDate else { return Sentence(same: text) }
    return Sentence(PageDate.english(text), vi: PageDate.vietnamese(text))
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: "–"
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text): text
    case .blob: "…"
    }
  }
}
