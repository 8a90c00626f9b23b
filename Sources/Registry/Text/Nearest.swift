/// What somebody may have meant.
package enum Nearest {
  /// The candidates that are close to what was typed, nearest first; marks and tones do not
  /// count.
  package static func matches(
    to typed: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Array(NameKey.searchKey(typed).utf8.prefix(60))
    guard !wanted.isEmpty else { return [] }
    let farthest = max(1, min(3, wanted.count / 3))
    return candidates.compactMap { candidate -> (String, Int)? in
      let folded = Array(NameKey.searchKey(candidate).utf8.prefix(60))
      // What goes on as it was typed comes before what is as near otherwise.
      if folded.starts(with: wanted) && wanted.count >= 2 { return (candidate, 1) }
      let distance = distance(wanted, folded, atMost: farthest)
      return distance <= farthest ? (candidate, distance * 2) : nil
    }
    .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    .prefix(limit)
    .map(\.0)
  }

  /// The candidates from which what was typed differs by a slip of the hand, nearest first: one
  /// letter, two from seven letters on; marks and tones do not count.
  ///
  /// Nothing of fewer than four letters: too much is as near to it.
  package static func slips(
    of typed: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Array(NameKey.searchKey(typed).utf8.prefix(60))
    guard wanted.count >= 4 else { return [] }
    let farthest = wanted.count >= 7 ? 2 : 1
    return candidates.compactMap { candidate -> (String, Int)? in
      let folded = Array(NameKey.searchKey(candidate).utf8.prefix(60))
      let distance = distance(wanted, folded, atMost: farthest)
      guard distance <= farthest else { return nil }
      // What goes on as it was typed comes before what is as near otherwise.
      return (candidate, distance * 2 - (folded.starts(with: wanted) ? 1 : 0))
    }
    .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    .prefix(limit)
    .map(\.0)
  }

  /// Damerau's distance with adjacent swaps; anything above `limit` is `limit + 1`.
  private static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var cost = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return min(last[right.count], limit + 1)
  }
}
