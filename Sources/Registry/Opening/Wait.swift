import CMaking

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// System calls that may wait for somebody who never comes, at the other end of a pipe or at a
/// terminal.
///
/// Ctrl-C, SIGTERM and SIGHUP end them.
package enum Wait {
  /// - Parameter call: answers less than 0 with `errno` where it fails.
  /// - Returns: `nil` where somebody asked for an end.
  package static func during<Count: SignedInteger>(_ call: () -> Count) -> Count? {
    while making_is_wait_ended() == 0 {
      making_begin_wait()
      let answer = call()
      making_end_wait()
      if answer >= 0 || errno != EINTR { return answer }
    }
    return nil
  }

  /// Opens a file for reading, or a named pipe whose writer may not be there yet.
  ///
  /// - Returns: less than 0 with `errno` where it cannot be read.
  /// - Throws: where somebody asked for an end.
  package static func open(_ path: String) throws(RegistryError) -> Int32 {
    guard let descriptor = during({ systemOpen(path) }) else { throw .cancelled }
    return descriptor
  }

  /// Reads what is there, up to the room in the buffer, as `read` does.
  ///
  /// - Returns: `nil` where somebody asked for an end; less than 0 with `errno` where it fails.
  package static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int? {
    while true {
      let count = during { systemRead(descriptor, buffer) }
      guard let count, count < 0, errno == EAGAIN else { return count }
      // Whoever shares it has set it not to wait.
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard during({ poll(&waiting, 1, -1) }) != nil else { return nil }
    }
  }

  private static func systemOpen(_ path: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      Musl.open(path, O_RDONLY | O_CLOEXEC)
    #else
      Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
  }

  private static func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}

extension RegistryError {
  /// Whatever else went wrong, somebody wanted an end.
  package static let cancelled = RegistryError(
    .cancelled, Sentence("Cancelled; nothing was changed.", vi: "Đã hủy; chưa có gì thay đổi."))
}
