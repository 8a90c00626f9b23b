import Files
import Registry

/// An open registry: one file, which holds missions, the people who head them, and every version of
/// what was ever said about them.
///
/// ```swift
/// let registry = try Registry.open("office.db")
/// for entry in try registry.roster(ofTerm: "2024-2027").entries {
///   print(entry.number, entry.head.personName, entry.head.missionName.english)
/// }
/// ```
///
/// Read with ``missions(matching:where:limit:)``, ``people(matching:where:limit:)``,
/// ``heads(_:)`` and ``roster(ofTerm:)``; ask in SQL with ``ask(_:_:limits:)``; write with
/// ``change(_:by:because:accepting:isTrial:_:)``.
///
/// ## One task at a time
///
/// A registry is not `Sendable`: it and what it lends (``Rows``, ``Change``) belong to the task or
/// the actor that opened it. What it gives as values (``Mission``, ``Person``, ``Head``, ``Roster``,
/// ``Row``, ``RegistryError``) can be sent anywhere. Keep it in an actor:
///
/// ```swift
/// actor Archive {
///   private let registry: Registry
///
///   init(_ path: String) throws { registry = try Registry.open(path) }
///
///   func head(of mission: String, on day: Day) throws -> [Head] {
///     try registry.heads(HeadSelection(mission: mission, on: day)).all()
///   }
/// }
/// ```
///
/// or open the file once for each task that wants to read at the same time: readers and one writer
/// do not hinder each other, in one process or in several. A call waits while it works; call it where
/// waiting is allowed.
public final class Registry {
  /// What a registry is opened for.
  public enum Purpose: Sendable {
    /// Nothing can be written.
    case reading
    /// Changes can be made, by one program at a time.
    case writing
  }

  /// A point in the history of what a registry said.
  public enum Knowledge: Hashable, Sendable {
    /// Behind the change of this number.
    case change(Int)
    /// At the end of a local day.
    case day(Day)
    /// At a moment: `2024-02-29T09:30:00Z` in UTC, or `2024-02-29 10:30` in local time.
    case moment(String)

    var words: String {
      switch self {
      case .change(let number): "\(number)"
      case .day(let day): day.description
      case .moment(let text): text
      }
    }
  }

  /// The path, as it was given.
  public let path: String
  /// What it was opened for.
  public let purpose: Purpose
  /// What whoever opened it should know, as that its folder cannot be written.
  public let remarks: [LocalizedText]
  /// The last change that it answers from; `nil` where it answers from the present.
  public let asKnown: Int?
  /// The language in which lists are sorted by name.
  public var language = Language.english

  private let waiting: Int?
  /// Without links, from the root: where the program works may change.
  private let place: String
  private var opened: CoreRegistry?
  /// A second connection that can do nothing but answer.
  var asking: QuerySessionKept?

  private init(
    _ path: String, for purpose: Purpose, asKnown knowledge: Knowledge?, waiting: Int?,
    notice: @escaping (LocalizedText) -> Void
  ) throws(RegistryError) {
    let core = try told { () throws(CoreError) in
      let core = try CoreRegistry.open(
        path, for: purpose == .writing ? .writing : .reading, wait: waiting,
        notice: { notice(LocalizedText($0)) })
      if let knowledge { try core.look(asKnown: knowledge.words) }
      return core
    }
    self.path = path
    self.purpose = purpose
    self.waiting = waiting
    place = FileSystem.resolved(path)?.path ?? path
    remarks = core.remarks.map(LocalizedText.init)
    asKnown = core.asKnown?.change
    opened = core
  }

  // MARK: Opening

  /// Opens a registry that exists.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - purpose: whether changes are to be made.
  ///   - waiting: for how many seconds another writer is waited for; `nil` is 5 for reading and 30
  ///     for writing.
  ///   - notice: is told, once, for whom, where that takes longer than two seconds.
  /// - Throws: ``RegistryError/Code-swift.struct/missingFile``,
  ///   ``RegistryError/Code-swift.struct/unfitFile`` where the file is none, damaged or of another
  ///   version, ``RegistryError/Code-swift.struct/readOnly`` and
  ///   ``RegistryError/Code-swift.struct/busy``.
  public static func open(
    _ path: String, for purpose: Purpose = .reading, waiting: Int? = nil,
    notice: @escaping (LocalizedText) -> Void = { _ in }
  ) throws(RegistryError) -> Registry {
    try Registry(path, for: purpose, asKnown: nil, waiting: waiting, notice: notice)
  }

  /// Opens a registry for reading what it said at some time before.
  ///
  /// Everything that is read from it, questions in SQL too, is answered from what was known then,
  /// and "today" is the day of that change.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - knowledge: a change, a day or a moment.
  ///   - waiting: for how many seconds another writer is waited for; `nil` is 5.
  /// - Throws: as ``open(_:for:waiting:notice:)``, and
  ///   ``RegistryError/Code-swift.struct/unknownName`` where nothing was known then.
  public static func open(
    _ path: String, asKnown knowledge: Knowledge, waiting: Int? = nil
  ) throws(RegistryError) -> Registry {
    try Registry(path, for: .reading, asKnown: knowledge, waiting: waiting, notice: { _ in })
  }

  /// Ends the work with it; what is called afterwards is refused with
  /// ``RegistryError/Code-swift.struct/closed``.
  ///
  /// A registry that nobody holds any more is closed too.
  public func close() {
    asking = nil
    opened = nil
  }

  /// Asks several times as of one moment, whatever others write meanwhile.
  ///
  /// - Parameter body: asks; it may not change anything.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws, and a ``RegistryError`` where the file cannot be read, or a change
  ///   is open.
  public func atOneMoment<T>(_ body: () throws -> T) throws -> T {
    do { return try core().atOneMoment(body) } catch let error as CoreError {
      throw RegistryError(error)
    }
  }
}

extension Registry {
  func core() throws(RegistryError) -> CoreRegistry {
    guard let opened else { throw .closed }
    return opened
  }

  /// The same, where changes can be made.
  func writing() throws(RegistryError) -> CoreRegistry {
    let core = try core()
    guard purpose == .writing else {
      throw RegistryError(
        CoreError(
          .readOnly,
          Sentence(
            "The registry \(path) is open for reading.", vi: "Sổ \(path) chỉ được mở để đọc."),
          hint: Sentence("Open it for writing.", vi: "Hãy mở để ghi.")))
    }
    return core
  }

  /// Opens the same file again, for reading what this one answers from.
  func reopened() throws(CoreError) -> CoreRegistry {
    let core = try CoreRegistry.open(place, for: .reading, wait: waiting)
    if let asKnown { try core.look(asKnown: "\(asKnown)") }
    return core
  }
}

// As its connection.
@available(*, unavailable)
extension Registry: Sendable {}
