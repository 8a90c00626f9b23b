/// The looks of cells, by their places in the list of the workbook.
enum XLSXStyle: Int, CaseIterable {
  case plain
  /// The names of the columns, and those of hidden ones.
  case head
  case hiddenHead
  /// Text in a column of texts, and in one of numbers. It is marked as text, so that whoever edits
  /// `=1+1` has no formula afterwards.
  case text
  case textAmongNumbers
  /// Text that is too long for that mark: some versions show signs of number in its place.
  case longText
  case number
  case date
  case hiddenText
  /// Of a record and of the notes.
  case label
  case title
  case note
  case drawing

  // Fonts: 0 usual, 1 bold, 2 of a title, 3 of one width. Borders: 0 none, 1 thin.
  private var format: String {
    func cell(
      _ number: Int = 0, font: Int = 0, border: Int = 0, _ place: String, more: String = ""
    ) -> String {
      "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"\(border)\" xfId=\"0\" "
        + "applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"\(more)>"
        + "<alignment \(place)/></xf>"
    }
    let top = "vertical=\"top\""
    let wrapped = "vertical=\"top\" wrapText=\"1\""
    return switch self {
    case .plain: "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    case .head:
      cell(
        49, font: 1, border: 1, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
    case .hiddenHead: cell(49, font: 1, top)
    case .text: cell(49, border: 1, wrapped)
    case .textAmongNumbers: cell(49, border: 1, "horizontal=\"right\" " + wrapped)
    case .longText: cell(border: 1, wrapped, more: " quotePrefix=\"1\"")
    case .number: cell(border: 1, top)
    case .date: cell(164, top)
    case .hiddenText: cell(49, top)
    case .label: cell(49, font: 1, border: 1, wrapped)
    case .title: cell(49, font: 2, wrapped)
    case .note: cell(49, wrapped)
    case .drawing: cell(49, font: 3, top)
    }
  }

  static var part: String {
    let size = "<sz val=\"12\"/><name val=\"Times New Roman\"/><family val=\"1\"/>"
    let sides = ["left", "right", "top", "bottom"]
      .map { "<\($0) style=\"thin\"><color auto=\"1\"/></\($0)>" }.joined()
    return XLSXWorkbook.declaration + """
      <styleSheet xmlns="\(XLSXWorkbook.main)">\
      <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
      <fonts count="4"><font>\(size)</font><font><b/>\(size)</font>\
      <font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font>\
      <font><sz val="11"/><name val="Courier New"/><family val="3"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border>\(sides)<diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(allCases.count)">\(allCases.map(\.format).joined())</cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
      </styleSheet>
      """
  }
}
