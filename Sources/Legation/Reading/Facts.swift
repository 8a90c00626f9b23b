import Registry

/// Facts of a record, by the columns of its kind.
///
/// ```swift
/// let facts: Facts = [
///   "kind": "embassy", "receiver": "fr", "seat": "Paris",
///   "opened": .date(try PartialDate("1973-10")), "note": nil,
/// ]
/// ```
///
/// `nil` empties a column; what is not named stays as it is.
public struct Facts: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One fact: a text, as somebody would type it.
  public struct Fact: Hashable, Sendable {
    /// The text; `nil` empties the column.
    public let text: String?

    /// A text, a code, or another record by its key or a name that fits only it.
    public static func text(_ text: String) -> Fact { Fact(text: text) }
    /// A date.
    public static func date(_ date: PartialDate) -> Fact { Fact(text: date.description) }
    /// A day.
    public static func day(_ day: Day) -> Fact { Fact(text: day.description) }
    /// A whole number.
    public static func number(_ number: Int) -> Fact { Fact(text: "\(number)") }
    /// A flag.
    public static func flag(_ flag: Bool) -> Fact { Fact(text: flag ? "1" : "0") }
  }

  private var given: [(column: String, fact: Fact)] = []

  /// The facts of a literal: `["seat": "Paris"]`.
  public init(dictionaryLiteral elements: (String, Fact)...) {
    for (column, fact) in elements { self[column] = fact }
  }

  /// The columns that are named, in the order in which they were.
  public var columns: [String] { given.map(\.column) }

  /// The fact for a column; `nil` where it is not named.
  public subscript(column: String) -> Fact? {
    get { given.first { $0.column == column }?.fact }
    set {
      given.removeAll { $0.column == column }
      if let newValue { given.append((column, newValue)) }
    }
  }

  var inside: CoreFacts {
    var facts = CoreFacts()
    for (column, fact) in given {
      if let text = fact.text { facts.set(column, text) } else { facts.clear(column) }
    }
    return facts
  }

  /// Whether both say the same, in whatever order.
  public static func == (left: Facts, right: Facts) -> Bool { left.byColumn == right.byColumn }

  /// By what it says.
  public func hash(into hasher: inout Hasher) { hasher.combine(byColumn) }

  private var byColumn: [String: Fact] {
    Dictionary(given.map { ($0.column, $0.fact) }) { $1 }
  }
}

extension Facts.Fact: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self.init(text: value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(value) }
  /// A flag.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// Empties the column.
  public init(nilLiteral: ()) { self.init(text: nil) }
}
