import Crypto
import SQLite
import Schema

/// The chain of seals: each change carries the SHA-256 of its content and of the seal before it.
///
/// The content, byte for byte: the words "legation seal 2", the seal before (empty for the first),
/// the columns of the change, then for each table in the order of names, for each version in the
/// order of keys, the table, whether the record is gone, its key, and the SHA-256 of that version.
/// What a version hashes to: its salt, the table, whether the record is gone, and every column that
/// is not NULL, name and value. Each item is its kind, its length in decimal, a colon, and its
/// bytes. A column that a later migration adds leaves older seals as they are.
///
/// The salt is random and the version's own, so that nobody can try out what an emptied version
/// said: of such a one its hash is kept in the place of its salt, and the chain still holds. An
/// emptied version says nothing but its key; what says more is hashed like any other.
struct Seal {
  /// The bytes of a salt, and of the hash that an emptied version has instead.
  static let emptied = 32

  private let connection: Connection
  /// The tables that changes wrote.
  let written: WrittenTables

  init(_ connection: Connection, _ tables: TrackedTables) {
    self.connection = connection
    written = WrittenTables(connection, tables)
  }

  /// Ends what is open and seals every change that is not sealed yet, in order.
  ///
  /// - Parameter begins: whether a chain may begin here. A file whose seals were all taken off looks
  ///   like one that never had any.
  /// - Returns: the last seal that was made; `nil` where there was nothing to seal.
  /// - Throws: where a change that was sealed has lost its seal.
  @discardableResult
  func sealAll(begins: Bool = false) throws(SealFault) -> String? {
    try stored { () throws(SQLiteError) in try connection.run("DELETE FROM open_change") }
    let numbers = try stored { () throws(SQLiteError) in try unsealed() }
    guard let last = numbers.last else { return nil }
    var before = try checkHead(mayBegin: begins)
    try stored { () throws(SQLiteError) in
      for number in numbers {
        let seal = try of(change: number, after: before)
        try connection.run("UPDATE change SET seal = \(seal) WHERE number = \(number)")
        before = seal
      }
      try connection.run(
        """
        INSERT INTO sealed_head (one, number, seal, proof)
        VALUES (1, \(last), \(before), \(Self.proof(last, before)))
        ON CONFLICT (one) DO UPDATE
        SET number = excluded.number, seal = excluded.seal, proof = excluded.proof
        """)
    }
    return before
  }

  /// The changes that are not sealed yet, in order.
  func unsealed() throws(SQLiteError) -> [Int] {
    try connection.column("SELECT number FROM change WHERE seal IS NULL ORDER BY number")
  }

  /// Looks whether the chain ends where it was left.
  ///
  /// A missing seal is no proof that a change is new: somebody may have taken it off.
  ///
  /// - Parameter mayBegin: whether there may be no chain yet: only while the program makes it.
  /// - Returns: the seal at the end; empty where there is no chain yet.
  @discardableResult
  func checkHead(mayBegin: Bool = false) throws(SealFault) -> String {
    let found = try stored { () throws(SQLiteError) in
      try connection.first(
        """
        SELECT
          h.number, h.seal, h.proof,
          (SELECT seal FROM change WHERE number = h.number),
          (SELECT number FROM change WHERE seal IS NOT NULL ORDER BY number DESC LIMIT 1),
          (SELECT number FROM change WHERE seal IS NULL ORDER BY number LIMIT 1)
        FROM (SELECT 1) LEFT JOIN sealed_head AS h ON h.one = 1
        """
      ) { (row) throws(SQLiteError) in
        (
          head: (
            number: try row.get(0, as: Int?.self), seal: try row.get(1, as: String?.self),
            proof: try row.get(2, as: String?.self)
          ),
          kept: try row.get(3, as: String?.self), last: try row.get(4, as: Int?.self),
          unsealed: try row.get(5, as: Int?.self)
        )
      }
    }
    guard let found else { throw .head }
    guard let number = found.head.number, let seal = found.head.seal else {
      if found.last != nil || !mayBegin { throw .head }
      return ""
    }
    if let unsealed = found.unsealed, unsealed <= max(number, found.last ?? 0) {
      throw .unsealed(unsealed)
    }
    guard found.last == number, found.kept == seal, found.head.proof == Self.proof(number, seal)
    else { throw .head }
    return seal
  }

  /// What can only be told by somebody who knows how it is made: a line of SQL does not.
  static func proof(_ number: Int, _ seal: String) -> String {
    SHA256.hex(SHA256.hash(data: Array("legation head 1:\(number):\(seal)".utf8)))
  }

