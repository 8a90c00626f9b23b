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
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
