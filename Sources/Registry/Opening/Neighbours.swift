import CSystem
package import Files

/// The files beside a database whose names SQLite takes for its own: the write-ahead log, the
/// log's index and the rollback journal.
///
/// SQLite believes them before the first question is answered: it plays back what they say, cuts
/// them off and deletes them, and whatever other file a journal names. So whoever opens a database,
/// and whoever gives one its name, looks at them here before.
struct Neighbours {
  static let endings = ["-wal", "-shm", "-journal"]

  /// Of the database, without links: SQLite looks beside the file, not beside a link to it.
  let path: String
  /// The same for sentences: as it was given, unless that is a link.
  let name: String

  /// - Throws: where there is no regular file.
  init(of path: String, named name: String? = nil) throws(RegistryError) {
    let name = name ?? path
    try Registry.requireFile(path, named: name)
    guard let there = FileSystem.resolved(path) else {
      throw RegistryError(
        .inputOutput,
        Sentence(
          "\(name) cannot be reached: \(FileSystem.lastError).",
          vi: "Không tới được \(name): \(FileSystem.lastError)."))
    }
    self.path = there.path
    self.name = FileSystem.isLink(name) ? there.path : name
  }

  // MARK: What is asked before a database is opened

  /// Refuses what would hang whoever opens the database, or take a file away that is none of its
  /// own: also where the database is about to be replaced.
  func requireHarmless(for purpose: Registry.Purpose) throws(RegistryError) {
    for ending in Self.endings {
      guard let status = FileStatus(ofLink: path + ending) else { continue }
      guard status.kind == .file else { throw refusal(ofIrregular: ending) }
      if purpose == .writing, status.names > 1 { throw refusal(ofSecondName: ending) }
    }
    if case .naming(let other) = try journal() { throw refusal(ofJournalNaming: other) }
  }

  /// Refuses what SQLite would make worse, or forget without a word, by opening the database.
  ///
  /// - Parameter log: when the log is looked at.
  /// - Returns: what is no damage, but worth knowing.
  func look(
    _ log: Registry.LogLook, for purpose: Registry.Purpose
  ) throws(RegistryError) -> Sentence? {
    try requireHarmless(for: purpose)
    guard !isEmpty else { throw refusalOfEmptiness() }
    if case .other = try journal() { throw refusalOfOtherJournal() }
    // It was looked at when it was opened, and a second look would take SQLite's locks away.
    guard !OpenFiles.contains(path) else { return nil }
    guard !hasForeignLog else { throw refusalOfForeignLog() }
    guard falsePageSize == nil else { throw refusalOfPageSizes() }
    guard log == .always || log == .whenAbandoned && !WriteAheadLog.isInUse(path) else {
      return nil
    }
    switch WriteAheadLog.state(of: path) {
    case .sound, .busy: return nil
    case .torn:
      return Sentence(
        "The last change in the log of \(name) is incomplete: a power cut while it was written, or damage.",
        vi:
          "Thay đổi cuối trong nhật ký của \(name) không trọn vẹn: mất điện khi đang ghi, hoặc hư hỏng."
      )
    case .damaged(let sound, let total): throw refusal(ofLogHolding: sound, of: total)
    case .lost(let frames): throw refusal(ofLostLog: frames)
    }
  }

  /// Refuses to read a database in the middle of a write, where nobody can put it back.
  func requireSettled() throws(RegistryError) {
    guard case .hot = try journal() else { return }
    throw refusalOfUnsettledInClosedFolder()
  }

  /// Whether a write was broken off that the next writer takes back.
  var isUnsettled: Bool {
    if case .hot? = try? journal() { return true }
    return false
  }

  // MARK: What is kept before a database is replaced

  /// Whether SQLite, by opening it, would take away or change what is nowhere else.
  ///
  /// Asked of a file that this process has not open.
  var isAtStake: Bool {
    if isUnsettled || hasForeignLog || falsePageSize != nil || !isDatabase { return true }
    if case .other? = try? journal() { return true }
    switch WriteAheadLog.state(of: path) {
    case .sound, .busy: return false
    case .torn, .damaged, .lost: return true
    }
  }

