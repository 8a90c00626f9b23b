import Foundation
import Testing

@testable import Files

/// What is read of files, pipes and what is neither.
@Suite struct FileSourceTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func bytes(_ source: consuming ByteSource) -> ([UInt8], ByteSource.Fault?) {
    var source = source
    var bytes: [UInt8] = []
    while let byte = source.next() { bytes.append(byte) }
    return (bytes, source.failure)
  }

  private static let text = "Đỗ Minh Hùng, 🇻🇳\n"

  private static func utf16(_ text: String, _ isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap {
      let parts = [UInt8($0 & 0xFF), UInt8($0 >> 8)]
      return isLittle ? parts : parts.reversed()
    }
  }

  @Test(arguments: [
    Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16(text, true),
    [0xFE, 0xFF] + utf16(text, false), utf16("name,born\n" + text, true),
  ])
  func `every form of Unicode is read as UTF-8, also through a pipe that gives it byte by byte`(
    given: [UInt8]
  ) throws {
    try Data(given).write(to: folder.url.appending(path: "a"))
    let whole = bytes(try ByteSource(path: folder.path("a")))
    #expect(String(decoding: whole.0, as: UTF8.self).hasSuffix(Self.text))
    #expect(whole.1 == nil)
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    let path = folder.path("pipe")
    let writer = Thread {
      let file = FileHandle(forWritingAtPath: path)
      for byte in given { file?.write(Data([byte])) }
      try? file?.close()
    }
    writer.start()
    #expect(bytes(try ByteSource(path: path)).0 == whole.0)
  }

  @Test func `UTF-16 that is cut is not taken for whole`() {
    let cut = bytes(ByteSource([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x00, 0x00]))
    #expect(cut.1 == .isNoUTF16)
  }

  @Test func `a file that breaks off is refused, not cut`() throws {
    // The system opens it, and refuses to read its first page.
    let path = "/proc/self/mem"
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      _ = try SmallFile.text(of: path)
      Issue.record("it was read")
    } catch {
      guard case .readOn = error.attempt, case .system = error.reason else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(bytes(try ByteSource(path: path)).1 != nil)
  }

  @Test func `a small file that is too large, or no text, is refused`() throws {
    try folder.write("123456", "a")
    #expect(try SmallFile.text(of: folder.path("a"), limit: 6) == "123456")
    #expect(throws: FileError.self) { _ = try SmallFile.text(of: folder.path("a"), limit: 5) }
    try Data([0xFF]).write(to: folder.url.appending(path: "b"))
    #expect(throws: FileError.self) { _ = try SmallFile.text(of: folder.path("b")) }
    #expect(throws: FileError.self) { _ = try SmallFile.text(of: folder.url.path) }
    #expect(throws: FileError.self) { _ = try SmallFile.text(of: folder.path("none")) }
  }

  @Test(arguments: ["file", "pipe"])
  func `what can be read once is read twice all the same`(kind: String) throws {
    let text = String(repeating: "0123456789abcdef", count: 20_000)
    let path = folder.path("a")
    if kind == "file" {
      try folder.write(text, "a")
    } else {
      #expect(mkfifo(path, 0o600) == 0)
      Thread {
        let file = FileHandle(forWritingAtPath: path)
        file?.write(Data(text.utf8))
        try? file?.close()
      }.start()
    }
    let file = try SpooledFile(path: path)
    for _ in 0..<2 {
      var found: [UInt8] = []
      while case let piece = try file.next(), !piece.isEmpty { found += piece }
      #expect(found == Array(text.utf8))
      try file.rewind()
    }
  }

  @Test func `a folder from elsewhere is not left through a link, nor waited in at a pipe`() throws
  {
    try folder.write("x", "real")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("real"))
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    for name in ["link", "pipe", ".", "none"] {
      #expect(throws: FileError.self, "\(name)") {
        _ = try FileSystem.openElement(folder.path(name))
      }
    }
  }

  @Test func `a copy has the bytes and the holes`() throws {
    let path = folder.path("a")
    let handle = try #require(
      FileManager.default.createFile(atPath: path, contents: Data())
        ? FileHandle(forWritingAtPath: path) : nil)
    try handle.seek(toOffset: 5_000_000)
    handle.write(Data("end".utf8))
    try handle.truncate(atOffset: 9_000_000)
    try handle.close()
    try FileSystem.copy(path, to: folder.path("b"))
    #expect(FileManager.default.contentsEqual(atPath: path, andPath: folder.path("b")))
    #expect(try folder.mode("b") == 0o600)
    #expect(throws: FileError.self) { try FileSystem.copy(path, to: folder.path("b")) }
  }
}
