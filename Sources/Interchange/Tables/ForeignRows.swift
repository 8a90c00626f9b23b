import Files
import Registry

/// The rows of a table from outside: fields under names.
///
/// Of JSON the names are found as they come: a row can be shorter than the header.
protocol ForeignRows: AnyObject {
  var header: [String] { get }
  /// The next row; `nil` at the end.
  ///
  /// - Throws: a mistake behind which nothing can be read.
  func next() throws(DelimitedReader.Fault) -> ForeignRow?
}

struct ForeignRow {
  let line: Int
  var fields: [String]
  /// Which fields are no texts, where their form tells.
  var kinds: [Int: ForeignKind] = [:]
  /// What is wrong with the row as a whole.
  var fault: Sentence?
}

/// Rows of delimited text; the first holds the names.
final class DelimitedRows: ForeignRows {
  private var reader: DelimitedReader
  let header: [String]

  /// - Throws: where the file cannot be read, or holds nothing.
  init(path: String, delimiter: Character?) throws(RegistryError) {
    var reader = try DelimitedReader(path: path, delimiter: delimiter)
    do {
      header = try reader.next()?.fields.map { TextEntry.normalized(Substring($0).trimmed) } ?? []
    } catch { throw .placed(error, in: path) }
    self.reader = reader
    guard header.contains(where: { !$0.isEmpty }) else {
      throw RegistryError(
        .unfitFile, Sentence("\(path) is empty.", vi: "\(path) trống."),
        hint: Sentence(
          "The first line holds the names of the columns.", vi: "Dòng đầu là tên các cột."))
    }
  }

  func next() throws(DelimitedReader.Fault) -> ForeignRow? {
    while let record = try reader.next() {
      guard record.fields.contains(where: { !$0.isEmpty }) else { continue }
      var row = ForeignRow(line: record.line, fields: record.fields)
      if record.fields.count != header.count {
        row.fault = Sentence(
          "\(record.fields.count) fields, where the header has \(header.count)",
          vi: "có \(record.fields.count) ô, tiêu đề có \(header.count)")
      }
      return row
    }
    return nil
  }
}

/// Lines of text, each an object of JSON.
final class JSONLineRows: ForeignRows {
  private var lines: LineReader
  private let objects = JSONObjects()

  /// - Throws: where the file cannot be read.
  init(path: String) throws(RegistryError) { lines = try LineReader(path: path) }

  var header: [String] { objects.names }

  func next() throws(DelimitedReader.Fault) -> ForeignRow? {
    while let line = try lines.next() {
      if !line.text.trimmed.isEmpty { return objects.row(line.number, Array(line.text.utf8)) }
    }
    return nil
  }
}

/// A list of JSON objects, one taken off after the other: the list can be of any length.
final class JSONListRows: ForeignRows {
  private var elements: JSONElements
  private let objects = JSONObjects()

  /// - Throws: where the file cannot be read, or is no list.
  init(path: String) throws(RegistryError) {
    elements = JSONElements(try ByteSource.open(path))
    guard elements.begin() else {
      throw RegistryError(
        .unfitFile,
        Sentence("\(path) is no list of JSON objects.", vi: "\(path) không phải danh sách JSON."))
    }
  }

  var header: [String] { objects.names }

  func next() throws(DelimitedReader.Fault) -> ForeignRow? {
    guard let element = try elements.next() else { return nil }
    return objects.row(elements.number, element)
  }
}

/// The elements of a list of JSON, each as it is written: only brackets and quotes are looked at.
struct JSONElements: ~Copyable {
  private var source: ByteSource
  private(set) var number = 0
  private var isOver = false

  init(_ source: consuming ByteSource) { self.source = source }

  /// Goes behind the bracket of the list; `false` where there is none.
  mutating func begin() -> Bool {
    skipBlanks()
    return source.next() == UInt8(ascii: "[")
  }

  /// The next element; `nil` behind the last.
  ///
  /// - Throws: where the list breaks off, or goes on behind its end.
  mutating func next() throws(DelimitedReader.Fault) -> [UInt8]? {
    guard !isOver else { return nil }
    skipBlanks()
    if number == 0, source.peek() == UInt8(ascii: "]") {
      _ = source.next()
      return try end()
    }
    let element = try element()
    skipBlanks()
    switch source.peek() {
    case UInt8(ascii: ","): _ = source.next()
    case UInt8(ascii: "]"):
      _ = source.next()
      _ = try end()
    default: throw broken()
    }
    return element
  }

  private mutating func end() throws(DelimitedReader.Fault) -> [UInt8]? {
    isOver = true
    skipBlanks()
    guard source.peek() == nil, source.failure == nil else { throw broken() }
    return nil
  }

