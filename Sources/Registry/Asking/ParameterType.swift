import SQLite

/// What a parameter of a question takes.
package enum ParameterType: Hashable, Sendable {
  case text
  case int
  case real
  /// A year, a month, a day or bounds: for what is compared with dates as they are stored.
  case date
  /// One day: for what is compared with days, where a year would come before each of its days.
  case day
  /// A record of this kind, by its key or a name that fits only it.
  case record(RecordKind)

  /// Every one, as they are listed to people.
  package static let all: [ParameterType] =
    [.text, .int, .real, .date, .day] + RecordKind.all.map { .record($0) }

  /// The type that is called so; `nil` where none is.
  package init?(name: String) {
    guard let type = Self.all.first(where: { $0.name == name }) else { return nil }
    self = type
  }

  /// As it is written and stored.
  package var name: String {
    switch self {
    case .text: "text"
    case .int: "int"
    case .real: "real"
    case .date: "date"
    case .day: "day"
    case .record(let kind): kind.name
    }
  }

  /// What somebody gave, as a statement is given it: of a record its key.
  ///
  /// - Parameter parameter: the name of the parameter, for refusals.
  func value(
    of given: String, for parameter: String, in registry: Registry
  ) throws(RegistryError) -> Value {
    let name = Sentence(same: parameter)
    switch self {
    case .text: return .text(TextEntry.normalized(given))
    case .int:
      guard let number = Int64(given) else {
        throw registry.invalid(name, given, Sentence("a whole number", vi: "số nguyên"))
      }
      return .integer(number)
    case .real:
      guard let number = Double(given), number.isFinite else {
        throw registry.invalid(name, given, Sentence("a number", vi: "số"))
      }
      return .real(number)
    case .date: return .text(try registry.enteredDate(given, as: name).description)
    case .day: return .text(try Registry.day(given, as: name))
    case .record(let kind):
      return .text(try Lookup(registry: registry).key(of: kind, named: given))
    }
  }
}
