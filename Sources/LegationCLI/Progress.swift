import Formats
import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// How far long work is, on standard error, for a person at a terminal; nothing for programs.
final class Progress {
  private let what: Sentence
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private let isSeen = isatty(STDERR_FILENO) == 1
  private var calls = 0
  private var isShown = false

  init(_ what: Sentence) {
    self.what = what
    start = clock.now
    last = start
  }

  deinit { end() }

  /// - Parameter total: 0 where nobody knows.
  func show(_ done: Int, of total: Int) {
    guard isSeen else { return }
    calls += 1
    // A clock is dear beside one row.
    guard calls % 64 == 0 || total < 10_000 else { return }
    let now = clock.now
    guard now - last > .milliseconds(200) else { return }
    last = now
    let seconds = Double((now - start).components.seconds) + 0.2
    let rate = Double(done) / seconds
    var text = what[Environment.language] + "  \(done)"
    if total > 0 {
      text += " / \(total)  \(100 * done / total) %"
      if rate > 0 { text += "  \(Int(Double(total - done) / rate) + 1) s" }
    }
    write("\r\u{1B}[K" + text)
    isShown = true
  }

  /// Takes the line away.
  func end() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) {
    let sink = ByteSink(descriptor: STDERR_FILENO, capacity: 256)
    sink.write(text)
    // Nobody is left to be told when standard error is closed.
    try? sink.flush()
  }
}
