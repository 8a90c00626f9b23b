import SQLite

/// A function that this program adds to SQL: what it is called with, what it answers, and how.
///
/// Other tools lack them: no migration and no view uses one, but for the keys of names while a
/// registry is made.
package struct SQLFunction: Sendable {
  typealias OfRow =
    @Sendable (
      borrowing Arguments, FunctionRefusals
    ) throws(FunctionFault) -> Value

  enum Body: Sendable {
    case ofRow(OfRow)
    /// Keeps something from one row to the next: made anew for each connection.
    case ofConnection(@Sendable (FunctionRefusals) -> ScalarFunction)
    case ofRows(@Sendable (FunctionRefusals) -> any Aggregate)
  }

  package let name: String
  /// What its arguments are called.
  package let arguments: [String]
  package let about: Sentence
  /// What its arguments can be, in more words.
  package let notes: [Sentence]
  /// A statement, and its answer.
  package let example: String
  package let answer: String
  private let body: Body

  init(
    _ name: String, _ arguments: [String], _ about: Sentence, notes: [Sentence] = [],
    example: String, answer: String, _ body: Body
  ) {
    self.name = name
    self.arguments = arguments
    self.about = about
    self.notes = notes
    self.example = example
    self.answer = answer
    self.body = body
  }

  /// As it is called: `days(a, b)`.
  package var call: String { "\(name)(\(arguments.joined(separator: ", ")))" }

  /// The one table of them.
  package static let all = DateFunctions.all + NumberFunctions.all + TextFunctions.all

  fileprivate func add(
    to connection: Connection, _ refusals: FunctionRefusals
  ) throws(SQLiteError) {
    switch body {
    case .ofRow(let body):
      try connection.addFunction(name, argumentCount: arguments.count) {
        (arguments) throws(FunctionFault) in try body(arguments, refusals)
      }
    case .ofConnection(let make):
      try connection.addFunction(name, argumentCount: arguments.count, make(refusals))
    case .ofRows(let make):
      try connection.addAggregate(name, argumentCount: arguments.count) { make(refusals) }
    }
  }
}

extension Connection {
  /// Adds every ``SQLFunction``.
  ///
  /// - Parameter refusals: keeps what they refuse.
  func addFunctions(_ refusals: FunctionRefusals) throws(SQLiteError) {
    for function in SQLFunction.all { try function.add(to: self, refusals) }
  }
}
