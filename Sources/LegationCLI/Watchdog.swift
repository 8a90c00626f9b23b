import CMaking
import Registry
import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// Ends the program where nothing else can: SQLite looks at the clock and at Ctrl-C between two
/// operations, and one call of a function can last for hours.
///
/// Whatever is written in such a moment is not committed, and SQLite takes it back.
enum Watchdog {
  /// The address of the words about Ctrl-C, for a handler, which may not make any.
  private static let cancelWords = Atomic<Int>(0)

  /// Gives a question its seconds and two more, in which it can end by itself; `nil` ends the
  /// watch.
  static let watch: @Sendable (Int?) -> Void = { seconds in
    // After Ctrl-C the shorter time holds.
    guard !Interrupt.isAsked else { return }
    guard let seconds else { return rest() }
    let words = Sentence(
      "The time limit of \(seconds) s is over.", vi: "Đã hết thời hạn \(seconds) giây.")
    let milliseconds = UInt32(clamping: seconds) &+ 2
    making_end_program(
      milliseconds > 4_000_000 ? 4_000_000_000 : milliseconds * 1000, lasting(words),
      Failure.exitCode(for: .timeLimit))
  }

  static func rest() { making_end_program(0, nil, 0) }

  /// Makes the words about Ctrl-C.
  static func makeReady() {
    guard cancelWords.load(ordering: .relaxed) == 0 else { return }
    cancelWords.store(Int(bitPattern: lasting(Failure.cancelled.message)), ordering: .relaxed)
  }

  /// For a signal handler: in two seconds, where what runs has not ended by itself.
  static func cancel() {
    making_end_program(
      2000, UnsafePointer(bitPattern: cancelWords.load(ordering: .relaxed)), 130)
  }

  private static let known = Mutex<[String: Int]>([:])

  /// A C string that is never given back; the same for the same words.
  private static func lasting(_ sentence: Sentence) -> UnsafePointer<CChar>? {
    let text = "legation: " + sentence[Environment.language] + "\n"
    return known.withLock { known in
      if let address = known[text] { return UnsafePointer(bitPattern: address) }
      let copy = UnsafePointer(strdup(text))
      known[text] = Int(bitPattern: copy)
      return copy
    }
  }
}
