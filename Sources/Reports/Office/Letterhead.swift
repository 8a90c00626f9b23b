package import Registry

/// Who a page is from, as an office keeps it in a small text file: a name, a colon and words on each
/// line, `#` before a remark.
///
///     superior: BỘ NGOẠI GIAO
///     issuer: VỤ TỔ CHỨC CÁN BỘ
///     symbol: TCCB
///     place: Hà Nội
///     to: Lãnh đạo Bộ
///     sign-as: KT. VỤ TRƯỞNG
///     office: PHÓ VỤ TRƯỞNG
///     signer: Nguyễn Văn A
///     recipient: Như trên
///     recipient: Lưu: VT, TCCB
///
/// What is not said is `nil`, or empty, and a blank on the page.
package struct Letterhead: Sendable, Equatable {
  package var superior: String?
  package var issuer: String?
  /// What stands behind the kind of the document in its number: `TCCB` of `Số: 05/BC-TCCB`.
  package var symbol: String?
  package var place: String?
  /// To whom a report goes.
  package var addressees: [String] = []
  /// In what capacity it is signed: `KT. BỘ TRƯỞNG`.
  package var signAs: String?
  /// The office of the signer: `THỨ TRƯỞNG`.
  package var office: String?
  package var signer: String?
  package var recipients: [String] = []
  /// The number of the document, or all of it: `5`, `05/BC-TCCB`.
  package var number: String?
  /// A whole day, `YYYY-MM-DD`.
  package var date: String?

  package init() {}

  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: its name, for what is told of it.
  /// - Throws: where a line is none, names something that no letterhead has, or names it twice.
  package init(reading text: String, from file: String) throws(RegistryError) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (place, line) in lines.enumerated() {
      let line = Self.trimmed(place == 0 && line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line)
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      guard let colon = line.firstIndex(of: ":") else {
        throw Self.refusal(
          file, place,
          Sentence("has no colon behind its name.", vi: "thiếu dấu hai chấm sau tên mục."))
      }
      let name = Self.trimmed(line[..<colon]).lowercased()
      let words = Self.trimmed(line[line.index(after: colon)...])
      // A name without words is a blank.
      guard !words.isEmpty else { continue }
      try take(name, words, file, place)
    }
  }

  private static let single:
    [(name: String, part: any WritableKeyPath<Letterhead, String?> & Sendable)] =
      [
        ("superior", \.superior), ("issuer", \.issuer), ("symbol", \.symbol), ("place", \.place),
        ("sign-as", \.signAs), ("office", \.office), ("signer", \.signer),
      ]
  private static let several:
    [(name: String, part: any WritableKeyPath<Letterhead, [String]> & Sendable)] = [
      ("to", \.addressees), ("recipient", \.recipients),
    ]

  /// What it says something of, by the names that a file has for it.
  package var said: [String] {
    Self.single.filter { self[keyPath: $0.part] != nil }.map(\.name)
      + Self.several.filter { !self[keyPath: $0.part].isEmpty }.map(\.name)
  }

  /// What a file can name.
  package static var names: [String] { single.map(\.name) + several.map(\.name) }

  private mutating func take(
    _ name: String, _ words: String, _ file: String, _ place: Int
  ) throws(RegistryError) {
    if let part = Self.several.first(where: { $0.name == name })?.part {
      self[keyPath: part].append(words)
      return
    }
    guard let part = Self.single.first(where: { $0.name == name })?.part else {
      throw Self.refusal(
        file, place,
        Sentence(
          "names \(Registry.quoted(name)), which no letterhead has.",
          vi: "có mục \(Registry.quoted(name)), phần đầu văn bản không có mục này."),
        list: Nearest.matches(to: name, among: Self.names) + Self.names)
    }
    guard self[keyPath: part] == nil else {
      throw Self.refusal(
        file, place,
        Sentence(
          "names \(name) a second time.", vi: "ghi mục \(name) lần thứ hai."))
    }
    self[keyPath: part] = words
  }

  private static func refusal(
    _ file: String, _ place: Int, _ words: Sentence, list: [String] = []
  ) -> RegistryError {
    var seen: Set<String> = []
    return RegistryError(
      .invalidValue,
      Sentence(
        "\(file), line \(place + 1), \(words.english)",
        vi: "\(file), dòng \(place + 1), \(words.vietnamese)"),
      list: list.filter { seen.insert($0).inserted }.map { Sentence(same: $0) })
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let kept = text.drop { $0.isWhitespace }
    return String(kept.reversed().drop { $0.isWhitespace }.reversed())
  }
}
