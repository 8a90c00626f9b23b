import Registry
import Reports

/// A date as a source gives it: a year, a month, a day, or bounds; and how sure the source is.
///
/// Nothing is made more precise than it was said: `2024-02` stays a month, with ``earliest``
/// 2024-02-01 and ``latest`` 2024-02-29. The written form is that of the Extended Date/Time Format
/// (ISO 8601-2): `2024`, `2024-02` or `2024-02-29`, with a final `?` where the source is unsure, `~`
/// where it says "about", `%` for both; or bounds, `[..1917]` no later, `[1858-06-01..]` no earlier,
/// `[1917..1920]` between.
///
/// ```swift
/// let date = try PartialDate("02/2024")
/// date.description      // "2024-02"
/// date.precision        // .month
/// date.latest           // 2024-02-29
/// date.text.vietnamese  // "02/2024"
/// ```
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// How much of a date is known.
  public enum Precision: Sendable {
    /// The year alone.
    case year
    /// The month of a year.
    case month
    /// The day.
    case day
    /// Only that it lies before, after or between others.
    case bounds
  }

  /// How unsure a source is.
  public enum Doubt: String, Sendable {
    /// The source doubts it.
    case uncertain = "?"
    /// About then.
    case approximate = "~"
    /// Both.
    case both = "%"
  }

  /// The written form, as the registry stores it: `2024-02?`.
  public let description: String
  /// How much of it is known.
  public let precision: Precision
  /// How unsure the source is; `nil` where it is sure.
  public let doubt: Doubt?
  /// The first day that it can mean; `nil` where a bound is open.
  public let earliest: Day?
  /// The last day that it can mean; `nil` where a bound is open.
  public let latest: Day?

  /// Reads a date as it is written or typed.
  ///
  /// - Parameter text: `2024`, `2024-02`, `2024-02-29`; `02/2024`, `29/02/2024` or `5/3/2021`, the
  ///   day before the month as in Vietnamese documents; `5 March 2021`, "ngày 5 tháng 3 năm 2021";
  ///   each with a final `?`, `~` or `%`; bounds as a registry stores them, or in words: "before
  ///   1917", "no earlier than June 1858", "about 1730", "trước 1917", "sau 6/1858", "khoảng 1730".
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where it is no date, or no day of the
  ///   calendar.
  public init(_ text: String) throws(RegistryError) {
    try self.init(entered: text)
  }

  /// Makes a date of its numbers.
  ///
  /// - Parameters:
  ///   - year: from 1 to 9998.
  ///   - month: from 1 to 12; `nil` where it is not known.
  ///   - day: from 1 to the last of the month; `nil` where it is not known.
  ///   - doubt: how unsure the source is.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where there is no such day.
  public init(
    year: Int, month: Int? = nil, day: Int? = nil, doubt: Doubt? = nil
  ) throws(RegistryError) {
    let qualifier = doubt.flatMap { CoreDate.Qualifier(rawValue: $0.rawValue) }
    let date: CoreDate
    do {
      date = try CoreDate(year: year, month: month, day: day, qualifier: qualifier)
    } catch {
      let words = ([year, month, day] as [Int?]).map { $0.map(String.init) ?? "-" }
      throw Self.refused(words.joined(separator: " "))
    }
    self.init(date)
  }

  /// A date that is known to the day.
  public init(_ day: Day) {
    self.init(
      description: day.description, precision: .day, doubt: nil, earliest: day, latest: day)
  }

  private init(
    description: String, precision: Precision, doubt: Doubt?, earliest: Day?, latest: Day?
  ) {
    self.description = description
    self.precision = precision
    self.doubt = doubt
    self.earliest = earliest
    self.latest = latest
  }

  /// How pages print it.
  ///
  /// In English as it is written, in Vietnamese with the day before the month: `29/02/2024`. Bounds
  /// are put into words: "no later than 1917", "không muộn hơn 1917".
  public var text: LocalizedText {
    LocalizedText(PageDate.english(description), vietnamese: PageDate.vietnamese(description))
  }
}

extension PartialDate {
  /// A date of a registry.
  ///
  /// - Throws: where it is none, which only a damaged or forged file can hold.
  init(stored text: String) throws(CoreError) {
    do { try self.init(entered: text) } catch {
      throw CoreError(
        .unfitFile,
        Sentence(
          "The registry holds \(CoreRegistry.quoted(text)) where a date should be.",
          vi: "Sổ có \(CoreRegistry.quoted(text)) ở chỗ phải là ngày tháng."))
    }
  }

  private init(entered text: String) throws(RegistryError) {
    self.init(
      try told { () throws(CoreError) in try CoreRegistry.enteredDate(text, as: Self.name) })
  }

  private init(_ date: CoreDate) {
    let precision: Precision =
      date.date.map { $0.day != nil ? .day : $0.month != nil ? .month : .year } ?? .bounds
    self.init(
      description: date.description, precision: precision,
      doubt: date.qualifier.flatMap { Doubt(rawValue: $0.rawValue) },
      earliest: date.earliest.map { Day(whole: $0) }, latest: date.latest.map { Day(whole: $0) })
  }

  private static let name = Sentence("date", vi: "ngày tháng")

  private static func refused(_ given: String) -> RegistryError {
    RegistryError(
      CoreError(
        .invalidValue,
        Sentence(
          "\(CoreRegistry.quoted(given)) is not a date.",
          vi: "\(CoreRegistry.quoted(given)) không phải là ngày tháng.")))
  }
}
