import Files
import Formats
import Foundation
import Registry
import Reports
import SQLite
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Names that somebody wrote to do harm, in every report and every form.
///
/// The registry's own rules keep most of them out; a file from elsewhere need not have them.
@Suite struct HostileNameTests {
  private static let name =
    "<script>alert(1)</script>]]>&\"'|\u{202E}\u{1B}[31m\u{85}\u{FEFF}\nB\u{FFFE}"

  private static let path = Result {
    let letters = name.replacing("'", with: "''")
    // A NUL ends no row and no cell.
    let hostile = """
      '=1+1' || char(0) || '\(letters)' || rowid
        || CASE rowid % 90 WHEN 0 THEN replace(hex(zeroblob(5000)), '0', 'ế') ELSE '' END
      """
    return try SampleRegistry.made(
      by: [
        "PRAGMA ignore_check_constraints = 1",
        """
        INSERT INTO change (made_at, author, action, program)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'who', 'what', 'with what')
        """,
      ]
        + ["mission", "party", "title"].map {
          "UPDATE \($0) SET name_en = \(hostile), name_vi = \(hostile)"
        } + ["UPDATE person SET name = \(hostile)", "DELETE FROM open_change"])
  }

  /// Those that tell keys, codes and numbers alone cannot be harmed, and are tried all the same.
  private static let nameless: Set = ["check", "network", "settled-findings", "tenure"]

  private static let needed = [
    "succession": ["missions": "all"], "career": ["person": "pham-vinh-quang"],
  ]

  private func written(
    _ kind: any ReportKind.Type, _ format: Format, _ language: Language, form: OfficeForm? = nil
  ) throws -> Data {
    let registry = try Registry.open(try Self.path.get(), for: .reading)
    let report = try kind.made(
      AskedReport(kind, Self.needed[kind.name] ?? [:], from: registry, in: language))
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    let sink = ByteSink(descriptor: handle.fileDescriptor)
    var style = WritingStyle()
    style.defusesFormulas = true
    style.date = { PageDate.words($0, in: language) }
    style.days = { PartialDate.days(in: $0) }
    style.workbook = WorkbookWords(in: language)
    var letterhead = Letterhead()
    (letterhead.issuer, letterhead.number) = (Self.name, Self.name)
    style.paper = form?.paper(
      for: report.heading(in: language, from: registry), as: kind.document ?? .list,
      from: letterhead, in: language)
    var writer = format.writer(to: sink, style: style)
    try report.write(to: &writer, from: registry, in: language)
    try sink.flush()
    return try Data(contentsOf: file)
  }

  @Test(arguments: ReportList.all, [Format.table, .markdown])
  private func `nothing that a terminal obeys is on a page`(
    kind: any ReportKind.Type, format: Format
  ) throws {
    let text = String(decoding: try written(kind, format, .vietnamese), as: UTF8.self)
    #expect(text.contains("script") || Self.nameless.contains(kind.name))
    let orders = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(orders.isEmpty)
  }

  @Test(arguments: ReportList.all, [Format.csv])
  private func `no cell of a table begins a formula or ends early`(
    kind: any ReportKind.Type, format: Format
  ) throws {
    let text = String(decoding: try written(kind, format, .english), as: UTF8.self)
    #expect(text.contains("<script>") || Self.nameless.contains(kind.name))
    #expect(!text.contains("\u{0}"))
    for sign in [",", "\t", "\n", "\""] { #expect(!text.contains(sign + "=1+1")) }
  }

  @Test(arguments: ReportList.all, [nil] + OfficeForm.allCases)
  private func `no name is markup on a page`(
    kind: any ReportKind.Type, form: OfficeForm?
  ) throws {
    let data = try written(kind, .html, .vietnamese, form: form)
    let page = String(decoding: data, as: UTF8.self)
    #expect(page.contains("&lt;script&gt;") || Self.nameless.contains(kind.name))
    #expect(!page.contains("<script"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0.value != 0x0A })
  }

  @Test(arguments: ReportList.all)
  private func `JSON is read as it was written`(kind: any ReportKind.Type) throws {
    let read = try JSONSerialization.jsonObject(with: written(kind, .json, .english))
    #expect(
      "\(read)".contains("<script>alert(1)</script>]]>") || Self.nameless.contains(kind.name))
  }
}
