import Foundation
import Testing

@testable import Files

@Suite struct NewFolderTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test(arguments: [Making.Ways.all, [.claim], [.renaming]])
  func `a folder is there whole or not at all`(ways: Making.Ways) throws {
    let new = try NewFolder(at: folder.path("f/"))
    try new.write("one", to: "a")
    try new.write("two", to: "inner/deep/b")
    #expect(try !folder.names.contains("f"))
    try new.publish(by: ways)
    #expect(try folder.names == ["f"])
    #expect(try folder.text("f/a") == "one")
    #expect(try folder.text("f/inner/deep/b") == "two")
    #expect(try folder.mode("f") == 0o700)
    #expect(try folder.mode("f/a") == 0o600)
  }

  @Test(arguments: [Making.Ways.all, [.claim]], ["file", "folder"])
  func `what somebody else put there meanwhile is not replaced, and nothing is left`(
    ways: Making.Ways, theirs: String
  ) throws {
    do {
      let new = try NewFolder(at: folder.path("f"))
      try new.write("mine", to: "inner/a")
      if theirs == "file" {
        try folder.write("theirs", "f")
      } else {
        try FileManager.default.createDirectory(
          atPath: folder.path("f/x"), withIntermediateDirectories: true)
      }
      #expect(throws: FileError.self) { try new.publish(by: ways) }
    }
    #expect(try folder.names == ["f"])
    if theirs == "file" { #expect(try folder.text("f") == "theirs") }
  }

  @Test func `a folder of the same sort gets new files, and keeps others and modes`() throws {
    let first = try NewFolder(at: folder.path("f"))
    try first.write("old", to: "mark")
    try first.publish()
    try folder.write("other", "f/other")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.path("f/mark"))
    do {
      let second = try NewFolder(at: folder.path("f"), mark: "mark")
      try second.write("new", to: "mark")
      try second.publish()
    }
    #expect(try folder.names == ["f"])
    #expect(try folder.text("f/mark") == "new")
    #expect(try folder.mode("f/mark") == 0o644)
    #expect(try folder.text("f/other") == "other")
  }

  @Test(arguments: ["../a", "/a", "a//b", "a/..", "", "."])
  func `no file leads out of the folder`(name: String) throws {
    let new = try NewFolder(at: folder.path("f"))
    #expect(throws: FileError.self) { try new.write("x", to: name) }
  }
}
