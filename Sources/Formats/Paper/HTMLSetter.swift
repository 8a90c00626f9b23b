import Files

/// A page of HTML that opens from a disk and prints on A4: headings, tables, no script, nothing from
/// elsewhere.
final class HTMLSetter: PaperSetter {
  private let sink: ByteSink
  private let style: WritingStyle
  private var paper = Paper()
  private var title = ""
  private var isAcross = false

  init(_ sink: ByteSink, _ style: WritingStyle) {
    self.sink = sink
    self.style = style
  }

  func begin(_ paper: Paper, _ heading: Heading, across: Bool) {
    self.paper = paper
    title = Self.escaped(Cell.visible(heading.title ?? heading.name))
    isAcross = across
    sink.write(
      """
      <!DOCTYPE html>
      <html lang="\(Self.escaped(style.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(rules)
      </style>
      </head>
      <body>
      <main>
      \(across ? "<div class=\"across\">\n" : "")
      """)
    if !paper.hasTitle { sink.write("<h1 class=\"hidden\">\(title)</h1>\n") }
  }

  func end() {
    sink.write((isAcross ? "</div>\n" : "") + "</main>\n</body>\n</html>\n")
  }

  func turn(across: Bool) {
    isAcross = across
    sink.write(across ? "<div class=\"across\">\n" : "</div>\n")
  }

  // MARK: Paragraphs

  func set(_ block: Paper.Block) {
    switch block {
    case .text(let text): set(text)
    case .pair(let left, let right, let share):
      sink.write("<div class=\"pair\">\n<div style=\"width:\(Self.number(share * 100))%\">\n")
      for text in left { set(text) }
      sink.write("</div>\n<div style=\"width:\(Self.number(100 - share * 100))%\">\n")
      for text in right { set(text) }
      sink.write("</div>\n</div>\n")
    }
  }

  private func set(_ text: Paper.Text) {
    let words = Cell.visible(text.words)
    let tag = text.role == .title ? "h1" : "p"
    var looks = "font-size:\(Self.number(text.size))pt"
    if text.isBold != (text.role == .title) {
      looks += ";font-weight:" + (text.isBold ? "bold" : "normal")
    }
    if text.isItalic { looks += ";font-style:italic" }
    if text.isUnderlined { looks += ";text-decoration:underline" }
    if text.above > 0 { looks += ";margin-top:\(Self.number(text.above))mm" }
    switch text.alignment {
    case .left: break
    case .center: looks += ";text-align:center"
    case .right: looks += ";text-align:right"
    case .justified: looks += ";text-align:justify"
    }
    let language = ForeignWords.language(of: words, on: style.language)
    sink.write(
      "<\(tag) style=\"\(looks)\"\(Self.attribute(language, beside: style.language))>\(Self.escaped(words))</\(tag)>\n"
    )
    guard let length = text.ruleLength else { return }
    sink.write("<div class=\"rule\" style=\"width:\(Self.number(length))mm\"></div>\n")
  }

  func heading(_ words: String) { sink.write("<h2>\(Self.escaped(words))</h2>\n") }

  func drawing(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    let lines = lines.map { Self.escaped(Cell.visible($0)) }
    sink.write("<pre tabindex=\"0\">\(lines.joined(separator: "\n"))</pre>\n")
  }

  func notes(_ notes: [Paper.Text]) {
    guard !notes.isEmpty else { return }
    sink.write("<div class=\"notes\">\n")
    for note in notes { set(note) }
    sink.write("</div>\n")
  }

  // MARK: Tables

  func beginTable(_ table: PaperTable, _ layout: PaperTable.Layout) {
    let shape = table.shape
    if let title = shape.title { heading(Cell.visible(title)) }
    let caption = shape.title.map { Self.escaped(Cell.visible($0)) } ?? title
    sink.write(
      "<table style=\"font-size:\(Self.number(layout.size))pt\"\(shape.isRecord ? " class=\"record\"" : "")>\n"
        + "<caption class=\"hidden\">\(caption)</caption>\n")
    guard !shape.isRecord else { return sink.write("<tbody>\n") }
    for width in layout.widths { sink.write("<col style=\"width:\(Self.number(width))mm\">") }
    sink.write("\n")
    if style.hasHeader {
      sink.write("<thead><tr>")
      for index in layout.columns {
        let column = table.columns[index]
        // A head without words is none.
        if column.label.isEmpty {
          sink.write("<td></td>")
          continue
        }
        sink.write(column.isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
        sink.write(Self.escaped(column.label) + "</th>")
      }
      sink.write("</tr></thead>\n")
    }
    sink.write("<tbody>\n")
  }

