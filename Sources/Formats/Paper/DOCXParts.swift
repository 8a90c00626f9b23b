/// The parts of a text document besides its text.
struct DOCXParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats"

  let title: String
  let language: String
  /// The letters of running text, in points.
  let size: Double

  /// The first of them is the list of all.
  var parts: [(name: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
      ("docProps/core.xml", properties), ("word/_rels/document.xml.rels", documentRelations),
      ("word/styles.xml", styles), ("word/header1.xml", header),
    ]
  }

  /// A language with a place, as word processors want it.
  static func place(of language: String) -> String {
    switch language {
    case "vi": "vi-VN"
    case "en": "en-GB"
    default: language
    }
  }

  private var contentTypes: String {
    let word = "\(Self.type)-officedocument.wordprocessingml"
    return Self.declaration + """
      <Types xmlns="\(Self.package)/content-types">\
      <Default Extension="rels" ContentType="\(Self.type)-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
      <Override PartName="/word/header1.xml" ContentType="\(word).header+xml"/>\
      <Override PartName="/docProps/core.xml" ContentType="\(Self.type)-package.core-properties+xml"/>\
      </Types>
      """
  }

  private var packageRelations: String {
    Self.relationships([
      ("\(Self.relations)/officeDocument", "word/document.xml"),
      ("\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  private var documentRelations: String {
    Self.relationships([
      ("\(Self.relations)/styles", "styles.xml"), ("\(Self.relations)/header", "header1.xml"),
    ])
  }

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    let list = targets.enumerated().map { place, relation in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"\(relation.type)\" Target=\"\(relation.target)\"/>"
    }
    return declaration
      + "<Relationships xmlns=\"\(package)/relationships\">\(list.joined())</Relationships>"
  }

  private var properties: String {
    Self.declaration + """
      <cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">\
      <dc:title>\(HTMLSetter.escaped(Cell.visible(title)))</dc:title>\
      <dc:language>\(HTMLSetter.escaped(language))</dc:language></cp:coreProperties>
      """
  }

  private static let face =
    "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/>"

  private var styles: String {
    let half = Int((size * 2).rounded())
    return Self.declaration + """
      <w:styles xmlns:w="\(Self.main)"><w:docDefaults><w:rPrDefault><w:rPr>\(Self.face)\
      <w:sz w:val="\(half)"/><w:szCs w:val="\(half)"/>\
      <w:lang w:val="\(Self.place(of: language))"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>\
      </w:pPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Drawing"><w:name w:val="Drawing"/>\
      <w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" \
      w:cs="Courier New"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>
      """
  }

  /// The number of the page, in the middle of the head.
  private var header: String {
    let size = "<w:rPr><w:sz w:val=\"26\"/></w:rPr>"
    return Self.declaration + """
      <w:hdr xmlns:w="\(Self.main)"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>\
      <w:r>\(size)<w:fldChar w:fldCharType="begin"/></w:r>\
      <w:r>\(size)<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
      <w:r>\(size)<w:fldChar w:fldCharType="separate"/></w:r><w:r>\(size)<w:t>2</w:t></w:r>\
      <w:r>\(size)<w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>
      """
  }
}
