import Files
import SQLite

/// A small JSON value, written at once.
enum JSONText {
  case raw(String)
  case text(String)
  case list([JSONText])
  case object([(name: String, value: JSONText)])

  init(_ number: Int?) { self = .raw(number.map(String.init) ?? "null") }

  init(_ value: Value) {
    switch value {
    case .null, .blob: self = .raw("null")
    case .integer(let integer): self = .raw(String(integer))
    case .real(let real): self = .raw(real.isFinite ? "\(real)" : "null")
    case .text(let text): self = .text(text)
    }
  }

  var text: String {
    switch self {
    case .raw(let text): text
    case .text(let text): JSONString.quoted(text)
    case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONString.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",")
        + "}"
    }
  }
}
