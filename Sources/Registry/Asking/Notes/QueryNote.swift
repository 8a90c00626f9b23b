/// What is odd about a question that SQLite answers all the same: it would mislead whoever asked.
package struct QueryNote: Equatable, Sendable {
  /// The kind of trap.
  package enum Code: String, Sendable, CaseIterable {
    case dateFunction = "date-function"
    case dateLiteral = "date-literal"
    case noDate = "no-date"
    case unquotedDate = "unquoted-date"
    case equalsYear = "equals-year"
    case upToYear = "up-to-year"
    case boundsAsText = "bounds-as-text"
    case textAgainstNumber = "text-against-number"
    case numberAgainstText = "number-against-text"
    case equalsNull = "equals-null"
    case notInNull = "not-in-null"
    case emptyText = "empty-text"
    case dateArithmetic = "date-arithmetic"
    case textArithmetic = "text-arithmetic"
    case castToDate = "cast-to-date"
    case bareColumn = "bare-column"
    case noKey = "no-key"
    case noCode = "no-code"
    case likeStar = "like-star"
    case globWild = "glob-wild"
    case likeWhole = "like-whole"
    case textAsCondition = "text-as-condition"
    case quotedColumn = "quoted-column"
    case neverTrue = "never-true"
    case reversed = "reversed-between"
    case crossJoin = "cross-join"
    case wholeDivision = "whole-division"
    case format

    /// Whether it may be what is meant: a fact about the data or a way of writing, not a fault.
    package var isFact: Bool {
      [.crossJoin, .wholeDivision, .noKey, .likeWhole].contains(self)
    }
  }

  package let code: Code
  package let message: Sentence
  /// The line of the place with a mark under it.
  package let excerpt: [Sentence]
}
