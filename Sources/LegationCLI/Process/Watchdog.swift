import CMaking
import CSystem
import Files
import Registry
import Synchronization

/// Ends the program where nothing else can: SQLite looks at the clock and at Ctrl-C between two
/// operations, and one call of a function can last for hours.
///
/// Whatever is written in such a moment is not committed, and SQLite takes it back.
enum Watchdog {
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
      RegistryError.Kind.timeLimit.exitCode)
  }

  static func rest() { making_end_program(0, nil, 0) }

  /// Makes the words for whoever asks for an end that does not come by itself.
  static func makeReady() {
    making_set_cancel_words(lasting(RegistryError.cancelled.message))
    Making.setWordsForKept(
      before: lasting("legation: "), after: lasting(Failure.kept("")[Environment.language] + "\n"))
  }

  /// From now on something is kept, whoever asks for an end.
  static func makeReady(afterKeeping kept: Sentence) {
    making_set_cancel_words(
      lasting(Sentence("Cancelled. \(kept.english)", vi: "Đã hủy. \(kept.vietnamese)")))
  }

  private struct Lasting: Sendable {
    let text: String
    let address: Int
  }

  // A few: a list is faster than what would find them faster among many.
  private static let known = Mutex<[Lasting]>([])

  /// A C string that is never given back; the same for the same words.
  private static func lasting(_ sentence: Sentence) -> UnsafePointer<CChar>? {
    lasting("legation: " + sentence[Environment.language] + "\n")
  }

  private static func lasting(_ text: String) -> UnsafePointer<CChar>? {
    known.withLock { known in
      if let there = known.first(where: { $0.text == text }) {
        return UnsafePointer(bitPattern: there.address)
      }
      let copy = UnsafePointer(strdup(text))
      known.append(Lasting(text: text, address: Int(bitPattern: copy)))
      return copy
    }
  }
}
