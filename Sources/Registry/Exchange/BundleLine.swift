import SQLite
import Schema

/// A table whose records can be in a bundle.
struct BundledTable {
  let tracked: TrackedTable
  let packaged: PackagedTable
  /// Where the parts of the key stand among the columns that tell something.
  let keyPlaces: [Int]
  let rules: [String: EntryRule]

  init(_ tracked: TrackedTable, _ connection: Connection) throws(SQLiteError) {
    self.tracked = tracked
    packaged = try PackagedTable(tracked, connection)
    let telling = tracked.telling
    keyPlaces = tracked.key.compactMap { telling.firstIndex(of: $0) }
    rules = Dictionary(uniqueKeysWithValues: packaged.columns.map { ($0.name, $0.rule) })
  }

  var name: String { tracked.name }

  /// Every table that is bundled: those that only the program writes are not.
  static func all(in registry: Registry) throws(RegistryError) -> [BundledTable] {
    let tables = try registry.tables().filter { !TrackedTable.isOwn($0.name) }
    return try registry.storage { () throws(SQLiteError) in
      try tables.map { (table) throws(SQLiteError) in try BundledTable(table, registry.connection) }
    }
  }

  /// The key in an image, and how it is called: its parts joined by `/`.
  func key(in image: [Value]) -> [Value] { keyPlaces.map { image[$0] } }

  static func record(_ key: [Value]) -> String { key.map(\.bundled).joined(separator: "/") }
}

/// A change in a bundle, checked.
struct BundledChange {
  let origin: ChangeOrigin
  let author: String
  let reason: String?
  let action: String
}

/// A record in a bundle, checked: what it was before a change and after it.
struct BundledRecord {
  let table: BundledTable
  /// The parts of its key, joined by `/`.
  let record: String
  let key: [Value]
  /// The values of ``PackagedTable/columns``; `nil` where there was no such record.
  let before: [Value]?
  let after: [Value]?

  var name: String { "\(table.name)/\(record)" }
}

enum BundleLine {
  case change(BundledChange)
  case record(BundledRecord)
}

/// Reads the lines of a bundle as strictly as if each came from an enemy: only the fields that are
/// known, each once, each of its kind, every text as the rules of entry leave it.
///
/// What it gives out holds values only; names of tables and columns are this registry's own.
struct BundleReader {
  private let registry: Registry
  private let tables: [String: BundledTable]

  init(_ registry: Registry) throws(RegistryError) {
    self.registry = registry
    tables = Dictionary(
      uniqueKeysWithValues: try BundledTable.all(in: registry).map { ($0.name, $0) })
  }

  // MARK: Lines

  /// - Throws: where the first line is not that of a bundle for this schema.
  func readHeader(_ line: String) throws(BundleText.Fault) -> Int64 {
    let members: [BundleText.Member]
    do { members = try BundleText.object(in: line) } catch { throw Self.noBundle }
    guard case .text("bundle 1")? = members.first(where: { $0.name == "legation" })?.node else {
      throw Self.noBundle
    }
    let nodes = try Self.fields(members, ["legation", "schema", "sender", "since"], in: "")
    guard case .whole(let schema) = nodes[1], case .whole(let since) = nodes[3], since >= 0 else {
      throw Self.fault("schema and since are numbers", "schema và since phải là số")
    }
    switch nodes[2] {
    case .null: break
    case .text(let sender) where Key.isValid(sender): break
    default: throw Self.fault("the sender is no key", "nước cử không phải là mã")
    }
    return schema
  }

  func read(_ line: String) throws(BundleText.Fault) -> BundleLine {
    let members = try BundleText.object(in: line)
    if members.first?.name == "change" {
      guard members.count == 1, case .object(let fields) = members[0].node else {
        throw Self.fault("this is no change", "đây không phải thay đổi")
      }
      return .change(try change(fields))
    }
    return .record(try record(members))
  }

