import CSystem

/// A program that shows page by page what is longer than the screen.
package final class Pager {
  private let command: String
  private let rows: Int
  private let columns: Int
  /// Is told when it starts: from then on Ctrl-C is the pager's.
  private let started: () -> Void
  private var child: pid_t?
  private var input: Int32 = -1
  /// What fits on the screen so far.
  private var held: [UInt8] = []
  private var heldRows = 0
  private var lineLength = 0

  /// - Parameters:
  ///   - command: a line of shell.
  ///   - started: what is to be done when it starts.
  /// - Returns: `nil` where standard output is no screen.
  package init?(_ command: String, started: @escaping () -> Void) {
    rows = Int(system_terminal_rows(STDOUT_FILENO))
    columns = Int(system_terminal_columns(STDOUT_FILENO))
    guard rows > 1, columns > 0 else { return nil }
    self.command = command
    self.started = started
  }

  /// What is to be sent now, and where.
  ///
  /// - Returns: `nil` while all fits on the screen: then it is kept here.
  func take(_ bytes: UnsafeRawBufferPointer) -> (bytes: [UInt8], to: Int32)? {
    held += bytes
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        heldRows += 1 + max(0, lineLength - 1) / columns
        lineLength = 0
      } else if byte & 0xC0 != 0x80 {
        lineLength += 1
      }
    }
    // The last line of the screen is that of the shell's prompt.
    guard heldRows >= rows else { return nil }
    return leave(to: start() ?? STDOUT_FILENO)
  }

  /// All that was kept, for a screen that it fits on.
  func rest() -> (bytes: [UInt8], to: Int32)? { held.isEmpty ? nil : leave(to: STDOUT_FILENO) }

  private func leave(to descriptor: Int32) -> (bytes: [UInt8], to: Int32) {
    defer { held = [] }
    return (held, descriptor)
  }

  private func start() -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    _ = system_close_on_start(ends[1])
    // As git has it: leave what is shown where it fits, colours, no clearing of the screen.
    setenv("LESS", "FRX", 0)
    started()
    let child = system_spawn(command, ends[0])
    guard child > 0 else {
      close(ends[1])
      return nil
    }
    self.child = child
    input = ends[1]
    return input
  }

  /// Tells it that there is no more, and waits until whoever reads has left it.
  func end() {
    guard let child else { return }
    close(input)
    system_wait(child)
    self.child = nil
  }
}
