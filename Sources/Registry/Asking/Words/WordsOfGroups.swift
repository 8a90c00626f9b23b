import Schema

extension ForeignWord {
  /// Counts and other figures of groups.
  static let ofGroups = [
    ForeignWord(
      "PERCENTILE_CONT … WITHIN GROUP",
      .syntax { mistake, place in
        ordered(mistake, place, ["percentile_cont", "percentile_disc", "mode"])
      },
      .function("percentile_cont", "percentile_disc", "quantile", "approx_percentile"),
      write: "percentile(x, 50)", "median(x)"),
    ForeignWord(
      "STDEV, STDDEV_SAMP", .function("stdev", "stddev_samp"), write: "stddev(x)"),
    ForeignWord(
      "COUNT_IF, COUNTIF, SUMIF", .function("count_if", "countif", "sumif", "sum_if"),
      write: "count(*) FILTER (WHERE x > 1)"),
    ForeignWord(
      "BOOL_OR, BOOL_AND",
      .function("bool_or", "bool_and", "every", "logical_or", "logical_and", "any_value"),
      write: "max(x)", "min(x)"),
    ForeignWord(
      "ROLLUP, CUBE, GROUPING SETS", .function("rollup", "cube", "grouping"),
      .syntax { mistake, place in
        let isWith = mistake.isWord(place, "with") && mistake.isWord(place + 1, "rollup", "cube")
        let isSets = mistake.isWord(place, "sets") && mistake.isWord(place - 1, "grouping")
        return isWith || isSets ? Sign.Hit() : nil
      },
      words: Sentence(
        "Add the total: UNION ALL SELECT 'all', count(*) FROM mission.",
        vi: "Thêm dòng tổng: UNION ALL SELECT 'all', count(*) FROM mission."),
      codes: ["UNION ALL SELECT 'all', count(*) FROM mission"]),
    ForeignWord(
      "PIVOT", .word("pivot", "unpivot"),
      words: Sentence(
        "Write count(*) FILTER (WHERE x = 1) once a column.",
        vi: "Hãy viết count(*) FILTER (WHERE x = 1) cho từng cột."),
      codes: ["count(*) FILTER (WHERE x = 1)"]),
    ForeignWord(
      "WHERE x = max(x)",
      .other { mistake in
        guard let call = aggregateOfRows(mistake), call.count > 1,
          let compared = mistake.comparison(of: call),
          !compared.isNumber
        else { return nil }
        let written = mistake.written(call.lowerBound, through: call.upperBound - 1)
        let asked = "(SELECT \(written) FROM \(mistake.table(around: call.lowerBound) ?? "…"))"
        return Sign.Hit(given: compared.written(with: asked))
      },
      words: Sentence(
        "WHERE sees single rows. Ask for the value in a subquery: x = (SELECT max(x) FROM t).",
        vi: "WHERE xét từng dòng. Hãy hỏi giá trị trong truy vấn con: x = (SELECT max(x) FROM t)."),
      codes: ["x = (SELECT max(x) FROM t)"], example: "x = (SELECT max(x) FROM t)"),
    ForeignWord(
      "WHERE count(*) > 5",
      .other { mistake in
        guard let call = aggregateOfRows(mistake) else { return nil }
        let written = mistake.written(call.lowerBound, through: call.upperBound - 1)
        return Sign.Hit(
          place: call.lowerBound,
          given: mistake.comparison(of: call)?.written(with: written))
      },
      words: Sentence(
        "WHERE sees single rows. Behind GROUP BY write HAVING count(*) > 5.",
        vi: "WHERE xét từng dòng. Sau GROUP BY hãy viết HAVING count(*) > 5."),
      codes: ["HAVING count(*) > 5"], example: "count(*) > 5"),
    ForeignWord(
      "max(count(*))",
      .other { mistake in
        guard mistake.complaint.kind == .aggregate, let place = mistake.place,
          let call = mistake.call(around: place), aggregates.contains(call)
        else { return nil }
        return Sign.Hit()
      },
      words: Sentence(
        "Count in a subquery: SELECT max(n) FROM (SELECT count(*) AS n FROM posting GROUP BY mission).",
        vi:
          "Hãy đếm trong truy vấn con: SELECT max(n) FROM (SELECT count(*) AS n FROM posting GROUP BY mission)."
      ),
      codes: ["SELECT max(n) FROM (SELECT count(*) AS n FROM posting GROUP BY mission)"]),
    ForeignWord(
      "row_number() without OVER", vi: "row_number() không có OVER",
      .other { mistake in
        guard mistake.complaint.kind == .window, let place = mistake.place,
          let close = mistake.selects.closing[place + 1], !mistake.isWord(close + 1, "over")
        else { return nil }
        return Sign.Hit(given: mistake.written(place, through: close))
      },
      words: Sentence(
        "It goes over rows in an order: row_number() OVER (ORDER BY x).",
        vi: "Hàm này xét các dòng theo một thứ tự: row_number() OVER (ORDER BY x)."),
      codes: ["row_number() OVER (ORDER BY x)"], example: "row_number()"),
    ForeignWord(
      "OVER PARTITION BY x, OVER x",
      .other { mistake in
        let kind = mistake.complaint.kind
        guard kind == .syntax || kind == .windowName else { return nil }
        let over = mistake.tokens.indices.first { index in
          mistake.isWord(index, "over") && mistake.isSymbol(index - 1, ")")
            && (kind == .windowName
              ? mistake.isOperand(index + 1) : mistake.isWord(index + 1, "partition", "order"))
        }
        guard let over, kind == .windowName || over < mistake.place ?? 0 else { return nil }
        return Sign.Hit(place: over, given: windowWritten(mistake, over: over))
      },
      words: Sentence(
        "OVER takes parentheses: OVER (PARTITION BY x).",
        vi: "Sau OVER phải có ngoặc: OVER (PARTITION BY x)."),
      example: "PARTITION BY x"),
    ForeignWord(
      "FILTER WHERE x > 1",
      .syntax { mistake, place in
        let filter = mistake.tokens.indices.first { index in
          index < place && mistake.isWord(index, "filter") && mistake.isSymbol(index - 1, ")")
            && mistake.isWord(index + 1, "where")
        }
        guard let filter else { return nil }
        let end = (filter..<mistake.tokens.count).first { index in
          mistake.isWord(index, "from", "as") || mistake.isSymbol(index, ",", ")")
        }
        let condition = mistake.written(filter + 2, through: (end ?? mistake.tokens.count) - 1)
        return Sign.Hit(place: filter, given: condition.isEmpty ? nil : condition)
      },
      words: Sentence(
        "FILTER takes parentheses: count(*) FILTER (WHERE x > 1).",
        vi: "Sau FILTER phải có ngoặc: count(*) FILTER (WHERE x > 1)."),
      codes: ["count(*) FILTER (WHERE x > 1)"], example: "x > 1"),
    ForeignWord(
      "WHERE row_number() OVER (…) = 1",
      .other { mistake in mistake.complaint.kind == .window ? Sign.Hit() : nil },
      words: Sentence(
        "Rows are numbered behind WHERE. Put the SELECT into a subquery and the condition into its WHERE.",
        vi:
          "Dòng được đánh số sau WHERE. Đưa SELECT vào truy vấn con rồi đặt điều kiện ở WHERE bên ngoài."
      )),
  ]

