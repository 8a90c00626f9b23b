extension Wrong {
  /// How many rows, and which; patterns.
  static let ofRows = [
    Wrong(
      "SELECT TOP 5 name FROM person", at: "TOP",
      "SQLite has no TOP. Put LIMIT 5 at the end.",
      vi: "SQLite không có TOP. Hãy đặt LIMIT 5 ở cuối câu."),
    Wrong(
      "SELECT DISTINCT TOP (5) name FROM person", at: "TOP",
      "SQLite has no TOP. Put LIMIT 5 at the end.",
      vi: "SQLite không có TOP. Hãy đặt LIMIT 5 ở cuối câu."),
    Wrong(
      "SELECT TOP 10 PERCENT name FROM person", at: "10",
      "Put LIMIT (SELECT count(*) / 10 FROM mission) at the end.",
      vi: "Hãy đặt LIMIT (SELECT count(*) / 10 FROM mission) ở cuối câu."),
    Wrong(
      "SELECT name FROM person LIMIT 10 PERCENT", at: "PERCENT",
      "Put LIMIT (SELECT count(*) / 10 FROM mission) at the end.",
      vi: "Hãy đặt LIMIT (SELECT count(*) / 10 FROM mission) ở cuối câu."),
    Wrong(
      "SELECT name FROM person ORDER BY name OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY", at: "OFFSET",
      "Write LIMIT 10 OFFSET 5.",
      vi: "Hãy viết LIMIT 10 OFFSET 5."),
    Wrong(
      "SELECT name FROM person FETCH FIRST 3 ROWS ONLY", at: "FETCH",
      "Write LIMIT 3.",
      vi: "Hãy viết LIMIT 3."),
    Wrong(
      "SELECT name FROM person ORDER BY name FETCH NEXT ROW ONLY", at: "FETCH",
      "Write LIMIT 1.",
      vi: "Hãy viết LIMIT 1."),
    Wrong(
      "SELECT name FROM person ORDER BY name OFFSET 20", at: "OFFSET",
      "OFFSET needs LIMIT: LIMIT -1 OFFSET 20.",
      vi: "OFFSET phải đi cùng LIMIT: LIMIT -1 OFFSET 20."),
    Wrong(
      "SELECT name FROM person OFFSET 20", at: "OFFSET",
      "OFFSET needs LIMIT: LIMIT -1 OFFSET 20.",
      vi: "OFFSET phải đi cùng LIMIT: LIMIT -1 OFFSET 20."),
    Wrong(
      "SELECT name FROM person LIMIT ALL", at: "ALL",
      "Leave out LIMIT.",
      vi: "Hãy bỏ LIMIT."),
    Wrong(
      "SELECT name FROM person WHERE ROWNUM <= 10", at: "ROWNUM",
      "Write LIMIT 10 at the end; for numbering, row_number() OVER (ORDER BY x).",
      vi: "Hãy đặt LIMIT 10 ở cuối; muốn đánh số, dùng row_number() OVER (ORDER BY x)."),
    Wrong(
      "SELECT DISTINCT ON (person) person, mission FROM posting", at: "ON",
      "Number the rows by row_number() OVER (PARTITION BY x ORDER BY y) in a subquery and keep 1.",
      vi:
        "Đánh số bằng row_number() OVER (PARTITION BY x ORDER BY y) trong truy vấn con rồi giữ số 1."
    ),
    Wrong(
      "SELECT COUNT DISTINCT mission FROM posting", at: "COUNT",
      "Write count(DISTINCT mission).",
      vi: "Hãy viết count(DISTINCT mission)."),
    Wrong(
      "SELECT person, DISTINCT mission FROM posting", at: "DISTINCT",
      "DISTINCT stands once, directly behind SELECT.",
      vi: "DISTINCT chỉ đứng một lần, ngay sau SELECT."),
    Wrong(
      "SELECT key FROM posting QUALIFY row_number() OVER (PARTITION BY mission) = 1", at: "QUALIFY",
      "Put the SELECT into a subquery and the condition into its WHERE.",
      vi: "Đưa SELECT vào truy vấn con rồi đặt điều kiện ở WHERE bên ngoài."),
    Wrong(
      "SELECT key FROM posting WHERE term IS NULL QUALIFY 1 = 1", at: "QUALIFY",
      "Put the SELECT into a subquery and the condition into its WHERE.",
      vi: "Đưa SELECT vào truy vấn con rồi đặt điều kiện ở WHERE bên ngoài."),
    Wrong(
      "SELECT name FROM person WHERE name ILIKE '%hung%'", at: "ILIKE",
      "LIKE ignores the case of A to Z. For accented letters: name_fold(x) LIKE name_fold('%a%').",
      vi:
        "LIKE không phân biệt hoa thường với A-Z. Với chữ có dấu: name_fold(x) LIKE name_fold('%a%')."
    ),
    Wrong(
      "SELECT name FROM person WHERE name NOT ILIKE '%hung%'", at: "ILIKE",
      "LIKE ignores the case of A to Z. For accented letters: name_fold(x) LIKE name_fold('%a%').",
      vi:
        "LIKE không phân biệt hoa thường với A-Z. Với chữ có dấu: name_fold(x) LIKE name_fold('%a%')."
    ),
    Wrong(
      "SELECT name FROM person WHERE name SIMILAR TO '%(Anh|An)%'", at: "SIMILAR",
      "Use LIKE or GLOB, or x REGEXP 'a'.",
      vi: "Hãy dùng LIKE hoặc GLOB, hoặc x REGEXP 'a'."),
    Wrong(
      "SELECT name FROM person WHERE name RLIKE '^An'", at: "RLIKE",
      "Write x REGEXP 'a'.",
      vi: "Hãy viết x REGEXP 'a'."),
    Wrong(
      "SELECT name FROM person WHERE name ~ '^An'", at: "~",
      "Write x REGEXP 'a' or x NOT REGEXP 'a'.",
      vi: "Hãy viết x REGEXP 'a' hoặc x NOT REGEXP 'a'."),
    Wrong(
      "SELECT name FROM person WHERE name !~* '^An'", at: "!",
      "Write x REGEXP 'a' or x NOT REGEXP 'a'.",
      vi: "Hãy viết x REGEXP 'a' hoặc x NOT REGEXP 'a'."),
    Wrong(
      "SELECT name FROM person WHERE REGEXP_LIKE(name, '^An')", at: "REGEXP_LIKE",
      "Write x REGEXP 'a'.",
      vi: "Hãy viết x REGEXP 'a'."),
    Wrong(
      "SELECT REGEXP_REPLACE(name, 'a', 'b') FROM person", at: "REGEXP_REPLACE",
      "A pattern finds rows and changes no text. One text for another: replace(x, 'a', 'b').",
      vi: "Mẫu chỉ để tìm dòng, không sửa văn bản. Thay văn bản: replace(x, 'a', 'b')."),
  ]
}
