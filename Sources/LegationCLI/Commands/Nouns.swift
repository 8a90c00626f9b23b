import ArgumentParser
import Registry

enum PersonNoun: Noun {
  typealias TakingAway = NamesTakenAway
  static let entity = Entity.person
  static let name = "person"
  static let plural = "people"
  static let abstract = "People who head, headed or were named to head a mission."
  static let firstFact = "name"
  static let firstFactHelp = "The name as it is written, family name first for Vietnamese names."
  static let examples = (
    add: "\"Đỗ Minh Hùng\" --gender male --reason \"new head in London\"",
    edit: "do-minh-hung --born 1970", key: "do-minh-hung", words: "do minh hung"
  )

  struct Options: FactOptions {
    @Option(help: "Where the order of the words does not tell.") var familyName: String?
    @Option var middleName: String?
    @Option(help: "Sorted by; else by the last word.") var givenName: String?
    @Option(help: "Sorted as this, for names of another order.") var sortName: String?
    @Option(help: "What follows the name: Jr., III.") var nameSuffix: String?
    @Option(help: "female or male.") var gender: String?
    @Option(help: ArgumentHelp("A date: 1970, 1970-05 or 1970-05-19.", valueName: "date")) var born:
      String?
    @Option(help: ArgumentHelp("A date.", valueName: "date")) var died: String?
    @Option(help: "career, non-career, or another word of the service.") var career: String?
    @Option(help: "Codes of where the person is from, joined by a space.") var home: String?
    @Option(help: "Q and a number.") var wikidata: String?
    @Option(help: "The personal rank (hàm), for example \"Đại sứ bậc một\".") var rank: String?
    @Option(help: "When that rank was conferred.") var rankConferred: String?
    @Option var note: String?
    @Option(name: .customLong("alias"), help: "Another name to be found by.")
    var aliases: [String] = []

    var facts: Facts {
      var facts = Facts()
      facts.set("family_name", familyName)
      facts.set("middle_name", middleName)
      facts.set("given_name", givenName)
      facts.set("sort_name", sortName)
      facts.set("name_suffix", nameSuffix)
      facts.set("gender", gender)
      facts.set("born", born)
      facts.set("died", died)
      facts.set("career", career)
      facts.set("home", home)
      facts.set("wikidata", wikidata)
      facts.set("note", note)
      return facts
    }

    func addParts(to key: String, _ records: Records) throws(RegistryError) -> Int {
      for alias in aliases { try records.addName(alias, to: .person, key: key) }
      if let rank { try records.addRank(rank, conferred: rankConferred, to: key) }
      return aliases.count + (rank == nil ? 0 : 1)
    }
  }
}

enum MissionNoun: Noun {
  typealias TakingAway = NamesTakenAway
  static let entity = Entity.mission
  static let name = "mission"
  static let plural = "missions"
  static let abstract = "Missions: embassies, consulates, permanent missions, offices."
  static let firstFact = "key"
  static let firstFactHelp = "The key. (default: receiver and seat, as in gb-london)"
  static let examples = (
    add: "--kind consulate --receiver jp --seat Sapporo",
    edit: "gb-london --alias \"Embassy in London\"", key: "gb-london", words: "tong lanh su"
  )

  struct Options: FactOptions {
    @Option(help: "embassy, consulate-general, permanent-mission …") var kind: String?
    @Option(help: "To whom: a party, by key or name.") var receiver: String?
    @Option(help: "By whom. (default: the registry's own country)") var sender: String?
    @Option(help: "The city.") var seat: String?
    @Option(help: "(default: made from kind, sender and place)") var nameEn: String?
    @Option(help: "(default: made from kind, sender and place)") var nameVi: String?
    @Option(help: "The mission of which it is a branch.") var parent: String?
    @Option(help: ArgumentHelp("A date: 1995, 1995-08 or 1995-08-05.", valueName: "date"))
    var opened: String?
    @Option(help: ArgumentHelp("A date.", valueName: "date")) var closed: String?
    @Option(help: "confirmed, single-source or uncertain.") var certainty: String?
    @Option(help: "Q and a number.") var wikidata: String?
    @Option(help: "A country that it also covers, whoever heads it.") var covers: [String] = []
    @Option(help: "A consular district.") var district: [String] = []
    @Option var note: String?
    @Option(name: .customLong("alias"), help: "A former or other name to be found by.")
    var aliases: [String] = []

    var facts: Facts {
      var facts = Facts()
      facts.set("kind", kind)
      facts.set("receiver", receiver)
      facts.set("sender", sender)
      facts.set("seat", seat)
      facts.set("name_en", nameEn)
      facts.set("name_vi", nameVi)
      facts.set("parent", parent)
      facts.set("opened", opened)
      facts.set("closed", closed)
      facts.set("certainty", certainty)
      facts.set("wikidata", wikidata)
      facts.set("note", note)
      return facts
    }

    func addParts(to key: String, _ records: Records) throws(RegistryError) -> Int {
      for alias in aliases { try records.addName(alias, to: .mission, key: key) }
      for receiver in covers { try records.addCoverage(of: receiver, to: key) }
      for area in district { try records.addDistrict(area, to: key) }
      return aliases.count + covers.count + district.count
    }
  }
}

enum PartyNoun: Noun {
  typealias TakingAway = NamesTakenAway
  static let entity = Entity.party
  static let name = "party"
  static let plural = "parties"
  static let abstract = "States, territories and organisations that send or receive."
  static let firstFact = "key"
  static let firstFactHelp = "The key. (default: the ISO code, else from the name)"
  static let examples = (
    add: "su --kind state --name-vi \"Liên Xô\" --valid-until 1991",
    edit: "gb --functions-begin copy", key: "gb", words: "han quoc"
  )

