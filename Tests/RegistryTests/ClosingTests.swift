import SQLite
import Testing

@testable import Registry

/// Missions that close, and that open again.
@Suite struct ClosingTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry()
    try temporary.addMission("Yangon", at: "mm")
  }

  private func text(_ sql: SQL, on day: String) throws -> String? {
    let registry = try Registry.open(temporary.path, for: .reading)
    try registry.look(asKnown: nil, on: day)
    return try registry.value(sql, as: String?.self) ?? nil
  }

  private func close(_ key: String, since: String, endsHeads: Bool = false) throws -> [String] {
    try temporary.write { (change) throws(RegistryError) in
      try HeadOffice(change).close(
        mission: key, since: since, document: nil, endsHeads: endsHeads
      ).ended
    }
  }

  private func reopen(_ key: String, since: String) throws {
    _ = try temporary.write { (change) throws(RegistryError) in
      try Records(change).reopen(mission: key, at: Records.Turn(since: since))
    }
  }

  @Test func `closing asks about the head, and can end him`() throws {
    let head = try temporary.addHead("Đặng Sau", at: "mm-yangon", ["credentials": "2020"])
    let refusal = #expect(throws: RegistryError.self) {
      _ = try close("mm-yangon", since: "2024-05-01")
    }
    #expect(refusal?.remedies == [.endService(of: head), .accept("closed-while-headed")])
    #expect(try close("mm-yangon", since: "2024-05-01", endsHeads: true) == [head])
    #expect(
      try temporary.text("SELECT ended || ' ' || end_reason FROM posting WHERE key = '\(head)'")
        == "2024-05-01 mission-closed")
  }

  @Test func `a mission that was opened again was closed in between`() throws {
    try temporary.run("UPDATE mission SET opened = '1957' WHERE key = 'mm-yangon'")
    _ = try close("mm-yangon", since: "1975-04-30")
    try reopen("mm-yangon", since: "1995-08-05")
    let open: SQL = "SELECT mission FROM open_mission WHERE mission = 'mm-yangon'"
    for (day, isOpen) in [
      ("1956-01-01", false), ("1975-04-30", true), ("1975-05-01", false), ("1995-08-04", false),
      ("1995-08-05", true), ("2020-01-01", true),
    ] {
      #expect(try text(open, on: day) == (isOpen ? "mm-yangon" : nil), "\(day)")
    }
  }

  @Test func `a closing bounds the head before it, and a reopening the one behind`() throws {
    let before = try temporary.addHead("Đặng Trước", at: "mm-yangon", ["credentials": "1974"])
    let behind = try temporary.addHead(
      "Đặng Sau", at: "mm-yangon", ["posting_ended": "1996-01"], accepting: ["*"])
    _ = try temporary.write(accepting: ["*"]) { (change) throws(RegistryError) in
      try HeadOffice(change).close(
        mission: "mm-yangon", since: "1975-04-30", document: nil, endsHeads: false)
    }
    try reopen("mm-yangon", since: "1995-08-05")
    #expect(
      try temporary.text("SELECT ended_latest FROM tenure WHERE posting = '\(before)'")
        == "1975-04-30")
    #expect(
      try temporary.text("SELECT began_earliest FROM tenure WHERE posting = '\(behind)'")
        == "1995-08-05")
    _ = try temporary.registry.verify()
    let reopened = try temporary.count("SELECT max(number) FROM change")
    _ = try temporary.registry.undo(
      reopened, ChangeNote(action: "undo", author: "test", reason: nil, accepted: ["*"]))
    #expect(
      try temporary.text("SELECT ended_latest FROM tenure WHERE posting = '\(before)'")
        == "1975-04-30")
    _ = try temporary.registry.verify()
  }

  @Test func `a past time of being closed is recorded in one`() throws {
    _ = try temporary.write { (change) throws(RegistryError) in
      try Records(change).reopen(
        mission: "mm-yangon", closed: "1975", at: Records.Turn(since: "8/1995"))
    }
    #expect(
      try temporary.text("SELECT closed || ' ' || reopened FROM mission_closure") == "1975 1995-08")
    #expect(try temporary.text("SELECT closed FROM mission WHERE key = 'mm-yangon'") == nil)
  }

  @Test func `what is closed already, and what never was, is told`() throws {
    #expect(throws: RegistryError.self) { try reopen("mm-yangon", since: "1995") }
    _ = try close("mm-yangon", since: "1975")
    let refusal = #expect(throws: RegistryError.self) {
      _ = try close("mm-yangon", since: "1976")
    }
    #expect(refusal?.message.vietnamese == "Đã ghi việc đóng cửa của mm-yangon: 1975.")
    #expect(throws: RegistryError.self) { try reopen("mm-yangon", since: "1974") }
  }
}
