import Testing

@testable import Registry

@Suite struct TextTests {
  @Test(arguments: [
    // One syllable, letters before tones: the dictionary's order.
    """
    ác, ách, An, Anh, Ánh, ăn, ân, Ẩn, ba, bà, bả, bã, bá, bạ, Dũng, Dương, Đào, Đỗ, Đức, \
    hai, hài, hải, hãi, hái, hại
    """,
    // Syllable by syllable, not letters first over the whole string.
    "ba ba, ba gác, ba hoa, bà ba, bà con, bá chủ",
    // Names of countries.
    """
    Ả Rập Xê-út, Ai Cập, Algeria, Angola, Anh, Áo, Argentina, Australia, Ấn Độ, Ba Lan, Bỉ, \
    Campuchia, Canada, Chile, Cuba, Đan Mạch, Đức, Hà Lan, Hàn Quốc, Hoa Kỳ, Hungary, Hy Lạp, \
    Iran, Ireland, Na Uy, Nam Phi, New Zealand, Nga, Nhật Bản, Nigeria, Ý
    """,
    "An, Anh, Ánh, ân, Ẩn, Dũng, Đào",
  ])
  func `sort keys give the order of the Vietnamese alphabet`(list: String) {
    let names = list.split(separator: ", ").map(String.init)
    let sorted = names.shuffled().sorted {
      Array(NameKey.sortKey($0).utf8).lexicographicallyPrecedes(Array(NameKey.sortKey($1).utf8))
    }
    #expect(sorted.map(NameKey.sortKey) == names.map(NameKey.sortKey))
    #expect(sorted == names)
  }

  @Test func `people are sorted by given name, then middle names, then family name`() {
    let names = [
      "Lại Thái Bình", "Phạm Thanh Bình", "Mai Phan Dũng", "Vũ Tiến Dũng", "Lê Thị Thu Hằng",
      "Nguyễn Huy Hiệp", "Trần Đức Hùng", "Đỗ Minh Hùng", "Phạm Việt Hùng", "Bùi Quốc Hưng",
      "Tôn Thị Ngọc Hương", "Trần Quốc Khánh", "Lê Quang Long", "Bùi Văn Nghị",
      "Nguyễn Trọng Nghĩa", "Ngô Minh Nguyệt", "Trịnh Thị Tâm", "Đỗ Hùng Việt",
    ]
    func key(_ name: String) -> String {
      NameKey.personSortKey(
        name: name, familyName: nil, middleName: nil, givenName: nil, sortName: nil)
    }
    // Nghị and Nghĩa: the letters decide before the tone, so nghi comes before nghia.
    #expect(names.shuffled().sorted { key($0) < key($1) } == names)
    #expect(key("Lê Hùng") < key("Trần Đức Hùng"))
  }

  @Test func `a sort name overrides the order of the words`() {
    let key = NameKey.personSortKey(
      name: "John Adams", familyName: nil, middleName: nil, givenName: nil,
      sortName: "Adams, John")
    #expect(key == "adams0 john0")
  }

  @Test(arguments: [
    ("Đỗ Minh Hùng", "do minh hung"), ("ĐỖ MINH HÙNG", "do minh hung"),
    ("O’Neill", "oneill"), ("Iklé", "ikle"), ("Strausz-Hupé", "strausz hupe"),
    ("Xê-út", "xe ut"), ("Müller", "muller"), ("Ǿre", "ore"), ("Łódź", "lodz"),
    ("Straße", "strasse"), ("Người Việt", "nguoi viet"), ("Davezac (D’Avezac)", "davezac davezac"),
  ])
  func `search keys have no tones and no marks`(name: String, key: String) {
    #expect(NameKey.searchKey(name) == key)
  }

  @Test(arguments: [("hòa", "hoà"), ("thủy", "thuỷ"), ("Thụy", "Thuỵ"), ("khỏe", "khoẻ")])
  func `old and new places of the tone have one key`(old: String, new: String) {
    #expect(NameKey.sortKey(old) == NameKey.sortKey(new))
    #expect(Array(old.utf8) != Array(new.utf8))
  }

  @Test(arguments: [
    "e\u{302}\u{323}", "\u{ea}\u{323}", "\u{1eb9}\u{302}", "e\u{323}\u{302}",
  ])
  func `marks in any order become one character`(text: String) throws {
    #expect(Array(try TextEntry.line(text).unicodeScalars) == ["\u{1ec7}"])
  }

