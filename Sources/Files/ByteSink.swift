import CMaking
import CSystem

/// Why output could not be written.
package enum OutputError: Error, Equatable, Sendable {
  /// The reader went away, as `head` does: no fault, only an end.
  case closedPipe
  /// Somebody asked for an end while nobody read.
  case interrupted
  /// The system's own words.
  case failed(String)

  package var reason: String {
    switch self {
    case .closedPipe: "nobody reads it"
    case .interrupted: "cancelled"
    case .failed(let why): why
    }
  }
}

/// Bytes on their way to a file descriptor, through one buffer of fixed size.
///
/// What every value of an answer goes through is public, not of the package alone: only such
/// functions are put into the writers of other modules.
public final class ByteSink {
  private var descriptor: Int32
  private var pager: Pager?
  private var isHolding: Bool
  /// Takes the bytes in place of a descriptor.
  private let receiver: ((UnsafeRawBufferPointer) -> Void)?
  @usableFromInline let buffer: UnsafeMutablePointer<UInt8>
  @usableFromInline let capacity: Int
  // Behind a pointer: as a property that other targets write it would be looked after at run time,
  // which takes longer than the byte that is written.
  @usableFromInline let used: UnsafeMutablePointer<Int>
  private var failure: OutputError?
  private var written = 0
  /// Is told, a buffer at a time, how many bytes there were.
  package var watch: ((Int) -> Void)?

  /// Whether the bytes go to a person's terminal: what it would obey is shown, never sent.
  private let showsControls: Bool
  /// The beginning of a letter whose rest is in the next piece.
  private var pending: [UInt8] = []

  /// - Parameter pager: what gets all of it, once it is more than the screen holds.
  package init(
    descriptor: Int32, capacity: Int = 64 * 1024, showsControls: Bool = false, pager: Pager? = nil
  ) {
    self.descriptor = descriptor
    self.pager = pager
    isHolding = pager != nil
    receiver = nil
    self.showsControls = showsControls
    self.capacity = capacity
    buffer = .allocate(capacity: capacity)
    used = .allocate(capacity: 1)
    used.initialize(to: 0)
  }

  /// Bytes on their way to what packs them: it is given a buffer at a time.
  package init(
    capacity: Int = 64 * 1024, into receiver: @escaping (UnsafeRawBufferPointer) -> Void
  ) {
    descriptor = -1
    pager = nil
    isHolding = false
    self.receiver = receiver
    showsControls = false
    self.capacity = capacity
    buffer = .allocate(capacity: capacity)
    used = .allocate(capacity: 1)
    used.initialize(to: 0)
  }

  deinit {
    used.deallocate()
    buffer.deallocate()
  }

  // Each writer calls these for each value: across the wall they are put into it as they were within.

  /// A byte.
  @inlinable @inline(__always)
  public func write(_ byte: UInt8) {
    if used.pointee == capacity { flushBuffer() }
    buffer[used.pointee] = byte
    used.pointee += 1
  }

  /// Bytes as they are.
  @inlinable @inline(__always)
  public func write(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, bytes.count <= capacity - used.pointee else {
      writeLong(bytes)
      return
    }
    UnsafeMutableRawPointer(buffer + used.pointee).copyMemory(from: source, byteCount: bytes.count)
    used.pointee += bytes.count
  }

  @usableFromInline func writeLong(_ bytes: UnsafeRawBufferPointer) {
    if bytes.isEmpty { return }
    flushBuffer()
    if bytes.count >= capacity { writeAll(bytes) } else { write(bytes) }
  }

  /// Lends room for up to `count` bytes, where a buffer can have so much; `fill` says how many it
  /// wrote.
  ///
  /// - Returns: false where it cannot, and nothing was written.
  @inlinable @inline(__always)
  public func write(upTo count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) -> Bool {
    if count > capacity - used.pointee {
      flushBuffer()
      if count > capacity { return false }
    }
    used.pointee += fill(buffer + used.pointee)
    return true
  }

