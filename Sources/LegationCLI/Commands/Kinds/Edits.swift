import Registry
import SQLite

/// The words about an edit.
enum Edits {
  static func lines(_ key: String, _ differences: [Records.Difference]) -> [Sentence] {
    [Sentence("Edited \(key).", vi: "Đã sửa \(key).")]
      + differences.map { difference in
        let before = text(difference.before)
        let after = text(difference.after)
        return Sentence(same: "  \(difference.column): \(before) → \(after)")
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
