import Files

/// The words that stand in a workbook besides those of the tables.
package struct WorkbookWords: Sendable {
  /// The name of the sheet that has what stands over the tables.
  package var notes = "Notes"
  package var hiddenColumns = """
    Hidden columns hold keys, codes and, of each date, the first and the last possible day, as days \
    from 1900-03-01 on.
    """
  package var facts = "For other programs"
  /// Told how many texts.
  package var cut: @Sendable (Int) -> String = {
    "Texts cut, for a cell holds 32,767 letters: \($0). Each says in the end how many are missing."
  }
  /// Told the name of a sheet and of the one before it.
  package var continued: @Sendable (String, String) -> String = {
    "\($0) goes on where \($1) ends: a sheet holds 1,048,576 rows."
  }

  package init() {}
}

/// A workbook in the making: its sheets go out one after the other, and in the end the parts that
/// name them all.
final class XLSXWorkbook {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats"

  /// A sheet that is written.
  struct Sheet {
    let name: String
    let title: String?
    /// What a filter goes over, as `A1:C9`; `nil` where there are no names of columns.
    var filter: String?
    var printsHeadOnEachPage: Bool
  }

  private(set) var sheets: [Sheet] = []
  private var names = SheetNames()
  private let archive: OfficeArchive
  /// Where the sheet that is being written goes.
  let part: ByteSink
  /// How long that sheet is so far, but for the last buffer.
  var partLength: Int { archive.partLength }
  private let title: String?
  private let language: String

  // What the notes tell.
  var cutTexts = 0
  var hasHiddenColumns = false
  private(set) var continuations: [(name: String, before: String)] = []

  init(_ sink: ByteSink, title: String?, language: String, reserved: String) {
    self.title = title
    self.language = language
    let archive = OfficeArchive(sink)
    self.archive = archive
    part = ByteSink(into: { archive.write($0) })
    names.reserve(reserved)
    archive.add(
      "_rels/.rels",
      Self.relationships([
        ("rId1", "\(Self.relations)/officeDocument", "xl/workbook.xml"),
        (
          "rId2", "\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"
        ),
      ]))
    archive.add("docProps/core.xml", properties)
    archive.add("xl/styles.xml", XLSXStyle.part)
  }

  /// - Parameter before: the sheet that this one goes on with.
  /// - Returns: the name of the new sheet.
  func beginSheet(_ wish: String, title: String?, after before: String? = nil) -> String {
    let name = names.name(wish)
    if let before { continuations.append((name, before)) }
    sheets.append(Sheet(name: name, title: title, filter: nil, printsHeadOnEachPage: false))
    archive.begin("xl/worksheets/sheet\(sheets.count).xml")
    return name
  }

  /// The sheet of the notes has the name that was kept for it.
  func beginNotes(_ name: String) {
    sheets.append(Sheet(name: name, title: nil, filter: nil, printsHeadOnEachPage: false))
    archive.begin("xl/worksheets/sheet\(sheets.count).xml")
  }

  func endSheet(filter: String?, printsHeadOnEachPage: Bool) {
    // Its bytes go to the archive, whose own sink remembers what failed.
    try? part.flush()
    archive.endPart()
    sheets[sheets.count - 1].filter = filter
    sheets[sheets.count - 1].printsHeadOnEachPage = printsHeadOnEachPage
  }

  func end() {
    archive.add("xl/workbook.xml", workbook)
    let targets = sheets.indices.map { place in
      ("rId\(place + 1)", "\(Self.relations)/worksheet", "worksheets/sheet\(place + 1).xml")
    }
    archive.add(
      "xl/_rels/workbook.xml.rels",
      Self.relationships(targets + [("rIdStyles", "\(Self.relations)/styles", "styles.xml")]))
    archive.add("[Content_Types].xml", contentTypes)
    archive.end()
  }

  // MARK: Parts

