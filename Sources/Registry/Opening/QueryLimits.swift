/// What a question in SQL may cost.
package struct QueryLimits: Sendable {
  /// Seconds; `nil` is no limit.
  package var seconds: Int? = 30
  /// The most memory that SQLite may hold, in bytes: a sort that needs more ends with an error
  /// instead of filling the disk.
  package var memory = 256 << 20
  /// Is told when a question begins, with its seconds, and with `nil` when it ends: one function of
  /// SQL asks nobody while it runs, and only the program's end is stronger.
  package var watch: @Sendable (_ seconds: Int?) -> Void = { _ in }

  package init() {}
}