  private func change(_ members: [BundleText.Member]) throws(BundleText.Fault) -> BundledChange {
    let names = ["seal", "made_at", "office", "author", "reason", "action", "program"]
    let nodes = try Self.fields(members, names, in: "change")
    var texts: [String: String] = [:]
    for (name, node) in zip(names, nodes) {
      switch node {
      case .text(let text): texts[name] = text
      case .null where name == "reason": break
      default: throw Self.fault("\(name) is no text", "\(name) không phải văn bản")
      }
    }
    let (seal, madeAt) = (texts["seal"] ?? "", texts["made_at"] ?? "")
    guard seal.utf8.count == 64, seal.utf8.allSatisfy(Self.isHexadecimal) else {
      throw Self.fault("the seal is no SHA-256", "dấu niêm không phải SHA-256")
    }
    guard Self.isMoment(madeAt) else {
      throw Self.fault(
        "made_at is no moment, as 2024-02-29T09:12:00Z",
        "made_at không phải thời điểm, như 2024-02-29T09:12:00Z")
    }
    for name in ["office", "author", "action", "program"] {
      try requireKept(texts[name] ?? "", by: .line, as: name)
    }
    if let reason = texts["reason"] { try requireKept(reason, by: .note, as: "reason") }
    let (author, action) = (texts["author"] ?? "", texts["action"] ?? "")
    guard !Registry.isProgram(author) else {
      throw Self.fault(
        "the author is \(Registry.quoted(author)): so only the program calls itself",
        "người ghi là \(Registry.quoted(author)): tên đó chỉ chương trình dùng")
    }
    guard action.lowercased() != Registry.upgradeAction else {
      throw Self.fault(
        "the action is \(Registry.quoted(action)): what the program brings in comes in no bundle",
        "thao tác là \(Registry.quoted(action)): gói không mang phần do chương trình đưa vào")
    }
    return BundledChange(
      origin: ChangeOrigin(
        seal: seal, madeAt: madeAt, program: texts["program"] ?? "", office: texts["office"] ?? ""),
      author: author, reason: texts["reason"], action: action)
  }

  // MARK: Records

  private func record(_ members: [BundleText.Member]) throws(BundleText.Fault) -> BundledRecord {
    let nodes = try Self.fields(members, ["table", "record", "before", "after"], in: "")
    guard case .text(let name) = nodes[0], case .text(let record) = nodes[1] else {
      throw Self.fault("this is no record of a registry", "đây không phải bản ghi của sổ")
    }
    guard !TrackedTable.isOwn(name) else {
      throw Self.fault(
        "\(Registry.quoted(name)) is a table that only the program writes",
        "\(Registry.quoted(name)) là bảng chỉ chương trình mới ghi")
    }
    guard let table = tables[name] else {
      throw Self.fault(
        "there is no table \(Registry.quoted(name))", "không có bảng \(Registry.quoted(name))")
    }
    let before = try image(nodes[2], of: table, "before")
    let after = try image(nodes[3], of: table, "after")
    guard let image = after ?? before else {
      throw Self.fault("the record is neither before nor after", "bản ghi không có trước lẫn sau")
    }
    let key = table.key(in: image)
    // Byte for byte: Swift takes NFC and NFD for the same text.
    guard
      [before, after].compactMap({ $0 }).allSatisfy({
        BundledTable.record(table.key(in: $0)).utf8.elementsEqual(record.utf8)
      })
    else {
      throw Self.fault(
        "\(name): the record \(Registry.quoted(record)) has another key",
        "\(name): bản ghi \(Registry.quoted(record)) mang mã khác")
    }
    guard name != "registry" || before != nil && after != nil else {
      throw Self.fault(
        "the record of the registry itself neither comes nor goes",
        "bản ghi về chính sổ không thể thêm hay xóa")
    }
    return BundledRecord(table: table, record: record, key: key, before: before, after: after)
  }

