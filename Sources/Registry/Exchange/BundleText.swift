import Files
import SQLite

/// JSON as bundles hold it, objects of numbers, texts and objects on one line; and as tables of
/// people hold it, with flags and lists.
///
/// Read by hand and not by SQLite, which takes a name twice, half a pair of surrogates and numbers
/// of any size, ends a text at a NUL, and to which a name can be more than a name.
package enum BundleText {
  package enum Node {
    case null
    case whole(Int64)
    case real(Double)
    case text(String)
    case object([Member])
    /// In a row alone: as it is written, for no number type holds every number.
    case number(String)
    case flag(Bool)
    case list([Node])
  }

  package struct Member {
    package let name: String
    package let node: Node
  }

  package struct Fault: Error {
    package let what: Sentence
  }

  // MARK: Writing

  static func object(_ members: [(name: String, json: String)]) -> String {
    "{" + members.map { text($0.name) + ":" + $0.json }.joined(separator: ",") + "}"
  }

  static func text(_ text: String?) -> String {
    guard let text else { return "null" }
    return JSONString.quoted(text)
  }

  /// A value of a column; reals so that the same number is read again.
  static func value(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): Self.text(text)
    // No table of a registry has a column for bytes.
    case .blob: "null"
    }
  }

  // MARK: Reading

  /// The one object on a line.
  static func object(in line: String) throws(Fault) -> [Member] {
    var reader = Reader(bytes: Array(line.utf8), form: .bundle)
    return try reader.only()
  }

  /// The one object that a row of a table is.
  package static func row(in bytes: [UInt8]) throws(Fault) -> [Member] {
    var reader = Reader(bytes: bytes, form: .row)
    return try reader.only()
  }

  private enum Form {
    case bundle, row

    /// A record has three levels, and no table nearly as many columns.
    var deepest: Int { self == .bundle ? 4 : 32 }
    var mostMembers: Int { self == .bundle ? 256 : 10_000 }
  }

  private struct Reader {
    private let bytes: [UInt8]
    private let form: Form
    private var place = 0

    init(bytes: [UInt8], form: Form) {
      self.bytes = bytes
      self.form = form
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// The object that is all there is.
    mutating func only() throws(Fault) -> [Member] {
      let members = try object(depth: 0)
      skipBlanks()
      guard place == bytes.count else { throw noJSON }
      return members
    }

    private var noJSON: Fault {
      Fault(
        what: Sentence(
          "that is no JSON, from byte \(place + 1) on",
          vi: "đây không phải JSON, từ byte \(place + 1)"))
    }

    /// A row may go over several lines, a line of a bundle is one.
    private mutating func skipBlanks() {
      while let next, next == 0x20 || next == 0x09 || form == .row && (next == 0x0A || next == 0x0D)
      {
        place += 1
      }
    }

    private mutating func take(_ character: Character) throws(Fault) {
      guard let next, next == character.asciiValue else { throw noJSON }
      place += 1
    }

    private mutating func takes(_ word: String) -> Bool {
      guard bytes[place...].starts(with: word.utf8) else { return false }
      place += word.utf8.count
      return true
    }

    private mutating func object(depth: Int) throws(Fault) -> [Member] {
      skipBlanks()
      try take("{")
      var members: [Member] = []
      var names: Set<String> = []
      skipBlanks()
      if takes("}") { return members }
      while true {
        skipBlanks()
        let name = try string()
        guard names.insert(name).inserted else {
          throw Fault(
            what: Sentence(
              "\(Registry.quoted(name)) is there twice", vi: "\(Registry.quoted(name)) bị trùng"))
        }
        guard members.count < form.mostMembers else {
          throw Fault(what: Sentence("there are too many fields", vi: "có quá nhiều mục"))
        }
        skipBlanks()
        try take(":")
        members.append(Member(name: name, node: try node(depth: depth)))
        skipBlanks()
        if takes("}") { return members }
        try take(",")
      }
    }

    private mutating func node(depth: Int) throws(Fault) -> Node {
      skipBlanks()
      switch next ?? 0 {
      case UInt8(ascii: "{"):
        guard depth + 1 < form.deepest else { throw noValue }
        return .object(try object(depth: depth + 1))
      case UInt8(ascii: "[") where form == .row:
        guard depth + 1 < form.deepest else { throw noValue }
        return .list(try list(depth: depth + 1))
      case UInt8(ascii: "t") where form == .row && takes("true"): return .flag(true)
      case UInt8(ascii: "f") where form == .row && takes("false"): return .flag(false)
      case UInt8(ascii: "\""): return .text(try string())
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
      case UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"): throw noValue
      default:
        guard takes("null") else { throw noJSON }
        return .null
      }
    }

    private mutating func list(depth: Int) throws(Fault) -> [Node] {
      try take("[")
      var nodes: [Node] = []
      skipBlanks()
      if takes("]") { return nodes }
      while true {
        nodes.append(try node(depth: depth))
        skipBlanks()
        if takes("]") { return nodes }
        try take(",")
      }
    }

    private var noValue: Fault {
      Fault(
        what: Sentence(
          "a value is a text, a number or null; here, from byte \(place + 1) on, it is not",
          vi: "giá trị phải là văn bản, số hoặc null; từ byte \(place + 1) thì không phải"))
    }

    private mutating func digits() throws(Fault) {
      let start = place
      while let next, (0x30...0x39).contains(next) { place += 1 }
      guard place > start else { throw noJSON }
    }

    private mutating func number() throws(Fault) -> Node {
      let start = place
      _ = takes("-")
      let first = place
      try digits()
      guard bytes[first] != 0x30 || place == first + 1 else { throw noJSON }
      var isWhole = true
      if takes(".") {
        isWhole = false
        try digits()
      }
      if takes("e") || takes("E") {
        isWhole = false
        if !takes("+") { _ = takes("-") }
        try digits()
      }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      if form == .row { return .number(text) }
      if isWhole, let number = Int64(text) { return .whole(number) }
      guard !isWhole, let number = Double(text), number.isFinite else {
        throw Fault(
          what: Sentence(
            "the number \(text.prefix(40)) is too large",
            vi: "số \(text.prefix(40)) quá lớn"))
      }
      return .real(number)
    }

    private mutating func string() throws(Fault) -> String {
      try take("\"")
      var text: [UInt8] = []
      while let byte = next {
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
        case UInt8(ascii: "\\"): text += try escaped()
        case 0..<0x20:
          place -= 1
          throw noJSON
        default: text.append(byte)
        }
      }
      throw noJSON
    }

    private mutating func escaped() throws(Fault) -> [UInt8] {
      let kind = next
      place += 1
      switch kind {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[place - 1]]
      case UInt8(ascii: "b"): return [0x08]
      case UInt8(ascii: "f"): return [0x0C]
      case UInt8(ascii: "n"): return [0x0A]
      case UInt8(ascii: "r"): return [0x0D]
      case UInt8(ascii: "t"): return [0x09]
      case UInt8(ascii: "u"): break
      default:
        place -= 1
        throw noJSON
      }
      var units = [try unit()]
      if UTF16.isLeadSurrogate(units[0]), takes("\\u") { units.append(try unit()) }
      guard let text = String(validating: units, as: UTF16.self) else {
        throw Fault(
          what: Sentence(
            "half a letter, before byte \(place + 1)", vi: "nửa ký tự, trước byte \(place + 1)"))
      }
      return Array(text.utf8)
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(Fault) -> UInt16 {
      guard place + 4 <= bytes.count else { throw noJSON }
      let digits = bytes[place..<place + 4]
      // `+12f` is a number to Swift.
      guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw noJSON }
      place += 4
      return unit
    }
  }
}
