import SQLite

@testable import Registry

/// Edits as people make them and as other programs make them, the same for the same seed.
struct RandomEdits {
  private var state: UInt64
  private var made = 0

  init(seed: UInt64) { state = seed }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func pick(_ table: String, in temporary: TemporaryRegistry) throws -> String {
    let keys = try temporary.connection.column(
      SQL(carried: "SELECT key FROM \(table) ORDER BY key"), as: String.self)
    return keys[random(keys.count)]
  }

  /// One change.
  mutating func make(in temporary: TemporaryRegistry) throws {
    made += 1
    let person = try pick("person", in: temporary)
    let posting = try pick("posting", in: temporary)
    let mission = try pick("mission", in: temporary)
    switch random(12) {
    case 0:
      try temporary.addHead(
        "Trần Thị Số \(made)", at: mission, ["arrived": "20\(10 + random(15))"], accepting: ["*"])
    case 1:
      try temporary.run("UPDATE person SET born = '19\(40 + random(50))' WHERE key = '\(person)'")
    case 2:
      try temporary.run("UPDATE person SET key = '\(person)-\(made)' WHERE key = '\(person)'")
    case 3:
      try temporary.run(
        "UPDATE OR REPLACE mission SET note = 'edit \(made)', seat = NULL WHERE key = '\(mission)'")
    case 4:
      try temporary.run(
        """
        DELETE FROM citation WHERE posting = '\(posting)';
        UPDATE posting SET planned_end = '202\(random(9))' WHERE key = '\(posting)'
        """)
    case 5:
      try temporary.run(
        """
        INSERT INTO extension (posting, number, planned_end)
        VALUES ('\(posting)', \(made), '20\(30 + made)')
        """)
    case 6:
      try temporary.run(
        """
        INSERT OR REPLACE INTO person_name (person, name, search_key)
        VALUES ('\(person)', 'Bí danh \(random(3))', 'bi danh')
        """)
    case 7:
      try temporary.run(
        """
        INSERT INTO term (key, begins) VALUES ('t-\(made)', '2030');
        UPDATE posting SET term = 't-\(made)', batch = NULL WHERE key = '\(posting)'
        """)
    case 8:
      try temporary.run(
        """
        INSERT OR IGNORE INTO person_former (person, changed, name, sort_key, search_key)
        VALUES ('\(person)', '19\(60 + random(40))', 'Tên cũ \(made)', 'cu', 'ten cu')
        """)
    case 9:
      try temporary.run(
        """
        INSERT OR IGNORE INTO mission_former (mission, changed, kind, name_en, search_key_en)
        VALUES ('\(mission)', '20\(10 + random(15))', 'consulate', 'Post \(made)', 'post');
        INSERT OR IGNORE INTO party_former (party, changed, name_vi, search_key_vi)
        VALUES ('fr', '19\(60 + random(60))', 'Tên cũ \(made)', 'ten cu')
        """)
    case 10:
      try temporary.run(
        """
        INSERT OR IGNORE INTO mission_closure (mission, closed, reopened)
        VALUES ('\(mission)', '20\(10 + random(8))', '20\(18 + random(8))')
        """)
    default: try temporary.run("UPDATE registry SET known_until = '202\(random(6))-01-01'")
    }
  }
}
