import Foundation
import Testing

@testable import Files

/// How a file gets its name, on any file system.
@Suite struct NewFileTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func fill(_ file: NewFile, _ text: String) throws {
    let sink = ByteSink(descriptor: file.descriptor)
    sink.write(text)
    try sink.flush()
  }

  /// Why a file could not be made.
  private func reason(_ body: () throws -> Void) -> FileError.Reason? {
    do { try body() } catch let error as FileError { return error.reason } catch {}
    return nil
  }

  private static let ways: [Making.Ways] = [
    .all, [.renaming, .claim], [.claim], [.link], [.renaming],
  ]

  @Test(arguments: ways)
  func `a file gets its name by whatever way the file system has`(ways: Making.Ways) throws {
    let file = try NewFile(at: folder.path("a"))
    try fill(file, "new")
    #expect(try folder.names.allSatisfy { $0.hasPrefix("a.making-") })
    try file.publish(by: ways)
    #expect(try folder.names == ["a"])
    #expect(try folder.text("a") == "new")
    #expect(try folder.mode("a") == 0o600)
  }

  @Test(arguments: ways)
  func `what somebody else put there meanwhile is not replaced, and nothing is left`(
    ways: Making.Ways
  ) throws {
    do {
      let file = try NewFile(at: folder.path("a"))
      try fill(file, "new")
      try folder.write("theirs", "a")
      let why = reason { try file.publish(by: ways) }
      guard case .isThere = why else {
        Issue.record("\(String(describing: why))")
        return
      }
    }
    #expect(try folder.names == ["a"])
    #expect(try folder.text("a") == "theirs")
  }

  @Test func `where no way is left nothing is made`() throws {
    do {
      let file = try NewFile(at: folder.path("a"))
      #expect(reason { try file.publish(by: []) } != nil)
    }
    #expect(try folder.names == [])
  }

  @Test func `what is there is not begun again, be it a link into nowhere`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("a"), withDestinationPath: folder.path("nowhere"))
    let why = reason { _ = try NewFile(at: folder.path("a")) }
    guard case .isThere = why else {
      Issue.record("\(String(describing: why))")
      return
    }
    #expect(try folder.names == ["a"])
  }

  @Test func `a missing folder is named`() {
    let why = reason { _ = try NewFile(at: folder.path("none/a")) }
    guard case .noFolder(folder.path("none")) = why else {
      Issue.record("\(String(describing: why))")
      return
    }
  }

  // MARK: Replacing

  @Test func `a file that is replaced gives its mode`() throws {
    try folder.write("old", "a")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.path("a"))
    let file = try NewFile(at: folder.path("a"), replaces: true)
    try fill(file, "new")
    #expect(try folder.text("a") == "old")
    try file.publish()
    #expect(try folder.text("a") == "new")
    #expect(try folder.mode("a") == 0o640)
    #expect(try folder.names == ["a"])
  }

  @Test(arguments: [true, false])
  func `a file that is another one meanwhile is not replaced`(wasThere: Bool) throws {
    if wasThere { try folder.write("old", "a") }
    do {
      let file = try NewFile(at: folder.path("a"), replaces: true)
      try fill(file, "new")
      try folder.write("theirs, longer", "b")
      if wasThere { try FileManager.default.removeItem(atPath: folder.path("a")) }
      try FileManager.default.moveItem(atPath: folder.path("b"), toPath: folder.path("a"))
      let why = reason { try file.publish() }
      guard case .isReplaced = why else {
        Issue.record("\(String(describing: why))")
        return
      }
    }
    #expect(try folder.names == ["a"])
    #expect(try folder.text("a") == "theirs, longer")
  }

  @Test func `a file that is gone meanwhile stands in nobody's way`() throws {
    try folder.write("old", "a")
    let file = try NewFile(at: folder.path("a"), replaces: true)
    try fill(file, "new")
    try FileManager.default.removeItem(atPath: folder.path("a"))
    try file.publish()
    #expect(try folder.names == ["a"])
    #expect(try folder.text("a") == "new")
  }

  // MARK: Rules and companions

  private struct Against: Error {}

  @Test func `a rule is asked before, and again before the name is given`() throws {
    let folder = folder.url.path
    let rule = PlaceRule { path, _ in FileSystem.isThere("\(folder)/forbidden") ? Against() : nil }
    do {
      let file = try NewFile(at: self.folder.path("a"), rule: rule)
      try self.folder.write("", "forbidden")
      for why in [
        reason { try file.publish() },
        reason { _ = try NewFile(at: self.folder.path("b"), rule: rule) },
      ] {
        guard case .ruledOut(let refusal) = why, refusal is Against else {
          Issue.record("\(String(describing: why))")
          return
        }
      }
    }
    #expect(try self.folder.names == ["forbidden"])
  }

  @Test func `what a writer makes beside a file goes with it`() throws {
    let rule = PlaceRule(companions: ["-one", "-two"]) { _, _ in nil }
    do {
      let file = try NewFile(at: folder.path("a"), rule: rule)
      let beside = FileSystem.name(of: file.temporaryPath)
      try folder.write("", beside + "-one")
      try folder.write("", beside + "-two")
    }
    #expect(try folder.names == [])
  }

  @Test func `a free name has no companions there either`() throws {
    let rule = PlaceRule(companions: ["-one"]) { _, _ in nil }
    #expect(rule.free(folder.path("a")) == folder.path("a"))
    try folder.write("", "a-one")
    try folder.write("", "a-2")
    #expect(rule.free(folder.path("a")) == folder.path("a-3"))
  }

  @Test func `what a killed program left is taken away with what lay beside it`() throws {
    try folder.write("half", "a.making-Ab12Cd")
    try folder.write("half", "a.making-Ab12Cd-journal")
    try folder.write("mine", "a.making-notes.txt")
    _ = try NewFile(at: folder.path("a"))
    #expect(try folder.names == ["a.making-notes.txt"])
  }

  @Test func `what another one is making is left alone`() throws {
    let first = try NewFile(at: folder.path("a"))
    let second = try NewFile(at: folder.path("a"))
    #expect(try folder.names.count == 2)
    try fill(first, "first")
    try first.publish()
    let why = reason { try second.publish() }
    guard case .isThere = why else {
      Issue.record("\(String(describing: why))")
      return
    }
    #expect(try folder.text("a") == "first")
  }

  // MARK: In its place from the beginning

  @Test func `a file in its place is gone unless it is published`() throws {
    do { _ = try NewFile(inPlace: folder.path("a")) }
    #expect(try folder.names == [])
    do {
      let file = try NewFile(inPlace: folder.path("a"))
      #expect(try folder.names == ["a"])
      try file.publish()
    }
    #expect(try folder.names == ["a"])
    #expect(reason { _ = try NewFile(inPlace: folder.path("a")) } != nil)
  }
}
