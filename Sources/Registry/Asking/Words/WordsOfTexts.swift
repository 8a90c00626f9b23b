extension ForeignWord {
  /// Texts: joined, cut, searched.
  static let ofTexts = [
    ForeignWord(
      "CONCAT", .function("concat"),
      words: Sentence(
        "Join texts by ||: x || ', ' || y.", vi: "Nối văn bản bằng ||: x || ', ' || y."),
      codes: ["x || ', ' || y"]),
    ForeignWord(
      "CONCAT_WS", .function("concat_ws"), write: "x || ', ' || y",
      words: Sentence(
        "A NULL makes all NULL: coalesce(x, '').",
        vi: "Một NULL làm cả kết quả là NULL: coalesce(x, '').")),
    ForeignWord(
      "x & y of texts", vi: "x & y với văn bản",
      words: Sentence(
        "& is for bits. Join texts by ||.", vi: "& dùng cho bit. Nối văn bản bằng ||.")),
    ForeignWord(
      "x + y of texts", vi: "x + y với văn bản",
      words: Sentence(
        "+ adds numbers. Join texts by ||.", vi: "+ là cộng số. Nối văn bản bằng ||.")),
    ForeignWord(
      "x || y as OR", vi: "x || y thay cho OR",
      words: Sentence("|| joins texts. Write OR.", vi: "|| để nối văn bản. Hãy viết OR.")),
    ForeignWord(
      "LISTAGG … WITHIN GROUP (ORDER BY y)", .function("listagg"),
      .syntax { mistake, place in
        ordered(mistake, place, ["listagg", "string_agg", "group_concat", "array_agg"])
      },
      words: sortedInside, codes: [sortedText]),
    ForeignWord(
      "STRING_AGG(x, ', ' ORDER BY y)",
      .syntax { mistake, place in
        let names = [
          "string_agg", "group_concat", "array_agg", "json_agg", "json_group_array", "listagg",
        ]
        guard mistake.isWord(place, "order"), let call = mistake.call(around: place),
          names.contains(call)
        else { return nil }
        return Sign.Hit()
      },
      words: sortedInside, codes: [sortedText]),
    ForeignWord("STRING_AGG", .function("string_agg"), write: "group_concat(x, ', ')"),
    ForeignWord(
      "GROUP_CONCAT(x SEPARATOR ', ')", .word("separator"),
      words: Sentence(
        "Give the separator as second argument: group_concat(x, ', ').",
        vi: "Đưa dấu phân cách làm đối số thứ hai: group_concat(x, ', ')."),
      codes: ["group_concat(x, ', ')"]),
    ForeignWord(
      "ARRAY_AGG, JSON_AGG", .function("array_agg", "json_agg", "jsonb_agg", "json_arrayagg"),
      write: "json_group_array(x)"),
    ForeignWord(
      "JSON_OBJECT_AGG, JSON_OBJECTAGG",
      .function("json_object_agg", "json_objectagg", "jsonb_object_agg"),
      write: "json_group_object(x, y)"),
    ForeignWord(
      "JSON_VALUE, JSON_QUERY",
      .function("json_value", "json_query", "json_extract_scalar", "get_json_object"),
      write: "json_extract(x, '$.a')"),
    ForeignWord(
      "LEN, CHAR_LENGTH",
      .function("len", "char_length", "character_length", "strlen", "octet_length"),
      write: "length(x)"),
    ForeignWord(
      "UCASE, LCASE", .function("ucase", "lcase"), write: "upper(x)", "lower(x)"),
    ForeignWord(
      "LEFT(x, 3)", .syntax { mistake, place in calls("left", mistake, place) }, .function("left"),
      write: "substr(x, 1, 3)"),
    ForeignWord(
      "RIGHT(x, 3)", .syntax { mistake, place in calls("right", mistake, place) },
      .function("right"),
      write: "substr(x, -3)"),
    ForeignWord("MID", .function("mid"), write: "substr(x, 1, 3)"),
    ForeignWord(
      "SUBSTRING(x FROM 1 FOR 3)",
      .syntax { mistake, place in
        let isCut = mistake.call(around: place).map(["substring", "substr"].contains) ?? false
        return isCut && mistake.isWord(place, "from", "for") ? Sign.Hit() : nil
      },
      write: "substr(x, 1, 3)"),
    ForeignWord(
      "CHARINDEX, LOCATE, STRPOS",
      .function("charindex", "locate", "strpos", "patindex", "find_in_set"),
      write: "instr(x, 'a')"),
    ForeignWord(
      "POSITION('a' IN x)", .function("position"), .within("position"),
      .other { mistake in
        // SQLite takes what stands behind IN for a table, and points nowhere.
        guard mistake.complaint.kind == .table else { return nil }
        return mistake.tokens.indices.first { index in
          mistake.isWord(index, "position") && mistake.isSymbol(index + 1, "(")
            && mistake.isWord(index + 3, "in")
        }.map { Sign.Hit(place: $0) }
      },
      write: "instr(x, 'a')"),
    ForeignWord(
      "LPAD, RPAD", .function("lpad", "rpad"), write: "printf('%20s', x)", "printf('%-20s', x)"),
    ForeignWord(
      "REPEAT, REPLICATE, SPACE", .function("repeat", "replicate", "space"),
      write: "printf('%.*c', 3, 'x')"),
    ForeignWord(
      "ASCII, ORD", .function("ascii", "ord"), write: "unicode(x)"),
    ForeignWord("CHR", .function("chr", "nchar"), write: "char(65)"),
    ForeignWord(
      "TRIM(BOTH ' ' FROM x)",
      .syntax { mistake, place in
        guard mistake.call(around: place) == "trim" else { return nil }
        let isSide = mistake.isWord(place - 1, "both", "leading", "trailing")
        return isSide || mistake.isWord(place, "from") ? Sign.Hit() : nil
      },
      words: Sentence(
        "Write trim(x, ' '), ltrim(x, ' ') or rtrim(x, ' ').",
        vi: "Hãy viết trim(x, ' '), ltrim(x, ' ') hoặc rtrim(x, ' ')."),
      codes: ["trim(x, ' ')", "ltrim(x, ' ')", "rtrim(x, ' ')"]),
    ForeignWord(
      "SPLIT_PART, SUBSTRING_INDEX", .function("split_part", "substring_index", "string_split"),
      write: "substr(x, 1, instr(x || ' ', ' ') - 1)"),
    ForeignWord(
      "UNACCENT", .function("unaccent", "remove_accents"), write: "name_fold(x)"),
    ForeignWord(
      "COLLATE utf8mb4_general_ci, COLLATE \"vi_VN\"",
      .other { mistake in mistake.complaint.kind == .collation ? Sign.Hit() : nil },
      words: Sentence(
        "ORDER BY person_sort_key (in person: sort_key) sorts as Vietnamese and English do.",
        vi:
          "ORDER BY person_sort_key (trong person: sort_key) xếp đúng thứ tự tiếng Việt và tiếng Anh."
      )),
  ]

  private static let sortedText =
    "SELECT group_concat(x, ', ') FROM (SELECT x FROM t ORDER BY y)"

  private static let sortedInside = Sentence(
    "Sort in a subquery: \(sortedText).", vi: "Hãy sắp xếp trong truy vấn con: \(sortedText).")

  /// The parenthesis behind WITHIN GROUP of a call.
  static func ordered(_ mistake: Mistake, _ place: Int, _ names: [String]) -> Sign.Hit? {
    guard mistake.isSymbol(place, "("), mistake.isWord(place - 1, "group"),
      mistake.isWord(place - 2, "within"),
      let open = mistake.selects.closing.first(where: { $0.value == place - 3 })?.key,
      let call = mistake.word(open - 1), names.contains(call)
    else { return nil }
    return Sign.Hit(place: open - 1)
  }

  /// A word of SQL that is called as a function.
  static func calls(_ name: String, _ mistake: Mistake, _ place: Int) -> Sign.Hit? {
    mistake.isSymbol(place, "(") && mistake.isWord(place - 1, name)
      ? Sign.Hit(place: place - 1) : nil
  }
}