  /// Copies the file and its neighbours, byte by byte, under another name.
  ///
  /// - Returns: the name of the first, the others have the usual endings.
  func keep(as word: String) throws(RegistryError) -> String {
    let aside = PlaceRule.database.free(
      "\(path).\(word)-" + Clock.now().filter { $0 != ":" && $0 != "-" })
    for ending in [""] + Self.endings {
      guard let status = FileStatus(of: path + ending) else { continue }
      do { try FileSystem.copy(path + ending, to: aside + ending) } catch {
        throw RegistryError(error)
      }
      status.giveLeave(to: aside + ending)
    }
    FileSystem.synchronizeFolder(of: path)
    return aside
  }

  // MARK: What is asked before a database gets its name

  /// Refuses a place where SQLite would take what lies there for a part of the new database, or the
  /// new database for a part of one that lies there.
  static func requireNone(at path: String) throws(RegistryError) {
    for ending in endings where path.hasSuffix(ending) {
      throw RegistryError(
        .cannotCreate,
        Sentence(
          "\(path) is no name for a registry: SQLite deletes what ends in \(ending) with the file of the name before it.",
          vi:
            "\(path) không thể là tên sổ: SQLite xóa tệp có đuôi \(ending) cùng với tệp mang phần tên đứng trước."
        ),
        hint: Sentence(
          "Choose a name that ends otherwise.", vi: "Hãy chọn tên có đuôi khác."))
    }
    let left = endings.filter { FileSystem.isThere(path + $0) }
    guard !left.isEmpty else { return }
    let names = left.map { path + $0 }.joined(separator: ", ")
    throw RegistryError(
      .cannotCreate,
      Sentence(
        "\(names) lies there, left by a registry that is gone: SQLite would take it for a part of the new one.",
        vi: "Còn lại \(names) của một sổ không còn nữa: SQLite sẽ coi đó là một phần của sổ mới."),
      hint: Sentence(
        "Move it away, unless the registry to which it belongs can be put back.",
        vi: "Hãy chuyển đi nơi khác, trừ khi có thể đưa sổ cũ của nó về chỗ."),
      remedies: [.file(.moveAway(left.map { moving(path + $0) }))])
  }

  static func moving(_ path: String) -> MovedFile {
    MovedFile(path: path, free: PlaceRule.database.free(path + ".away"))
  }

  // MARK: What lies there

  private enum Journal {
    case none
    /// Empty, or with a header that says that nothing is to be put back.
    case spent
    /// What a writer puts back before anything else; so it is even after a power cut.
    case hot
    /// Of a write to several databases, which ends with the deletion of one more file.
    case naming(String)
    /// No journal: SQLite would put nothing back and delete it.
    case other
  }

  /// What the journal is, by its first and last bytes.
  ///
  /// The format: https://sqlite.org/fileformat2.html#the_rollback_journal
  private func journal() throws(RegistryError) -> Journal {
    let file = path + "-journal"
    let descriptor: Int32
    do { descriptor = try FileSystem.openRegular(file) } catch {
      if case .system(ENOENT) = error.reason { return .none }
      var kind = RegistryError.Kind.inputOutput
      if case .system(EACCES) = error.reason { kind = .readOnly }
      let why = error.reason.words
      throw RegistryError(
        kind,
        Sentence(
          "\(name)-journal cannot be read: \(why.english).",
          vi: "Không đọc được \(name)-journal: \(why.vietnamese)."))
    }
    defer { close(descriptor) }
    guard let size = FileStatus(open: descriptor)?.size, size > 0 else { return .spent }
    if let other = Self.nameAtEnd(descriptor, size) { return .naming(other) }
    var head = [UInt8](repeating: 0, count: 12)
    let count = pread(descriptor, &head, head.count, 0)
    // Until what is to be put back lies on the disk, and after it was put back, these are zero.
    if head.allSatisfy({ $0 == 0 }) { return .spent }
    return count >= 8 && head.starts(with: Self.magic) ? .hot : .other
  }

