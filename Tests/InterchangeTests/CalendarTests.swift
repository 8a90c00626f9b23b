import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// iCalendar, as RFC 5545 has it.
@Suite struct CalendarTests {
  private func calendar(_ office: Office, _ language: Language = .english) throws -> String {
    try office.written { sink in
      _ = try CalendarExport(office.registry, in: language, to: sink).run()
    }
  }

  private func extend(_ office: Office, _ posting: String, until: String) throws {
    try office.edit(.posting, posting, ["planned_end": until])
  }

  @Test func `a registry without whole days is a calendar without events`() throws {
    let office = try Office()
    let text = try calendar(office)
    #expect(
      text
        == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//legation//\(Registry.version)//EN\r\n"
        + "CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n")
  }

  @Test func `an event is one whole day, and ends on the day after it`() throws {
    let office = try Office()
    try extend(office, "gb-london-do-minh-hung", until: "28/02/2028")
    try extend(office, "cu-havana-le-quang-long", until: "2027-05")
    let made = try office.registry.value(
      """
      SELECT replace(replace(c.made_at, '-', ''), ':', '') FROM posting AS p
      JOIN change AS c ON c.number = p.entered_in WHERE p.key = 'gb-london-do-minh-hung'
      """, as: String.self)
    let text = try calendar(office, .vietnamese)
    let events = text.components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst()
    #expect(events.count == 1)
    // Unfolded, as a reader does it.
    #expect(
      events.first?.replacing("\r\n ", with: "") == """
        UID:posting/gb-london-do-minh-hung@legation\r
        DTSTAMP:\(made ?? "")\r
        DTSTART;VALUE=DATE:20280228\r
        DTEND;VALUE=DATE:20280229\r
        SUMMARY:Dự kiến kết thúc: Đỗ Minh Hùng\\, Đại sứ quán Việt Nam tại Anh\r
        DESCRIPTION:Đại sứ đặc mệnh toàn quyền\r
        TRANSP:TRANSPARENT\r
        END:VEVENT\r
        END:VCALENDAR\r\n
        """)
    #expect(try calendar(office, .vietnamese) == text, "the same registry, the same file")
  }

  @Test func `the end of a term is an event of its own`() throws {
    let office = try Office()
    try office.edit(.term, "2024-2027", ["ends": "2027-06-30", "note": "a; b, c\\d\ne"])
    let text = try calendar(office)
    #expect(text.contains("UID:term/2024-2027@legation\r\n"))
    #expect(text.contains("DTEND;VALUE=DATE:20270701\r\n"))
    #expect(text.contains("DESCRIPTION:a\\; b\\, c\\\\d\\ne\r\n"))
  }

  @Test func `ends that are no day, and ends of those who left, are counted and left out`() throws {
    let office = try Office()
    let before = try office.written { sink in
      let counted = try CalendarExport(office.registry, in: .english, to: sink).run()
      #expect(counted.events == 0)
      #expect(counted.over == 0)
    }
    try extend(office, "gb-london-do-minh-hung", until: "2027")
    try extend(office, "cu-havana-le-quang-long", until: "2027-05-01")
    try office.edit(.posting, "cu-havana-le-quang-long", ["ended": "2025-01-01"])
    let after = try office.written { sink in
      let counted = try CalendarExport(office.registry, in: .english, to: sink).run()
      #expect(counted.events == 0)
      #expect(counted.partial >= 1)
      #expect(counted.over == 1)
    }
    #expect(before == after)
  }

  @Test func `lines are folded at 75 octets, between characters`() throws {
    let office = try Office()
    try office.edit(
      .term, "2024-2027", ["ends": "2027-06-30", "note": String(repeating: "ữ🇻🇳", count: 40)])
    let text = try calendar(office)
    try ContentLineRules.hold(text)
    #expect(text.contains("\r\n "))
    #expect(text.replacing("\r\n ", with: "").contains(String(repeating: "ữ🇻🇳", count: 40)))
  }
}

/// RFC 5545, 3.1, and RFC 6350, 3.2.
enum ContentLineRules {
  static func hold(_ text: String) throws {
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    for line in lines {
      #expect(line.utf8.count <= 75, "\(line)")
      #expect(!line.contains("\n"))
    }
  }
}
