/// Stored dates as pages print them; what is no date stays as it is.
package enum PageDate {
  package static func words(_ text: String, in language: Language) -> String {
    language == .vietnamese ? vietnamese(text) : english(text)
  }

  /// A date as it was understood, typed or stored.
  package static func words(_ text: String) -> Sentence {
    let stored = (try? PartialDate(text))?.description ?? text
    return Sentence(english(stored), vi: vietnamese(stored))
  }

  /// As it is stored, `2025-02-20`; bounds and "about" in words: "no earlier than June 1858".
  package static func english(_ text: String) -> String {
    if let (about, doubt) = about(text) { return "about \(inEnglish(about))\(doubt)" }
    guard let (from, to) = bounds(text) else { return text }
    switch (from.map(inEnglish), to.map(inEnglish)) {
    case (let from?, let to?): return "between \(from) and \(to)"
    case (let from?, nil): return "no earlier than \(from)"
    case (nil, let to?): return "no later than \(to)"
    case (nil, nil): return text
    }
  }

  /// `2025-02-20` as `20/02/2025`, `2025-02` as `02/2025`; bounds and "about" in words: "không sớm
  /// hơn 6/1858".
  package static func vietnamese(_ text: String) -> String {
    if let (about, doubt) = about(text) { return "khoảng \(inVietnamese(about))\(doubt)" }
    if let (from, to) = bounds(text) {
      switch (from.map(inVietnamese), to.map(inVietnamese)) {
      case (let from?, let to?): return "trong khoảng \(from) – \(to)"
      case (let from?, nil): return "không sớm hơn \(from)"
      case (nil, let to?): return "không muộn hơn \(to)"
      case (nil, nil): return text
      }
    }
    let qualifier = text.last == "?" ? "?" : ""
    guard let parts = parts(of: text.dropLast(qualifier.count)) else { return text }
    return parts.reversed().joined(separator: "/") + qualifier
  }

  /// `1730~` in its parts, `1730%` also with a mark of doubt; `nil` where the text says nothing of
  /// the sort.
  private static func about(_ text: String) -> (date: [String], doubt: String)? {
    guard let mark = text.last, "~%".contains(mark), let parts = parts(of: text.dropLast()) else {
      return nil
    }
    return (parts, mark == "%" ? "?" : "")
  }

  /// `[..1917]` in its parts, an open one `nil`; `nil` where the text is not bounds.
  private static func bounds(_ text: String) -> (from: [String]?, to: [String]?)? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let halves = text.dropFirst().dropLast().split(
      separator: "..", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let (from, to) = (parts(of: halves[0]), parts(of: halves[1]))
    guard halves[0].isEmpty || from != nil, halves[1].isEmpty || to != nil else { return nil }
    return (from, to)
  }

  /// The year, the month and the day, as far as they are there.
  private static func parts(of date: Substring) -> [String]? {
    let parts = date.split(separator: "-").map(String.init)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return parts
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `June 1858`, `1 June 1858`.
  private static func inEnglish(_ parts: [String]) -> String {
    guard parts.count > 1, let month = Int(parts[1]), months.indices.contains(month - 1) else {
      return parts[0]
    }
    let day = parts.count > 2 ? Int(parts[2]).map { "\($0) " } ?? "" : ""
    return "\(day)\(months[month - 1]) \(parts[0])"
  }

  /// `6/1858`, `01/6/1858`: a zero stands before days under 10 and the months 1 and 2 (Decree
  /// 30/2020/NĐ-CP, annex I).
  private static func inVietnamese(_ parts: [String]) -> String {
    guard parts.count > 1, let month = Int(parts[1]) else { return parts[0] }
    let day = parts.count > 2 ? parts[2] + "/" : ""
    return "\(day)\(month < 3 ? parts[1] : "\(month)")/\(parts[0])"
  }
}

extension PartialDate {
  /// The first and the last day that a stored date can mean, whatever words stand around it; `nil`
  /// where there is none, or more than one.
  package static func days(in text: String) -> (first: String?, last: String?)? {
    let dates = text.split(separator: " ").compactMap { try? PartialDate(written: $0) }
    return dates.count == 1 ? (dates[0].earliest, dates[0].latest) : nil
  }
}
