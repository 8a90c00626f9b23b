import Registry
import SQLite

extension Registry {
  /// Makes a change: everything that `body` writes is kept as one, or nothing.
  ///
  /// ```swift
  /// let done = try registry.change("the decisions of January", by: "protocol", because: "57/QĐ") {
  ///   change in
  ///   try change.add(.mission, ["kind": "embassy", "receiver": "fr", "seat": "Paris"])
  ///   try change.addHead(NewHead("Trần Văn An", at: "fr-paris"))
  /// }
  /// print(done.number)
  /// ```
  ///
  /// What is odd is refused with ``RegistryError/Code-swift.struct/finding``, and nothing is changed:
  /// two heads at once, an end before the beginning, somebody in office after death. Where it is so
  /// nevertheless, name the codes of ``RegistryError/findings`` in `accepting` and make the change
  /// again.
  ///
  /// - Parameters:
  ///   - what: what is done, in a few words: kept with the change.
  ///   - author: who makes it: kept with it for good.
  ///   - reason: why: likewise.
  ///   - accepted: codes of findings that the author takes upon themselves; `*` is all.
  ///   - isTrial: does everything but keep it.
  ///   - body: writes.
  /// - Returns: the number of the change, and what `body` returned.
  /// - Throws: what `body` throws, and a ``RegistryError``: of
  ///   ``RegistryError/Code-swift.struct/readOnly`` where the registry was opened for reading, of
  ///   ``RegistryError/Code-swift.struct/busy`` where another program writes for too long. Then
  ///   nothing is changed.
  @discardableResult
  public func change<Result>(
    _ what: String, by author: String, because reason: String? = nil,
    accepting accepted: Set<String> = [], isTrial: Bool = false,
    _ body: (borrowing Change) throws -> Result
  ) throws -> Change.Outcome<Result> {
    let core = try writing()
    let note = try note(what, author, reason, accepted, isTrial)
    // The body may throw what it likes; what it is called through may not.
    var thrown: (any Error)?
    do throws(CoreError) {
      let outcome = try core.write(note) { (change) throws(CoreError) in
        do { return try body(Change(inside: change)) } catch {
          thrown = error
          throw CoreError.cancelled
        }
      }
      return Change.Outcome(
        number: outcome.number, isTrial: outcome.isDryRun, result: outcome.result)
    } catch {
      throw thrown ?? RegistryError(error)
    }
  }

  /// Adds one head, as a change of its own.
  ///
  /// - Parameters:
  ///   - head: what is known.
  ///   - author: who makes the change: kept with it for good.
  ///   - reason: why: likewise.
  ///   - accepted: codes of findings that the author takes upon themselves; `*` is all.
  ///   - isTrial: does everything but keep it.
  /// - Returns: the number of the change, and the keys of what was made.
  /// - Throws: as ``change(_:by:because:accepting:isTrial:_:)``, ``RegistryError`` only.
  @discardableResult
  public func addHead(
    _ head: NewHead, by author: String, because reason: String? = nil,
    accepting accepted: Set<String> = [], isTrial: Bool = false
  ) throws(RegistryError) -> Change.Outcome<Change.AddedHead> {
    do {
      return try change(
        HeadOffice.addAction, by: author, because: reason, accepting: accepted, isTrial: isTrial
      ) { change in try change.addHead(head) }
    } catch let error as RegistryError {
      throw error
    } catch {
      throw RegistryError(CoreError(.unforeseen, Sentence(same: "\(error)")))
    }
  }

  /// Takes a change back, by a new one that puts every record as it was before.
  ///
  /// - Parameters:
  ///   - number: of the change.
  ///   - author: who takes it back: kept for good.
  ///   - reason: why: likewise.
  ///   - accepted: codes of findings that the author takes upon themselves; `*` is all.
  ///   - isTrial: does everything but keep it.
  /// - Returns: the number of the new change, and how many records of which tables it wrote.
  /// - Throws: ``RegistryError/Code-swift.struct/rule`` where later changes stand on it, with the order
  ///   in which they can be taken back; ``RegistryError/Code-swift.struct/unknownName`` where there is
  ///   no such change.
  @discardableResult
  public func undo(
    _ number: Int, by author: String, because reason: String? = nil,
    accepting accepted: Set<String> = [], isTrial: Bool = false
  ) throws(RegistryError) -> Change.Outcome<[TableEffect]> {
    let core = try writing()
    let note = try note("undo \(number)", author, reason, accepted, isTrial)
    let outcome = try told { () throws(CoreError) in try core.undo(number, note) }
    return Change.Outcome(
      number: outcome.number, isTrial: outcome.isDryRun,
      result: outcome.result.map(TableEffect.init))
  }

  /// How many records of a table a change wrote.
  public struct TableEffect: Hashable, Sendable {
    /// The table.
    public let table: String
    /// How many records it added.
    public let added: Int
    /// How many records it edited.
    public let edited: Int
    /// How many records it removed.
    public let removed: Int

    init(_ effect: CoreTableEffect) {
      table = effect.table
      added = effect.added
      edited = effect.edited
      removed = effect.removed
    }
  }

  private func note(
    _ what: String, _ author: String, _ reason: String?, _ accepted: Set<String>, _ isTrial: Bool
  ) throws(RegistryError) -> ChangeNote {
    let core = try writing()
    return try told { () throws(CoreError) in
      try core.refuse(unknownFindings: Array(accepted))
      let action = try core.entered(what, as: Sentence("what is done", vi: "việc đã làm"))
      return ChangeNote(
        action: action, author: author, reason: reason, accepted: accepted, isDryRun: isTrial)
    }
  }
}
