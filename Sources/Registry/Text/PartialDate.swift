/// A date as a source gives it: a year, a month or a day, and how sure the source is; or bounds.
///
/// The written form is the Extended Date/Time Format (ISO 8601-2): level 0, `2024`, `2024-02`,
/// `2024-02-29`, with the final `?` (uncertain), `~` (approximate) or `%` (both) of level 1; and for
/// bounds the sets of level 2, `[..1917]` no later than, `[1858-06-01..]` no earlier than,
/// `[1917..1920]` in between.
package struct PartialDate: Hashable, Sendable {
  package enum Qualifier: String, Sendable {
    case uncertain = "?"
    case approximate = "~"
    case both = "%"

    fileprivate init?(byte: UInt8) {
      // What most dates end with is told apart without making a text of it.
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return nil }
      self.init(rawValue: String(Unicode.Scalar(byte)))
    }
  }

  /// Why a text is no date.
  package enum Fault: Error, Equatable, Sendable {
    case shape
    case noMonth(Int)
    case noDay(Int, month: Int, year: Int)
    case noYear(Int)
    /// Of two bounds the second lies before the first.
    case backwards
  }

  private enum Extent: Hashable {
    case date(CalendarDate)
    case bounds(from: CalendarDate?, to: CalendarDate?)
  }

  private let extent: Extent
  package let qualifier: Qualifier?

  package init(_ date: CalendarDate, _ qualifier: Qualifier? = nil) {
    extent = .date(date)
    self.qualifier = qualifier
  }

  /// - Throws: where there is no such day.
  package init(
    year: Int, month: Int? = nil, day: Int? = nil, qualifier: Qualifier? = nil
  ) throws(Fault) {
    self.init(try CalendarDate(year: year, month: month, day: day), qualifier)
  }

  /// Bounds, each included; one may be open.
  ///
  /// - Throws: where both are open, or where the second lies before the first.
  package init(from: CalendarDate?, to: CalendarDate?) throws(Fault) {
    if from == nil, to == nil { throw .shape }
    if let from, let to, from.earliest > to.latest { throw .backwards }
    extent = .bounds(from: from, to: to)
    qualifier = nil
  }

  /// Reads the written form, and nothing else.
  package init(written text: some StringProtocol) throws(Fault) {
    var text = String(text)
    let read = text.withUTF8 { bytes in
      Result { () throws(Fault) in try PartialDate(written: UnsafeRawBufferPointer(bytes)) }
    }
    self = try read.get()
  }

  /// Reads the written form, as UTF-8, and nothing else: no memory is taken for it.
  package init(written text: UnsafeRawBufferPointer) throws(Fault) {
    guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]"), text.count > 1 else {
      let qualifier = text.last.flatMap { Qualifier(byte: $0) }
      self.init(
        try CalendarDate(written: text.dropLast(qualifier == nil ? 0 : 1)), qualifier)
      return
    }
    let dot = UInt8(ascii: ".")
    guard let place = text.firstIndex(of: dot), text[place + 1] == dot else { throw .shape }
    let (first, second) = (text[1..<place], text[(place + 2)..<(text.count - 1)])
    try self.init(
      from: first.isEmpty ? nil : try CalendarDate(written: first),
      to: second.isEmpty ? nil : try CalendarDate(written: second))
  }

  /// Reads the written form, and what people write: see ``DateWords``.
  package init(_ text: String) throws(Fault) { self = try DateWords.read(text) }

  /// The stored form.
  package var description: String {
    switch extent {
    case .date(let date): date.description + (qualifier?.rawValue ?? "")
    case .bounds(let from, let to): "[\(from?.description ?? "")..\(to?.description ?? "")]"
    }
  }

  /// The year, the month or the day; `nil` where only bounds are known.
  package var date: CalendarDate? {
    if case .date(let date) = extent { date } else { nil }
  }

  /// The bounds; `nil` where a year, a month or a day is known.
  package var bounds: (from: CalendarDate?, to: CalendarDate?)? {
    if case .bounds(let from, let to) = extent { (from, to) } else { nil }
  }

  /// The day, as `YYYY-MM-DD`; `nil` where it is not known to the day, or not surely.
  package var wholeDay: String? {
    guard let date, date.day != nil, qualifier == nil else { return nil }
    return date.description
  }

  /// The first day that this can mean; `nil` where that is open.
  package var earliestDay: CalendarDay? {
    switch extent {
    case .date(let date): date.earliest
    case .bounds(let from, _): from?.earliest
    }
  }

  /// The last day that this can mean; `nil` where that is open.
  package var latestDay: CalendarDay? {
    switch extent {
    case .date(let date): date.latest
    case .bounds(_, let to): to?.latest
    }
  }

  /// ``earliestDay`` as `YYYY-MM-DD`.
  package var earliest: String? { earliestDay?.description }

  /// ``latestDay`` as `YYYY-MM-DD`.
  package var latest: String? { latestDay?.description }
}
