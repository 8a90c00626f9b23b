import Registry
import SQLite

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
  private let objects: JSONObjects

  /// - Throws: where the file cannot be read.
  init(path: String, _ registry: Registry) throws(RegistryError) {
    lines = try LineReader(path: path)
    objects = JSONObjects(registry)
  }

  var header: [String] { objects.names }

  func next() throws(DelimitedReader.Fault) -> ForeignRow? {
    while let line = try lines.next() {
      if !line.text.trimmed.isEmpty { return objects.row(line.number, String(line.text)) }
    }
    return nil
  }
}

/// A list of JSON objects, in a file that is read whole.
final class JSONListRows: ForeignRows {
  private let elements: [String]
  private let objects: JSONObjects
  private var number = 0

  /// - Throws: where the file cannot be read, or is no list.
  init(path: String, _ registry: Registry) throws(RegistryError) {
    objects = JSONObjects(registry)
    let text = try SmallFile.text(of: path)
    do {
      elements = try registry.connection.column(
        """
        SELECT CASE type WHEN 'object' THEN value ELSE '[]' END
        FROM json_each(CASE WHEN json_type(\(text)) = 'array' THEN \(text) ELSE 'x' END)
        """,
        as: String.self)
    } catch {
      throw RegistryError(
        .unfitFile,
        Sentence("\(path) is no list of JSON objects.", vi: "\(path) không phải danh sách JSON."))
    }
  }

  var header: [String] { objects.names }

  func next() throws(DelimitedReader.Fault) -> ForeignRow? {
    guard number < elements.count else { return nil }
    number += 1
    return objects.row(number, elements[number - 1])
  }
}

/// Makes rows of objects; each name has its column from when it is first met.
private final class JSONObjects {
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]
  private let connection: Connection

  init(_ registry: Registry) { connection = registry.connection }

  func row(_ line: Int, _ text: String) -> ForeignRow {
    var row = ForeignRow(line: line, fields: [])
    let cells: [(name: String, text: String, type: String)]
    do {
      cells = try connection.all(
        """
        SELECT coalesce(key, ''),
          CASE type
            WHEN 'array' THEN (SELECT group_concat(e.atom, '; ') FROM json_each(j.value) AS e)
            ELSE CAST(atom AS TEXT)
          END,
          type
        FROM json_each(\(text)) AS j WHERE json_type(\(text)) = 'object'
        """
      ) { (row) throws(SQLiteError) in
        (
          try row.get(0, as: String.self), try row.get(1, as: String?.self) ?? "",
          try row.get(2, as: String.self)
        )
      }
    } catch {
      row.fault = Sentence("it is no JSON", vi: "không phải JSON")
      return row
    }
    if cells.isEmpty { row.fault = Sentence("it is no object", vi: "không phải đối tượng JSON") }
    var seen: Set<String> = []
    for cell in cells {
      if !seen.insert(cell.name).inserted {
        row.fault = Sentence("\(cell.name) is there twice", vi: "\(cell.name) bị trùng")
      }
      if cell.type == "object" {
        row.fault = Sentence("\(cell.name) holds an object", vi: "\(cell.name) là đối tượng")
      }
      let place = place(of: cell.name)
      while row.fields.count <= place { row.fields.append("") }
      row.fields[place] = cell.text
    }
    return row
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

  init(path: String) throws(RegistryError) { source = try ByteSource(path: path) }

  /// The next line; `nil` at the end.
  mutating func next() throws(DelimitedReader.Fault) -> (number: Int, text: Substring)? {
    guard source.peek() != nil else {
      if let message = source.failure {
        throw DelimitedReader.Fault(line: line, column: nil, message: message)
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
