/// XML in the making, indented as people read it.
struct XMLText {
  private(set) var text = ""
  private var depth = 0

  /// The whole document.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text }

  /// An element with text; empty where there is none.
  mutating func element(_ name: String, _ content: String?) {
    indent()
    guard let content, !content.isEmpty else {
      text += "<\(name)/>\n"
      return
    }
    text += "<\(name)>"
    escape(content)
    text += "</\(name)>\n"
  }

  mutating func element<E: Error>(
    _ name: String, _ attributes: [(name: String, value: String)] = [],
    _ body: (inout XMLText) throws(E) -> Void
  ) throws(E) {
    indent()
    text += "<\(name)"
    for attribute in attributes {
      text += " \(attribute.name)=\""
      escape(attribute.value)
      text += "\""
    }
    text += ">\n"
    depth += 1
    try body(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  private mutating func indent() { text += String(repeating: "    ", count: depth) }

  private mutating func escape(_ content: String) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      // XML 1.0 has none of these, https://www.w3.org/TR/xml/#charsets; the registry refuses them
      // too, and another program may have written them.
      case "\u{FFFE}", "\u{FFFF}": break
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
