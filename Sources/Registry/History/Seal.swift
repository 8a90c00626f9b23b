import Crypto
import SQLite

/// The chain of seals: each change carries the SHA-256 of its content and of the seal before it.
///
/// The content, byte for byte: the words "legation seal 1", the seal before (empty for the first),
/// the columns of the change, then for each table in the order of names, for each version in the
/// order of keys: the table, whether the record is gone, and every column that is not NULL, name
/// and value. Each item is its kind, its length in decimal, a colon, and its bytes. A column that
/// a later migration adds leaves older seals as they are.
struct Seal {
  private let connection: Connection
  private let tables: [TrackedTable]

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    tables = try TrackedTable.all(in: connection)
  }

  /// The last seal of the chain; empty where nothing is sealed.
  static func last(_ connection: Connection) throws(SQLiteError) -> String {
    try connection.value(
      "SELECT seal FROM change WHERE seal IS NOT NULL ORDER BY number DESC LIMIT 1",
      as: String.self) ?? ""
  }

  /// Ends what is open and seals every change that is not sealed yet, in order.
  func sealAll() throws(SQLiteError) {
    try connection.run("DELETE FROM open_change")
    let numbers = try connection.column(
      "SELECT number FROM change WHERE seal IS NULL ORDER BY number", as: Int.self)
    guard !numbers.isEmpty else { return }
    var before = try Self.last(connection)
    // A merge leaves many at once: which tables each touched is asked for a thousand together.
    for start in stride(from: 0, to: numbers.count, by: 1_000) {
      let some = numbers[start..<min(start + 1_000, numbers.count)]
      let touched = try connection.touched(
        by: some[start]...some[some.endIndex - 1], among: tables)
      for number in some {
        let places = touched[number]?.map(\.table) ?? []
        let seal = try of(change: number, after: before, among: places.map { tables[$0] })
        try connection.run("UPDATE change SET seal = \(seal) WHERE number = \(number)")
        before = seal
      }
    }
  }

  /// What the seal of a change must be.
  ///
  /// - Parameters:
  ///   - touched: the tables that it wrote, in the order of names; `nil` where nobody knows.
  ///   - watch: is told of each version that goes into it.
  func of(
    change number: Int, after before: String, among touched: [TrackedTable]? = nil,
    watch: () -> Void = {}
  ) throws(SQLiteError) -> String {
    var content = SealedContent()
    content.add(text: "legation seal 1")
    content.add(text: before)
    let change = try connection.statement(
      """
      SELECT
        number, made_at, author, reason, action, program, merged_from, first_made_at, office,
        undoes
      FROM change WHERE number = \(number)
      """)
    while try change.step() {
      for index in 0..<change.columnCount { content.add(change.row.stored(at: index)) }
    }
    for table in touched ?? tables {
      let columns = table.stored
      // The number is bound, so that the statement is compiled once for many changes.
      let versions = try connection.statement(
        """
        SELECT gone, \(names: columns) FROM \(name: table.shadow)
        WHERE change = \(number) ORDER BY \(names: table.key)
        """)
      let name = Array(table.name.utf8)
      let names = columns.map { Array($0.utf8) }
      while try versions.step() {
        watch()
        content.add(kind: UInt8(ascii: "T"), name)
        content.add(versions.row.stored(at: 0))
        for (index, column) in names.enumerated() {
          let value = versions.row.stored(at: index + 1)
          if value.storageClass == .null { continue }
          content.add(kind: UInt8(ascii: "C"), column)
          content.add(value)
        }
      }
    }
    return content.finish()
  }
}

/// Items on their way into a hash.
private struct SealedContent {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  mutating func add(text: String) { add(kind: UInt8(ascii: "t"), Array(text.utf8)) }

  mutating func add(kind: UInt8, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add(kind: kind, $0) }
  }

  mutating func add(_ value: StoredValue) {
    switch value.storageClass {
    case .null: add(kind: UInt8(ascii: "n"), [])
    case .integer: add(kind: UInt8(ascii: "i"), value.textBytes)
    // By its bits: text would round.
    case .real: add(kind: UInt8(ascii: "r"), Array(String(value.real.bitPattern, radix: 16).utf8))
    case .text: add(kind: UInt8(ascii: "t"), value.textBytes)
    case .blob: add(kind: UInt8(ascii: "b"), value.blobBytes)
    }
  }

  private mutating func add(kind: UInt8, _ bytes: UnsafeRawBufferPointer) {
    buffer.append(kind)
    var divisor = 1
    while bytes.count / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: bytes.count / divisor % 10))
      divisor /= 10
    }
    buffer.append(UInt8(ascii: ":"))
    buffer.append(contentsOf: bytes)
    if buffer.count > 60_000 { empty() }
  }

  private mutating func empty() {
    buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
    buffer.removeAll(keepingCapacity: true)
  }

  mutating func finish() -> String {
    empty()
    return SHA256.hex(hash.finalize())
  }
}

extension SHA256 {
  /// A digest in lower-case hex.
  static func hex(_ digest: Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
