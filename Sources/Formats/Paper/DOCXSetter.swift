import Files

/// A text document in Office Open XML (ISO/IEC 29500), the same page as in HTML, to be edited.
///
/// Frames are borderless tables, lines are borders of paragraphs, the number of the page is a field
/// in the head of each but the first: what a person who types it would have made.
final class DOCXSetter: PaperSetter {
  private let archive: OfficeArchive
  private let part: ByteSink
  private let style: WritingStyle
  private var paper = Paper()
  private var isAcross = false
  /// An annex counts its own pages (Decree 30/2020/NĐ-CP, Appendix I, III.1).
  private var isAnnex = false

  init(_ sink: ByteSink, _ style: WritingStyle) {
    self.style = style
    let archive = OfficeArchive(sink)
    self.archive = archive
    part = ByteSink(into: { archive.write($0) })
  }

  func begin(_ paper: Paper, _ heading: Heading, across: Bool) {
    self.paper = paper
    isAcross = across
    let words = DOCXParts(
      title: heading.title ?? heading.name, language: style.language, size: paper.size)
    for (name, text) in words.parts { archive.add(name, text) }
    archive.begin("word/document.xml")
    part.write(
      DOCXParts.declaration
        + "<w:document xmlns:w=\"\(DOCXParts.main)\" xmlns:r=\"\(DOCXParts.relations)\"><w:body>")
  }

  func end() {
    part.write(section(isAcross) + "</w:body></w:document>")
    try? part.flush()
    archive.endPart()
    archive.end()
  }

  /// Ends what lies the one way; what follows lies the other.
  func turn(across: Bool) {
    part.write("<w:p><w:pPr>\(section(isAcross))</w:pPr></w:p>")
    isAcross = across
    isAnnex = true
  }

  /// A sheet, its margins, and the number on each page but the first.
  private func section(_ across: Bool) -> String {
    let (width, height) = across ? (Paper.height, Paper.width) : (Paper.width, Paper.height)
    let sides = across ? Paper.Margins.across : paper.margins
    return """
      <w:sectPr><w:headerReference w:type="default" r:id="rId2"/>\
      <w:pgSz w:w="\(Self.twips(width))" w:h="\(Self.twips(height))"\
      \(across ? " w:orient=\"landscape\"" : "")/>\
      <w:pgMar w:top="\(Self.twips(sides.top))" w:right="\(Self.twips(sides.right))" \
      w:bottom="\(Self.twips(sides.bottom))" w:left="\(Self.twips(sides.left))" \
      w:header="\(Self.twips(10))" w:footer="\(Self.twips(10))" w:gutter="0"/>\
      \(isAnnex ? "<w:pgNumType w:start=\"1\"/>" : "")<w:titlePg/></w:sectPr>
      """
  }

  // MARK: Paragraphs

  func set(_ block: Paper.Block) {
    switch block {
    case .text(let text): set(text, room: paper.room(across: isAcross))
    case .pair(let left, let right, let share):
      let room = paper.room(across: isAcross)
      let widths = [room * share, room * (1 - share)]
      part.write(
        "<w:tbl><w:tblPr><w:tblW w:w=\"\(Self.twips(room))\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
          + "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
      )
      for width in widths { part.write("<w:gridCol w:w=\"\(Self.twips(width))\"/>") }
      part.write("</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>")
      for (texts, width) in zip([left, right], widths) {
        part.write("<w:tc><w:tcPr><w:tcW w:w=\"\(Self.twips(width))\" w:type=\"dxa\"/></w:tcPr>")
        if texts.isEmpty { part.write("<w:p/>") }
        for text in texts { set(text, room: width) }
        part.write("</w:tc>")
      }
      part.write("</w:tr></w:tbl>")
    }
  }

  /// - Parameter room: how wide the place is that it stands in.
  private func set(_ text: Paper.Text, room: Double, keepsNext: Bool = false) {
    let words = Cell.visible(text.words)
    paragraph(
      words, Letters(text), text.alignment, above: text.above, keepsNext: keepsNext,
      style: text.role == .title ? "Title" : nil,
      language: ForeignWords.language(of: words, on: style.language))
    guard let length = text.ruleLength else { return }
    // A paragraph with nothing but its upper border.
    let side = Self.twips(max(0, (room - length) / 2))
    part.write(
      "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
        + "<w:spacing w:before=\"\(Self.twips(0.6))\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
        + "<w:ind w:left=\"\(side)\" w:right=\"\(side)\"/></w:pPr></w:p>")
  }

  /// How letters look.
  private struct Letters {
    var size: Double
    var isBold = false
    var isItalic = false
    var isUnderlined = false

    init(size: Double, bold: Bool = false) {
      self.size = size
      isBold = bold
    }

    init(_ text: Paper.Text) {
      size = text.size
      isBold = text.isBold
      isItalic = text.isItalic
      isUnderlined = text.isUnderlined
    }
  }

