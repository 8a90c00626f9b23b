import Registry
import Reports
import SQLite

// The registry's side of `Scripts/bench`: the time of one question, in process.
//   legation-bench statement          prints the SQL of "who headed mission ?1 on day ?2"
//   legation-bench lookups DB FILE    asks every "mission<TAB>day" of FILE; prints nanoseconds
//                                     and rows for each
//   legation-bench lookups DB FILE N  the same, as known at change N
//   legation-bench writes DB COUNT    writes so many heads in one change; prints microseconds

func nanoseconds(_ duration: Duration) -> Int64 {
  let parts = duration.components
  return parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000
}

/// Reads every column as the C program does: by its class, without a copy of text.
func readColumns(_ row: borrowing Row) -> Int {
  var read = 0
  for index in 0..<row.columnCount {
    switch row.storageClass(at: index) {
    case .integer: read += row.integer(at: index) == 0 ? 0 : 1
    case .real: read += row.real(at: index) == 0 ? 0 : 1
    case .text, .blob: read += row.withBytes(at: index) { $0.count }
    case .null: break
    }
  }
  return read
}

/// Whoever makes a statement of SQL: a bare connection, or a registry.
typealias Preparing = (SQL) throws -> Statement

func ask(_ prepare: Preparing, _ mission: String, _ day: String) throws -> (rows: Int, read: Int) {
  var statement = try prepare(HeadLists.whoHeadedWhen.binding([.text(mission), .text(day)]))
  var rows = 0
  var read = 0
  while try statement.step() {
    rows += 1
    read += readColumns(statement.row)
  }
  return (rows, read)
}

/// A person, a posting and an accreditation each, then an edit of every posting; the nanoseconds
/// from the first to the commit.
func write(_ count: Int, to connection: Connection) throws -> Int64 {
  try connection.set(.foreignKeys, true)
  let clock = ContinuousClock()
  let start = clock.now
  let transaction = try connection.begin(.immediate)
  try connection.run(
    """
    INSERT INTO change (made_at, author, action, program)
    VALUES (
      max(strftime('%Y-%m-%dT%H:%M:%SZ'), (SELECT max(made_at) FROM change)), 'bench', 'write',
      'legation-bench'
    )
    """)
  for number in 1...count {
    let key = "person-\(number * 7919 % 1_000_003)"
    let name = "Nguyễn Văn \(number)"
    try connection.run(
      """
      INSERT INTO person (key, name, sort_key, search_key)
      VALUES (\(key), \(name), \("\(number) van nguyen"), \("nguyen van \(number)"))
      """)
    try connection.run(
      """
      INSERT INTO posting (key, person, mission, title, ended)
      VALUES (\("p-" + key), \(key), 'bench', 'ambassador', '2019-12-31')
      """)
    try connection.run(
      """
      INSERT INTO accreditation (key, posting, mission, receiver, is_resident, arrived, credentials)
      VALUES (\("a-" + key), \("p-" + key), 'bench', 'fr', 1, '2017-01', '2017-02-11')
      """)
  }
  try connection.run("UPDATE posting SET planned_end = '2020' WHERE mission = 'bench'")
  try transaction.commit()
  return nanoseconds(clock.now - start)
}

func questions(_ file: String) throws -> [(mission: String, day: String)] {
  try QuestionFile.lines(of: file).compactMap { line in
    let parts = line.split(separator: "\t").map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }
}

func answer(_ questions: [(mission: String, day: String)], _ prepare: Preparing) throws {
  for question in questions.prefix(1000) {
    _ = try ask(prepare, question.mission, question.day)
  }
  let clock = ContinuousClock()
  var answers: [(Int64, Int)] = []
  answers.reserveCapacity(questions.count)
  for question in questions {
    let start = clock.now
    let answer = try ask(prepare, question.mission, question.day)
    answers.append((nanoseconds(clock.now - start), answer.rows))
  }
  for (time, rows) in answers { print("\(time)\t\(rows)") }
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("statement", 1):
  print(HeadLists.whoHeadedWhen.text)
case ("lookups", 3):
  let connection = try Connection(path: arguments[2], mode: .readOnly, walls: .none)
  try answer(questions(arguments[3])) { try connection.statement($0) }
case ("lookups", 4):
  let registry = try Registry.open(arguments[2], for: .reading)
  try registry.look(asKnown: arguments[4])
  try answer(questions(arguments[3])) { try registry.statement($0) }
case ("writes", 3):
  print(
    try write(
      Int(arguments[3]) ?? 0, to: Connection(path: arguments[2], mode: .readWrite, walls: .none))
      / 1000)
default:
  print("usage: legation-bench statement | lookups DB QUESTIONS [CHANGE] | writes DB COUNT")
}
