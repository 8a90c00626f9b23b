import CMinizip
import Files
import Foundation
import SQLite
import Testing

@testable import Formats

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A workbook as a reader finds it: the parts of its archive, and the cells of its sheets.
struct UnpackedWorkbook {
  /// In the order of the archive.
  let parts: [(name: String, text: String)]
  let bytes: Data

  init(_ bytes: Data) throws {
    self.bytes = bytes
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let archive = try #require(unzOpen64(file.path))
    defer { unzClose(archive) }
    var parts: [(String, String)] = []
    var result = unzGoToFirstFile(archive)
    while result == UNZ_OK {
      var name = [CChar](repeating: 0, count: 256)
      var info = unz_file_info64()
      unzGetCurrentFileInfo64(archive, &info, &name, 256, nil, 0, nil, 0)
      var text = [UInt8](repeating: 0, count: Int(info.uncompressed_size))
      try #require(unzOpenCurrentFile(archive) == UNZ_OK)
      let count = text.withUnsafeMutableBytes {
        unzReadCurrentFile(archive, $0.baseAddress, UInt32($0.count))
      }
      try #require(Int(count) == text.count)
      // Looks whether the sum is right.
      try #require(unzCloseCurrentFile(archive) == UNZ_OK)
      #expect(info.dosDate == 1 << 21 | 1 << 16)
      let end = name.firstIndex(of: 0) ?? name.count
      parts.append(
        (
          String(decoding: name[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self),
          String(decoding: text, as: UTF8.self)
        ))
      result = unzGoToNextFile(archive)
    }
    self.parts = parts
  }

  /// Of the rows of questions.
  init(
    _ questions: String..., style: WritingStyle = WritingStyle(),
    heading: Heading = Heading(name: "t"), shape: (inout TableShape) -> Void = { _ in }
  ) throws {
    try self.init(
      writtenBytes(.xlsx, questions, style: style, heading: heading, shape: shape))
  }

  func part(_ name: String) throws -> String {
    try #require(parts.first { $0.name == name }, "\(parts.map(\.name))").text
  }

  func sheet(_ number: Int = 1) throws -> Sheet {
    try Sheet(part("xl/worksheets/sheet\(number).xml"))
  }

  /// The names of the sheets, in their order.
  var names: [String] {
    get throws {
      let elements = try Elements(part("xl/workbook.xml"))
      return elements.all.filter { $0.name == "sheet" }.compactMap { $0.attributes["name"] }
    }
  }

  struct Cell: Equatable {
    var type: String?
    var style: Int?
    var text = ""
  }

  struct Sheet {
    let elements: [Elements.Element]
    private(set) var cells: [String: Cell] = [:]

    init(_ text: String) throws {
      elements = try Elements(text).all
      var place = ""
      for element in elements {
        switch element.name {
        case "c":
          place = element.attributes["r"] ?? ""
          cells[place] = Cell(
            type: element.attributes["t"], style: element.attributes["s"].flatMap { Int($0) })
        case "t", "v": cells[place]?.text += element.text
        default: break
        }
      }
    }

    func first(_ name: String) -> Elements.Element? { elements.first { $0.name == name } }
    func all(_ name: String) -> [Elements.Element] { elements.filter { $0.name == name } }
    subscript(_ place: String) -> String? { cells[place]?.text }
    func row(_ number: Int) -> Elements.Element? {
      elements.first { $0.name == "row" && $0.attributes["r"] == "\(number)" }
    }
  }
}

/// The elements of a part, each with its text; whatever is not well-formed is refused.
final class Elements: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var all: [Element] = []
  private var open: [Int] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(text.prefix(400))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(all.count)
    all.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let place = open.last { all[place].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
