import Reports
import SQLite

// The registry's side of `Scripts/bench`: the time of one question, in process.
//   legation-bench statement          prints the SQL of "who headed mission ?1 on day ?2"
//   legation-bench lookups DB FILE    asks every "mission<TAB>day" of FILE; prints nanoseconds
//                                     and rows for each

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

func ask(_ connection: Connection, _ mission: String, _ day: String) throws -> (
  rows: Int, read: Int
) {
  let statement = try connection.prepare(HeadLists.whoHeadedWhen)
  try statement.bind(.text(mission), at: 1)
  try statement.bind(.text(day), at: 2)
  var rows = 0
  var read = 0
  while try statement.step() {
    rows += 1
    read += readColumns(statement.row)
  }
  return (rows, read)
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("statement", 1):
  print(HeadLists.whoHeadedWhen)
case ("lookups", 3):
  let connection = try Connection(path: arguments[2], mode: .readOnly)
  var questions: [(String, String)] = []
  for line in try QuestionFile.lines(of: arguments[3]) {
    let parts = line.split(separator: "\t").map(String.init)
    if parts.count == 2 { questions.append((parts[0], parts[1])) }
  }
  for (mission, day) in questions.prefix(1000) { _ = try ask(connection, mission, day) }
  let clock = ContinuousClock()
  var answers: [(Int64, Int)] = []
  answers.reserveCapacity(questions.count)
  for (mission, day) in questions {
    let start = clock.now
    let answer = try ask(connection, mission, day)
    answers.append((nanoseconds(clock.now - start), answer.rows))
  }
  for (time, rows) in answers { print("\(time)\t\(rows)") }
default:
  print("usage: legation-bench statement | lookups DATABASE QUESTIONS")
}
