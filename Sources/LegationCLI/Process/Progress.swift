import CSystem
import Files
import Registry

/// How far long work is, how fast it goes and how long it still takes, on standard error: one line
/// that changes at a terminal; elsewhere a line every few seconds where `--verbose` asks for it.
final class Progress {
  private let what: Sentence
  private let unit: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var pause: Duration
  private var calls = 0
  private var isShown = false

  /// - Parameter unit: of what is counted; nothing for records.
  init(_ what: Sentence, in unit: String = "") {
    self.what = what
    self.unit = unit.isEmpty ? "" : " " + unit
    start = clock.now
    last = start
    pause = isTerminal ? .milliseconds(200) : .seconds(1)
  }

  deinit { end() }

  /// - Parameter total: 0 where nobody knows.
  func show(_ done: Int, of total: Int) {
    guard isTerminal || Environment.chosen.isVerbose, !Environment.chosen.isPaging else { return }
    calls += 1
    // A clock is dear beside one row.
    guard calls % 64 == 0 || total < 10_000 else { return }
    let now = clock.now
    guard now - last > pause else { return }
    last = now
    let text = line(done, of: total, after: now - start)
    write(isTerminal ? "\r\u{1B}[K" + text : text + "\n")
    isShown = isTerminal
    if !isTerminal { pause = .seconds(3) }
  }

  private func line(_ done: Int, of total: Int, after time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let rate = Double(done) / max(seconds, 0.001)
    var text = what[Environment.language] + "  \(done)\(unit)"
    if total > 0 { text += " / \(total)  \(100 * done / total) %" }
    text += "  \(Int(rate))\(unit)/s"
    if total > 0, rate > 0 { text += "  \(Int(Double(total - done) / rate) + 1) s" }
    return text
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