  static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// The name that ends a journal, before its length, its sum and the magic bytes; whether the sum
  /// is right is not asked.
  private static func nameAtEnd(_ descriptor: Int32, _ size: Int) -> String? {
    var end = [UInt8](repeating: 0, count: 16)
    guard size >= 16, pread(descriptor, &end, 16, off_t(size - 16)) == 16,
      end[8...].elementsEqual(magic)
    else { return nil }
    let length = end[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length > 0, length <= size - 16 else { return nil }
    var bytes = [UInt8](repeating: 0, count: min(length, 1024))
    let count = pread(descriptor, &bytes, bytes.count, off_t(size - 16 - length))
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// What the log says of the size of pages, where the header of the file says something else: one
  /// of them is damaged, or of another file.
  var falsePageSize: Int? {
    guard let log = WriteAheadLog.pageSize(of: path), let file = FileSystem.pageSize(of: path)
    else { return nil }
    return log == file ? nil : log
  }

  private var isEmpty: Bool { FileSystem.size(path) == 0 }

  private var isDatabase: Bool { FileSystem.isDatabase(path) }

  /// Whether the file says that it has no log, as a backup does, and one with frames lies beside it
  /// all the same: then it is that of a file which was there before.
  private var hasForeignLog: Bool {
    guard FileSystem.size(path + "-wal") ?? 0 > 32 else { return false }
    let head = FileSystem.head(of: path, 20)
    return head.starts(with: "SQLite format 3\0".utf8) && head[18...].elementsEqual([1, 1])
  }

}

extension Registry {
  /// When the log is looked at, before SQLite is.
  package enum LogLook: Sendable {
    /// Where nobody else has the file open: then the first opener forgets what is damaged.
    case whenAbandoned
    case always
    /// Where a person decided to go on with what holds.
    case never
  }

  /// Keeps copies of a file and its neighbours under another name, so that SQLite may take what
  /// holds of them.
  ///
  /// - Returns: the name of the first copy, the others have the usual endings; `nil` where the log
  ///   holds, so that nothing of it is about to be dropped.
  package static func keepDamagedLog(of path: String) throws(RegistryError) -> String? {
    let files = try Neighbours(of: path)
    try files.requireHarmless(for: .reading)
    switch WriteAheadLog.state(of: files.path) {
    case .sound, .busy: return nil
    case .torn, .damaged, .lost: return try files.keep(as: "damaged")
    }
  }
}

extension FileSystem {
  /// The size of a database's pages, as its header says; `nil` where it says none.
  static func pageSize(of path: String) -> Int? {
    let bytes = head(of: path, 18).dropFirst(16)
    guard bytes.count == 2 else { return nil }
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    let bytesAPage = size == 1 ? 65536 : size
    return bytesAPage >= 512 && bytesAPage & (bytesAPage - 1) == 0 ? bytesAPage : nil
  }

  /// Whether there is a database; a link is none.
  package static func isDatabase(_ path: String) -> Bool {
    head(of: path, 16).elementsEqual("SQLite format 3\0".utf8)
  }

  /// Whether a file is SQLite's own, beside a database.
  ///
  /// Its log holds what is kept and not yet in the database. So it is where there is none at the
  /// moment.
  package static func isBesideDatabase(_ path: String) -> Bool {
    for ending in Neighbours.endings where path.hasSuffix(ending) {
      if let there = resolved(String(path.dropLast(ending.count))), isDatabase(there.path) {
        return true
      }
    }
    // A log and a journal of a database that is elsewhere, or known by another name.
    let head = head(of: resolved(path)?.path ?? path, 8)
    return head.starts(with: [0x37, 0x7F, 0x06]) && head.count > 3 && head[3] & 0xFE == 0x82
      || head.elementsEqual(Neighbours.magic)
  }
}
