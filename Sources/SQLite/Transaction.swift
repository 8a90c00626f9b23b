import CSQLite

/// A transaction, or a savepoint inside one.
///
/// It cannot be copied: ``commit()`` consumes it, and one that ends without a commit is rolled
/// back.
package struct Transaction: ~Copyable {
  package enum Kind: Sendable {
    /// Takes the write lock at once. A deferred one can fail halfway with "busy".
    case immediate
    /// A consistent view for reading.
    case deferred
    case savepoint
  }

  private let connection: Connection
  private let kind: Kind
  private var isOpen = true

  init(_ connection: Connection, _ kind: Kind) throws(SQLiteError) {
    self.connection = connection
    self.kind = kind
    switch kind {
    case .immediate: try connection.run("BEGIN IMMEDIATE")
    case .deferred: try connection.run("BEGIN DEFERRED")
    case .savepoint: try connection.run("SAVEPOINT legation")
    }
  }

  deinit {
    if isOpen { Transaction.rollBack(connection, kind) }
  }

  /// Makes the writes durable.
  ///
  /// - Throws: where SQLite could not; the transaction is rolled back then. After an
  ///   input-output error the writes may be on the disk all the same: reopen and look.
  package consuming func commit() throws(SQLiteError) {
    isOpen = false
    do {
      switch kind {
      case .immediate, .deferred: try connection.run("COMMIT")
      case .savepoint: try connection.run("RELEASE legation")
      }
    } catch {
      Transaction.rollBack(connection, kind)
      throw error
    }
  }

  package consuming func rollBack() {
    isOpen = false
    Transaction.rollBack(connection, kind)
  }

  private static func rollBack(_ connection: Connection, _ kind: Kind) {
    // SQLite rolls back by itself after some errors (full disk, no memory); then there is
    // nothing left to do, and a failure here has nobody to tell.
    guard connection.isInTransaction else { return }
    switch kind {
    case .immediate, .deferred: try? connection.run("ROLLBACK")
    case .savepoint:
      try? connection.run("ROLLBACK TO legation")
      try? connection.run("RELEASE legation")
    }
  }
}

extension Connection {
  package func begin(_ kind: Transaction.Kind) throws(SQLiteError) -> Transaction {
    try Transaction(self, kind)
  }
}
