/// Texts as they enter: normalised, or refused with the name of the fact.
extension Registry {
  /// A line or a note, cleaned.
  package func entered(
    _ text: String, as name: Sentence, isNote: Bool = false
  ) throws(RegistryError) -> String {
    do {
      return isNote ? try TextEntry.note(text) : try TextEntry.line(text)
    } catch {
      throw RegistryError(.invalidValue, Self.sentence(for: error, in: name))
    }
  }

  /// SQL and the like, whose blanks and lines mean something.
  func enteredScript(_ text: String, as name: Sentence) throws(RegistryError) -> String {
    do { return try TextEntry.script(text) } catch {
      throw RegistryError(.invalidValue, Self.sentence(for: error, in: name))
    }
  }

  func enteredDate(_ text: String, as name: Sentence) throws(RegistryError) -> PartialDate {
    try Self.enteredDate(text, as: name)
  }

  /// Says what a date was taken for, where it was typed otherwise than it is stored.
  ///
  /// Of a long table the first will do.
  func echo(_ stored: String, for typed: String, as name: Sentence) {
    guard stored != typed, echoes.count < 100 else { return }
    let date = PageDate.words(stored)
    let words = Sentence(
      "\(name.english): \(date.english).", vi: "\(name.vietnamese): \(date.vietnamese).")
    if !echoes.contains(words) { echoes.append(words) }
  }

  /// The same without a registry.
  package static func enteredDate(
    _ text: String, as name: Sentence
  ) throws(RegistryError) -> PartialDate {
    do {
      return try PartialDate(text)
    } catch {
      throw RegistryError(
        .invalidValue,
        sentence(for: error, in: name, given: text),
        hint: Sentence(
          "Write 2024, 2024-02 or 2024-02-29, or 29/02/2024; a final ? says that it is unsure; \"before 1917\", \"after June 1858\" and \"about 1730\" say bounds.",
          vi:
            "Hãy viết 29/02/2024, 02/2024, 2024 hoặc 2024-02-29; thêm ? nếu chưa chắc chắn; chỉ biết giới hạn thì viết \"trước 1917\", \"sau 6/1858\", \"khoảng 1730\"."
        ))
    }
  }

  package func invalid(_ name: Sentence, _ text: String, _ wanted: Sentence) -> RegistryError {
    let given = Self.quoted(text)
    return RegistryError(
      .invalidValue,
      Sentence(
        "\(name.english): \(given) is not \(wanted.english).",
        vi: "\(name.vietnamese): \(given) không phải là \(wanted.vietnamese)."))
  }

  /// What somebody typed, in quotes, cut where it is long, safe to print.
  package static func quoted(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(60) {
      if TextEntry.isHidden(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return "\"\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")\""
  }

  private static func sentence(for fault: TextEntry.Fault, in name: Sentence) -> Sentence {
    switch fault {
    case .empty:
      Sentence("\(name.english) is empty.", vi: "\(name.vietnamese) bị để trống.")
    case .tooLong(let limit, let length):
      Sentence(
        "\(name.english) is too long: \(length), where \(limit) characters are the most.",
        vi: "\(name.vietnamese) quá dài: \(length), tối đa \(limit) ký tự.")
    case .control(let code) where code < 0xA0:
      Sentence(
        "\(name.english) holds the control character U+\(hexadecimal(code)).",
        vi: "\(name.vietnamese) có ký tự điều khiển U+\(hexadecimal(code)).")
    case .control(let code):
      Sentence(
        "\(name.english) holds U+\(hexadecimal(code)), which nobody would see.",
        vi: "\(name.vietnamese) có ký tự U+\(hexadecimal(code)) không nhìn thấy được.")
    case .damaged:
      Sentence(
        "\(name.english) holds U+FFFD: it was damaged on its way here.",
        vi: "\(name.vietnamese) có ký tự U+FFFD: văn bản đã bị hỏng trước khi tới đây.")
    }
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func sentence(
    for fault: PartialDate.Fault, in name: Sentence, given text: String
  ) -> Sentence {
    let given = quoted(text)
    return switch fault {
    case .shape:
      Sentence(
        "\(name.english): \(given) is not a date.",
        vi: "\(name.vietnamese): \(given) không phải là ngày tháng.")
    case .noMonth(let month):
      Sentence(
        "\(name.english): \(given) is not a date: there is no month \(month).",
        vi: "\(name.vietnamese): \(given) không phải là ngày tháng: không có tháng \(month).")
    case .noDay(let day, let month, let year):
      Sentence(
        "\(name.english): \(given) is not a date: month \(month) of \(year) has no day \(day).",
        vi: """
          \(name.vietnamese): \(given) không phải là ngày tháng: tháng \(month) năm \(year) \
          không có ngày \(day).
          """)
    case .backwards:
      Sentence(
        "\(name.english): \(given) is not a date: its second bound lies before the first.",
        vi: """
          \(name.vietnamese): \(given) không phải là ngày tháng: mốc sau đứng trước mốc đầu.
          """)
    case .noYear(let year):
      Sentence(
        "\(name.english): \(given) is not a date: there is no year \(year) here.",
        vi: "\(name.vietnamese): \(given) không phải là ngày tháng: không có năm \(year).")
    }
  }
}

extension Registry {
  /// A whole day as somebody typed it, as `YYYY-MM-DD`.
  package func day(_ text: String) throws(RegistryError) -> String { try Self.day(text) }

  /// The same without a registry.
  ///
  /// - Parameter name: what the day is asked for as.
  package static func day(
    _ text: String, as name: Sentence = Sentence("day", vi: "ngày")
  ) throws(RegistryError) -> String {
    var refusal: RegistryError
    do {
      let date = try enteredDate(text, as: name)
      if let day = date.wholeDay { return day }
      refusal = notOneDay(date, text, as: name)
    } catch {
      refusal = error
    }
    refusal.hint = Sentence(
      "Write a whole day: 2024-02-29 or 29/02/2024.",
      vi: "Hãy ghi đủ ngày, tháng, năm: 29/02/2024 hoặc 2024-02-29.")
    throw refusal
  }

  private static func notOneDay(
    _ date: PartialDate, _ text: String, as name: Sentence
  ) -> RegistryError {
    let what =
      switch date.date {
      case nil: Sentence("only says between which days", vi: "chỉ nêu khoảng ngày")
      case let date? where date.month == nil: Sentence("is a year", vi: "là cả một năm")
      case let date? where date.day == nil: Sentence("is a month", vi: "là cả một tháng")
      default: Sentence("is unsure", vi: "chưa chắc chắn")
      }
    return RegistryError(
      .invalidValue,
      Sentence(
        "\(name.english): \(quoted(text)) \(what.english), not a whole day.",
        vi: "\(name.vietnamese): \(quoted(text)) \(what.vietnamese), không phải một ngày đầy đủ."))
  }
}
