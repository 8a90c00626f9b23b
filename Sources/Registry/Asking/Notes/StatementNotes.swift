import SQLSyntax
import SQLite

/// What is odd about one statement of a session.
package final class StatementNotes {
  private let reader: NoteReader?

  init(_ reader: NoteReader?) { self.reader = reader }

  /// In the order of the statement, each with its place.
  package var notes: [QueryNote] { reader?.notes ?? [] }

  /// What else there is to say where the answer had no row.
  package func notesOfEmptyAnswer() -> [QueryNote] { reader?.notesOfEmptyAnswer() ?? [] }
}

extension StatementNotes {
  /// Reads a statement that SQLite has accepted; what is not understood is not noted.
  convenience init(on sql: String, _ shadow: () throws -> ShadowSchema, _ probe: NoteProbe) {
    guard sql.utf8.count < Self.mostBytes, let select = SQLParser.question(sql),
      Self.saysMoreThanNames(select)
    else {
      self.init(nil)
      return
    }
    guard let shadow = try? shadow() else {
      self.init(nil)
      return
    }
    let reader = NoteReader(sql, shadow, probe)
    do { try reader.read(select) } catch {
      self.init(nil)
      return
    }
    self.init(reader)
  }

  /// What is longer was written by a program.
  private static let mostBytes = 100_000

  /// Columns of one table, in whichever order, hold no trap.
  private static func saysMoreThanNames(_ select: SQLSelect) -> Bool {
    guard select.tables.isEmpty, select.arms.count == 1, let core = select.arms.first else {
      return true
    }
    guard core.sources.count < 2 else { return true }
    if let source = core.sources.first, case .select = source.content { return true }
    if core.condition != nil || select.isLimited && !select.terms.isEmpty { return true }
    let clauses =
      core.results.map(\.value) + core.groups + core.windows + select.order
      + [core.having].compactMap(\.self)
    return clauses.contains { clause in
      switch clause.plain {
      case .name, .star, .number, .text, .null, .opaque: false
      default: true
      }
    }
  }
}
