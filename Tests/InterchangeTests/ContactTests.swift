import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// vCard 4.0, as RFC 6350 has it.
@Suite struct ContactTests {
  private func cards(
    _ office: Office, _ language: Language = .english
  ) throws -> (text: String, written: ContactExport.Written) {
    var written: ContactExport.Written?
    let text = try office.written { sink in
      written = try ContactExport(office.registry, in: language, to: sink).run()
    }
    return (text, try #require(written))
  }

  private func card(of person: String, in text: String) throws -> [String] {
    let cards = text.replacing("\r\n ", with: "").components(separatedBy: "BEGIN:VCARD\r\n")
    return try #require(cards.first { $0.contains("FN:\(person)\r\n") })
      .components(separatedBy: "\r\n")
  }

  @Test(arguments: [
    (Language.english, "In office since 2025-02-20"), (.vietnamese, "Tại nhiệm từ 2025-02-20"),
  ])
  func `a card has its lines in their order`(language: Language, since: String) throws {
    let office = try Office()
    try office.edit(
      .person, "do-minh-hung",
      ["family_name": "Đỗ", "middle_name": "Minh", "given_name": "Hùng", "born": "1966-05-03"])
    let (text, _) = try cards(office, language)
    try ContentLineRules.hold(text)
    let card = try card(of: "Đỗ Minh Hùng", in: text)
    #expect(
      card.map { String($0.prefix { $0 != ":" && $0 != ";" }) } == [
        "VERSION", "KIND", "UID", "FN", "N", "ORG", "TITLE", "BDAY", "NOTE", "REV", "END", "",
      ])
    #expect(card[0] == "VERSION:4.0")
    #expect(card[2] == "UID;VALUE=text:posting/gb-london-do-minh-hung@legation")
    // Family; given; additional; prefixes; suffixes.
    #expect(card[4] == "N:Đỗ;Hùng;Minh;;")
    #expect(card[7] == "BDAY:19660503")
    #expect(card[8] == "NOTE:\(since)")
  }

  @Test(arguments: [("1966-05", "BDAY:1966-05"), ("1966", "BDAY:1966")])
  func `a part of a date of birth stays one`(born: String, line: String) throws {
    let office = try Office()
    try office.edit(.person, "do-minh-hung", ["born": born])
    #expect(try card(of: "Đỗ Minh Hùng", in: cards(office).text).contains(line))
  }

  @Test(arguments: ["1966?", "1966~", "[1965..1966]"])
  func `a date of birth that is a guess is counted, and on no card`(born: String) throws {
    let office = try Office()
    try office.run("UPDATE person SET born = \(born) WHERE key = 'do-minh-hung'")
    let (text, written) = try cards(office)
    #expect(!(try card(of: "Đỗ Minh Hùng", in: text)).contains { $0.hasPrefix("BDAY") })
    #expect(written.unsureBirths == 1)
  }

  @Test(arguments: [
    ("[..2025-02]", "no later than February 2025", "không muộn hơn 02/2025"),
    (
      "[2025-02-18..2025-03]", "between 18 February 2025 and March 2025",
      "trong khoảng 18/02/2025 – 3/2025"
    ),
  ])
  func `bounds of a beginning are put into words`(
    stored: String, english: String, vietnamese: String
  ) throws {
    let office = try Office()
    try office.edit(.accreditation, "gb-london-do-minh-hung-gb", ["credentials": stored])
    #expect(
      try card(of: "Đỗ Minh Hùng", in: cards(office).text)
        .contains { $0.hasPrefix("NOTE:Took office: \(english)") })
    #expect(
      try card(of: "Đỗ Minh Hùng", in: cards(office, .vietnamese).text)
        .contains { $0.hasPrefix("NOTE:Nhậm chức: \(vietnamese)") })
  }

  @Test func `cards are of those in office, the rest is counted`() throws {
    let office = try Office()
    let (text, written) = try cards(office)
    let inOffice = try office.count(of: "incumbent")
    #expect(written.cards == inOffice)
    #expect(text.components(separatedBy: "END:VCARD").count - 1 == inOffice)
    let all = try office.registry.value(
      "SELECT count(*) FROM incumbency WHERE is_resident", as: Int.self)
    #expect(written.notInOffice == (all ?? 0) - inOffice)
    try office.edit(.posting, "gb-london-do-minh-hung", ["ended": "2025-06-30"])
    let later = try cards(office)
    #expect(later.written.cards == inOffice - 1)
    #expect(later.written.notInOffice == written.notInOffice + 1)
    #expect(!later.text.contains("Đỗ Minh Hùng"))
  }

  @Test func `marks of the form in a name are no marks`() throws {
    let office = try Office()
    try office.edit(.person, "do-minh-hung", ["name": "Đỗ, Minh; Hùng\\"])
    #expect(try cards(office).text.contains("\r\nFN:Đỗ\\, Minh\\; Hùng\\\\\r\n"))
  }
}