  func row(_ cells: [PaperTable.Cell], of table: PaperTable, _ layout: PaperTable.Layout) {
    if table.shape.isRecord {
      for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
        sink.write("<tr><th scope=\"row\">\(Self.escaped(table.columns[index].label))</th>")
        set(cell)
        sink.write("</tr>\n")
      }
      return
    }
    sink.write("<tr>")
    for index in layout.columns { set(cells[index]) }
    sink.write("</tr>\n")
  }

  func endTable(_ table: PaperTable) { sink.write("</tbody>\n</table>\n") }

  private func set(_ cell: PaperTable.Cell) {
    if cell.isNull {
      sink.write("<td class=\"null\">" + Self.escaped(cell.text) + "</td>")
      return
    }
    let language = ForeignWords.language(of: cell.text, on: style.language)
    sink.write(
      "<td\(cell.isNumber ? " class=\"number\"" : "")\(Self.attribute(language, beside: style.language))>"
        + Self.escaped(cell.text) + "</td>")
  }

  // MARK: Looks

  /// Times New Roman, or a face with its measures that has every letter of Vietnamese.
  private static let faces = "\"Times New Roman\", Tinos, \"TeX Gyre Termes\", serif"

  private var rules: String {
    let margins = paper.margins
    let number = "content: counter(page); font: 13pt \(Self.faces)"
    let sides = [margins.top, margins.right, margins.bottom, margins.left].map {
      Self.number($0) + "mm"
    }.joined(separator: " ")
    return """
      @page { size: A4; margin: \(sides); @top-center { \(number); } }
      @page :first { @top-center { content: none; } }
      @page across { size: A4 landscape; margin: 20mm; @top-center { \(number); } }
      @page across:first { @top-center { content: none; } }
      body { font: \(Self.number(paper.size))pt/1.15 \(Self.faces); margin: 0; color: #000; background: #fff; }
      h1, h2, p { margin: 0; font-size: inherit; overflow-wrap: anywhere; }
      h2 { margin: 5mm 0 1mm; font-size: \(Self.number(paper.size + 1))pt; break-after: avoid; }
      .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      .across { page: across; }
      .pair { display: flex; break-inside: avoid; }
      .pair > div { min-width: 0; }
      .rule { border-top: .75pt solid; margin: .6mm auto 0; }
      .notes { margin-top: 3mm; break-inside: avoid; }
      table { border-collapse: collapse; margin: 3mm 0; width: calc(100% - 1pt); table-layout: fixed; line-height: 1.15; }
      table.record { width: auto; max-width: 100%; table-layout: auto; }
      th, td { border: .75pt solid #000; padding: .8mm 1.2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      th { \(paper.isForm ? "text-align: center; vertical-align: middle; " : "")font-weight: bold; }
      td { white-space: pre-wrap; }
      .number { text-align: right; }
      .null { color: #666; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      @media screen {
        main { max-width: \(isAcross ? 257 : 180)mm; margin: 0 auto; padding: 8mm; }
        .across { max-width: 257mm; }
      }
      """
  }

  /// The language of words that are not the page's.
  private static func attribute(_ language: String?, beside page: String) -> String {
    guard let language, language != page else { return "" }
    return " lang=\"\(escaped(language))\""
  }

  /// With a point, and no more places than matter.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard part != 0 else { return String(whole) }
    let digits = part < 10 ? "0\(part)" : String(part)
    return "\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
  }

  /// By code point: a `<` with a mark on it is one character to Swift, a tag to a browser.
  static func escaped(_ text: String) -> String {
    guard
      text.utf8.contains(where: {
        [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\"")].contains($0)
      })
    else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
