import Schema

extension ForeignWord {
  /// How many rows, and which.
  static let ofRows = [
    ForeignWord(
      "TOP 10 PERCENT",
      .syntax { mistake, place in
        guard
          mistake.isWord(place, "percent") && mistake.isWord(place - 2, "limit")
            || top(mistake, place) != nil && mistake.isWord(place + 1, "percent")
        else { return nil }
        return Sign.Hit()
      },
      words: Sentence(
        "Put LIMIT (SELECT count(*) / 10 FROM mission) at the end.",
        vi: "Hãy đặt LIMIT (SELECT count(*) / 10 FROM mission) ở cuối câu."),
      codes: ["LIMIT (SELECT count(*) / 10 FROM mission)"]),
    ForeignWord(
      "TOP 10", .syntax(top),
      .other { mistake in
        guard mistake.complaint.kind == .function, let place = mistake.place,
          mistake.isWord(place, "top")
        else { return nil }
        let isCounted = mistake.kind(place + 2) == .number
        return Sign.Hit(given: isCounted ? mistake.tokens[place + 2].text : nil)
      },
      words: Sentence(
        "SQLite has no TOP. Put LIMIT 10 at the end.",
        vi: "SQLite không có TOP. Hãy đặt LIMIT 10 ở cuối câu."),
      codes: ["LIMIT 10"], example: "10"),
    ForeignWord(
      "OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY",
      .syntax { mistake, place in
        guard let offset = offsetAlone(mistake, place),
          mistake.tokens.indices.contains(where: { $0 > offset && mistake.isWord($0, "fetch") })
        else { return nil }
        return Sign.Hit(place: offset)
      },
      write: "LIMIT 10 OFFSET 5"),
    ForeignWord(
      "FETCH FIRST 10 ROWS ONLY",
      .syntax { mistake, place in
        let word = mistake.isWord(place, "fetch") ? place : place - 1
        guard mistake.isWord(word, "fetch"), mistake.isWord(word + 1, "first", "next"),
          !mistake.isName(word)
        else { return nil }
        let isCounted = mistake.kind(word + 2) == .number
        return Sign.Hit(
          place: word, given: isCounted ? mistake.tokens[word + 2].text : "1")
      },
      write: "LIMIT 10", example: "10"),
    ForeignWord(
      "OFFSET 5 without LIMIT", vi: "OFFSET 5 không có LIMIT",
      .syntax { mistake, place in
        guard let offset = offsetAlone(mistake, place) else { return nil }
        let isCounted = mistake.kind(offset + 1) == .number
        return Sign.Hit(
          place: offset, given: isCounted ? mistake.tokens[offset + 1].text : nil)
      },
      words: Sentence(
        "OFFSET needs LIMIT: LIMIT -1 OFFSET 5.",
        vi: "OFFSET phải đi cùng LIMIT: LIMIT -1 OFFSET 5."),
      codes: ["LIMIT -1 OFFSET 5"], example: "5"),
    ForeignWord(
      "LIMIT ALL",
      .syntax { mistake, place in
        mistake.isWord(place, "all") && mistake.isWord(place - 1, "limit") ? Sign.Hit() : nil
      },
      words: Sentence("Leave out LIMIT.", vi: "Hãy bỏ LIMIT.")),
    ForeignWord(
      "ROWNUM", .column("rownum"),
      words: Sentence(
        "Write LIMIT 10 at the end; for numbering, row_number() OVER (ORDER BY x).",
        vi: "Hãy đặt LIMIT 10 ở cuối; muốn đánh số, dùng row_number() OVER (ORDER BY x)."),
      codes: ["LIMIT 10", "row_number() OVER (ORDER BY x)"]),
    ForeignWord(
      "DISTINCT ON (x)",
      .syntax { mistake, place in
        mistake.isWord(place, "on") && mistake.isWord(place - 1, "distinct") ? Sign.Hit() : nil
      },
      words: Sentence(
        "Number the rows by row_number() OVER (PARTITION BY x ORDER BY y) in a subquery and keep 1.",
        vi:
          "Đánh số bằng row_number() OVER (PARTITION BY x ORDER BY y) trong truy vấn con rồi giữ số 1."
      ),
      codes: ["row_number() OVER (PARTITION BY x ORDER BY y)"]),
    ForeignWord(
      "COUNT DISTINCT x",
      .syntax { mistake, place in
        guard mistake.isWord(place, "distinct"), mistake.isWord(place - 1, "count") else {
          return nil
        }
        let column = mistake.isOperand(place + 1) ? mistake.tokens[place + 1].text : "x"
        return Sign.Hit(place: place - 1, given: "(DISTINCT \(column))")
      },
      write: "count(DISTINCT x)", example: "(DISTINCT x)"),
    ForeignWord(
      "count(DISTINCT x, y)",
      .other { mistake in
        guard mistake.complaint.kind == .arguments, let place = mistake.place,
          mistake.isSymbol(place + 1, "("), mistake.isWord(place + 2, "distinct"),
          let close = mistake.selects.closing[place + 1],
          let values = mistake.list(from: place + 3, to: close), values.count > 1
        else { return nil }
        return Sign.Hit(given: values.joined(separator: " || ' ' || "))
      },
      write: "count(DISTINCT x || ' ' || y)", example: "x || ' ' || y"),
    ForeignWord(
      "count(x, y)",
      .other { mistake in
        guard mistake.complaint.kind == .arguments, let place = mistake.place,
          mistake.isWord(place, "count"), let close = mistake.selects.closing[place + 1],
          let values = mistake.list(from: place + 2, to: close), values.count > 1
        else { return nil }
        return Sign.Hit(given: values.joined(separator: " || ' ' || "))
      },
      words: Sentence(
        "count(*) counts rows; count(DISTINCT x || ' ' || y) counts pairs.",
        vi: "count(*) đếm dòng; count(DISTINCT x || ' ' || y) đếm cặp."),
      codes: ["count(*)", "count(DISTINCT x || ' ' || y)"], example: "x || ' ' || y"),
    ForeignWord(
      "a, DISTINCT b",
      .syntax { mistake, place in
        mistake.isWord(place, "distinct") && mistake.isSymbol(place - 1, ",") ? Sign.Hit() : nil
      },
      words: Sentence(
        "DISTINCT stands once, directly behind SELECT.",
        vi: "DISTINCT chỉ đứng một lần, ngay sau SELECT.")),
    ForeignWord(
      "QUALIFY", .word("qualify"),
      words: Sentence(
        "Put the SELECT into a subquery and the condition into its WHERE.",
        vi: "Đưa SELECT vào truy vấn con rồi đặt điều kiện ở WHERE bên ngoài.")),
  ]

  /// TOP directly behind SELECT, with its number at the place.
  private static let top: @Sendable (Mistake, Int) -> Sign.Hit? = { mistake, place in
    guard mistake.kind(place) == .number, mistake.isWord(place - 1, "top"),
      mistake.isWord(place - 2, "select", "distinct", "all")
    else { return nil }
    return Sign.Hit(place: place - 1, given: mistake.tokens[place].text)
  }

  /// OFFSET with no LIMIT before it, at the place or just before.
  private static func offsetAlone(_ mistake: Mistake, _ place: Int) -> Int? {
    let word = mistake.isWord(place, "offset") ? place : place - 1
    guard mistake.isWord(word, "offset"), !mistake.isName(word),
      let select = mistake.selects.chain(around: word).first,
      !mistake.selects.ownWords(of: select).contains(where: { mistake.isWord($0, "limit") })
    else { return nil }
    return word
  }
}
