import CExpat
package import Registry

/// One XML document in memory, flat: elements in document order, and their text in one buffer.
///
/// Read by Expat. A document type is refused, and with it every entity of one's own: nothing is
/// ever expanded or fetched.
package final class XMLTree {
  /// Records are small; what is larger than this is none.
  package static let sizeLimit = 16_000_000
  static let depthLimit = 100

  struct Node {
    let name: Range<Int>
    let parent: Int
    let line: Int
    var text: Range<Int>
    /// The first node behind this one that is not inside it.
    var end: Int
  }

  package let path: String
  fileprivate(set) var nodes: [Node] = []
  fileprivate var names: [UInt8] = []
  fileprivate var text: [UInt8] = []
  fileprivate var attributes: [Int: [(name: String, value: String)]] = [:]
  fileprivate var open: [Int] = []
  fileprivate var refusal: Sentence?
  fileprivate var parser: XML_Parser?

  /// Reads a document.
  ///
  /// - Parameter path: what errors call the document.
  /// - Throws: where it is not well formed, with line and column.
  package init(_ bytes: [UInt8], path: String) throws(RegistryError) {
    self.path = path
    guard let parser = XML_ParserCreate(nil) else { throw Self.refused(path, "no memory") }
    defer {
      XML_ParserFree(parser)
      self.parser = nil
    }
    self.parser = parser
    text.reserveCapacity(bytes.count / 2)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, startElement, endElement)
    XML_SetCharacterDataHandler(parser, characters)
    XML_SetStartDoctypeDeclHandler(parser, startDoctype)
    let status = bytes.withUnsafeBytes { bytes in
      XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: bytes.count), 1)
    }
    guard status == XML_STATUS_OK else {
      let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      let why = refusal ?? Sentence(same: words ?? "not well formed")
      throw Self.refused(
        path, why, line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }
  }

  package var root: XMLElement { XMLElement(tree: self, index: 0) }

  fileprivate func stop(_ why: Sentence) {
    if refusal == nil { refusal = why }
    if let parser { XML_StopParser(parser, 0) }
  }

  static func refused(
    _ path: String, _ why: Sentence, line: Int? = nil, column: Int? = nil
  ) -> RegistryError {
    let place = line.map { ":\($0)" + (column.map { ":\($0)" } ?? "") } ?? ""
    return RegistryError(
      .invalidValue,
      Sentence(
        "\(path)\(place): \(why.english).", vi: "\(path)\(place): \(why.vietnamese)."),
      hint: Sentence("Nothing was changed.", vi: "Chưa có gì thay đổi."))
  }

  private static func refused(_ path: String, _ why: String) -> RegistryError {
    refused(path, Sentence(same: why))
  }
}

/// One element of an ``XMLTree``.
package struct XMLElement {
  let tree: XMLTree
  let index: Int

  private var node: XMLTree.Node { tree.nodes[index] }

  package var name: String {
    String(decoding: tree.names[node.name], as: UTF8.self)
  }

  /// The line on which it begins, from 1.
  package var line: Int { node.line }

  func isNamed(_ name: StaticString) -> Bool {
    let range = node.name
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where tree.names[range.lowerBound + offset] != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Everything that is said in it, markup left out, each run of blanks as one space; empty where
  /// nothing is.
  package var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(node.text.count)
    var pending = false
    for byte in tree.text[node.text] {
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        pending = !bytes.isEmpty
        continue
      }
      if pending { bytes.append(0x20) }
      pending = false
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  package func attribute(_ name: String) -> String? {
    tree.attributes[index]?.first { $0.name == name }?.value
  }

  package var attributes: [(name: String, value: String)] { tree.attributes[index] ?? [] }

  /// The elements directly in it, in order.
  package var children: [XMLElement] {
    var found: [XMLElement] = []
    var next = index + 1
    while next < node.end {
      found.append(XMLElement(tree: tree, index: next))
      next = tree.nodes[next].end
    }
    return found
  }

  /// The first element of that name directly in it.
  package func first(_ name: StaticString) -> XMLElement? {
    var next = index + 1
    while next < node.end {
      let child = XMLElement(tree: tree, index: next)
      if child.isNamed(name) { return child }
      next = tree.nodes[next].end
    }
    return nil
  }

  package func all(_ name: StaticString) -> [XMLElement] { children.filter { $0.isNamed(name) } }

  /// The text of the first element of that name; `nil` where there is none or it is empty.
  package func text(_ name: StaticString) -> String? {
    guard let text = first(name)?.text, !text.isEmpty else { return nil }
    return text
  }
}

private func tree(_ data: UnsafeMutableRawPointer?) -> XMLTree? {
  data.map { Unmanaged<XMLTree>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let tree = tree(data), let name, let parser = tree.parser else { return }
  guard tree.open.count < XMLTree.depthLimit else {
    return tree.stop(
      Sentence(
        "elements more than \(XMLTree.depthLimit) deep",
        vi: "các phần tử lồng nhau quá \(XMLTree.depthLimit) cấp"))
  }
  let start = tree.names.count
  var byte = name
  while byte.pointee != 0 {
    tree.names.append(UInt8(bitPattern: byte.pointee))
    byte += 1
  }
  let index = tree.nodes.count
  var pair = pairs
  while let current = pair, let name = current[0], let value = current[1] {
    tree.attributes[index, default: []].append((String(cString: name), String(cString: value)))
    pair = current + 2
  }
  tree.nodes.append(
    XMLTree.Node(
      name: start..<tree.names.count, parent: tree.open.last ?? -1,
      line: Int(XML_GetCurrentLineNumber(parser)), text: tree.text.count..<tree.text.count,
      end: index + 1))
  tree.open.append(index)
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let tree = tree(data), let index = tree.open.popLast() else { return }
  tree.nodes[index].text = tree.nodes[index].text.lowerBound..<tree.text.count
  tree.nodes[index].end = tree.nodes.count
}

private func characters(
  _ data: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<CChar>?, _ count: Int32
) {
  guard let tree = tree(data), let bytes else { return }
  bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
    tree.text.append(contentsOf: UnsafeBufferPointer(start: $0, count: Int(count)))
  }
}

private func startDoctype(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ system: UnsafePointer<CChar>?, _ identifier: UnsafePointer<CChar>?, _ hasSubset: Int32
) {
  tree(data)?.stop(
    Sentence(
      "a document type (DOCTYPE) is not taken: it can hide entities",
      vi: "không nhận khai báo DOCTYPE vì có thể chứa thực thể"))
}

extension XMLElement {
  /// Everything that it says, for telling whether it says something else than last time.
  var digested: [UInt8] {
    var bytes: [UInt8] = []
    for index in index..<node.end {
      let node = tree.nodes[index]
      bytes += tree.names[node.name]
      for (name, value) in tree.attributes[index] ?? [] {
        bytes.append(0x1F)
        bytes += Array(name.utf8) + [0x1F] + Array(value.utf8)
      }
      bytes.append(0x1E)
      if node.end == index + 1 { bytes += Array(XMLElement(tree: tree, index: index).text.utf8) }
      bytes.append(0x1D)
    }
    bytes += Array(text.utf8)
    return bytes
  }
}
