import CMaking
import CSystem

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
  /// - Throws: where it cannot be read, or somebody asked for an end.
  package static func open(
    _ path: String, for attempt: FileError.Attempt = .read
  ) throws(FileError) -> Int32 {
    guard let descriptor = during({ system_open(path, O_RDONLY | O_CLOEXEC, 0) }) else {
      throw FileError(path, attempt, .cancelled)
    }
    guard descriptor >= 0 else { throw .refused(path, attempt) }
    return descriptor
  }

  /// Reads what is there, up to the room in the buffer, as `read` does.
  ///
  /// - Returns: `nil` where somebody asked for an end; less than 0 with `errno` where it fails.
  package static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int? {
    while true {
      let count = during { system_read(descriptor, buffer.baseAddress, buffer.count) }
      guard let count, count < 0, errno == EAGAIN else { return count }
      // Whoever shares it has set it not to wait.
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard during({ poll(&waiting, 1, -1) }) != nil else { return nil }
    }
  }
}
