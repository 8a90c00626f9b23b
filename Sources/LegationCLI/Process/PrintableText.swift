import Files

/// Words for a terminal: control characters are shown, never sent.
enum PrintableText {
  static func of(_ text: String) -> String { ControlText.shown(text) }
}
