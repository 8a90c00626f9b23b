import SQLite
import Schema

/// What a column takes, whichever way a value comes: typed, from somebody's table, in a data
/// package or in a bundle.
enum EntryRule: Sendable {
  /// A key, this record's or another's.
  case key
  case line
  case note
  case date
  /// Text for a machine, SQL above all: lines, tabs and blanks mean something in it.
  case script
  case whole
  case real

  /// - Parameters:
  ///   - field: what people may enter there, where the program knows.
  ///   - isReference: whether the column holds the key of another record.
  init(
    for column: TrackedTable.Column, of table: TrackedTable, field: Field?, isReference: Bool
  ) {
    switch column.type {
    case "INTEGER": self = .whole
    case "REAL": self = .real
    default:
      switch field?.rule {
      case .note?: self = .note
      case .date?: self = .date
      case .reference?: self = .key
      case .some: self = .line
      case nil: self = Self.unlisted(column.name, of: table, isReference)
      }
    }
  }

  /// The rule for a column that no command has an option for.
  private static func unlisted(
    _ column: String, of table: TrackedTable, _ isReference: Bool
  ) -> EntryRule {
    if isReference || table.key == [column] { return .key }
    if table.dates.contains(column) { return .date }
    if column.hasSuffix("_note") { return .note }
    switch column {
    case "note", "text", "area", "says", "detail", "reason": return .note
    case "sql", "default_value": return .script
    default: return .line
    }
  }
}

extension Registry {
  /// The value of a column, from text.
  func entered(
    _ text: String, by rule: EntryRule, as column: String
  ) throws(RegistryError) -> Value {
    let name = Sentence(same: column)
    switch rule {
    case .key:
      guard Key.isValid(text) else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "\(column): \(Self.quoted(text)) is not a key: lower-case letters and digits, joined by hyphens.",
            vi:
              "\(column): \(Self.quoted(text)) không phải là mã: chữ thường không dấu và số, nối bằng gạch ngang."
          ))
      }
      return .text(text)
    case .line: return .text(try entered(text, as: name))
    case .note: return .text(try entered(text, as: name, isNote: true))
    case .date: return .text(try enteredDate(text, as: name).description)
    case .script: return .text(try enteredScript(text, as: name))
    case .whole:
      guard let number = Int64(text) else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "\(column): \(Self.quoted(text)) is no whole number.",
            vi: "\(column): \(Self.quoted(text)) không phải số nguyên."))
      }
      return .integer(number)
    case .real:
      guard let number = Double(text), number.isFinite else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "\(column): \(Self.quoted(text)) is no number.",
            vi: "\(column): \(Self.quoted(text)) không phải số."))
      }
      return .real(number)
    }
  }

  /// Whether a text is as the rule leaves it, byte for byte.
  ///
  /// - Throws: where the rule refuses it.
  func isKept(_ text: String, by rule: EntryRule, as column: String) throws(RegistryError) -> Bool {
    guard case .text(let kept) = try entered(text, by: rule, as: column) else { return false }
    // Swift takes NFC and NFD for the same text.
    return kept.utf8.elementsEqual(text.utf8)
  }

  /// A text that went round the rules, as near to what they leave as can be.
  func mended(_ text: String, by rule: EntryRule) -> String {
    let limit: Int
    switch rule {
    case .line: limit = TextEntry.nameLimit
    case .note: limit = TextEntry.noteLimit
    case .script: limit = TextEntry.scriptLimit
    // The tables themselves look at these.
    case .key, .date, .whole, .real: return text
    }
    let visible = TextEntry.withoutControls(text)
    for candidate in [text, visible, String(visible.prefix(limit))] {
      if let value = try? entered(candidate, by: rule, as: ""), case .text(let kept) = value {
        return kept
      }
    }
    return "?"
  }
}