  struct Options: FactOptions {
    @Option(help: "state, territory or organization.") var kind: String?
    @Option var nameEn: String?
    @Option var nameVi: String?
    @Option var officialNameEn: String?
    @Option var officialNameVi: String?
    @Option(help: "Two letters, as ISO 3166-1.") var isoAlpha2: String?
    @Option var isoAlpha3: String?
    @Option var isoNumeric: String?
    @Option(help: "credentials or copy: when functions begin there (VCDR art. 13).")
    var functionsBegin: String?
    @Option(help: "credentials or alphabetical: the order of precedence there.")
    var precedence: String?
    @Option(help: ArgumentHelp("A date.", valueName: "date")) var validFrom: String?
    @Option(help: ArgumentHelp("A date.", valueName: "date")) var validUntil: String?
    @Option(help: "The party that came after it.") var successor: String?
    @Option(help: "The region of the world, in the sender's codes.") var region: String?
    @Option(help: "Q and a number.") var wikidata: String?
    @Option var note: String?
    @Option(name: .customLong("alias"), help: "Another name to be found by.")
    var aliases: [String] = []

    var facts: Facts {
      var facts = Facts()
      facts.set("kind", kind)
      facts.set("name_en", nameEn)
      facts.set("name_vi", nameVi)
      facts.set("official_name_en", officialNameEn)
      facts.set("official_name_vi", officialNameVi)
      facts.set("iso_alpha2", isoAlpha2)
      facts.set("iso_alpha3", isoAlpha3)
      facts.set("iso_numeric", isoNumeric)
      facts.set("functions_begin", functionsBegin)
      facts.set("precedence", precedence)
      facts.set("valid_from", validFrom)
      facts.set("valid_until", validUntil)
      facts.set("successor", successor)
      facts.set("region", region)
      facts.set("wikidata", wikidata)
      facts.set("note", note)
      return facts
    }

    func addParts(to key: String, _ records: Records) throws(RegistryError) -> Int {
      for alias in aliases { try records.addName(alias, to: .party, key: key) }
      return aliases.count
    }
  }
}

enum TermNoun: Noun {
  static let entity = Entity.term
  static let name = "term"
  static let plural = "terms"
  static let abstract = "Terms: the cohorts in which heads are appointed."
  static let firstFact = "key"
  static let firstFactHelp = "The label, for example 2026-2029: it is data, never computed."
  static let examples = (
    add: "2026-2029", edit: "2024-2027 --note \"four batches\"", key: "2024-2027",
    words: "2024"
  )

  struct Options: FactOptions {
    @Option(help: ArgumentHelp("A date. (default: from a label of two years)", valueName: "date"))
    var begins: String?
    @Option(help: ArgumentHelp("A date. (default: from a label of two years)", valueName: "date"))
    var ends: String?
    @Option var note: String?

    var facts: Facts {
      var facts = Facts()
      facts.set("begins", begins)
      facts.set("ends", ends)
      facts.set("note", note)
      return facts
    }
  }
}

enum BatchNoun: Noun {
  static let entity = Entity.batch
  static let name = "batch"
  static let plural = "batches"
  static let abstract = "Batches of a term: decisions handed over together."
  static let firstFact = "term"
  static let firstFactHelp = "The term to which it belongs."
  static let examples = (
    add: "2024-2027 --handed-over 18/10/2024 --reported-count 4",
    edit: "2024-2027-4 --presided-by \"Tô Lâm\"", key: "2024-2027-4", words: "2024-2027"
  )

  struct Options: FactOptions {
    @Option(help: "Its place in the term. (default: the next one)") var number: String?
    @Option(help: "Who decides: President, Foreign Minister …") var authority: String?
    @Option(help: ArgumentHelp("A date.", valueName: "date")) var decided: String?
    @Option(help: ArgumentHelp("A date.", valueName: "date")) var handedOver: String?
    @Option(help: "Who handed the decisions over.") var presidedBy: String?
    @Option(help: "How many heads, in the words of the source: they conflict.")
    var reportedCount: String?
    @Option(help: "Which heads, in the words of the source.") var reportedScope: String?
    @Option var note: String?

    var facts: Facts {
      var facts = Facts()
      facts.set("number", number)
      facts.set("authority", authority)
      facts.set("decided", decided)
      facts.set("handed_over", handedOver)
      facts.set("presided_by", presidedBy)
      facts.set("reported_count", reportedCount)
      facts.set("reported_scope", reportedScope)
      facts.set("note", note)
      return facts
    }
  }
}

enum DocumentNoun: Noun {
  static let entity = Entity.document
  static let name = "document"
  static let plural = "documents"
  static let abstract = "Decisions, resolutions, conclusions, submissions."
  static let firstFact = "number"
  static let firstFactHelp = "The number, for example 57-KL/TW."
  static let examples = (
    add: "12/QĐ-CTN --dated 09/01/2024",
    edit: "57-kl-tw --subject \"công tác thông tin đối ngoại\"", key: "57-kl-tw", words: "57-KL"
  )

  struct Options: FactOptions {
    @Option(help: "KL, NQ, CT, TTr, QĐ, BC …") var kind: String?
    @Option var issuer: String?
    @Option(help: ArgumentHelp("A date.", valueName: "date")) var dated: String?
    @Option var subject: String?
    @Option(help: "The document that it replaces.") var supersedes: String?
    @Option var note: String?

    var facts: Facts {
      var facts = Facts()
      facts.set("kind", kind)
      facts.set("issuer", issuer)
      facts.set("dated", dated)
      facts.set("subject", subject)
      facts.set("supersedes", supersedes)
      facts.set("note", note)
      return facts
    }
  }
}
