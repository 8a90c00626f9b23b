@_spi(_Unicode) import Swift

/// Dates as people write them, in English and Vietnamese, with and without marks and tones.
///
/// A day stands before its month: `5/3/2021` is 5 March, as in Vietnamese documents; of a month in
/// letters the order does not matter. "before 1917" ends with 1916, "no later than 1917" with 1917.
enum DateWords {
  static func read(_ text: String) throws(PartialDate.Fault) -> PartialDate {
    do { return try PartialDate(written: text) } catch {
      // What has the shape of a date and is none is not looked at for another meaning.
      guard error == .shape else { throw error }
    }
    let words = folded(text)
    for phrase in phrases {
      guard let beginning = phrase.beginnings.first(where: words.hasPrefix) else { continue }
      let rest = String(words.dropFirst(beginning.count))
      guard let read = try phrase.read(rest) else { continue }
      return read
    }
    return try dated(words)
  }

  // MARK: Words around dates

  private struct Phrase {
    let beginnings: [String]
    /// - Returns: `nil` where the rest is not of this phrase.
    let read: @Sendable (String) throws(PartialDate.Fault) -> PartialDate?

    init(
      _ beginnings: [String],
      _ read: @escaping @Sendable (String) throws(PartialDate.Fault) -> PartialDate?
    ) {
      self.beginnings = beginnings.map { $0 + " " }
      self.read = read
    }
  }

  private static let phrases = [
    Phrase(["between", "from", "giua", "trong khoang", "tu"]) {
      (rest) throws(PartialDate.Fault) in
      for word in [" and ", " to ", " va ", " den ", " - ", " – "] {
        let halves = rest.split(separator: word)
        guard halves.count == 2 else { continue }
        return try PartialDate(
          from: try calendar(String(halves[0])), to: try calendar(String(halves[1])))
      }
      return nil
    },
    Phrase([
      "no earlier than", "not earlier than", "not before", "on or after", "khong som hon",
      "khong truoc", "som nhat",
    ]) { (rest) throws(PartialDate.Fault) in
      try PartialDate(from: try calendar(rest), to: nil)
    },
    Phrase([
      "no later than", "not later than", "not after", "on or before", "by", "khong muon hon",
      "khong sau", "muon nhat", "cham nhat",
    ]) { (rest) throws(PartialDate.Fault) in
      try PartialDate(from: nil, to: try calendar(rest))
    },
    Phrase(["before", "truoc"]) { (rest) throws(PartialDate.Fault) in
      try PartialDate(from: nil, to: try calendar(rest).before)
    },
    Phrase(["after", "sau"]) { (rest) throws(PartialDate.Fault) in
      try PartialDate(from: try calendar(rest).after, to: nil)
    },
    Phrase(["about", "around", "circa", "ca.", "ca", "c.", "approximately", "khoang"]) {
      (rest) throws(PartialDate.Fault) in PartialDate(try calendar(rest), .approximate)
    },
  ]

  /// Lower case, without marks and tones, one blank between words.
  private static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased()._nfd where !(0x0300...0x036F).contains(scalar.value) {
      folded.append(scalar == "đ" ? "d" : scalar)
    }
    return String(folded).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Dates

  /// A date, perhaps with a mark of doubt.
  private static func dated(_ words: String) throws(PartialDate.Fault) -> PartialDate {
    let qualifier = words.last.flatMap { PartialDate.Qualifier(rawValue: String($0)) }
    return PartialDate(
      try calendar(String(words.dropLast(qualifier == nil ? 0 : 1))), qualifier)
  }

  private static func calendar(_ words: String) throws(PartialDate.Fault) -> CalendarDate {
    let parts = words.split { $0 == " " || $0 == "," }.map(String.init)
    if parts.contains("thang") || ["ngay", "nam"].contains(parts.first) {
      return try vietnamese(parts)
    }
    if parts.count == 1 { return try numeric(parts[0]) }
    return try english(parts)
  }

  /// `29/02/2024`, `5.3.2021`, `5-3-2021`, `3/2021`, `2021/03/05`, `2021`.
  private static func numeric(_ text: String) throws(PartialDate.Fault) -> CalendarDate {
    let mark = text.first { "/.-".contains($0) }
    let parts =
      mark.map { text.split(separator: $0, omittingEmptySubsequences: false).map(String.init) }
      ?? [text]
    let numbers = parts.compactMap(CalendarDate.number)
    guard numbers.count == parts.count, (1...3).contains(parts.count) else { throw .shape }
    let years = parts.indices.filter { parts[$0].utf8.count == 4 }
    guard let year = years.first, years.count == 1,
      parts.enumerated().allSatisfy({ $0 == year || (1...2).contains($1.utf8.count) })
    else { throw .shape }
    if year == 0 {
      return try CalendarDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    }
    guard year == parts.count - 1 else { throw .shape }
    return try CalendarDate(
      year: numbers[year], month: numbers[year - 1], day: year > 1 ? numbers[0] : nil)
  }

  /// `ngày 5 tháng 3 năm 2021`, `tháng 3/2021`, `năm 2021`, `ngày 5/3/2021`.
  private static func vietnamese(_ parts: [String]) throws(PartialDate.Fault) -> CalendarDate {
    let told = parts.filter { !["ngay", "thang", "nam"].contains($0) }
    guard let last = told.last else { throw .shape }
    if told.count == 1 { return try numeric(last) }
    // The month and the year may stand in one: tháng 3/2021.
    let all = told.dropLast() + last.split(separator: "/").map(String.init)
    guard parts.contains("thang"), all.count <= 3 else { throw .shape }
    return try numeric(all.joined(separator: "/"))
  }

  /// `5 March 2021`, `March 5, 2021`, `Mar 2021`, `5th of March 2021`.
  private static func english(_ parts: [String]) throws(PartialDate.Fault) -> CalendarDate {
    var month: Int?
    var numbers: [String] = []
    for part in parts where part != "of" {
      if let found = Self.month(called: part) {
        guard month == nil else { throw .shape }
        month = found
      } else {
        numbers.append(part)
      }
    }
    guard let month, (1...2).contains(numbers.count), let last = numbers.last,
      last.utf8.count == 4, let year = CalendarDate.number(last)
    else { throw .shape }
    guard numbers.count == 2 else { return try CalendarDate(year: year, month: month) }
    let digits = numbers[0].prefix { $0.isNumber }
    guard let day = CalendarDate.number(digits), !digits.isEmpty,
      ["", "st", "nd", "rd", "th"].contains(numbers[0].dropFirst(digits.count))
    else { throw .shape }
    return try CalendarDate(year: year, month: month, day: day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func month(called word: String) -> Int? {
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard word.count >= 3 else { return nil }
    let isShort = word.count == 3 || word == "sept"
    return months.firstIndex { $0 == word || isShort && $0.hasPrefix(word) }.map { $0 + 1 }
  }
}
