import SQLite
import Testing

@testable import Registry

/// What was otherwise on other days: names, kinds, receivers and seats of missions, names of parties
/// and people, closings and reopenings.
@Suite struct TurnTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry()
    try temporary.addMission("Yangon", at: "mm")
    try temporary.addMission("Bonn", at: "de")
    try temporary.addMission("Hamburg", at: "de", kind: "consulate")
  }

  @discardableResult
  private func turn(
    _ kind: RecordKind, _ key: String, _ facts: KeyValuePairs<String, String>, since: String,
    document: String? = nil
  ) throws -> [String] {
    try temporary.write { (change) throws(RegistryError) in
      var given = Facts()
      for (column, text) in facts { given.set(column, text) }
      let turn = Records.Turn(since: since, document: document)
      return try Records(change).change(kind, key: key, to: given, at: turn).map(\.key)
    }
  }

  private func move(_ key: String, to seat: String, since: String) throws {
    _ = try temporary.write { (change) throws(RegistryError) in
      try Records(change).move(mission: key, to: seat, at: Records.Turn(since: since))
    }
  }

  private func text(
    _ sql: SQL, on day: String? = nil, asKnown: String? = nil
  ) throws -> String? {
    let registry = try Registry.open(temporary.path, for: .reading)
    try registry.look(asKnown: asKnown, on: day)
    return try registry.value(sql, as: String?.self) ?? nil
  }

  // MARK: Parties

  @Test(arguments: [
    ("1989-06-17", "Burma", "Embassy of Viet Nam in Burma"),
    ("1989-06-18", "Myanmar", "Embassy of Viet Nam in Myanmar"),
    ("2026-01-01", "Myanmar", "Embassy of Viet Nam in Myanmar"),
  ])
  func `a state is called as on the day, and so is the mission called after it`(
    day: String, party: String, mission: String
  ) throws {
    try temporary.run("UPDATE party SET name_en = 'Burma', name_vi = 'Miến Điện' WHERE key = 'mm'")
    try temporary.run(
      "UPDATE mission SET name_en = 'Embassy of Viet Nam in Burma' WHERE key = 'mm-yangon'")
    let turned = try turn(
      .party, "mm", ["name_en": "Myanmar", "name_vi": "Mi-an-ma"], since: "1989-06-18")
    #expect(turned == ["mm", "mm-yangon"])
    #expect(try text("SELECT name_en FROM party WHERE key = 'mm'", on: day) == party)
    #expect(try text("SELECT name_en FROM mission WHERE key = 'mm-yangon'", on: day) == mission)
  }

  @Test func `a name that was not made from the party's stays`() throws {
    try temporary.run("UPDATE mission SET name_en = 'Our house' WHERE key = 'mm-yangon'")
    #expect(
      try turn(.party, "mm", ["name_en": "Myanmar (Burma)"], since: "2010") == ["mm"])
    #expect(
      try text("SELECT name_en FROM mission WHERE key = 'mm-yangon'") == "Our house")
  }

  @Test func `of a month the old name holds until its last day`() throws {
    try turn(.party, "mm", ["name_en": "New"], since: "6/1989")
    for (day, name) in [("1989-06-29", "Myanmar"), ("1989-06-30", "New")] {
      #expect(try text("SELECT name_en FROM party WHERE key = 'mm'", on: day) == name)
    }
  }

  @Test func `a former name in one language alone stands for both`() throws {
    try temporary.run(
      """
      INSERT INTO party_former (party, changed, name_vi, search_key_vi)
      VALUES ('mm', '1989-06-18', 'Miến Điện', 'mien dien')
      """)
    #expect(
      try text("SELECT name_en FROM party WHERE key = 'mm'", on: "1980-01-01") == "Miến Điện")
  }

  // MARK: What was, where the record has what came after

  @Test func `a former name can be recorded where the present one stands`() throws {
    var former = Facts()
    former.set("name_en", "Burma")
    former.set("name_vi", "Miến Điện")
    let before = try text("SELECT name_vi || name_en FROM mission WHERE key = 'mm-yangon'")
    let turned = try temporary.write { (change) throws(RegistryError) in
      try Records(change).change(
        .party, key: "mm", to: Facts(), from: former, at: Records.Turn(since: "1989-06-18"))
    }
    #expect(turned.map(\.key) == ["mm", "mm-yangon"])
    let then: SQL = "SELECT name_vi || name_en FROM mission WHERE key = 'mm-yangon'"
    #expect(try text(then) == before)
    #expect(
      try text(then, on: "1981-01-01")
        == "Đại sứ quán Việt Nam tại Miến ĐiệnEmbassy of Viet Nam in Burma")
    #expect(try text("SELECT name_en FROM party WHERE key = 'mm'", on: "1981-01-01") == "Burma")
    #expect(try text("SELECT name_en FROM party WHERE key = 'mm'") == "Myanmar")
  }

  @Test func `a former kind and a former seat can be, too`() throws {
    var facts = Facts()
    facts.set("kind", "embassy")
    var former = Facts()
    former.set("kind", "legation")
    _ = try temporary.write { (change) throws(RegistryError) in
      let records = Records(change)
      _ = try records.change(
        .mission, key: "de-bonn", to: facts, from: former, at: Records.Turn(since: "1975"))
      _ = try records.move(
        mission: "de-hamburg", to: "Hamburg", from: "Bremen", at: Records.Turn(since: "1980"))
    }
    #expect(
      try text("SELECT kind || name_en FROM mission WHERE key = 'de-bonn'", on: "1970-01-01")
        == "legationLegation of Viet Nam in Germany")
    #expect(
      try text("SELECT kind || name_en FROM mission WHERE key = 'de-bonn'")
        == "embassyEmbassy of Viet Nam in Germany")
    #expect(
      try text("SELECT seat || name_en FROM mission WHERE key = 'de-hamburg'", on: "1970-01-01")
        == "BremenConsulate of Viet Nam in Bremen")
    #expect(
      try text("SELECT seat || name_en FROM mission WHERE key = 'de-hamburg'")
        == "HamburgConsulate of Viet Nam in Hamburg")
  }

  // MARK: Order of entering

  @Test func `changes may come in any order, and each day has its own name`() throws {
    let names = [("C", "2000"), ("A", "1980"), ("B", "1990")]
    try temporary.run("UPDATE mission SET name_en = 'Z', name_vi = 'Z' WHERE key = 'mm-yangon'")
    for (name, since) in names {
      try turn(.mission, "mm-yangon", ["name_en": name, "name_vi": name], since: since)
    }
    let days = [
      ("1979-12-30", "Z"), ("1980-12-31", "A"), ("1990-12-31", "B"), ("2000-12-31", "C"),
      ("2020-01-01", "C"),
    ]
    for (day, name) in days {
      #expect(try text("SELECT name_en FROM mission WHERE key = 'mm-yangon'", on: day) == name)
    }
    #expect(try text("SELECT name_en FROM mission WHERE key = 'mm-yangon'") == "C")
  }

  @Test func `a made name is made of what its parties were called that day`() throws {
    var former = Facts()
    former.set("name_en", "Burma")
    former.set("name_vi", "Miến Điện")
    var legation = Facts()
    legation.set("kind", "legation")
    var embassy = Facts()
    embassy.set("kind", "embassy")
    _ = try temporary.write { (change) throws(RegistryError) in
      let records = Records(change)
      _ = try records.change(
        .party, key: "mm", to: Facts(), from: former, at: Records.Turn(since: "1989-06-18"))
      _ = try records.change(
        .mission, key: "mm-yangon", to: embassy, from: legation, at: Records.Turn(since: "1954"))
    }
    let name: SQL = "SELECT name_en || ' / ' || name_vi FROM mission WHERE key = 'mm-yangon'"
    for (day, names) in [
      ("1950-01-01", "Legation of Viet Nam in Burma / Công sứ quán Việt Nam tại Miến Điện"),
      ("1960-01-01", "Embassy of Viet Nam in Burma / Đại sứ quán Việt Nam tại Miến Điện"),
      ("2000-01-01", "Embassy of Viet Nam in Myanmar / Đại sứ quán Việt Nam tại Myanmar"),
    ] {
      #expect(try text(name, on: day) == names)
    }
  }

  @Test func `a mission follows the names of its receiver in whatever order they come`() throws {
    for (name, since) in [("Late", "2000"), ("Early", "1980"), ("Middle", "1990")] {
      try turn(.party, "mm", ["name_en": name], since: since)
    }
    let name: SQL = "SELECT name_en FROM mission WHERE key = 'mm-yangon'"
    for (day, end) in [
      ("1970-01-01", "Myanmar"), ("1985-01-01", "Early"), ("1995-01-01", "Middle"),
      ("2005-01-01", "Late"),
    ] {
      #expect(try text(name, on: day) == "Embassy of Viet Nam in \(end)", "\(day)")
    }
    #expect(try text(name) == "Embassy of Viet Nam in Late")
  }

  @Test func `a change of which no day is known by which it had come is refused`() throws {
    let refusal = #expect(throws: RegistryError.self) {
      try turn(.mission, "mm-yangon", ["kind": "legation"], since: "after 1989")
    }
    #expect(
      refusal?.message.english == "first day: \"after 1989\" does not say by when it was so.")
    #expect(
      refusal?.message.vietnamese
        == "ngày đầu tiên: \"after 1989\" không cho biết muộn nhất là khi nào.")
    try turn(.mission, "mm-yangon", ["kind": "legation"], since: "between 1989 and 1995")
  }

  @Test func `kind and name turn apart, and on one day together`() throws {
    try temporary.run("UPDATE mission SET kind = 'legation' WHERE key = 'mm-yangon'")
    try turn(.mission, "mm-yangon", ["kind": "embassy"], since: "1954-07-01")
    try turn(
      .mission, "mm-yangon", ["name_en": "The Embassy"], since: "1954-07-01")
    #expect(try temporary.count("SELECT count(*) FROM mission_former") == 1)
    #expect(
      try text(
        "SELECT kind || ' ' || name_en FROM mission WHERE key = 'mm-yangon'", on: "1950-01-01")
        == "legation Embassy of Viet Nam in Myanmar")
  }

  @Test func `a second change of the same kind for one day is refused`() throws {
    try turn(.party, "mm", ["name_en": "One"], since: "1989")
    let refusal = #expect(throws: RegistryError.self) {
      try turn(.party, "mm", ["name_en": "Two"], since: "1989")
    }
    #expect(refusal?.message.english == "Such a change of mm is recorded for 1989 already.")
    #expect(try text("SELECT name_en FROM party WHERE key = 'mm'") == "One")
  }

  @Test func `what changes nothing is refused, and changes nothing`() throws {
    let before = try temporary.content()
    #expect(throws: RegistryError.self) {
      try turn(.mission, "mm-yangon", ["kind": "embassy"], since: "1989")
    }
    #expect(throws: RegistryError.self) { try move("mm-yangon", to: "Yangon", since: "1989") }
    #expect(try temporary.content() == before)
  }

  // MARK: Missions

  @Test func `a mission raised gets its made name anew, and was what it was`() throws {
    try turn(.mission, "de-hamburg", ["kind": "consulate-general"], since: "1980-05-01")
    #expect(
      try text("SELECT name_vi FROM mission WHERE key = 'de-hamburg'")
        == "Tổng Lãnh sự quán Việt Nam tại Hamburg")
    #expect(
      try text("SELECT kind || name_vi FROM mission WHERE key = 'de-hamburg'", on: "1980-04-30")
        == "consulateLãnh sự quán Việt Nam tại Hamburg")
  }

  @Test func `a seat is that of the day, and a consular post is called after it`() throws {
    try move("de-bonn", to: "Berlin", since: "1999-09-01")
    try move("de-hamburg", to: "Lübeck", since: "2001")
    let seat: SQL = "SELECT seat FROM mission WHERE key = 'de-bonn'"
    #expect(try text(seat) == "Berlin")
    #expect(try text(seat, on: "1999-08-31") == "Bonn")
    #expect(try text(seat, on: "1999-09-01") == "Berlin")
    #expect(
      try text("SELECT name_en FROM mission WHERE key = 'de-hamburg'")
        == "Consulate of Viet Nam in Lübeck")
    #expect(
      try text("SELECT name_en FROM mission WHERE key = 'de-hamburg'", on: "2000-01-01")
        == "Consulate of Viet Nam in Hamburg")
  }

  @Test func `a seat between two that are recorded already takes its place`() throws {
    try move("de-bonn", to: "Berlin", since: "1999-09-01")
    try move("de-bonn", to: "Köln", since: "1975-01-01")
    let seat: SQL = "SELECT seat FROM mission WHERE key = 'de-bonn'"
    for (day, city) in [("1970-01-01", "Bonn"), ("1980-01-01", "Köln"), ("2000-01-01", "Berlin")] {
      #expect(try text(seat, on: day) == city)
    }
    #expect(try text(seat) == "Berlin")
  }

  @Test func `a former seat before one that is recorded leaves that of today`() throws {
    try move("de-hamburg", to: "Kiel", since: "1999")
    _ = try temporary.write { (change) throws(RegistryError) in
      try Records(change).move(
        mission: "de-hamburg", to: "Hamburg", from: "Bremen", at: Records.Turn(since: "1980"))
    }
    let seat: SQL = "SELECT seat || ' ' || name_en FROM mission WHERE key = 'de-hamburg'"
    for (day, city) in [
      ("1970-01-01", "Bremen"), ("1990-01-01", "Hamburg"), ("2010-01-01", "Kiel"),
    ] {
      #expect(try text(seat, on: day) == "\(city) Consulate of Viet Nam in \(city)", "\(day)")
    }
    #expect(try text(seat) == "Kiel Consulate of Viet Nam in Kiel")
    #expect(try temporary.count("SELECT count(*) FROM mission_seat") == 3)
  }

  @Test func `heads who are there go to the other receiver with the mission, others stay`() throws {
    let left = try temporary.addHead(
      "Đặng Trước", at: "mm-yangon", ["credentials": "1980", "posting_ended": "1984"])
    let there = try temporary.addHead("Đặng Sau", at: "mm-yangon", ["credentials": "1990"])
    try turn(.mission, "mm-yangon", ["receiver": "kz"], since: "1991-12-26")
    let receiver = "SELECT receiver FROM accreditation WHERE posting = "
    #expect(try temporary.text(receiver + "'\(left)'") == "mm")
    #expect(try temporary.text(receiver + "'\(there)'") == "kz")
    #expect(
      try temporary.count("SELECT count(*) FROM finding WHERE code = 'accredited-elsewhere'") == 0)
    #expect(
      try text("SELECT receiver FROM mission WHERE key = 'mm-yangon'", on: "1985-01-01") == "mm")
    _ = try temporary.registry.verify()
  }

  @Test func `a receiver that is corrected takes all resident heads along`() throws {
    let left = try temporary.addHead(
      "Đặng Trước", at: "mm-yangon", ["credentials": "1980", "posting_ended": "1984"])
    _ = try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("receiver", "kz")
      return try Records(change).edit(.mission, key: "mm-yangon", facts)
    }
    #expect(
      try temporary.text("SELECT receiver FROM accreditation WHERE posting = '\(left)'") == "kz")
  }

  @Test func `a head accredited to the other receiver already hinders the mission`() throws {
    let head = try temporary.addHead("Đặng Sau", at: "mm-yangon", ["credentials": "1990"])
    _ = try temporary.write { (change) throws(RegistryError) in
      try PostingOffice(change).accredit(head, to: "kz", Facts())
    }
    let refusal = #expect(throws: RegistryError.self) {
      try turn(.mission, "mm-yangon", ["receiver": "kz"], since: "2000")
    }
    #expect(refusal?.message.english == "\(head) is accredited to kz already, beside mm.")
  }

  // MARK: People

  @Test func `a person is called as on the day, also in tenure`() throws {
    try temporary.addHead("Ann Smith", at: "mm-yangon", ["credentials": "2000"])
    try turn(.person, "ann-smith", ["name": "Ann Miller"], since: "2005-06-01")
    let name: SQL = "SELECT person_name FROM incumbent"
    #expect(try text(name, on: "2004-01-01") == "Ann Smith")
    #expect(try text(name, on: "2005-06-01") == "Ann Miller")
    #expect(
      try temporary.count("SELECT count(*) FROM searchable_name WHERE name = 'Ann Smith'") == 1)
  }

  @Test func `what was not known of a former name is not that of today`() throws {
    try temporary.addHead("Ann Smith", at: "mm-yangon", ["credentials": "2000"])
    try turn(
      .person, "ann-smith", ["name": "Ann Miller", "family_name": "Miller"], since: "2005-06-01")
    let family: SQL = "SELECT coalesce(family_name, '–') FROM person WHERE key = 'ann-smith'"
    #expect(try text(family, on: "2004-01-01") == "–")
    #expect(try text(family, on: "2006-01-01") == "Miller")
  }

  // MARK: What was known

  @Test func `as known, a day has the names that were known of it`() throws {
    let before = try temporary.count("SELECT max(number) FROM change")
    try turn(.party, "mm", ["name_en": "New"], since: "1989-06-18")
    let name: SQL = "SELECT name_en FROM party WHERE key = 'mm'"
    #expect(try text(name, on: "2000-01-01") == "New")
    #expect(try text(name, on: "1980-01-01", asKnown: "\(before)") == "Myanmar")
    #expect(try text(name, on: "2000-01-01", asKnown: "\(before)") == "Myanmar")
    #expect(try text(name, on: "1980-01-01", asKnown: "\(before + 1)") == "Myanmar")
    #expect(try text(name, on: "2000-01-01", asKnown: "\(before + 1)") == "New")
  }

  @Test func `a day asked about inside another is taken back`() throws {
    try turn(.party, "mm", ["name_en": "New"], since: "1989-06-18")
    let registry = try Registry.open(temporary.path, for: .reading)
    let name: SQL = "SELECT name_en FROM party WHERE key = 'mm'"
    let then = try registry.asking(about: "1980-01-01") { () throws(RegistryError) in
      let outer = try registry.value(name, as: String.self)
      let inner = try registry.asking(about: "2000-01-01") { () throws(RegistryError) in
        try registry.value(name, as: String.self)
      }
      return [outer, inner, try registry.value(name, as: String.self)]
    }
    #expect(then == ["Myanmar", "New", "Myanmar"])
    #expect(try registry.value(name, as: String.self) == "New")
  }
}
