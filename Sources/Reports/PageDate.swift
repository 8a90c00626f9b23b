/// Stored dates as pages print them.
package enum PageDate {
  /// `2025-02-20` as `20/02/2025`, `2025-02` as `02/2025`; what is no date stays as it is.
  package static func vietnamese(_ text: String) -> String {
    var parts = text.split(separator: "-").map(String.init)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return text }
    var qualifier = ""
    if let last = parts.last?.last, "?~%".contains(last) {
      qualifier = String(last)
      parts[parts.count - 1].removeLast()
    }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return text }
    return parts.reversed().joined(separator: "/") + qualifier
  }
}
