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
      "WHERE count(*) > 5",
      .other { mistake in
        guard mistake.complaint.kind == .aggregate, let place = mistake.place else { return nil }
        let call = mistake.call(around: place)
        let isWithin = call.map { aggregates.contains($0) } ?? false
        let hasWhere = mistake.tokens.indices.contains { mistake.isWord($0, "where", "on") }
        return hasWhere && !isWithin ? Sign.Hit() : nil
      },
      words: Sentence(
        "WHERE sees single rows. Behind GROUP BY write HAVING count(*) > 5.",
        vi: "WHERE xét từng dòng. Sau GROUP BY hãy viết HAVING count(*) > 5."),
      codes: ["HAVING count(*) > 5"]),
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
        return Sign.Hit()
      },
      words: Sentence(
        "It numbers rows in an order: row_number() OVER (ORDER BY x).",
        vi: "Hàm này đánh số theo một thứ tự: row_number() OVER (ORDER BY x)."),
      codes: ["row_number() OVER (ORDER BY x)"]),
    ForeignWord(
      "WHERE row_number() OVER (…) = 1",
      .other { mistake in mistake.complaint.kind == .window ? Sign.Hit() : nil },
      words: Sentence(
        "Rows are numbered behind WHERE. Put the SELECT into a subquery and the condition into its WHERE.",
        vi:
          "Dòng được đánh số sau WHERE. Đưa SELECT vào truy vấn con rồi đặt điều kiện ở WHERE bên ngoài."
      )),
  ]

  private static let aggregates: Set<String> = [
    "count", "sum", "avg", "min", "max", "total", "group_concat", "median", "percentile", "stddev",
    "json_group_array", "json_group_object",
  ]
}
