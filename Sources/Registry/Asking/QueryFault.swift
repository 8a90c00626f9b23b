import SQLite
import Schema

/// What SQLite says of a question, made into something that helps: the place, what is wrong there,
/// and what to write instead.
package struct QueryFault {
  private let registry: Registry
  private let limits: QueryLimits
  private let isWriting: Bool

  /// - Parameter isWriting: whether statements may change records.
  init(_ registry: Registry, _ limits: QueryLimits, isWriting: Bool = false) {
    self.registry = registry
    self.limits = limits
    self.isWriting = isWriting
  }

  package static let noStatement = RegistryError(
    .invalidValue, Sentence("There is no statement.", vi: "Không có câu lệnh nào."))

  func explain(_ error: SQLiteError) -> RegistryError {
    // A name like any other that cannot be used, whatever code comes with it.
    if error.message.hasPrefix("not authorized to use function") { return mistake(error) }
    if let refusal = refusal(for: error) { return refusal }
    switch error.code {
    case .interrupted: return timeIsOver
    case .outOfMemory: return memoryIsOver
    case .tooBig:
      return RegistryError(
        .rule,
        Sentence(
          "A value or the statement is larger than is allowed (16 MB, 1 MB).",
          vi: "Một giá trị hoặc câu lệnh vượt quá giới hạn (16 MB, 1 MB)."))
    // The last one is told where the schema was not read yet.
    case .error, .mismatch, .misuse, .schema: return mistake(error)
    default: return RegistryError(error, path: registry.path)
    }
  }

  /// The refusal of what may not be done, right or wrong as the statement is.
  private func refusal(for error: SQLiteError) -> RegistryError? {
    let sql = error.sql ?? ""
    let rule = ReadingRule(registry)
    // Where the schema was not read yet, SQLite keeps the words of the refusal, not its code.
    let isRefused =
      error.code == .notAuthorized || error.message == "not authorized"
      || error.message.hasSuffix(" may not be modified")
      || error.message.hasPrefix("cannot modify ")
        && error.message.hasSuffix(" because it is a view")
      || error.message.hasPrefix("cannot VACUUM ")
    if isRefused {
      if isWriting { return ReadingRule.refusalOfWriting }
      return rule.wayAroundTheClock(in: sql) ?? rule.refusal(of: sql)
    }
    if error.code == .readOnly { return rule.refusal(of: sql) }
    let isWrong = [.error, .schema].contains(error.code)
    return isWrong && !isWriting ? rule.refusal(ofWrong: sql) : nil
  }

  // MARK: Limits

  private var timeIsOver: RegistryError {
    let seconds = limits.seconds ?? 0
    return RegistryError(
      .timeLimit,
      Sentence("The time limit of \(seconds) s is over.", vi: "Đã hết thời hạn \(seconds) giây."),
      remedies: [.question(.raiseTimeLimit)])
  }

  private var memoryIsOver: RegistryError {
    let megabytes = limits.memory >> 20
    return RegistryError(
      .rule,
      Sentence(
        "The answer needs more than \(megabytes) MB of memory.",
        vi: "Kết quả cần hơn \(megabytes) MB bộ nhớ."),
      remedies: [.question(.raiseMemoryLimit)])
  }

  // MARK: Mistakes

  /// What is wrong, taken apart.
  func parsed(_ error: SQLiteError, _ catalog: Catalog?) -> Mistake {
    let tables = catalog?.tables ?? []
    return Mistake(
      error,
      known: KnownNames(
        tables: Set(tables), columns: Set(tables.flatMap { catalog?.columns(of: $0) ?? [] }),
        functions: Registry.functionNames))
  }

  private func mistake(_ error: SQLiteError) -> RegistryError {
    let catalog = try? Catalog(registry.connection)
    let mistake = parsed(error, catalog)
    let cure = cure(of: mistake, catalog)
    let place = mistake.bytes(of: cure.place) ?? mistake.bytes
    return RegistryError(
      isOfTheFile(mistake) ? .rule : .invalidValue, mistake.complaint.message,
      list: SQLExcerpt.lines(
        of: mistake.sql, at: place.map { ($0.lowerBound, $0.count) }, firstLine: error.firstLine)
        + cure.lines, hint: cure.hint ?? mistake.complaint.cure,
      remedies: cure.remedies)
  }

  /// Whether a view of a schema that somebody else made is wrong, not the statement that asks it.
  private func isOfTheFile(_ mistake: Mistake) -> Bool {
    guard registry.isForeign else { return false }
    switch mistake.complaint.kind {
    case .table, .column, .function, .collation:
      let name = mistake.complaint.name.split(separator: ".").last?.lowercased()
      return !mistake.tokens.contains { $0.isName && $0.text.lowercased() == name }
    case .other: return true
    default: return false
    }
  }

  private func cure(of mistake: Mistake, _ catalog: Catalog?) -> Cure {
    let names = catalog.flatMap { MissingName(mistake, $0, registry.connection).cure }
    // A name in quotes may be that of a column; only one that is near to none is a text.
    if mistake.complaint.kind == .column, mistake.isQuoted, let names { return names }
    // An order that was misspelt is nearer than one of another database.
    if mistake.complaint.kind == .collation, let names { return names }
    if let word = ForeignWord.found(in: mistake) { return Cure(word) }
    if let names { return names }
    if let join = catalog.flatMap({ MissingJoin(mistake, $0, registry.connection).cure }) {
      return join
    }
    if let clause = ClauseMistake(mistake) { return Cure(clause) }
    if let (place, meant) = Keywords.misspelt(in: mistake) {
      return Cure.meant(meant, at: place..<place + 1) ?? Cure()
    }
    if isWriting, let beginning = ClauseMistake.beginningOfChange(mistake) {
      return Cure(beginning)
    }
    let left = ClauseMistake.beginning(mistake) ?? ClauseMistake.sideBySide(mistake)
    return left.map(Cure.init) ?? Cure()
  }
}
