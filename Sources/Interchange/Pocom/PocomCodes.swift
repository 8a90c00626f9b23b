/// What the codes of pocom and gsh are called in the registry, where it has the thing already.
enum PocomCodes {
  /// Role titles, by the title of the registry that is the same; others keep their own key.
  static let titles = [
    "ambassador-e-p": "ambassador",
    "charge-daffaires": "charge-en-titre",
    "charge-daffaires-ad-interim": "charge-ad-interim",
    "charge-daffaires-consul-general": "charge-consul-general",
    "charge-daffaires-pro-tem": "charge-pro-tempore",
    "chief-of-mission-of-us-office-abroad": "chief-of-office-abroad",
    "envoy-extraordinary-minister-plenipotentiary": "envoy",
    "envoy-extraordinary-minister-plenipotentiary-consul-general": "envoy-consul-general",
    "minister": "minister-head",
    "personal-representative-of-the-president": "personal-representative",
  ]

  /// What pocom calls a title.
  static func role(of title: String) -> String {
    titles.first { $0.value == title }?.key ?? title
  }

  /// Titles of heads who present no credentials: what the source calls started is the day on
  /// which they took charge.
  static let withoutCredentials: Set<String> = [
    "charge-ad-interim", "charge-pro-tempore", "acting-principal-officer", "principal-officer",
    "director", "chief", "chief-of-office-abroad", "representative", "personal-representative",
  ]

  static let acting: Set<String> = [
    "charge-ad-interim", "charge-pro-tempore", "acting-principal-officer",
  ]

  /// Missions at organizations: the organization, and what the head is called in Vietnamese.
  static let organizations: [String: (party: String, title: String)] = [
    "representative-to-asean": ("asean", "Đại diện của Hoa Kỳ tại ASEAN"),
    "representative-to-au": ("african-union", "Đại diện của Hoa Kỳ tại Liên minh châu Phi"),
    "representative-to-eu": ("eu", "Đại diện của Hoa Kỳ tại Liên minh châu Âu"),
    "representative-to-iaea": ("iaea", "Đại diện của Hoa Kỳ tại IAEA (Vienna)"),
    "representative-to-icao": ("icao", "Đại diện của Hoa Kỳ tại Hội đồng ICAO (Montreal)"),
    "representative-to-nato": ("nato", "Đại diện thường trực của Hoa Kỳ tại Hội đồng NATO"),
    "representative-to-oas": (
      "oas", "Đại diện thường trực của Hoa Kỳ tại Tổ chức các quốc gia châu Mỹ (Washington)"
    ),
    "representative-to-oecd": ("oecd", "Đại diện của Hoa Kỳ tại OECD (Paris)"),
    "representative-to-osce": ("osce", "Đại diện của Hoa Kỳ tại OSCE (Vienna)"),
    "representative-to-un": ("un", "Đại diện của Hoa Kỳ tại Liên hợp quốc"),
    "representative-to-unafa": (
      "un-food-agencies",
      "Đại diện của Hoa Kỳ tại các cơ quan lương thực và nông nghiệp của Liên hợp quốc (Rome)"
    ),
    "representative-to-unesco": ("unesco", "Đại diện thường trực của Hoa Kỳ tại UNESCO"),
    "representative-to-unido": ("unido", "Đại diện của Hoa Kỳ tại UNIDO (Vienna)"),
    "representative-to-usoarn": (
      "arms-reduction-negotiations",
      "Đại sứ đặc mệnh toàn quyền tại Văn phòng đàm phán giảm vũ khí của Hoa Kỳ (Geneva)"
    ),
    "representative-uneo": (
      "unog", "Đại diện của Hoa Kỳ tại Văn phòng châu Âu của Liên hợp quốc (Geneva)"
    ),
    "representative-unvo": ("unov", "Đại diện của Hoa Kỳ tại Văn phòng Liên hợp quốc ở Vienna"),
  ]

  /// What heads were accredited to and the registry does not ship.
  static let newOrganizations = [
    "un-food-agencies": (
      "United Nations Agencies for Food and Agriculture",
      "Các cơ quan lương thực và nông nghiệp của Liên hợp quốc"
    ),
    "arms-reduction-negotiations": (
      "Arms Reduction Negotiations (Geneva)", "Đàm phán giảm vũ khí (Geneva)"
    ),
  ]

  /// Words of names before which English puts "the": common nouns and plurals, as in "the Papal
  /// States" (European Commission, English Style Guide, 8th edition).
  private static let withArticle: Set<String> = [
    "agencies", "antilles", "coast", "colony", "commonwealth", "confederation", "congo", "dynasty",
    "empire",
    "federation", "group", "hebrides", "indies", "islands", "kingdom", "negotiations",
    "philippines", "protectorate", "provinces", "republic", "sicilies", "sovereignty", "state",
    "states", "territory", "union", "viceroyalty", "duchy", "principality", "province",
  ]

  static func hasArticle(_ name: String) -> Int64 {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.first != "the" && words.contains(where: withArticle.contains) ? 1 : 0
  }

  /// Kinds of post, where the word is another one.
  static let postKinds: Set<String> = [
    "embassy", "consulate-general", "consulate", "consular-agency", "branch-office",
  ]

  /// Territories that the registry knows under an ISO code and whose identifier is not its name.
  ///
  /// The codes that gsh gives are no help everywhere: that of the Cook Islands is Curaçao's.
  static let parties = [
    "antigua-and-barbuda": "ag", "antigua-barbuda": "ag", "bosnia-and-herzegovina": "ba",
    "bosnia-herzegovina": "ba", "cocos-keeling-islands": "cc", "congo-brazzaville": "cg",
    "congo-democratic-republic": "cd", "congo-kinshasa": "cd", "congo-republic": "cg",
    "cote-divoire": "ci", "falkland-islands-islas-malvinas": "fk",
    "french-southern-and-antarctic-lands": "tf", "heard-island-and-mcdonald-islands": "hm",
    "korea-north": "kp", "korea-south": "kr", "micronesia": "fm",
    "micronesia-federated-states-of": "fm", "palestinian-authority": "ps", "saint-barlemy": "bl",
    "saint-helena-ascension-and-tristan-da-cunha": "sh", "saint-kitts-and-nevis": "kn",
    "saint-kitts-nevis": "kn", "saint-lucia": "lc", "saint-martin": "mf",
    "saint-pierre-and-miquelon": "pm", "saint-vincent-and-grenadines": "vc",
    "saint-vincent-grenadines": "vc", "south-georgia-and-south-sandwich-islands": "gs",
    "virgin-islands-british": "vg", "virgin-islands-us": "vi",
  ]

  /// What became of a nomination, as its note says; in the order in which they are looked for.
  static let outcomes: [(words: [String], nomination: String)] = [
    (["declin"], "declined"),
    (["died"], "died"),
    (["withdrawn", "withdrew"], "withdrawn"),
    (
      ["rejected", "not confirmed", "tabled", "not acted upon", "expired", "returned"],
      "not-confirmed"
    ),
  ]

  static func nomination(of note: String?) -> String {
    let note = note?.lowercased() ?? ""
    return outcomes.first { $0.words.contains { note.contains($0) } }?.nomination
      ?? "did-not-serve"
  }

  /// Words by which a note says that a date is not exact.
  static let approximations: Set<String> = [
    "about", "approximately", "around", "before", "after", "between", "circa", "late", "probably",
  ]

  static func isApproximate(_ note: String?) -> Bool {
    note?.lowercased().split { !$0.isLetter }.contains { approximations.contains(String($0)) }
      ?? false
  }
}