  /// What the seal of a change must be.
  ///
  /// - Parameter watch: is told of each version that goes into it, and whether it was emptied.
  func of(
    change number: Int, after before: String, watch: (_ isEmptied: Bool) -> Void = { _ in }
  ) throws(SQLiteError) -> String {
    var content = HashedItems()
    content.add(text: "legation seal 2")
    content.add(text: before)
    var change = try connection.statement(
      """
      SELECT
        number, made_at, author, reason, action, program, merged_from, first_made_at, office,
        undoes
      FROM change WHERE number = \(number)
      """)
    while try change.step() {
      for index in 0..<change.columnCount { content.add(change.row[index]) }
    }
    for table in try written.by(number...number) {
      try addVersions(of: table, in: number, to: &content, watch)
    }
    return content.finish()
  }

  private func addVersions(
    of table: TrackedTable, in number: Int, to content: inout HashedItems, _ watch: (Bool) -> Void
  ) throws(SQLiteError) {
    var versions = try connection.statement(
      """
      SELECT salt, gone, \(names: table.stored) FROM \(name: table.shadow)
      WHERE change = \(number) ORDER BY \(names: table.key)
      """)
    var hasher = VersionHasher(table)
    let name = Array(table.name.utf8)
    let keyPlaces = table.key.compactMap { table.stored.firstIndex(of: $0) }.map { $0 + 2 }
    let others = (2..<versions.columnCount).filter { !keyPlaces.contains($0) }
    while try versions.step() {
      content.add(kind: UInt8(ascii: "T"), name)
      content.add(versions.row[1])
      for place in keyPlaces { content.add(versions.row[place]) }
      let isEmptied =
        versions.row[0].blobBytes.count == Self.emptied
        && others.allSatisfy { versions.row.isNull(at: $0) }
      watch(isEmptied)
      if isEmptied {
        content.add(kind: UInt8(ascii: "v"), versions.row[0].blobBytes)
      } else {
        hasher.hash(versions.row).withUnsafeBytes { content.add(kind: UInt8(ascii: "v"), $0) }
      }
    }
  }

  /// What a version hashes to: what stays of it where it is emptied.
  func hash(
    of table: TrackedTable, key: [Value], in change: Int
  ) throws(SQLiteError) -> [UInt8] {
    let selected: SQL = """
      SELECT salt, gone, \(names: table.stored) FROM \(name: table.shadow)
      WHERE \(raw: table.hasBoundKey()) AND change = ?
      """
    var hasher = VersionHasher(table)
    var version = try connection.statement(selected.binding(key + [.integer(Int64(change))]))
    guard try version.step() else { return [] }
    return Array(hasher.hash(version.row))
  }

  /// Hashes the rows of `salt, gone` and the stored columns of a table.
  private struct VersionHasher {
    private let name: [UInt8]
    private let columns: [[UInt8]]
    private var items = HashedItems()

    init(_ table: TrackedTable) {
      name = Array(table.name.utf8)
      columns = table.stored.map { Array($0.utf8) }
    }

    mutating func hash(_ row: borrowing Row) -> SHA256.Digest {
      items.add(row[0])
      items.add(kind: UInt8(ascii: "T"), name)
      items.add(row[1])
      for (index, column) in columns.enumerated() {
        if row.isNull(at: index + 2) { continue }
        items.add(kind: UInt8(ascii: "C"), column)
        items.add(row[index + 2])
      }
      return items.take()
    }
  }

  private func stored<T>(_ body: () throws(SQLiteError) -> T) throws(SealFault) -> T {
    do { return try body() } catch { throw .storage(error) }
  }
}

/// What is wrong with the end of the chain.
enum SealFault: Error {
  case storage(SQLiteError)
  /// A change that was sealed, or that lies before a sealed one, bears no seal.
  case unsealed(Int)
  /// The chain does not end where it was left.
  case head

  func refusal(path: String) -> RegistryError {
    switch self {
    case .storage(let error): RegistryError(error, path: path)
    case .unsealed(let number):
      Self.altered(
        Sentence(
          "Change \(number) has lost its seal: it was altered.",
          vi: "Thay đổi số \(number) đã mất dấu niêm: nội dung đã bị sửa."))
    case .head:
      Self.altered(
        Sentence(
          "The chain of seals does not end where it was left: changes were cut off or altered.",
          vi: "Chuỗi dấu niêm không kết thúc ở chỗ đã ghi: có thay đổi bị cắt bỏ hoặc bị sửa."))
    }
  }

  private static func altered(_ what: Sentence) -> RegistryError {
    RegistryError(.unfitFile, what, remedies: [.file(.compareWithCopy)])
  }
}