  private var workbook: String {
    var list = ""
    var definitions = ""
    for (place, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(XLSXText.attribute(sheet.name))\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
      let quoted = "'\(HTMLSetter.escaped(sheet.name.replacing("'", with: "''")))'"
      if let filter = sheet.filter {
        definitions += """
          <definedName name="_xlnm._FilterDatabase" localSheetId="\(place)" hidden="1">\
          \(quoted)!\(Self.absolute(filter))</definedName>
          """
      }
      if sheet.printsHeadOnEachPage {
        definitions += """
          <definedName name="_xlnm.Print_Titles" localSheetId="\(place)">\(quoted)!$1:$1</definedName>
          """
      }
    }
    return Self.declaration + """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relations)">\
      <bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/>\
      </bookViews><sheets>\(list)</sheets>\
      \(definitions.isEmpty ? "" : "<definedNames>\(definitions)</definedNames>")</workbook>
      """
  }

  /// `A1:C9` as `$A$1:$C$9`.
  private static func absolute(_ range: String) -> String {
    range.split(separator: ":").map { corner in
      let letters = corner.prefix { $0.isLetter }
      return "$\(letters)$\(corner.dropFirst(letters.count))"
    }.joined(separator: ":")
  }

  private var properties: String {
    let title = title.map { "<dc:title>\(HTMLSetter.escaped(XLSXText.shown($0).text))</dc:title>" }
    return Self.declaration + """
      <cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">\(title ?? "")\
      <dc:language>\(HTMLSetter.escaped(language))</dc:language></cp:coreProperties>
      """
  }

  private var contentTypes: String {
    let sheet = "\(Self.type)-officedocument.spreadsheetml"
    let overrides =
      [
        ("/xl/workbook.xml", "\(sheet).sheet.main+xml"), ("/xl/styles.xml", "\(sheet).styles+xml"),
        ("/docProps/core.xml", "\(Self.type)-package.core-properties+xml"),
      ]
      + sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", "\(sheet).worksheet+xml") }
    let list = overrides.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }
    return Self.declaration + """
      <Types xmlns="\(Self.package)/content-types">\
      <Default Extension="rels" ContentType="\(Self.type)-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(list.joined())</Types>
      """
  }

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String
  {
    let all = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return declaration
      + "<Relationships xmlns=\"\(package)/relationships\">\(all.joined())</Relationships>"
  }
}

/// Names of sheets that every spreadsheet takes, each another one.
struct SheetNames {
  /// What a name holds, in units of UTF-16.
  private static let capacity = 31
  // Excel keeps this name for itself.
  private var taken: Set<String> = ["history"]

  /// Keeps a name for a sheet that comes later.
  mutating func reserve(_ name: String) { taken.insert(name.lowercased()) }

  mutating func name(_ wish: String) -> String {
    let legal = Self.legal(wish)
    var name = Self.shortened(legal, to: Self.capacity)
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      let mark = " (\(number))"
      name = Self.shortened(legal, to: Self.capacity - mark.utf16.count) + mark
    }
    return name
  }

  private static func legal(_ wish: String) -> String {
    let letters = Cell.visible(wish).map { "[]:*?/\\".contains($0) || $0 == "\n" ? " " : $0 }
    let words = String(letters).split(separator: " ").joined(separator: " ")
    // No name begins or ends with an apostrophe.
    let trimmed = words.trimmed { $0 == "'" || $0 == " " }
    return trimmed.isEmpty ? "Sheet" : trimmed
  }

  /// Whole words, as far as they go.
  private static func shortened(_ name: String, to capacity: Int) -> String {
    guard name.utf16.count > capacity else { return name }
    var kept = ""
    var end = ""
    for character in name {
      guard kept.utf16.count + String(character).utf16.count < capacity else { break }
      if character == " " { end = kept }
      kept.append(character)
    }
    // A long word is cut rather than left out.
    let words = end.utf16.count * 2 > capacity ? end : kept
    return words.trimmed { $0 == "'" || $0 == " " || $0 == "," } + "…"
  }
}

extension String {
  fileprivate func trimmed(_ isLeftOut: (Character) -> Bool) -> String {
    let end = drop(while: isLeftOut).reversed().drop(while: isLeftOut)
    return String(end.reversed())
  }
}