  /// An aggregate that stands in a condition on single rows, with its parentheses; or the name that
  /// the SELECT gives to one.
  private static func aggregateOfRows(_ mistake: Mistake) -> Range<Int>? {
    guard mistake.complaint.kind == .aggregate, let place = mistake.place ?? lastNamed(mistake),
      mistake.tokens.indices.contains(place)
    else { return nil }
    let isWithin = mistake.call(around: place).map { aggregates.contains($0) } ?? false
    let hasWhere = mistake.tokens.indices.contains { mistake.isWord($0, "where", "on") }
    guard hasWhere, !isWithin else { return nil }
    let call = mistake.isSymbol(place + 1, "(") ? mistake.selects.closing[place + 1] : nil
    let filter = call.flatMap { mistake.isWord($0 + 1, "filter") ? $0 + 2 : nil }
    guard let close = filter.flatMap({ mistake.selects.closing[$0] }) ?? call else {
      return place..<place + 1
    }
    // SQLite points at the call; the condition has its name.
    let name = mistake.isWord(close + 1, "as") ? close + 2 : close + 1
    let use = mistake.word(name).flatMap { name in
      mistake.tokens.indices.first { index in
        index > close + 2 && mistake.isWord(index, name)
          && ClauseMistake.isIn("where", mistake, index)
      }
    }
    guard let use, ClauseMistake.isIn("select", mistake, place) else { return place..<close + 1 }
    return use..<use + 1
  }

  /// Where SQLite points nowhere: the last place of the name that it complains of.
  private static func lastNamed(_ mistake: Mistake) -> Int? {
    mistake.tokens.indices.last { mistake.isWord($0, mistake.complaint.name.lowercased()) }
  }

  /// What stands behind OVER, up to what cannot be of it.
  private static func windowWritten(_ mistake: Mistake, over: Int) -> String? {
    let first = over + 1
    guard !mistake.isWord(first, "partition", "order") else {
      let end = (first..<mistake.tokens.count).first { index in
        mistake.isWord(index, "from", "as", "where") || mistake.isSymbol(index, ",", ")")
      }
      return mistake.written(first, through: (end ?? mistake.tokens.count) - 1)
    }
    return "PARTITION BY \(mistake.tokens[first].text)"
  }

  private static let aggregates: Set<String> = [
    "count", "sum", "avg", "min", "max", "total", "group_concat", "median", "percentile", "stddev",
    "json_group_array", "json_group_object",
  ]
}
