import Registry
import SQLite

/// The open change into which the records of pocom and gsh are put, and what is known of them.
final class PocomStore {
  /// Where a record stands as the registry remembers it.
  struct Remembered {
    let digest: String
    let file: String
    let section: String?
    let number: Int?
  }

  let change: Change
  let putter: RowPutter
  let asOf: String
  var report = ImportReport()
  /// Dates of which the note before them makes bounds, or doubts them.
  var datesReadWithNotes = 0
  private let watch: (Int, Int) -> Void
  private let total: Int
  private var done = 0
  private var remembered: [String: Remembered] = [:]

  /// Keys in the registry of what the sources call by their own names.
  private(set) var parties: [String: String] = [:]
  /// The first of those names of each party: several can be one, as two spellings of Bosnia are.
  private(set) var canonical: [String: String] = [:]
  var places: Set<String> = []
  /// Places that share a name, by it and the territory: `paris` in France is `paris_fr`.
  var namesakes: [String: String] = [:]
  var people: Set<String> = []
  var titles: Set<String> = []
  /// Postings by the identifier of the row and its person: identifiers alone are not unique.
  var postings: [String: [(person: String, posting: String)]] = [:]

  init(
    _ change: Change, asOf: String, total: Int, watch: @escaping (Int, Int) -> Void
  ) throws(RegistryError) {
    self.change = change
    self.asOf = asOf
    self.total = total
    self.watch = watch
    putter = RowPutter(change)
    let registry = change.registry
    let known = try registry.all(
      """
      SELECT key, digest, file, section, number FROM citation
      WHERE source IN ('pocom', 'gsh') AND digest IS NOT NULL
      """
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: String.self),
        Remembered(
          digest: try row.get(1, as: String.self), file: try row.get(2, as: String?.self) ?? "",
          section: try row.get(3, as: String?.self), number: try row.get(4, as: Int?.self))
      )
    }
    for (key, record) in known { remembered[key] = record }
    report.nouns = Self.nouns
  }

  private static let nouns: [String: Sentence] = {
    let nouns = [
      Sentence("chief", vi: "người đứng đầu"), Sentence("nominee", vi: "người được đề cử"),
      Sentence("mission note", vi: "ghi chú về cơ quan đại diện"),
      Sentence("concurrent group", vi: "nhóm kiêm nhiệm"), Sentence("group", vi: "nhóm kiêm nhiệm"),
      Sentence("principal officer", vi: "người giữ chức vụ trong nước"),
      Sentence("territory", vi: "lãnh thổ"), Sentence("country", vi: "nước"),
      Sentence("place", vi: "địa điểm"), Sentence("post", vi: "trụ sở"),
    ]
    return Dictionary(uniqueKeysWithValues: nouns.map { ($0.english, $0) })
  }()

  func store(_ sources: PocomImport.Sources) throws(RegistryError) {
    try prepare(hasGSH: !sources.territories.isEmpty)
    for (kind, record) in sources.unreadable {
      report.setAside(
        kind, "unreadable-record", record.element.name, at: record.place,
        Sentence("has no identifier or name", vi: "không có mã hoặc tên"))
    }
    for stranger in sources.strangers {
      report.remark(stranger.code, stranger.record, at: stranger.place, stranger.words)
    }
    for folder in sources.missingFolders {
      report.remark(
        "no-folder", folder, at: "\(folder)/",
        Sentence(
          "is not there: nothing of its kind is taken", vi: "không có; không lấy gì thuộc loại này"
        ))
    }
    try storeParties(sources)
    try storePlaces(sources.locales)
    try storeTitles(sources.roles, sources.missions)
    try storePeople(sources.people)
    try storeMissions(sources.missions)
    try storePosts(sources.posts, missions: sources.missions)
    try storePostings(sources.missions)
    try storeFormer(sources)
    remarkOnNotes()
    try storeGroups(sources.groups)
    if sources.principals > 0 {
      for _ in 0..<sources.principals {
        report.setAside(kind: "principal officer")
      }
      report.remark(
        "no-head-of-mission", "positions-principals", at: "positions-principals/",
        Sentence(
          "\(sources.principals) holders of offices at home head no mission and are set aside",
          vi: "\(sources.principals) người giữ chức vụ trong nước không đứng đầu cơ quan đại diện"))
    }
    remarkOnMissing()
  }

  func name(_ id: String, is party: String) {
    parties[id] = party
    if canonical[party] == nil { canonical[party] = id }
  }

  func step() {
    done += 1
    watch(done, total)
  }

  // MARK: The registry and the sources

  private func prepare(hasGSH: Bool) throws(RegistryError) {
    let registry = change.registry
    let (sender, knownUntil) =
      try registry.first("SELECT sender, known_until FROM registry") {
        (row) throws(SQLiteError) in
        (try row.get(0, as: String?.self), try row.get(1, as: String?.self))
      } ?? (nil, nil)
    if let sender, sender != "us" {
      throw RegistryError(
        .rule,
        Sentence(
          "This registry is of the missions of \(sender); pocom is of those of the United States.",
          vi: "Sổ này ghi cơ quan đại diện của \(sender); pocom là của Hoa Kỳ."),
        remedies: [.file(.makeAnother(of: "us"))])
    }
    try Records(change).set(
      sender: sender == nil ? "us" : nil, knownUntil: knownUntil == nil ? asOf : nil)
    try putSource(
      "pocom", "Principal Officers and Chiefs of Mission of the United States",
      "https://github.com/HistoryAtState/pocom")
    if hasGSH {
      try putSource(
        "gsh", "Territories, seats and posts of the Office of the Historian",
        "https://github.com/HistoryAtState/gsh")
    }
  }

  private func putSource(_ key: String, _ title: String, _ address: String) throws(RegistryError) {
    try put(
      "source",
      [
        "key": .text(key), "title": .text(title), "address": .text(address),
        "publisher": .text("Office of the Historian, U.S. Department of State"),
      ])
  }

  // MARK: Putting

  @discardableResult
  func put(
    _ table: String, key: [String] = ["key"], _ values: KeyValuePairs<String, Value>,
    keepsItsChange: Bool = true
  ) throws(RegistryError) -> PutResult {
    try putter.put(table, key: key, values, keepsItsChange: keepsItsChange)
  }

  /// What of the registry a record of the source became.
  enum Subject {
    case party(String)
    case mission(String)
    case person(String)
    case posting(String)
  }

  /// Stores a record unless the source says what it said before, and keeps where it stands.
  ///
  /// - Parameters:
  ///   - extra: what is stored beyond the record itself, worked out from its neighbours.
  ///   - body: stores it.
  func take(
    _ kind: String, _ id: String, _ record: SourceRecord, of source: String = "pocom",
    as subject: Subject, key given: String? = nil, extra: String = "", says: String? = nil,
    field: String? = nil, _ body: () throws(RegistryError) -> PutResult
  ) throws(RegistryError) {
    defer { step() }
    let key = "\(source)-\(self.key(from: kind))-\(given ?? self.key(from: id))"
    let digest = recordDigest(record.element.digested + [0x1C] + Array(extra.utf8))
    let known = remembered.removeValue(forKey: key)
    if let known, known.digest == digest {
      report.count(kind, .same)
      if known.file != record.file || known.section != record.section
        || known.number != record.number
      {
        try cite(key, id, record, source, subject, digest, says: says, field: field)
      }
      return
    }
    do {
      _ = try body()
      try cite(key, id, record, source, subject, digest, says: says, field: field)
    } catch {
      var refusal = RegistryError(
        error.kind,
        Sentence(
          "\(record.place), \(id): \(error.message.english)",
          vi: "\(record.place), \(id): \(error.message.vietnamese)"))
      refusal.hint = error.hint
      refusal.remedies = error.remedies
      throw refusal
    }
    report.count(kind, known == nil ? .added : .edited)
  }

  private func cite(
    _ key: String, _ id: String, _ record: SourceRecord, _ source: String, _ subject: Subject,
    _ digest: String, says: String?, field: String?
  ) throws(RegistryError) {
    let audit = record.audit
    var party: String?
    var mission: String?
    var person: String?
    var posting: String?
    switch subject {
    case .party(let key): party = key
    case .mission(let key): mission = key
    case .person(let key): person = key
    case .posting(let key): posting = key
    }
    try put(
      "citation",
      [
        "key": .text(key), "source": .text(source), "party": party.sqliteValue,
        "mission": mission.sqliteValue, "person": person.sqliteValue,
        "posting": posting.sqliteValue, "field": field.sqliteValue, "says": try note(says),
        "record": try line(id), "file": try line(record.file),
        "section": record.section.sqliteValue,
        "number": record.number.sqliteValue, "digest": .text(digest),
        "recorded_by": try line(audit.recordedBy), "recorded_on": try line(audit.recordedOn),
        "revised_by": try line(audit.revisedBy), "revised_on": try line(audit.revisedOn),
      ])
  }

  private func remarkOnNotes() {
    guard datesReadWithNotes > 0 else { return }
    report.remark(
      "dates-in-notes", "pocom", at: "missions-*/",
      Sentence(
        """
        \(datesReadWithNotes) dates are kept as bounds or marked, as the notes before them say; \
        the notes are kept too
        """,
        vi: """
          \(datesReadWithNotes) ngày được ghi thành khoảng giới hạn hoặc có dấu, đúng như ghi chú \
          đứng trước; ghi chú vẫn được giữ
          """))
  }

  private func remarkOnMissing() {
    for (key, record) in remembered.sorted(by: { $0.key < $1.key }) {
      report.remark(
        "no-longer-in-source", key, at: record.file,
        Sentence("was there before; it is kept", vi: "trước đây có; vẫn được giữ lại"))
    }
  }

  // MARK: Values

  /// Of whoever left on a day that is not said: before the day up to which the source is known.
  func unknownEnd(of chief: PocomChief) -> Value {
    guard let day = (try? PartialDate(written: asOf))?.date, let last = day.before?.description,
      (chief.began?.read?.earliest ?? "") <= last
    else { return .null }
    return .text("[..\(last)]")
  }

  /// A key for a name of the source: itself where it can be one.
  func key(from id: String) -> String {
    if Key.isValid(id) { return id }
    return Key.from(Key.hyphenated(id)) ?? "record"
  }

  func line(_ text: String?) throws(RegistryError) -> Value {
    guard let text else { return .null }
    return .text(try change.registry.entered(text, as: Sentence("text", vi: "văn bản")))
  }

  func note(_ text: String?) throws(RegistryError) -> Value {
    guard let text else { return .null }
    return .text(
      try change.registry.entered(text, as: Sentence("note", vi: "ghi chú"), isNote: true))
  }

  /// The date of an event with what its note makes of it, and its words where it is none.
  func date(_ event: PocomEvent, in record: SourceRecord, _ id: String) -> (Value, unread: String?)
  {
    if let date = event.withNote { return (.text(date.read.description), nil) }
    return date(event.date, in: record, id)
  }

  /// A date that the source gives, and the words of it where it is none.
  func date(_ text: String?, in record: SourceRecord, _ id: String) -> (Value, unread: String?) {
    guard let text else { return (.null, nil) }
    if let date = (try? PartialDate(written: text))?.date, date.description == text {
      return (.text(text), nil)
    }
    report.remark(
      "no-such-date", id, at: record.place,
      Sentence(
        "\(text) is no date; it is kept in the note", vi: "\(text) không phải ngày; ghi vào ghi chú"
      ))
    return (.null, text)
  }
}