  package func write(_ text: StaticString) {
    write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  package func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  /// The same byte so many times.
  @inlinable @inline(__always)
  public func write(_ byte: UInt8, times: Int) {
    // Within the buffer, as the blanks of a cell are.
    if times > 0, times <= capacity - used.pointee {
      (buffer + used.pointee).update(repeating: byte, count: times)
      used.pointee += times
    } else {
      writeLong(byte, times: times)
    }
  }

  @usableFromInline func writeLong(_ byte: UInt8, times: Int) {
    var left = times
    while left > 0 {
      if used.pointee == capacity { flushBuffer() }
      let count = min(left, capacity - used.pointee)
      (buffer + used.pointee).update(repeating: byte, count: count)
      used.pointee += count
      left -= count
    }
  }

  /// A whole number in decimal digits.
  @inlinable @inline(__always)
  public func write(_ number: Int64) {
    // 19 digits and a sign.
    _ = write(upTo: 20) { target in
      var left = number.magnitude
      var length = 1
      var limit: UInt64 = 10
      while length < 20 && left >= limit {
        length += 1
        let (next, overflows) = limit.multipliedReportingOverflow(by: 10)
        if overflows { break }
        limit = next
      }
      var place = length
      if number < 0 {
        target[0] = UInt8(ascii: "-")
        place += 1
      }
      let end = place
      repeat {
        place -= 1
        target[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
        left /= 10
      } while left > 0
      return end
    }
  }

  /// A sequence of the program's own that a terminal obeys.
  package func command(_ sequence: StaticString) {
    flushBuffer()
    send(UnsafeRawBufferPointer(start: sequence.utf8Start, count: sequence.utf8CodeUnitCount))
  }

  /// Shows what fits on the screen; else waits until whoever reads has left the pager.
  package func endPaging() {
    flushBuffer()
    guard let pager else { return }
    if isHolding {
      isHolding = false
      if let rest = pager.rest() { rest.bytes.withUnsafeBytes { send($0) } }
    }
    pager.end()
    self.pager = nil
  }

  /// Whether nobody takes the output any more; then there is no use in going on.
  package var hasFailed: Bool { failure != nil }

  /// Takes no more: what makes the bytes cannot go on.
  package func fail(_ error: OutputError) {
    if failure == nil { failure = error }
  }

  /// Hands everything to the system.
  ///
  /// - Throws: what any write met since the beginning.
  package func flush() throws(OutputError) {
    flushBuffer()
    if !pending.isEmpty {
      let rest = ControlText.shown(String(decoding: pending, as: UTF8.self))
      pending = []
      Array(rest.utf8).withUnsafeBytes { send($0) }
    }
    if let failure { throw failure }
  }

  // Never within another: who is told is looked up where it is needed, not for each byte.
  @usableFromInline @inline(never) func flushBuffer() {
    writeAll(UnsafeRawBufferPointer(start: buffer, count: used.pointee))
    written += used.pointee
    used.pointee = 0
    watch?(written)
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) {
    if let receiver { return receiver(bytes) }
    guard showsControls else {
      send(bytes)
      return
    }
    var all = pending + bytes
    // At most three bytes wait for the rest of their letter.
    let tail = all.suffix(4)
    pending = []
    if all.last == UInt8(ascii: "\r") { pending = [all.removeLast()] }
    if pending.isEmpty, let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }), all[lead] >= 0xC0 {
      let length = all[lead] >= 0xF0 ? 4 : all[lead] >= 0xE0 ? 3 : 2
      if all.count - lead < length {
        pending = Array(all[lead...])
        all.removeSubrange(lead...)
      }
    }
    let shown = ControlText.shown(String(decoding: all, as: UTF8.self))
    Array(shown.utf8).withUnsafeBytes { send($0) }
  }

  private func send(_ bytes: UnsafeRawBufferPointer) {
    if isHolding, let pager {
      guard let all = pager.take(bytes) else { return }
      isHolding = false
      descriptor = all.to
      all.bytes.withUnsafeBytes { send($0) }
      return
    }
    var rest = bytes
    while failure == nil, let base = rest.baseAddress, !rest.isEmpty {
      // Standard error still says that it is the end.
      guard making_is_wait_ended() == 0 || descriptor == 2 else {
        failure = .interrupted
        return
      }
      making_begin_wait()
      let count = system_write(descriptor, base, rest.count)
      making_end_wait()
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if count < 0 && errno != EINTR {
        failure = errno == EPIPE ? .closedPipe : .failed(FileError.words(of: errno))
      }
    }
  }
}
