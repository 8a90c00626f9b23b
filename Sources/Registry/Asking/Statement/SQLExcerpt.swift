/// The line of a statement where something stands, with a mark under it.
enum SQLExcerpt {
  /// - Parameters:
  ///   - place: offset and length in bytes; a long line is cut around it.
  ///   - firstLine: the number of the line on which `sql` begins in what was given.
  static func lines(
    of sql: String, at place: (offset: Int, length: Int)?, firstLine: Int = 1
  ) -> [Sentence] {
    guard let (offset, length) = place, offset <= sql.utf8.count else { return [] }
    let bytes = Array(sql.utf8)
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    var before = String(decoding: bytes[start..<offset], as: UTF8.self)
    let marked = String(decoding: bytes[offset..<min(offset + length, end)], as: UTF8.self)
    var after = String(decoding: bytes[min(offset + length, end)..<end], as: UTF8.self)
    if before.count > 60 { before = "…" + before.suffix(59) }
    if after.count > 40 { after = after.prefix(39) + "…" }
    let number = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + firstLine
    let isOneLine = firstLine == 1 && !bytes.contains(UInt8(ascii: "\n"))
    let label = isOneLine ? "" : "\(number) | "
    let line = (before + marked + after).replacing("\t", with: " ")
    let indent = String(repeating: " ", count: label.count + before.count)
    return [
      Sentence(same: label + line),
      Sentence(same: indent + String(repeating: "^", count: max(1, marked.count))),
    ]
  }
}