  private mutating func element() throws(DelimitedReader.Fault) -> [UInt8] {
    number += 1
    var bytes: [UInt8] = []
    var depth = 0
    var isText = false
    while let byte = source.peek() {
      let isMark = !isText
      if isMark, depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") { break }
      _ = source.next()
      bytes.append(byte)
      guard bytes.count <= LineReader.limit else { throw tooLong() }
      switch byte {
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "\\") where isText:
        if let escaped = source.next() { bytes.append(escaped) }
      case UInt8(ascii: "{") where isMark, UInt8(ascii: "[") where isMark: depth += 1
      case UInt8(ascii: "}") where isMark, UInt8(ascii: "]") where isMark: depth -= 1
      default: break
      }
      if isMark, depth == 0, byte == UInt8(ascii: "}") { break }
    }
    guard depth == 0, !isText, !bytes.isEmpty else { throw broken() }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw fault(Sentence("bytes that are no UTF-8 text", vi: "không phải văn bản UTF-8"))
    }
    return bytes
  }

  private mutating func skipBlanks() {
    while let byte = source.peek(), Self.isBlank(byte) { _ = source.next() }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func fault(_ message: Sentence) -> DelimitedReader.Fault {
    DelimitedReader.Fault(line: number, column: nil, message: message)
  }

  private func tooLong() -> DelimitedReader.Fault {
    fault(
      Sentence(
        "a record of more than \(LineReader.limit) bytes",
        vi: "một bản ghi dài quá \(LineReader.limit) byte"))
  }

  private func broken() -> DelimitedReader.Fault {
    fault(
      source.failure?.words
        ?? Sentence(
          "it is no list of JSON objects from this record on",
          vi: "từ bản ghi này không còn là danh sách JSON"))
  }
}

/// Makes rows of objects; each name has its column from when it is first met.
private final class JSONObjects {
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]

  func row(_ line: Int, _ bytes: [UInt8]) -> ForeignRow {
    var row = ForeignRow(line: line, fields: [])
    let members: [BundleText.Member]
    do { members = try BundleText.row(in: bytes) } catch {
      let isObject = bytes.first { !JSONElements.isBlank($0) } == UInt8(ascii: "{")
      row.fault = isObject ? error.what : Self.noObject
      return row
    }
    if members.isEmpty { row.fault = Self.noObject }
    for member in members {
      guard let name = try? TextEntry.line(member.name), name == member.name else {
        row.fault = Sentence(
          "\(Registry.quoted(member.name)) is no name of a field",
          vi: "\(Registry.quoted(member.name)) không phải tên mục")
        continue
      }
      let place = place(of: name)
      while row.fields.count <= place { row.fields.append("") }
      switch member.node {
      case .list(let nodes):
        guard let texts = Self.texts(of: nodes) else {
          row.fault = Sentence(
            "\(name) holds a list of more than texts",
            vi: "\(name) là danh sách không chỉ gồm văn bản")
          continue
        }
        row.fields[place] = texts.joined(separator: "; ")
      case .object: row.fault = Sentence("\(name) holds an object", vi: "\(name) là đối tượng")
      default: (row.fields[place], row.kinds[place]) = Self.cell(of: member.node)
      }
    }
    return row
  }

  private static let noObject = Sentence("it is no object", vi: "không phải đối tượng JSON")

  private static func texts(of nodes: [BundleText.Node]) -> [String]? {
    var texts: [String] = []
    for node in nodes {
      guard case .text(let text) = node else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// What a cell says, and of which kind it is where it is no text.
  private static func cell(of node: BundleText.Node) -> (String, ForeignKind?) {
    switch node {
    case .text(let text): (text, nil)
    case .number(let digits): (digits, .number)
    case .flag(let isSet): (isSet ? "true" : "false", .flag)
    case .whole(let number): ("\(number)", .number)
    case .real(let number): ("\(number)", .number)
    case .null, .list, .object: ("", nil)
    }
  }

  private func place(of name: String) -> Int {
    if let known = places[name] { return known }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }
}

/// The lines of a text file, one at a time.
struct LineReader: ~Copyable {
  private var source: ByteSource
  private var line = 0

  /// The longest line, in bytes.
  static let limit = 4_000_000

  init(path: String) throws(RegistryError) { source = try ByteSource.open(path) }

  /// The next line; `nil` at the end.
  mutating func next() throws(DelimitedReader.Fault) -> (number: Int, text: Substring)? {
    guard source.peek() != nil else {
      if let failure = source.failure {
        throw DelimitedReader.Fault(line: line, column: nil, message: failure.words)
      }
      return nil
    }
    line += 1
    var bytes: [UInt8] = []
    while let byte = source.next(), byte != 0x0A {
      bytes.append(byte)
      guard bytes.count <= Self.limit else {
        throw DelimitedReader.Fault(
          line: line, column: nil,
          message: Sentence(
            "a line of more than \(Self.limit) bytes", vi: "một dòng dài quá \(Self.limit) byte"))
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw DelimitedReader.Fault(
        line: line, column: nil,
        message: Sentence("bytes that are no UTF-8 text", vi: "không phải văn bản UTF-8"))
    }
    return (line, Substring(text))
  }
}

extension RegistryError {
  /// A mistake in a file, with its place.
  static func placed(_ fault: DelimitedReader.Fault, in file: String) -> RegistryError {
    let place = "\(file):\(fault.line)" + (fault.column.map { ":\($0)" } ?? "")
    return RegistryError(
      .unfitFile,
      Sentence(
        "\(place): \(fault.message.english).", vi: "\(place): \(fault.message.vietnamese)."),
      hint: Sentence("Nothing was changed.", vi: "Chưa có gì thay đổi."))
  }
}
