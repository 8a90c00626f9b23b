import CSystem
import SQLite
import Schema

/// Prints a part of what migrations make, each a file as SQLite gets it: the `schema`, or the
/// `tables` whose versions are kept.
///
/// Run by Scripts/embed-schema, so that no registry has to be made to know what one looks like.
func printSchema(_ part: String, of files: [String]) throws {
  let connection = try Connection(path: ":memory:", mode: .passing, walls: .schema)
  // The schema does not depend on the rows: any text serves for a key.
  for name in ["name_key", "name_fold"] {
    try connection.addFunction(name, argumentCount: 1) { $0[0].copy }
  }
  let migrations = files.enumerated().map { index, file in
    Migration(number: index + 1, name: file, sha256: "", sql: contents(of: file))
  }
  let transaction = try connection.begin(.immediate)
  try SchemaMaking.run(migrations, in: connection) { () throws(SQLiteError) in
    try connection.run(
      """
      INSERT INTO change (number, made_at, author, action, program)
      VALUES (0, strftime('%Y-%m-%dT%H:%M:%SZ'), 'legation', 'build', 'PrintSchema')
      """)
  }
  let text =
    part == "tables"
    ? TrackedTableText.of(try TrackedTable.all(in: connection))
    : SchemaText.of(try SchemaEntry.all(in: connection))
  print(text, terminator: "")
  transaction.rollBack()
}

func contents(of path: String) -> String {
  guard let file = fopen(path, "r") else {
    perror(path)
    exit(1)
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&part, 1, part.count, file)
    if count == 0 { break }
    bytes += part[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

try printSchema(
  CommandLine.arguments.dropFirst().first ?? "", of: Array(CommandLine.arguments.dropFirst(2)))