  private func paragraph(
    _ words: String, _ letters: Letters, _ alignment: Paper.Alignment, above: Double = 0,
    keepsNext: Bool = false, style named: String? = nil, language: String? = nil
  ) {
    let side =
      switch alignment {
      case .left: "left"
      case .center: "center"
      case .right: "right"
      case .justified: "both"
      }
    var looks = ""
    if letters.isBold { looks += "<w:b/>" }
    if letters.isItalic { looks += "<w:i/>" }
    if letters.isUnderlined { looks += "<w:u w:val=\"single\"/>" }
    let half = Int((letters.size * 2).rounded())
    looks = "\(looks)<w:sz w:val=\"\(half)\"/><w:szCs w:val=\"\(half)\"/>"
    if let language, language != style.language {
      looks += "<w:lang w:val=\"\(DOCXParts.place(of: language))\"/>"
    }
    part.write(
      "<w:p><w:pPr>" + (named.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "")
        + (keepsNext ? "<w:keepNext/>" : "")
        + "<w:spacing w:before=\"\(Self.twips(above))\" w:after=\"0\"/><w:jc w:val=\"\(side)\"/></w:pPr>"
    )
    for (place, line) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      part.write(
        "<w:r><w:rPr>\(looks)</w:rPr>" + (place > 0 ? "<w:br/>" : "")
          + "<w:t xml:space=\"preserve\">\(Self.escaped(line))</w:t></w:r>")
    }
    part.write("</w:p>")
  }

  func heading(_ words: String) {
    paragraph(
      words, Letters(size: paper.size + 1, bold: true), .left, above: 4, style: "Heading2")
  }

  func drawing(_ lines: [String]) {
    for line in lines { paragraph(Cell.visible(line), Letters(size: 9), .left, style: "Drawing") }
  }

  func notes(_ notes: [Paper.Text]) {
    for (place, note) in notes.enumerated() {
      set(note, room: paper.room(across: isAcross), keepsNext: place < notes.count - 1)
    }
  }

  // MARK: Tables

  func beginTable(_ table: PaperTable, _ layout: PaperTable.Layout) {
    if let title = table.shape.title { heading(Cell.visible(title)) }
    gap(keepsNext: true)
    let room = paper.room(across: isAcross)
    let widths = table.shape.isRecord ? [room * 0.35, room * 0.65] : layout.widths
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
    }.joined()
    let caption = table.shape.title ?? table.shape.name
    part.write(
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(Self.twips(widths.reduce(0, +)))\" w:type=\"dxa\"/>"
        + "<w:tblBorders>\(borders)</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
        + "<w:tblCellMar>\(Self.inside)</w:tblCellMar>"
        + "<w:tblCaption w:val=\"\(Self.escaped(Cell.visible(caption)))\"/></w:tblPr><w:tblGrid>")
    for width in widths { part.write("<w:gridCol w:w=\"\(Self.twips(width))\"/>") }
    part.write("</w:tblGrid>")
    guard !table.shape.isRecord, style.hasHeader else { return }
    part.write("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for (index, width) in zip(layout.columns, layout.widths) {
      let column = table.columns[index]
      cell(
        column.label, width, Letters(size: layout.size, bold: true),
        paper.isForm ? .center : column.isNumber ? .right : .left, isInMiddle: paper.isForm)
    }
    part.write("</w:tr>")
  }

  func row(_ cells: [PaperTable.Cell], of table: PaperTable, _ layout: PaperTable.Layout) {
    if table.shape.isRecord {
      let room = paper.room(across: isAcross)
      for (index, value) in cells.enumerated() where !value.text.isEmpty {
        part.write("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        cell(
          table.columns[index].label, room * 0.35, Letters(size: layout.size, bold: true), .left)
        cell(value.text, room * 0.65, Letters(size: layout.size), .left)
        part.write("</w:tr>")
      }
      return
    }
    part.write("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    for (index, width) in zip(layout.columns, layout.widths) {
      cell(
        cells[index].text, width, Letters(size: layout.size),
        cells[index].isNumber ? .right : .left)
    }
    part.write("</w:tr>")
  }

  /// A table wants a paragraph behind it, or the next one is a part of it.
  func endTable(_ table: PaperTable) {
    part.write("</w:tbl>")
    gap()
  }

  /// Room above and below a table.
  private func gap(keepsNext: Bool = false) {
    part.write(
      "<w:p><w:pPr>\(keepsNext ? "<w:keepNext/>" : "")<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"\(Self.twips(3))\" w:lineRule=\"exact\"/></w:pPr></w:p>"
    )
  }

  /// Between the words of a cell and its lines, as a page of HTML has it.
  private static let inside = [("top", 0.8), ("left", 1.2), ("bottom", 0.8), ("right", 1.2)].map {
    "<w:\($0.0) w:w=\"\(twips($0.1))\" w:type=\"dxa\"/>"
  }.joined()

  private func cell(
    _ words: String, _ width: Double, _ letters: Letters, _ alignment: Paper.Alignment,
    isInMiddle: Bool = false
  ) {
    part.write(
      "<w:tc><w:tcPr><w:tcW w:w=\"\(Self.twips(width))\" w:type=\"dxa\"/>"
        + (isInMiddle ? "<w:vAlign w:val=\"center\"/>" : "") + "</w:tcPr>")
    paragraph(
      words, letters, alignment, language: ForeignWords.language(of: words, on: style.language))
    part.write("</w:tc>")
  }

  // MARK: Words and lengths

  /// Twentieths of a point.
  private static func twips(_ millimetres: Double) -> Int {
    Int((millimetres * 1440 / 25.4).rounded())
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    HTMLSetter.escaped(String(text))
  }
}
