import Files
import Foundation
import SQLite

@testable import Formats

/// What a format makes of the rows of a question.
func written(
  _ format: Format, _ sql: String, style: WritingStyle = WritingStyle(),
  heading: Heading = Heading(name: "t"),
  shape: (inout TableShape) -> Void = { _ in }
) throws -> String {
  try written(format, [sql], style: style, heading: heading, shape: shape)
}

func written(
  _ format: Format, _ questions: [String], style: WritingStyle = WritingStyle(),
  heading: Heading = Heading(name: "t"), shape: (inout TableShape) -> Void = { _ in }
) throws -> String {
  String(
    decoding: try writtenBytes(format, questions, style: style, heading: heading, shape: shape),
    as: UTF8.self)
}

func writtenBytes(
  _ format: Format, _ questions: [String], style: WritingStyle = WritingStyle(),
  heading: Heading = Heading(name: "t"), shape: (inout TableShape) -> Void = { _ in }
) throws -> Data {
  let connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
  let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try Data().write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let handle = try FileHandle(forWritingTo: file)
  let sink = ByteSink(descriptor: handle.fileDescriptor)
  var writer = format.writer(to: sink, style: style)
  writer.begin(heading)
  for (number, sql) in questions.enumerated() {
    var statement = try connection.prepare(sql)
    var table = TableShape(
      name: "table\(number)", columns: statement.columnNames.map { ColumnShape(name: $0) })
    shape(&table)
    writer.beginTable(table)
    while try statement.step() { writer.write(statement.row) }
    writer.endTable()
  }
  writer.end()
  try sink.flush()
  return try Data(contentsOf: file)
}
