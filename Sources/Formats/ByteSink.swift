#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// Why output could not be written.
package enum OutputError: Error, Equatable, Sendable {
  /// The reader went away, as `head` does: no fault, only an end.
  case closedPipe
  /// The system's own words.
  case failed(String)
}

/// Bytes on their way to a file descriptor, through one buffer of fixed size.
package final class ByteSink {
  private let descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  private var used = 0
  private var failure: OutputError?

  package init(descriptor: Int32, capacity: Int = 64 * 1024) {
    self.descriptor = descriptor
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { buffer.deallocate() }

  package func write(_ byte: UInt8) {
    if used == buffer.count { flushBuffer() }
    buffer[used] = byte
    used += 1
  }

  package func write(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= buffer.count - used else {
      flushBuffer()
      if bytes.count >= buffer.count {
        writeAll(bytes)
      } else {
        write(bytes)
      }
      return
    }
    guard let source = bytes.baseAddress, let target = buffer.baseAddress else { return }
    (target + used).copyMemory(from: source, byteCount: bytes.count)
    used += bytes.count
  }

  package func write(_ text: StaticString) {
    write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  package func write(_ byte: UInt8, times: Int) {
    for _ in 0..<max(0, times) { write(byte) }
  }

  /// Whether nobody takes the output any more; then there is no use in going on.
  package var hasFailed: Bool { failure != nil }

  /// Hands everything to the system.
  ///
  /// - Throws: what any write met since the beginning.
  package func flush() throws(OutputError) {
    flushBuffer()
    if let failure { throw failure }
  }

  private func flushBuffer() {
    writeAll(UnsafeRawBufferPointer(start: buffer.baseAddress, count: used))
    used = 0
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while failure == nil, let base = rest.baseAddress, !rest.isEmpty {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, base, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, base, rest.count)
      #else
        let count = Glibc.write(descriptor, base, rest.count)
      #endif
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if count < 0 && errno != EINTR {
        failure = errno == EPIPE ? .closedPipe : .failed(String(cString: strerror(errno)))
      }
    }
  }
}
