/// What a value of a question is, as far as `schema_comment` and the statement tell.
struct Meaning: Equatable {
  enum Kind: Equatable {
    /// A year, a month, a day, or bounds.
    case date
    /// `YYYY-MM-DD`.
    case day
    case key(of: String)
    /// Of the list in `code_label`.
    case code(of: String)
    case number
    case flag
    case name
    /// Text that was made: cut, joined or formatted.
    case madeText
    case other

    init(_ text: some StringProtocol) {
      switch text {
      case "date": self = .date
      case "day": self = .day
      case "number": self = .number
      case "flag": self = .flag
      case "name", "sort key", "search key": self = .name
      case _ where text.hasPrefix("key of "): self = .key(of: String(text.dropFirst(7)))
      case _ where text.hasPrefix("code of "): self = .code(of: String(text.dropFirst(8)))
      default: self = .other
      }
    }
  }

  /// What SQLite makes of the other side of a comparison.
  enum Affinity: Character {
    case text = "T"
    case number = "N"
    case none = "-"
  }

  let kind: Kind
  let affinity: Affinity
  /// Where it comes from; empty where it was made.
  let column: String
  let object: String
  /// Whether it can be a text of the statement as well, as in `coalesce(ended, 'present')`.
  var isMixed = false

  init(_ kind: Kind, affinity: Affinity = .none, column: String = "", object: String = "") {
    self.kind = kind
    self.affinity = affinity
    self.column = column
    self.object = object
  }

  var isTime: Bool { kind == .date || kind == .day }
  var isNumeric: Bool { kind == .number || kind == .flag }

  /// The same without what only a column has.
  var computed: Meaning {
    var meaning = Meaning(kind, column: column, object: object)
    meaning.isMixed = isMixed
    return meaning
  }
}
