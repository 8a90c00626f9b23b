import Migrations
import SQLite
package import Schema

/// What a verification went through.
package struct Verified: Sendable {
  package let changes: Int
  package let versions: Int
  /// The number and the seal of the last sealed change.
  package let head: (number: Int, seal: String)
  /// What is no fault, but worth knowing.
  package var notes: [Sentence] = []
}

extension Registry {
  /// The last change of the chain and its seal, for keeping elsewhere.
  package func head() throws(RegistryError) -> (number: Int, seal: String)? {
    try first(
      "SELECT number, seal FROM change WHERE seal IS NOT NULL ORDER BY number DESC LIMIT 1"
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: Int.self), try row.get(1, as: String.self))
    }
  }

  /// Looks at everything that the file promises.
  ///
  /// - Parameters:
  ///   - kept: a seal that was kept elsewhere. Only with one are a cut tail, an older copy and a
  ///     chain that was computed anew seen.
  ///   - watch: is told how many versions were looked at, and of how many.
  /// - Throws: the first thing that does not fit.
  package func verify(
    against kept: String? = nil, with migrations: [Migration] = Migration.all,
    watch: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(RegistryError) -> Verified {
    guard !connection.isInTransaction else {
      return try verifyNow(against: kept, migrations, watch)
    }
    // One state of the file, whatever others write meanwhile.
    let snapshot: Transaction
    do { snapshot = try connection.begin(.deferred) } catch {
      throw RegistryError(error, path: path)
    }
    var verified = try verifyNow(against: kept, migrations, watch)
    snapshot.rollBack()
    if let note = try checkNameIndex() { verified.notes.append(note) }
    return verified
  }

  private func verifyNow(
    against kept: String?, _ migrations: [Migration], _ watch: (Int, Int) -> Void
  ) throws(RegistryError) -> Verified {
    try checkOwnSchema(against: migrations, version: migrations.count)
    try checkMigrations(against: migrations, version: migrations.count)
    try checkFile()
    var verified = try checkChain(watch)
    try checkRecords()
    try checkNames()
    try checkServices()
    if let kept { try check(verified, against: kept) }
    verified.notes += try replicationNotes() + clockNotes()
    return verified
  }

  private func fault(_ what: Sentence, _ remedy: Remedy = .file(.compareWithCopy)) -> RegistryError
  {
    RegistryError(.unfitFile, what, remedies: [remedy])
  }

  // MARK: The file

  private func checkFile() throws(RegistryError) {
    let (damage, dangling) = try storage { () throws(SQLiteError) in
      // What the rules allow was checked when it was written; that it is still the same, the
      // seals say. Without it, this takes a third of the time.
      try connection.run("PRAGMA ignore_check_constraints = ON")
      defer { try? connection.run("PRAGMA ignore_check_constraints = OFF") }
      return (
        try connection.value("PRAGMA integrity_check(1)", as: String.self) ?? "ok",
        try connection.first("PRAGMA foreign_key_check") { (row) throws(SQLiteError) in
          (try row.get(0, as: String.self), try row.get(2, as: String.self))
        }
      )
    }
    guard damage == "ok" else {
      throw fault(
        Sentence("The file \(path) is damaged: \(damage).", vi: "Tệp \(path) bị hỏng: \(damage)."))
    }
    if let (table, parent) = dangling {
      throw fault(
        Sentence(
          "A record of \(table) refers to a record of \(parent) that is not there.",
          vi: "Một bản ghi của \(table) trỏ tới bản ghi không tồn tại của \(parent)."))
    }
    let sequence =
      try value(
        """
        SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'change')
          IS (SELECT max(number) FROM change)
        """, as: Bool.self) ?? false
    try checkNumbers()
    guard sequence else {
      throw fault(
        Sentence(
          "The last number of a change is not what was given out last: changes were cut off.",
          vi: "Số thay đổi cuối không khớp số đã cấp: có thay đổi bị cắt bỏ."))
    }
  }

  /// Changes are numbered from 0 without a gap.
  private func checkNumbers() throws(RegistryError) {
    let gap = try first(
      """
      SELECT number FROM (SELECT number, row_number() OVER (ORDER BY number) - 1 AS place FROM change)
      WHERE number <> place LIMIT 1
      """
    ) { (row) throws(SQLiteError) in try row.get(0, as: Int.self) }
    if let gap {
      throw fault(
        Sentence(
          "Change \(gap) does not follow the one before it: changes were cut out or renumbered.",
          vi:
            "Thay đổi số \(gap) không nối tiếp thay đổi trước: có thay đổi bị cắt bỏ hoặc đánh số lại."
        ))
    }
  }

  /// What another program keeps in the file for its own work.
  private func replicationNotes() throws(RegistryError) -> [Sentence] {
    let found = try storage { () throws(SQLiteError) in
      try SchemaEntry.all(in: connection).map(\.name)
        .filter(SchemaEntry.replicationTables.contains).sorted()
    }
    guard !found.isEmpty else { return [] }
    let names = found.joined(separator: ", ")
    return [
      Sentence(
        "Litestream keeps its place in the file: \(names). No export has them.",
        vi: "Litestream giữ vị trí của nó trong tệp: \(names). Không bản xuất nào có các bảng này.")
    ]
  }

  /// Changes that say of themselves that they were made before the one before them.
  private func clockNotes() throws(RegistryError) -> [Sentence] {
    let backwards = try column(
      """
      SELECT number FROM (
        SELECT number, made_at < lag(made_at) OVER (ORDER BY number) AS is_backwards FROM change
      ) WHERE is_backwards
      """, as: Int.self)
    guard let first = backwards.first else { return [] }
    return [
      Sentence(
        "The clock ran backwards \(backwards.count) times, first at change \(first); what was known goes by the order of changes.",
        vi:
          "Đồng hồ đã chạy lùi \(backwards.count) lần, lần đầu tại thay đổi số \(first); những gì sổ từng biết được xét theo thứ tự thay đổi."
      )
    ]
  }

  // MARK: The chain

  private func checkChain(_ watch: (Int, Int) -> Void) throws(RegistryError) -> Verified {
    let tables = try tables()
    let seal = Seal(connection, try trackedTables())
    do { try seal.checkHead() } catch { throw error.refusal(path: path) }
    let changes = try all("SELECT number, seal FROM change ORDER BY number") {
      (row) throws(SQLiteError) in
      (number: try row.get(0, as: Int.self), seal: try row.get(1, as: String?.self))
    }
    var total = 0
    for table in tables {
      total += try value("SELECT count(*) FROM \(name: table.shadow)", as: Int.self) ?? 0
      let stray = try value(
        """
        SELECT change FROM (SELECT DISTINCT change FROM \(name: table.shadow))
        WHERE change NOT IN (SELECT number FROM change) LIMIT 1
        """, as: Int.self)
      if let stray {
        throw fault(
          Sentence(
            "\(table.shadow) speaks of change \(stray), which is not there.",
            vi: "\(table.shadow) nói đến thay đổi số \(stray) không tồn tại."))
      }
    }
    var emptied = 0
    var done = 0
    var before = ""
    var head = (number: 0, seal: "")
    for change in changes {
      guard let kept = change.seal else { continue }
      let computed = try storage { () throws(SQLiteError) in
        try seal.of(change: change.number, after: before) { isEmptied in
          done += 1
          if isEmptied { emptied += 1 }
          watch(done, total)
        }
      }
      guard computed == kept else {
        throw fault(
          Sentence(
            "Change \(change.number) does not fit its seal: what it says was altered.",
            vi: "Thay đổi số \(change.number) không khớp dấu niêm: nội dung đã bị sửa."))
      }
      before = kept
      head = (change.number, kept)
    }
    var verified = Verified(changes: changes.count, versions: total, head: head)
    if emptied > 0 {
      verified.notes.append(
        Sentence(
          "\(emptied) versions were emptied; their hashes are kept.",
          vi: "\(emptied) phiên bản đã được xóa nội dung; mã băm vẫn được giữ."))
    }
    let unsealed = changes.filter { $0.seal == nil }.count
    if unsealed > 0 {
      verified.notes.append(
        Sentence(
          "\(unsealed) changes by other programs are not sealed yet; the next write seals them.",
          vi: "\(unsealed) thay đổi do chương trình khác ghi chưa được niêm; lần ghi tới sẽ niêm."))
    }
    return verified
  }

  private func check(_ verified: Verified, against kept: String) throws(RegistryError) {
    let kept = kept.lowercased()
    guard kept.utf8.count == 64, kept.allSatisfy(\.isHexDigit) else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(Registry.quoted(kept)) is no seal: 64 hexadecimal digits.",
          vi: "\(Registry.quoted(kept)) không phải dấu niêm: cần 64 chữ số hệ mười sáu."),
        remedies: [.seeSeal])
    }
    let isThere = try value("SELECT 1 FROM change WHERE seal = \(kept)", as: Int.self) != nil
    guard isThere else {
      throw fault(
        Sentence(
          """
          No change carries the seal \(kept): this is an older copy, its last changes were cut \
          off, or its chain was computed anew.
          """,
          vi: """
            Không thay đổi nào mang dấu niêm \(kept): đây là bản cũ hơn, phần cuối bị cắt, hoặc \
            chuỗi niêm đã bị tính lại.
            """))
    }
  }

  // MARK: Records

  /// Each record is as its last version says, and what is computed of it follows from it.
  private func checkRecords() throws(RegistryError) {
    for table in try tables() {
      let odd = try value(
        """
        SELECT \(raw: table.record(of: "t")) FROM \(name: table.name) AS t
        LEFT JOIN \(name: table.shadow) AS h
          ON \(raw: table.sameRecord("h", "t")) AND \(raw: table.isLast("h", of: "h"))
        -- What a record says now cannot have been emptied.
        WHERE h.change IS NULL OR h.gone OR length(h.salt) = \(carried: Seal.emptied)
          OR \(raw: table.isDifferent("t", "h"))
        UNION ALL
        SELECT \(raw: table.record(of: "h")) FROM \(name: table.shadow) AS h
        WHERE h.gone = 0 AND \(raw: table.isLast("h", of: "h")) AND NOT EXISTS (
          SELECT 1 FROM \(name: table.name) AS t WHERE \(raw: table.sameRecord("t", "h"))
        )
        UNION ALL
        SELECT \(raw: table.record(of: "t")) FROM \(name: table.name) AS t
        WHERE \(raw: table.isMiscomputed ?? "0")
        LIMIT 1
        """, as: String.self)
      if let odd {
        throw fault(
          Sentence(
            "\(table.name) \(odd) is not what its last change left: it was altered unseen.",
            vi: "\(table.name) \(odd) khác với lần thay đổi cuối: đã bị sửa lén."),
          .lookAtHistory(of: odd))
      }
    }
  }

  // MARK: Names

  /// The list of names follows from the records.
  private func checkNames() throws(RegistryError) {
    let odd = try value(
      """
      SELECT k.subject || ' ' || k.key FROM known_name AS k
      WHERE NOT EXISTS (
        -- By the key: thousands of people share a name, and its index is the slow way.
        SELECT 1 FROM searchable_name AS n
        WHERE n.key = k.key AND n.subject = k.subject AND +n.name = k.name
          AND +n.search_key = k.search_key
      )
      UNION ALL
      SELECT 'names' WHERE (SELECT count(*) FROM known_name)
        <> (SELECT count(*) FROM searchable_name)
      LIMIT 1
      """, as: String.self)
    if let odd {
      throw fault(
        Sentence(
          "The list of names does not fit the records: \(odd).",
          vi: "Danh sách tên không khớp với các bản ghi: \(odd)."))
    }
  }

  /// What is known of each service follows from the records.
  private func checkServices() throws(RegistryError) {
    if let odd = try misfitService() {
      throw fault(
        Sentence(
          "What is known of a service does not fit the records: \(odd).",
          vi: "Thông tin tại nhiệm không khớp với các bản ghi: \(odd)."))
    }
  }

  /// The full-text index fits the names.
  ///
  /// SQLite looks at it by a write, which changes nothing; where the file cannot be written, that
  /// is a note.
  private func checkNameIndex() throws(RegistryError) -> Sentence? {
    do {
      let writer = try Connection(path: connection.path, mode: .readWrite, walls: .writing)
      writer.setBusyTimeout(milliseconds: 2000)
      try writer.run("INSERT INTO name_index (name_index, rank) VALUES ('integrity-check', 1)")
      return nil
    } catch {
      switch error.code {
      case .busy, .locked, .readOnly, .cannotOpen, .inputOutput:
        break
      default:
        throw fault(
          Sentence(
            "The index of names is damaged: names may not be found.",
            vi: "Chỉ mục tên bị hỏng: có thể không tìm thấy tên."))
      }
      return Sentence(
        "The index of names was not looked at: the file cannot be written now.",
        vi: "Chưa kiểm tra chỉ mục tên: hiện không ghi được vào tệp.")
    }
  }
}
