import Files

/// Content lines as iCalendar (RFC 5545, 3.1) and vCard (RFC 6350, 3.2) have them: CRLF, folded at
/// 75 octets between characters.
struct ContentLines {
  private let sink: ByteSink

  init(_ sink: ByteSink) { self.sink = sink }

  func line(_ name: String, _ value: String) {
    var octets = 0
    var folded = ""
    for scalar in "\(name):\(value)".unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += width
    }
    sink.write(folded + "\r\n")
  }

  /// Text as a value: backslashes, commas, semicolons and line ends escaped.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ",", ";": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      // Neither form has room for controls.
      case let control where control.properties.generalCategory == .control && control != "\t":
        continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// `2024-11-22T10:15:00Z` without its marks.
  static func moment(_ text: String) -> String {
    text.replacing("-", with: "").replacing(":", with: "")
  }
}
