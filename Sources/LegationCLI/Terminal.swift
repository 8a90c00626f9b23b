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

  static func forget() { asked.store(false, ordering: .relaxed) }

  /// The next Ctrl-C sets a flag, so that what is half done is taken away; one more ends the
  /// program.
  static func watchOnce() {
    signal(SIGINT) { _ in
      Interrupt.asked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// From now on Ctrl-C sets a flag instead of ending the program.
  static func watch() {
    // A store to an atomic and signal() are what a signal handler may do.
    signal(SIGINT) { _ in Interrupt.asked.store(true, ordering: .relaxed) }
  }
}
