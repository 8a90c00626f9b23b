extension ForeignWord {
  /// Comparing with a pattern.
  static let ofPatterns = [
    ForeignWord(
      "ILIKE", .word("ilike"),
      words: Sentence(
        "LIKE ignores the case of A to Z. For accented letters: name_fold(x) LIKE name_fold('%a%').",
        vi:
          "LIKE không phân biệt hoa thường với A-Z. Với chữ có dấu: name_fold(x) LIKE name_fold('%a%')."
      ),
      codes: ["name_fold(x) LIKE name_fold('%a%')"]),
    ForeignWord(
      "SIMILAR TO", .word("similar"),
      words: Sentence(
        "Use LIKE or GLOB, or x REGEXP 'a'.", vi: "Hãy dùng LIKE hoặc GLOB, hoặc x REGEXP 'a'."),
      codes: ["x REGEXP 'a'"]),
    ForeignWord("RLIKE", .word("rlike"), write: "x REGEXP 'a'"),
    ForeignWord(
      "~, ~*, !~",
      .syntax { mistake, place in
        mistake.isSymbol(place, "~") && mistake.isOperand(place - 1) ? Sign.Hit() : nil
      },
      .token { mistake, place in mistake.isSymbol(place, "!") && mistake.isSymbol(place + 1, "~") },
      write: "x REGEXP 'a'", "x NOT REGEXP 'a'"),
    ForeignWord(
      "REGEXP_LIKE, REGEXP_MATCHES, REGEXP_CONTAINS",
      .function("regexp_like", "regexp_matches", "regexp_contains", "regexp_match", "rlike"),
      write: "x REGEXP 'a'"),
    ForeignWord(
      "REGEXP_REPLACE, REGEXP_SUBSTR",
      .function("regexp_replace", "regexp_substr", "regexp_extract"),
      words: Sentence(
        "A pattern finds rows and changes no text. One text for another: replace(x, 'a', 'b').",
        vi: "Mẫu chỉ để tìm dòng, không sửa văn bản. Thay văn bản: replace(x, 'a', 'b')."),
      codes: ["replace(x, 'a', 'b')"]),
  ]
}
