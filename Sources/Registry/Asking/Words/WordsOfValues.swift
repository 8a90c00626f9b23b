import Schema

extension ForeignWord {
  /// Values: their kind, and what stands for one that is not there.
  static let ofValues = [
    ForeignWord(
      "x::date",
      .other { mistake in
        guard let cast = cast(mistake), dates.contains(cast.type) else { return nil }
        return Sign.Hit(given: "::\(cast.type)")
      },
      words: Sentence(
        "Leave out ::date: days are texts such as '2019-01-31' and compare as they stand.",
        vi: "Hãy bỏ ::date: ngày là văn bản như '2019-01-31' và so sánh được như vậy."),
      codes: ["'2019-01-31'"], example: "::date"),
    ForeignWord(
      "x::integer, x::text",
      .other { mistake in
        guard let cast = cast(mistake) else { return nil }
        let type = types[cast.type].map { "\(cast.value) AS \($0)" }
        return Sign.Hit(given: type)
      },
      write: "CAST(x AS INTEGER)", example: "x AS INTEGER"),
    ForeignWord(
      "TRY_CAST, TRY_CONVERT", .within("try_cast", "safe_cast", "try_convert", "try_parse"),
      .function("try_cast", "safe_cast", "try_convert"),
      write: "CAST(x AS INTEGER)",
      words: Sentence(
        "What is no number becomes 0.", vi: "Giá trị không phải số thành 0.")),
    ForeignWord(
      "CONVERT(int, x)", .within("convert"), .function("convert"), write: "CAST(x AS INTEGER)"),
    ForeignWord(
      "TO_NUMBER, CINT, VAL", .function("to_number", "cint", "clng", "val", "to_int"),
      write: "CAST(x AS INTEGER)"),
    ForeignWord("NVL, NZ", .function("nvl", "nz", "zeroifnull"), write: "coalesce(x, y)"),
    ForeignWord(
      "NVL2", .function("nvl2"), write: "iif(x IS NOT NULL, a, b)"),
    ForeignWord(
      "ISNULL(x, y)",
      .syntax { mistake, place in
        mistake.isWord(place, "isnull", "notnull") && mistake.isSymbol(place + 1, "(")
          ? Sign.Hit() : nil
      },
      write: "coalesce(x, y)",
      words: Sentence("As a condition: x IS NULL.", vi: "Làm điều kiện: x IS NULL.")),
    ForeignWord("IF(c, a, b)", .function("if", "iff"), write: "iif(c, a, b)"),
    ForeignWord(
      "DECODE, SWITCH, CHOOSE", .function("decode", "switch", "choose"),
      write: "CASE x WHEN 'a' THEN 1 ELSE 0 END"),
    ForeignWord(
      "GREATEST, LEAST", .function("greatest", "least"),
      words: Sentence(
        "max(a, b) and min(a, b) do it; NULL where one is NULL.",
        vi: "max(a, b) và min(a, b) làm việc này; có NULL thì kết quả là NULL."),
      codes: ["max(a, b)", "min(a, b)"]),
    ForeignWord(
      "RAND, NEWID", .function("rand", "newid", "uuid", "gen_random_uuid"), write: "random()"),
    ForeignWord(
      "ARRAY[1, 2], UNNEST", .function("unnest"), .table("unnest"), .column("array"),
      .syntax { mistake, place in
        mistake.kind(place) == .quotedName && mistake.isWord(place - 1, "array")
          ? Sign.Hit(place: place - 1) : nil
      },
      words: Sentence(
        "Write IN (1, 2), or json_each('[1, 2]').",
        vi: "Hãy viết IN (1, 2), hoặc json_each('[1, 2]')."),
      codes: ["json_each('[1, 2]')"]),
    ForeignWord(
      "generate_series", .table("generate_series"), .function("generate_series"),
      write:
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10) SELECT x FROM n"
    ),
  ]

  private static let dates: Set<String> = [
    "date", "datetime", "timestamp", "timestamptz", "time", "timetz",
  ]

  /// The types of other databases, with those that there are here.
  private static let types: [String: String] = [
    "int": "INTEGER", "integer": "INTEGER", "bigint": "INTEGER", "smallint": "INTEGER",
    "int2": "INTEGER", "int4": "INTEGER", "int8": "INTEGER", "bool": "INTEGER",
    "boolean": "INTEGER", "text": "TEXT", "varchar": "TEXT", "char": "TEXT", "string": "TEXT",
    "character": "TEXT", "numeric": "REAL", "decimal": "REAL", "real": "REAL", "float": "REAL",
    "float4": "REAL", "float8": "REAL", "double": "REAL",
  ]

  /// The value before `::` as it is written, and the type behind it.
  private static func cast(_ mistake: Mistake) -> (value: String, type: String)? {
    guard mistake.complaint.kind == .token, let place = mistake.place,
      mistake.begins(place, with: "::"), place > 0, mistake.tokens.indices.contains(place + 1)
    else { return nil }
    let type = String(mistake.tokens[place + 1].text.drop { $0 == ":" }).lowercased()
    return (mistake.value(before: place) ?? "x", type)
  }
}
