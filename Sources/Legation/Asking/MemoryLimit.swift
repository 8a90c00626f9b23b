import SQLite
import Synchronization

/// A limit on the memory of SQLite while a question is answered, and no longer.
///
/// SQLite has one for the whole process, where others may use it too.
struct MemoryLimit {
  private struct State {
    var asking = 0
    /// The limit that was in force when nobody asked.
    var before = 0
  }

  private static let state = Mutex(State())

  /// The largest of those in force is the one that holds.
  init(bytes: Int) {
    Self.state.withLock { state in
      // A negative one asks without setting.
      let now = Connection.setHeapLimit(bytes: -1)
      if state.asking == 0 { state.before = now }
      state.asking += 1
      if state.asking == 1 || bytes > now { Connection.setHeapLimit(bytes: bytes) }
    }
  }

  func end() {
    Self.state.withLock { state in
      state.asking -= 1
      if state.asking == 0 { Connection.setHeapLimit(bytes: state.before) }
    }
  }
}
