import SQLite
import Testing

@testable import Registry

/// What binds somebody's SQL, and nobody after them.
@Suite struct LimitTests {
  // In a process of its own: the memory that SQLite may hold is the process's.
  @Test func `what is written after somebody's SQL is bound by nothing of it`() async {
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryRegistry(sample: true)
      // A negative number asks and sets nothing.
      func bounds() -> [Int] {
        Registry.bounds.map { temporary.connection.set($0.0, to: -1) }
          + [Connection.setHeapLimit(bytes: -1)]
      }
      let before = bounds()
      for sql in [
        "UPDATE person SET note = 'x' WHERE key = 'do-minh-hung'", "SELECT zeroblob(1 << 30)",
        "DROP TABLE person", "nonsense",
      ] {
        let note = ChangeNote(action: "sql", author: "test", reason: nil)
        _ = try? temporary.registry.write(
          note, sql: sql, parameters: [], limits: QueryLimits(),
          show: { (_: consuming Statement) throws(RegistryError) in },
          confirm: { _ in true })
        try #require(bounds() == before)
      }
      let length = try temporary.connection.value("SELECT length(zeroblob(20 << 20))", as: Int.self)
      try #require(length == 20 << 20)
    }
  }
}
