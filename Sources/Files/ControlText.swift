/// Text for a terminal: what it would obey is shown.
package enum ControlText {
  package static func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // A line may end with CR LF, as calendars have it; a CR alone would hide what it goes over.
      if before == "\r", scalar != "\n" { shown.append(contentsOf: "<U+D>".unicodeScalars) }
      defer { before = scalar }
      if scalar == "\r" { continue }
      if before == "\r", scalar == "\n" { shown.append("\r") }
      let isUnsafe =
        (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
        || (0x7F...0x9F).contains(scalar.value)
        || [0x061C, 0x200E, 0x200F].contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      if isUnsafe {
        shown.append(
          contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    if before == "\r" { shown.append(contentsOf: "<U+D>".unicodeScalars) }
    return String(shown)
  }
}
