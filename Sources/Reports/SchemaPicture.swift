import Registry

/// How tables and views hang together, drawn.
package struct SchemaPicture {
  /// The language of a program that draws.
  package enum Form: String, CaseIterable, Sendable {
    /// An `erDiagram` of Mermaid (mermaid.js.org, "Entity Relationship Diagrams").
    case mermaid
    /// A `digraph` of Graphviz (graphviz.org, "DOT Language").
    case dot
  }

  struct Column {
    let table: String
    let name: String
    /// In lower case; of a computed one empty.
    let type: String
    let isKey: Bool
    let about: String?
  }

  private let links: SchemaLinks
  /// What tables and views are, by their names.
  var about: [String: String] = [:]
  /// Their columns, by their names.
  var columns: [String: [Column]] = [:]

  init(_ links: SchemaLinks) { self.links = links }

  // MARK: In characters

  /// What a table refers to on its left, what refers to it on its right; of a view what it asks, and
  /// which views ask it.
  func small(of name: String) -> [String] {
    var left: [(target: String, columns: String)]
    var right: [String]
    if let sources = links.sources[name] {
      left = sources.map { ($0, "") }
      right = links.views(asking: name)
    } else {
      left = links.links(from: name).map { ($0.target, $0.columns.joined(separator: ", ")) }
      right = links.links(to: name).map { "\($0.table).\($0.columns.joined(separator: ", "))" }
    }
    // One that refers to its own kind stands on both sides.
    guard !left.isEmpty || !right.isEmpty else { return [] }
    let height = max(left.count, right.count)
    let middle = (height - 1) / 2
    let targetWidth = left.map(\.target.count).max() ?? 0
    let columnWidth = left.map(\.columns.count).max() ?? 0
    let leftTop = (height - left.count) / 2
    let rightTop = (height - right.count) / 2
    let centre =
      (left.isEmpty ? "" : "─ ") + name + (right.isEmpty ? "" : " ←─")
    return (0..<height).map { row in
      var line = ""
      if left.indices.contains(row - leftTop) {
        let (target, columns) = left[row - leftTop]
        line += Self.blanks(targetWidth - target.count) + target + " ←─"
        if columnWidth > 0 {
          line += " \(columns) " + String(repeating: "─", count: columnWidth - columns.count + 1)
        }
        line += Self.joint(row, of: leftTop..<(leftTop + left.count), middle, opens: .left)
      } else if !left.isEmpty {
        line += Self.blanks(targetWidth + 3 + (columnWidth > 0 ? columnWidth + 3 : 0) + 1)
      }
      line += row == middle ? centre : Self.blanks(centre.count)
      if right.indices.contains(row - rightTop) {
        line += Self.joint(row, of: rightTop..<(rightTop + right.count), middle, opens: .right)
        line += "─ " + right[row - rightTop]
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private enum Side { case left, right }

  /// Where the line of a row meets the one that goes up and down beside the middle.
  private static func joint(
    _ row: Int, of rows: Range<Int>, _ middle: Int, opens side: Side
  ) -> String {
    let isMiddle = row == middle
    switch (row > rows.lowerBound, row < rows.upperBound - 1) {
    case (true, true): return isMiddle ? "┼" : side == .left ? "┤" : "├"
    case (true, false): return isMiddle ? "┴" : side == .left ? "┘" : "└"
    case (false, true): return isMiddle ? "┬" : side == .left ? "┐" : "┌"
    case (false, false): return "─"
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: For programs that draw

  func text(_ form: Form, of name: String?, in language: Language) -> String {
    let lines =
      switch form {
      case .mermaid: mermaid(of: name, language)
      case .dot: dot(of: name, language)
      }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is drawn: of all tables the links but those to the log, of one those that it has.
  private func drawn(_ name: String?) -> (tables: [String], links: [SchemaLinks.Link]) {
    guard let name else {
      let all = links.links.filter { !$0.isOfTheLog }
      let tables = columns.keys.filter { links.sources[$0] == nil }
      return (tables.sorted(), all)
    }
    let all = links.links.filter { $0.table == name || $0.target == name }
    return (Set([name] + all.flatMap { [$0.table, $0.target] }).sorted(), all)
  }

  /// The views that are drawn, each with what it asks.
  private func asked(_ name: String?) -> [(view: String, source: String)] {
    guard let name, let sources = links.sources[name] else { return [] }
    return sources.map { (name, $0) } + links.views(asking: name).map { ($0, name) }
  }

  private static let leftOut = Sentence(
    "Left out: entered_in, by which nearly every table refers to change.",
    vi: "Bỏ qua entered_in, cột mà hầu hết các bảng dùng để dẫn tới change.")
  private static let asks = Sentence("asks", vi: "lấy từ")

  private func mermaid(of name: String?, _ language: Language) -> [String] {
    let (tables, links) = drawn(name)
    var lines = ["erDiagram"]
    if name == nil { lines.append("  %% " + Self.leftOut[language]) }
    for link in links {
      // Of each target none or many, or one at the most; of each row one target, or one at the most.
      let holder = link.isSingle ? "o|" : "o{"
      let target = link.isRequired ? "||" : "|o"
      lines.append(
        "  \(link.target) \(target)--\(holder) \(link.table) : \"\(link.columns.joined(separator: ", "))\""
      )
    }
    for (view, source) in asked(name) {
      lines.append("  \(source) ||..o{ \(view) : \"\(Self.asks[language])\"")
    }
    let keys = Set(links.flatMap { link in link.columns.map { "\(link.table).\($0)" } })
    for table in tables {
      let told = (columns[table] ?? []).filter { column in
        // Of its neighbours only the keys.
        table == name || column.isKey || keys.contains("\(table).\(column.name)")
      }
      guard !told.isEmpty else { continue }
      lines.append("  \(table) {")
      for column in told {
        let marks = [
          column.isKey ? "PK" : nil, keys.contains("\(table).\(column.name)") ? "FK" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        let type = column.type.isEmpty ? "any" : column.type
        let words = table == name ? column.about.map { " \"\(Self.unquoted($0))\"" } ?? "" : ""
        lines.append("    \(type) \(column.name)\(marks.isEmpty ? "" : " " + marks)\(words)")
      }
      lines.append("  }")
    }
    return lines
  }

  /// Mermaid knows no way to write a quotation mark within quotation marks.
  private static func unquoted(_ text: String) -> String {
    String(text.map { $0 == "\"" ? "'" : $0 == "\n" ? " " : $0 })
  }

  private func dot(of name: String?, _ language: Language) -> [String] {
    let (tables, links) = drawn(name)
    let asked = asked(name)
    var lines = ["digraph schema {"]
    if name == nil { lines.append("  // " + Self.leftOut[language]) }
    lines += [
      "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", fontsize=10];",
    ]
    let nodes = Set(tables + asked.flatMap { [$0.view, $0.source] }).sorted()
    for node in nodes {
      let shape = self.links.sources[node] == nil ? "" : ", shape=ellipse"
      let weight = node == name ? ", penwidth=2" : ""
      let words = about[node].map { ", tooltip=\(Self.quoted($0))" } ?? ""
      lines.append("  \(Self.quoted(node)) [label=\(Self.quoted(node))\(shape)\(weight)\(words)];")
    }
    for link in links {
      let label = Self.quoted(link.columns.joined(separator: ", "))
      let style = link.isRequired ? "" : ", arrowhead=empty"
      lines.append(
        "  \(Self.quoted(link.table)) -> \(Self.quoted(link.target)) [label=\(label)\(style)];")
    }
    for (view, source) in asked {
      lines.append("  \(Self.quoted(view)) -> \(Self.quoted(source)) [style=dashed];")
    }
    return lines + ["}"]
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
