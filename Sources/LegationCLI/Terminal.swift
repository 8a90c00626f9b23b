import Registry
import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

enum Terminal {
  /// Whether a person sits at both ends.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }
}

/// Ctrl-C: asks for an end of what runs, not of the program.
enum Interrupt {
  private static let asked = Atomic<Bool>(false)

  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  static func forget() {
    asked.store(false, ordering: .relaxed)
    Watchdog.rest()
  }

  /// A parent that ignores Ctrl-C, as nohup does, means its children too.
  private static var isIgnored: Bool {
    var now = sigaction()
    guard sigaction(SIGINT, nil, &now) == 0 else { return false }
    #if canImport(Glibc)
      let handler = now.__sigaction_handler.sa_handler
    #elseif canImport(Musl)
      let handler = now.__sa_handler.sa_handler
    #else
      let handler = now.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// The next Ctrl-C sets a flag, so that what is half done is taken away; one more ends the
  /// program.
  static func watchOnce() {
    guard !isIgnored else { return }
    Watchdog.makeReady()
    signal(SIGINT) { _ in
      Interrupt.asked.store(true, ordering: .relaxed)
      Watchdog.cancel()
      signal(SIGINT) { Making.end(bySignal: $0) }
    }
  }

  /// From now on Ctrl-C sets a flag instead of ending the program.
  static func watch() {
    guard !isIgnored else { return }
    Watchdog.makeReady()
    // A store to an atomic and a timer are what a signal handler may set.
    signal(SIGINT) { _ in
      Interrupt.asked.store(true, ordering: .relaxed)
      Watchdog.cancel()
    }
  }
}
