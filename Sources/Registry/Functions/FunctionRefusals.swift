import SQLite

/// What functions of SQL refuse, in both languages: SQLite passes on one text alone.
final class FunctionRefusals {
  private var last: RegistryError?

  /// Keeps a refusal for whoever reads what SQLite will say of it.
  func fault(_ refusal: RegistryError) -> FunctionFault {
    last = refusal
    return .refused(refusal.message.english)
  }

  /// Keeps the refusal of a function.
  func fault(
    of function: String, _ what: Sentence, list: [Sentence] = [], hint: Sentence? = nil
  ) -> FunctionFault {
    fault(
      RegistryError(
        .invalidValue,
        Sentence(
          "SQL: \(function): \(what.english).", vi: "SQL: \(function): \(what.vietnamese)."),
        list: list, hint: hint))
  }

  /// The refusal of which this is what SQLite says; `nil` where no function of ours said it.
  func refusal(behind error: SQLiteError) -> RegistryError? {
    guard let last, error.code == .error, error.message == last.message.english else { return nil }
    return last
  }
}

extension StoredValue {
  /// What stands there, as it is written in SQL, cut where it is long, safe to print.
  borrowing func shown() -> String {
    switch storageClass {
    case .null: return "NULL"
    case .blob: return "x'…'"
    case .integer, .real: return text
    case .text: break
    }
    var shown = ""
    let text = text
    for scalar in text.unicodeScalars.prefix(60) {
      if TextEntry.isHidden(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return SQL.quotedText(shown + (text.unicodeScalars.count > 60 ? "…" : ""))
  }
}