  @Test(arguments: [
    ("Nguye\u{302}\u{303}n Tro\u{323}ng", "Nguyễn Trọng"),
    ("a\u{340}", "à"),
    ("  Đỗ \u{a0}\u{2003}Minh\tHùng ", "Đỗ Minh Hùng"),
    ("\u{feff}Đỗ\u{200b} Hùng\u{200d}", "Đỗ Hùng"),
    ("\u{d0}ỗ \u{f0}ức \u{189}ào", "Đỗ đức Đào"),
    ("Davíð Oddsson", "Davíð Oddsson"),
  ])
  func `text enters in one form`(text: String, entered: String) throws {
    let line = try TextEntry.line(text)
    #expect(Array(line.utf8) == Array(entered.utf8))
  }

  @Test(arguments: [
    ("", TextEntry.Fault.empty), (" \u{200b} ", .empty), ("a\u{1}b", .control(1)),
    ("a\u{202e}b", .control(0x202e)), ("a\u{fffd}", .damaged), ("a\u{0}b", .control(0)),
    // Tags, fillers, a joiner of graphemes, marks of interlinear notes, what is no character.
    ("a\u{e0041}", .control(0xe0041)), ("a\u{e007f}", .control(0xe007f)),
    ("\u{3164}", .control(0x3164)), ("\u{ffa0}", .control(0xffa0)),
    ("a\u{115f}", .control(0x115f)), ("a\u{34f}b", .control(0x34f)),
    ("a\u{fff9}b", .control(0xfff9)), ("a\u{fffb}", .control(0xfffb)),
    ("a\u{ffff}", .control(0xffff)), ("a\u{fffe}", .control(0xfffe)),
    ("a\u{10ffff}", .control(0x10ffff)),
    ("a\u{2064}b", .control(0x2064)), ("\u{2800}", .control(0x2800)),
    // The form of a letter that is not there.
    ("\u{fe0f}", .empty), (" \u{e0100} ", .empty),
  ])
  func `what is no name is refused`(text: String, fault: TextEntry.Fault) {
    #expect(throws: fault) { try TextEntry.line(text) }
  }

  @Test(arguments: [
    "葛\u{e0100}城", "❤\u{fe0f}", "ᠪ\u{180e}ᠠ", "ᠨ\u{180b}", "עִבְרִית", "ملف", "ไทย", "한국", "🇻🇳",
  ])
  func `what a spelling needs stays`(text: String) throws {
    #expect(Array(try TextEntry.line(text).utf8) == Array(text.utf8))
  }

  @Test func `nothing enters that nobody sees, whichever character it is`() throws {
    // They choose the form of the letter before them.
    let forms: [ClosedRange<UInt32>] = [
      0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF,
    ]
    for value: UInt32 in 0...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isIgnorable =
        properties.isDefaultIgnorableCodePoint && !forms.contains { $0.contains(value) }
      let isHidden =
        isIgnorable || properties.isNoncharacterCodePoint || properties.generalCategory == .control
      if isHidden { #expect(TextEntry.isHidden(scalar), "\(String(value, radix: 16))") }
      guard TextEntry.isHidden(scalar) else { continue }
      let entered = try? TextEntry.line("a\(scalar)b")
      #expect(entered?.unicodeScalars.contains(scalar) != true, "\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [501, 10_000_000])
  func `a name of any size is refused when it is too long`(length: Int) {
    let name = String(repeating: "x", count: length)
    #expect(throws: TextEntry.Fault.tooLong(limit: 500, length: length)) {
      try TextEntry.line(name)
    }
  }

  @Test func `a note keeps its lines and a name does not`() throws {
    #expect(try TextEntry.note(" a \n\n b ") == "a\n\nb")
    #expect(try TextEntry.line("a\nb") == "a b")
  }

  @Test(arguments: [
    ("Đỗ Minh Hùng", "do-minh-hung"), ("57-KL/TW", "57-kl-tw"), ("  --A  ", "a"),
    ("Osaka (Sakai)", "osaka-sakai"),
  ])
  func `keys come from names`(name: String, key: String) {
    #expect(Key.from(name) == key)
    #expect(Key.isValid(key))
  }

  @Test(arguments: ["", "-a", "a-", "A", "đ", "a b", "a_b", String(repeating: "a", count: 201)])
  func `what is no key is refused`(key: String) {
    #expect(!Key.isValid(key))
  }

  @Test func `a name without Latin letters suggests no key`() { #expect(Key.from("駐越") == nil) }

  @Test(arguments: [
    ("gb-lodon", "gb-london"), ("transfered", "transferred"), ("lodnon", "london"),
    ("Hà Noi", "ha-noi"),
  ])
  func `the nearest is suggested`(typed: String, meant: String) {
    let candidates = ["gb-london", "transferred", "london", "ha-noi", "paris"]
    #expect(Nearest.matches(to: typed, among: candidates).first == meant)
  }

  @Test func `what is far is not suggested`() {
    #expect(Nearest.matches(to: "xyzzy", among: ["gb-london", "paris"]).isEmpty)
  }
}
