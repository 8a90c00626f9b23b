import SQLite
import Testing

@testable import Registry

/// English names of states and organizations within a sentence, with "the" where English has it.
@Suite struct ArticleTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry() }

  private func add(_ kind: String, at receiver: String, from sender: String = "vn") throws
    -> String?
  {
    let key = try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("kind", kind)
      facts.set("sender", sender)
      facts.set("receiver", receiver)
      facts.set("seat", "Somewhere")
      return try Records(change).add(.mission, facts)
    }
    return try temporary.text("SELECT name_en FROM mission WHERE key = '\(key)'")
  }

  @Test(arguments: [
    ("embassy", "gb", "Embassy of Viet Nam in the United Kingdom"),
    ("embassy", "us", "Embassy of Viet Nam in the United States"),
    ("embassy", "ae", "Embassy of Viet Nam in the United Arab Emirates"),
    ("embassy", "nl", "Embassy of Viet Nam in the Netherlands"),
    ("embassy", "ph", "Embassy of Viet Nam in the Philippines"),
    ("embassy", "do", "Embassy of Viet Nam in the Dominican Republic"),
    ("embassy", "gm", "Embassy of Viet Nam in the Gambia"),
    ("embassy", "bs", "Embassy of Viet Nam in the Bahamas"),
    ("embassy", "mh", "Embassy of Viet Nam in the Marshall Islands"),
    ("embassy", "va", "Embassy of Viet Nam in the Holy See"),
    ("embassy", "fr", "Embassy of Viet Nam in France"),
    ("embassy", "cz", "Embassy of Viet Nam in Czechia"),
    ("embassy", "sd", "Embassy of Viet Nam in Sudan"),
    ("embassy", "ua", "Embassy of Viet Nam in Ukraine"),
    ("permanent-mission", "un", "Permanent Mission of Viet Nam to the United Nations"),
    ("permanent-mission", "eu", "Permanent Mission of Viet Nam to the European Union"),
    (
      "permanent-mission", "unog",
      "Permanent Mission of Viet Nam to the United Nations Office at Geneva"
    ),
    ("permanent-mission", "iaea", "Permanent Mission of Viet Nam to the IAEA"),
    ("permanent-mission", "wto", "Permanent Mission of Viet Nam to the WTO"),
    ("permanent-mission", "asean", "Permanent Mission of Viet Nam to ASEAN"),
    ("permanent-mission", "unesco", "Permanent Mission of Viet Nam to UNESCO"),
    ("permanent-mission", "nato", "Permanent Mission of Viet Nam to NATO"),
    ("consulate", "us", "Consulate of Viet Nam in Somewhere"),
  ])
  func `a mission is named with the article of its receiver`(
    kind: String, receiver: String, name: String
  ) throws {
    #expect(try add(kind, at: receiver) == name)
  }

  @Test func `a sender has its article too, and what people change is followed`() throws {
    #expect(try add("embassy", at: "fr", from: "us") == "Embassy of the United States in France")
    try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("has_article", "1")
      _ = try Records(change).edit(.party, key: "sd", facts)
    }
    #expect(try add("embassy", at: "sd") == "Embassy of Viet Nam in the Sudan")
  }

  @Test func `no name that is given with its article is marked for another`() throws {
    #expect(
      try temporary.count(
        "SELECT count(*) FROM party WHERE has_article AND (name_en LIKE 'the %' OR name_en IS NULL)"
      )
        == 0)
    #expect(try temporary.count("SELECT count(*) FROM party WHERE has_article") > 50)
  }
}
