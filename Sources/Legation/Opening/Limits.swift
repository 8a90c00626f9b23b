import Registry

extension Registry {
  /// What a question in SQL may cost.
  public struct Limits: Hashable, Sendable {
    /// For how many seconds SQLite may work before the next row is there; `nil` is no limit.
    public var seconds: Int? = 30
    /// How many bytes SQLite may hold in the whole process while it works on a row: a sort that needs
    /// more ends with an error instead of filling the disk.
    public var memory = 256 << 20

    /// 30 seconds, and 256 MB.
    public init() {}

    var inside: QueryLimits {
      var limits = QueryLimits()
      limits.seconds = seconds
      limits.memory = memory
      return limits
    }
  }
}

/// A connection that only answers, kept for the next question with the same limits.
struct QuerySessionKept {
  let session: QuerySession
  let limits: Registry.Limits
}