  private func image(
    _ node: BundleText.Node, of table: BundledTable, _ place: String
  ) throws(BundleText.Fault) -> [Value]? {
    let members: [BundleText.Member]
    switch node {
    case .null: return nil
    case .object(let found): members = found
    default: throw Self.fault("\(place) is no record", "\(place) không phải bản ghi")
    }
    let shared = table.tracked.shared
    let nodes = try Self.fields(members, shared, in: "\(table.name), \(place)")
    var given = Dictionary(uniqueKeysWithValues: zip(shared, nodes))
    var values: [Value] = []
    for column in table.packaged.columns {
      let node = given.removeValue(forKey: column.name) ?? .null
      values.append(try value(node, of: column, "\(table.name).\(column.name)"))
    }
    // What is left follows from names; it is worked out here.
    for (column, node) in given {
      switch node {
      case .null, .text: break
      default: throw Self.wrongKind("\(table.name).\(column)")
      }
    }
    return values
  }

  private func value(
    _ node: BundleText.Node, of column: PackagedTable.Column, _ name: String
  ) throws(BundleText.Fault) -> Value {
    switch (column.rule, node) {
    case (_, .null): return .null
    case (.whole, .whole(let number)): return .integer(number)
    case (.real, .whole(let number)): return .real(Double(number))
    case (.real, .real(let number)): return .real(number)
    case (.whole, _), (.real, _): throw Self.wrongKind(name)
    case (let rule, .text(let text)):
      try requireKept(text, by: rule, as: name)
      return .text(text)
    default: throw Self.wrongKind(name)
    }
  }

  /// A bundle is hashed, so that nothing in it is mended in silence.
  private func requireKept(
    _ text: String, by rule: EntryRule, as name: String
  ) throws(BundleText.Fault) {
    let isKept: Bool
    do { isKept = try registry.isKept(text, by: rule, as: name) } catch {
      let (english, vietnamese) = (error.message.english, error.message.vietnamese)
      throw Self.fault(
        english.hasSuffix(".") ? String(english.dropLast()) : english,
        vietnamese.hasSuffix(".") ? String(vietnamese.dropLast()) : vietnamese)
    }
    guard isKept else {
      throw Self.fault(
        "\(name) is not written as a registry keeps it: \(Registry.quoted(text))",
        "\(name) không đúng dạng mà sổ lưu: \(Registry.quoted(text))")
    }
  }

  // MARK: Words

  /// The nodes of an object in the order of `names`, which are all of its fields.
  private static func fields(
    _ members: [BundleText.Member], _ names: [String], in place: String
  ) throws(BundleText.Fault) -> [BundleText.Node] {
    let prefix = place.isEmpty ? "" : place + ": "
    let given = Dictionary(members.map { ($0.name, $0.node) }) { first, _ in first }
    if let stranger = members.first(where: { !names.contains($0.name) }) {
      throw fault(
        "\(prefix)there is no field \(Registry.quoted(stranger.name))",
        "\(prefix)không có mục \(Registry.quoted(stranger.name))")
    }
    return try names.map { (name) throws(BundleText.Fault) in
      guard let node = given[name] else {
        throw fault("\(prefix)the field \(name) is missing", "\(prefix)thiếu mục \(name)")
      }
      return node
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isMoment(_ text: String) -> Bool {
    let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == pattern.count,
      zip(bytes, pattern).allSatisfy({ byte, wanted in
        wanted == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == wanted
      }), (try? PartialDate(written: text.prefix(10))) != nil
    else { return false }
    let time = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int($0) }
    return time[0] < 24 && time[1] < 60 && time[2] < 60
  }

  private static func wrongKind(_ name: String) -> BundleText.Fault {
    fault("\(name) has a value of another kind", "\(name) có giá trị sai kiểu")
  }

  private static var noBundle: BundleText.Fault {
    fault("this is no bundle of legation", "đây không phải gói của legation")
  }

  static func fault(_ english: String, _ vietnamese: String) -> BundleText.Fault {
    BundleText.Fault(what: Sentence(english, vi: vietnamese))
  }
}

extension Value {
  /// As a part of a record's key, and for people.
  var bundled: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
