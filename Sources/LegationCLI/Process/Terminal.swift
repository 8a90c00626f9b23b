import CMaking
import CSystem
import Files
import Registry

enum Terminal {
  /// Whether a person sits at both ends.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// What a person types, up to the end of the line.
  ///
  /// - Throws: where they ask for an end instead.
  static func line() throws(RegistryError) -> String {
    var bytes: [UInt8] = []
    var byte: [UInt8] = [0]
    while true {
      guard let count = byte.withUnsafeMutableBytes({ Wait.read(STDIN_FILENO, $0) }) else {
        throw .cancelled
      }
      guard count == 1, byte[0] != UInt8(ascii: "\n") else { break }
      bytes += byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Ctrl-C: asks for an end of what runs, not of the program.
enum Interrupt {
  static var isAsked: Bool { making_is_asked() != 0 }

  /// Whether a signal came while the program waited for somebody.
  static var hasEndedWait: Bool { making_is_wait_ended() != 0 }

  /// From now on each wait ends with Ctrl-C, and with SIGTERM and SIGHUP.
  static func arm() {
    Watchdog.makeReady()
    making_arm()
  }

  static func forget() { making_forget() }

  /// The next Ctrl-C is noted, so that what is half done is taken away; one more ends the
  /// program.
  static func watchOnce() { making_set_watch(Int32(MAKING_WATCH_ONCE)) }

  /// From now on Ctrl-C is noted instead of ending the program.
  static func watch() { making_set_watch(Int32(MAKING_WATCH)) }
}
