extension Wrong {
  /// Values and groups.
  static let ofValues = [
    Wrong(
      "SELECT began::date FROM incumbency", at: ":",
      "Leave out ::date: days are texts such as '2019-01-31' and compare as they stand.",
      vi: "Hãy bỏ ::date: ngày là văn bản như '2019-01-31' và so sánh được như vậy."),
    Wrong(
      "SELECT key FROM change WHERE number::text = '1'", at: ":",
      "Write CAST(number AS TEXT).",
      vi: "Hãy viết CAST(number AS TEXT)."),
    Wrong(
      "SELECT TRY_CAST(wikidata AS INTEGER) FROM person", at: "AS",
      "Write CAST(x AS INTEGER). What is no number becomes 0.",
      vi: "Hãy viết CAST(x AS INTEGER). Giá trị không phải số thành 0."),
    Wrong(
      "SELECT CONVERT(int, wikidata) FROM person", at: "int",
      "Write CAST(x AS INTEGER).",
      vi: "Hãy viết CAST(x AS INTEGER)."),
    Wrong(
      "SELECT CONVERT(varchar(10), wikidata) FROM person", at: "varchar",
      "Write CAST(x AS INTEGER).",
      vi: "Hãy viết CAST(x AS INTEGER)."),
    Wrong(
      "SELECT TO_NUMBER(wikidata) FROM person", at: "TO_NUMBER",
      "Write CAST(x AS INTEGER).",
      vi: "Hãy viết CAST(x AS INTEGER)."),
    Wrong(
      "SELECT NVL(ended, 'serving') FROM incumbency", at: "NVL",
      "Write coalesce(x, y).",
      vi: "Hãy viết coalesce(x, y)."),
    Wrong(
      "SELECT NVL2(ended, 1, 0) FROM incumbency", at: "NVL2",
      "Write iif(x IS NOT NULL, a, b).",
      vi: "Hãy viết iif(x IS NOT NULL, a, b)."),
    Wrong(
      "SELECT ISNULL(ended, 'serving') FROM incumbency", at: "ISNULL",
      "Write coalesce(x, y). As a condition: x IS NULL.",
      vi: "Hãy viết coalesce(x, y). Làm điều kiện: x IS NULL."),
    Wrong(
      "SELECT IF(ended IS NULL, 1, 0) FROM incumbency", at: "IF",
      "Write iif(c, a, b).",
      vi: "Hãy viết iif(c, a, b)."),
    Wrong(
      "SELECT DECODE(gender, 'female', 1, 0) FROM person", at: "DECODE",
      "Write CASE x WHEN 'a' THEN 1 ELSE 0 END.",
      vi: "Hãy viết CASE x WHEN 'a' THEN 1 ELSE 0 END."),
    Wrong(
      "SELECT GREATEST(began, since) FROM incumbency", at: "GREATEST",
      "max(a, b) and min(a, b) do it; NULL where one is NULL.",
      vi: "max(a, b) và min(a, b) làm việc này; có NULL thì kết quả là NULL."),
    Wrong(
      "SELECT name FROM person ORDER BY RAND()", at: "RAND",
      "Write random().",
      vi: "Hãy viết random()."),
    Wrong(
      "SELECT ARRAY[1, 2]", at: "ARRAY",
      "Write IN (1, 2), or json_each('[1, 2]').",
      vi: "Hãy viết IN (1, 2), hoặc json_each('[1, 2]')."),
    Wrong(
      "SELECT * FROM UNNEST(ARRAY['a', 'b'])", at: "ARRAY",
      "Write IN (1, 2), or json_each('[1, 2]').",
      vi: "Hãy viết IN (1, 2), hoặc json_each('[1, 2]')."),
    Wrong(
      "SELECT * FROM generate_series(1, 10)", at: "generate_series",
      "Write WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10) SELECT x FROM n.",
      vi:
        "Hãy viết WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10) SELECT x FROM n."
    ),
    Wrong(
      "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY number) FROM change",
      at: "PERCENTILE_CONT",
      "Write percentile(x, 50) or median(x).",
      vi: "Hãy viết percentile(x, 50) hoặc median(x)."),
    Wrong(
      "SELECT STDEV(number) FROM change", at: "STDEV",
      "Write stddev(x).",
      vi: "Hãy viết stddev(x)."),
    Wrong(
      "SELECT COUNTIF(gender = 'female') FROM person", at: "COUNTIF",
      "Write count(*) FILTER (WHERE x > 1).",
      vi: "Hãy viết count(*) FILTER (WHERE x > 1)."),
    Wrong(
      "SELECT BOOL_OR(is_resident) FROM incumbency", at: "BOOL_OR",
      "Write max(x) or min(x).",
      vi: "Hãy viết max(x) hoặc min(x)."),
    Wrong(
      "SELECT mission, count(*) FROM posting GROUP BY ROLLUP (mission)", at: "ROLLUP",
      "Add the total: UNION ALL SELECT 'all', count(*) FROM mission.",
      vi: "Thêm dòng tổng: UNION ALL SELECT 'all', count(*) FROM mission."),
    Wrong(
      "SELECT mission, count(*) FROM posting GROUP BY mission WITH ROLLUP", at: "WITH",
      "Add the total: UNION ALL SELECT 'all', count(*) FROM mission.",
      vi: "Thêm dòng tổng: UNION ALL SELECT 'all', count(*) FROM mission."),
    Wrong(
      "SELECT mission, count(*) FROM posting GROUP BY GROUPING SETS ((mission), ())", at: "SETS",
      "Add the total: UNION ALL SELECT 'all', count(*) FROM mission.",
      vi: "Thêm dòng tổng: UNION ALL SELECT 'all', count(*) FROM mission."),
    Wrong(
      "SELECT * FROM posting PIVOT (count(key) FOR function IN ('head'))", at: "PIVOT",
      "Write count(*) FILTER (WHERE x = 1) once a column.",
      vi: "Hãy viết count(*) FILTER (WHERE x = 1) cho từng cột."),
    Wrong(
      "SELECT mission FROM posting WHERE count(*) > 5 GROUP BY mission", at: "count",
      "WHERE sees single rows. Behind GROUP BY write HAVING count(*) > 5.",
      vi: "WHERE xét từng dòng. Sau GROUP BY hãy viết HAVING count(*) > 5."),
    Wrong(
      "SELECT mission, count(*) AS n FROM posting WHERE n > 3 GROUP BY mission", at: "n",
      "WHERE sees single rows. Behind GROUP BY write HAVING n > 3.",
      vi: "WHERE xét từng dòng. Sau GROUP BY hãy viết HAVING n > 3."),
    Wrong(
      "SELECT max(count(*)) FROM posting GROUP BY mission", at: "count",
      "Count in a subquery: SELECT max(n) FROM (SELECT count(*) AS n FROM posting GROUP BY mission).",
      vi:
        "Hãy đếm trong truy vấn con: SELECT max(n) FROM (SELECT count(*) AS n FROM posting GROUP BY mission)."
    ),
    Wrong(
      "SELECT row_number(), name FROM person", at: "row_number",
      "It goes over rows in an order: row_number() OVER (ORDER BY x).",
      vi: "Hàm này xét các dòng theo một thứ tự: row_number() OVER (ORDER BY x)."),
    Wrong(
      "SELECT name FROM person WHERE row_number() OVER (ORDER BY name) = 1", at: "row_number",
      "Rows are numbered behind WHERE. Put the SELECT into a subquery and the condition into its WHERE.",
      vi:
        "Dòng được đánh số sau WHERE. Đưa SELECT vào truy vấn con rồi đặt điều kiện ở WHERE bên ngoài."
    ),
    Wrong(
      "SELECT name, row_number() OVER (ORDER BY name) AS n FROM person WHERE n = 1", at: "n",
      "Rows are numbered behind WHERE. Put the SELECT into a subquery and the condition into its WHERE.",
      vi:
        "Dòng được đánh số sau WHERE. Đưa SELECT vào truy vấn con rồi đặt điều kiện ở WHERE bên ngoài."
    ),
  ]
}
