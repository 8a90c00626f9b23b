import Registry

/// What a record of a source holds as far as it is read, or known and left out: whatever else
/// stands in it would be lost without a word.
struct SourceShape {
  /// Elements by their path from the root, and whether there may be several.
  private let mayRepeat: [String: Bool]

  /// What is read as text alone, whatever is marked in it.
  private static let texts: Set<String> = ["note", "notes", "text", "description"]
  /// Elements of which every attribute is kept in words, or says what the element says.
  private static let annotated: Set<String> = ["date", "valid-since", "long-form-name", "role"]

  /// - Parameter paths: a path a word; `*` behind those that there may be several of.
  private init(_ paths: String) {
    var mayRepeat: [String: Bool] = [:]
    for word in paths.split(separator: " ") {
      let isList = word.hasSuffix("*")
      mayRepeat[String(isList ? word.dropLast() : word)] = isList
    }
    self.mayRepeat = mayRepeat
  }

  private static let audit = "created-by created-date last-modified-by last-modified-date"

  private static func under(_ parent: String, _ paths: String) -> String {
    paths.split(separator: " ").map { "\(parent)/\($0)" }.joined(separator: " ")
  }

  private static let chief: String = {
    let events = ["appointed", "arrived", "started", "ended"]
      .map { "\($0) \($0)/date \($0)/note" }.joined(separator: " ")
    return "id person-id role-title-id contemporary-territory-id note \(events) \(audit)"
  }()

  private static let lists: String = ["chiefs", "other-nominees", "other-appointees"]
    .map { list in
      "\(list) \(list)/chief* \(list)/mission-note* " + under("\(list)/chief", chief) + " "
        + under("\(list)/mission-note", "text \(audit)")
    }.joined(separator: " ")

  /// By the name of the root element.
  ///
  /// What a source has that no registry keeps, such as the states
  /// of its own editing, is named here too.
  private static let all: [String: SourceShape] = [
    "person": SourceShape(
      """
      id old-ids old-ids/old-id* persName persName/surname persName/forename persName/genName \
      persName/altname* birth death career-type residence residence/state-id* \(audit)
      """),
    "country-mission": SourceShape("territory-id \(lists)"),
    "org-mission": SourceShape(
      "id category names names/singular names/plural description \(lists)"),
    "concurrent-appointments": SourceShape(
      """
      id person-id resident-at resident-at/locale-id resident-at/contemporary-territory-id \
      chief-id* \(audit)
      """),
    "role": SourceShape("id class category names names/singular names/plural"),
    "territory": SourceShape(
      """
      id short-form-name long-form-name type-of-territory valid-since valid-until \
      exists-on-todays-map predecessors predecessors/predecessor* successors \
      successors/successor* notes sources sources/source*
      """),
    "country": SourceShape(
      """
      id iso2 region label alternate-labels alternate-labels/alternate-label* \
      country-modern-indicator created-by created-datetime last-modified-by \
      last-modified-datetime release-status-code released-by release-datetime recalled-by \
      recall-datetime
      """),
    "locale": SourceShape(
      """
      id name current-territory latitude longitude predecessors predecessors/predecessor* \
      successors successors/successor* alternate-names alternate-names/alternate-name* \
      alternate-names/alternate-name/label alternate-names/alternate-name/notes
      """),
    "post": SourceShape(
      """
      locale-id territory-id post-type valid-since valid-until events events/event* \
      events/event/type events/event/date sources sources/source* notes
      """),
  ]

  /// Something in a record that is passed over.
  struct Stranger {
    let code: String
    /// The identifier of the record that it stands in.
    let record: String
    let place: String
    let words: Sentence
  }

  /// What of a file is not read.
  static func strangers(in record: SourceRecord) -> [Stranger] {
    guard let shape = all[record.element.name] else { return [] }
    var found: [Stranger] = []
    shape.look(into: record.element, at: "", of: record.file, record.file, &found)
    return found
  }

  private func look(
    into element: XMLElement, at path: String, of name: String, _ file: String,
    _ found: inout [Stranger]
  ) {
    func remark(_ code: String, at line: Int, of name: String, _ words: Sentence) {
      found.append(
        Stranger(code: code, record: name, place: "\(file):\(line)", words: words))
    }
    let id = element.text("id") ?? element.text("territory-id") ?? element.text("locale-id")
    let name = id ?? name
    if !Self.annotated.contains(element.name) {
      for attribute in element.attributes {
        remark(
          "unknown-attribute", at: element.line, of: name,
          Sentence(
            "\(element.name) has an attribute \(attribute.name), passed over",
            vi: "\(element.name) có thuộc tính lạ \(attribute.name), bỏ qua"))
      }
    }
    guard !Self.texts.contains(element.name) else { return }
    var seen: Set<String> = []
    for child in element.children {
      let inner = path.isEmpty ? child.name : "\(path)/\(child.name)"
      guard let mayRepeat = mayRepeat[inner] else {
        remark(
          "unknown-element", at: child.line, of: name,
          Sentence(
            "has an element \(child.name), passed over", vi: "có phần tử lạ \(child.name), bỏ qua"))
        continue
      }
      if !mayRepeat, !seen.insert(child.name).inserted {
        remark(
          "repeated-element", at: child.line, of: name,
          Sentence(
            "has \(child.name) more than once; the first is taken",
            vi: "có nhiều phần tử \(child.name); chỉ lấy phần tử đầu"))
      }
      look(into: child, at: inner, of: name, file, &found)
    }
  }
}
