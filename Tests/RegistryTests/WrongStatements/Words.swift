extension Wrong {
  /// Words, signs and parentheses where others ought to stand.
  static let ofWords = [
    Wrong(
      "SELECT count(*)::text FROM posting", at: ":",
      "Write CAST(count(*) AS TEXT).",
      vi: "Hãy viết CAST(count(*) AS TEXT)."),
    Wrong(
      "SELECT began FROM incumbency WHERE began > max(began)", at: "max",
      "WHERE sees single rows. Ask for the value in a subquery: began > (SELECT max(began) FROM incumbency).",
      vi:
        "WHERE xét từng dòng. Hãy hỏi giá trị trong truy vấn con: began > (SELECT max(began) FROM incumbency)."
    ),
    Wrong(
      "SELECT mission FROM posting WHERE count(*) >= 3 GROUP BY mission", at: "count",
      "HAVING count(*) >= 3.",
      vi: "HAVING count(*) >= 3."),
    Wrong(
      "SELECT (mission, person) FROM incumbency", at: "(",
      "Leave out the parentheses: mission, person.",
      vi: "Hãy bỏ cặp ngoặc: mission, person."),
    Wrong(
      "SELECT mission FROM incumbency ORDER BY (began, mission)", at: "(",
      "Leave out the parentheses: began, mission.",
      vi: "Hãy bỏ cặp ngoặc: began, mission."),
    Wrong(
      "SELECT key FROM posting WHERE mission <> ('a', 'b')", at: "(",
      "Several values stand behind IN: mission NOT IN ('a', 'b').",
      vi: "Nhiều giá trị thì viết sau IN: mission NOT IN ('a', 'b')."),
    Wrong(
      "SELECT key FROM posting WHERE mission IN (('a', 'b'))", at: "(",
      "One pair of parentheses is enough: IN ('a', 'b').",
      vi: "Chỉ cần một cặp ngoặc: IN ('a', 'b')."),
    Wrong(
      "SELECT key FROM posting WHERE (mission, person) = 'x'", at: "(",
      "As many values stand on both sides: (mission, person) = (a, b).",
      vi: "Hai bên phải có cùng số giá trị: (mission, person) = (a, b)."),
    Wrong(
      "SELECT key FROM posting WHERE (mission, person) IN ('france')", at: "IN",
      "The rows stand behind VALUES: (mission, person) IN (VALUES (a, b)).",
      vi: "Các dòng đứng sau VALUES: (mission, person) IN (VALUES (a, b))."),
    Wrong(
      "SELECT count(mission, person) FROM posting", at: "count",
      "count(*) counts rows; count(DISTINCT mission || ' ' || person) counts pairs.",
      vi: "count(*) đếm dòng; count(DISTINCT mission || ' ' || person) đếm cặp."),
    Wrong(
      "SELECT lag(began) FROM incumbency", at: "lag",
      "It goes over rows in an order: lag(began) OVER (ORDER BY x).",
      vi: "Hàm này xét các dòng theo một thứ tự: lag(began) OVER (ORDER BY x)."),
    Wrong(
      "SELECT row_number() OVER mission FROM posting", at: "OVER",
      "OVER takes parentheses: OVER (PARTITION BY mission).",
      vi: "Sau OVER phải có ngoặc: OVER (PARTITION BY mission)."),
    Wrong(
      "SELECT row_number() OVER ORDER BY mission FROM posting", at: "OVER",
      "OVER takes parentheses: OVER (ORDER BY mission).",
      vi: "Sau OVER phải có ngoặc: OVER (ORDER BY mission)."),
    Wrong(
      "SELECT key FROM mission ORDER BY key COLLATE nocas", at: "nocas",
      "Did you mean NOCASE?",
      vi: "Có phải ý bạn là NOCASE?"),
    Wrong(
      "SELECT key FROM mission WHERE receiver IN 'france'", at: "'france'",
      "The list behind IN stands in parentheses: IN ('france').",
      vi: "Danh sách sau IN phải đặt trong ngoặc: IN ('france')."),
    Wrong(
      "SELECT key FROM mission WHERE receiver NOT IN france", at: "france",
      "The list behind IN stands in parentheses: IN ('france').",
      vi: "Danh sách sau IN phải đặt trong ngoặc: IN ('france')."),
    Wrong(
      "SELECT key FROM mission WHERE receiver NOT 'france'", at: "NOT",
      "Write receiver <> 'france'.",
      vi: "Hãy viết receiver <> 'france'."),
    Wrong(
      "SELECT key FROM mission WHERE receiver <> IN ('france')", at: "<",
      "Write receiver NOT IN ('france').",
      vi: "Hãy viết receiver NOT IN ('france')."),
    Wrong(
      "SELECT key FROM mission WHERE receiver = IN ('france')", at: "=",
      "Write receiver IN ('france').",
      vi: "Hãy viết receiver IN ('france')."),
    Wrong(
      "SELECT key FROM incumbency WHERE began BETWEEN 2019 TO 2020", at: "TO",
      "Write BETWEEN 2019 AND 2020.",
      vi: "Hãy viết BETWEEN 2019 AND 2020."),
    Wrong(
      "SELECT key FROM incumbency WHERE began BETWEEN '2019' - '2020'", at: "-",
      "Write BETWEEN '2019' AND '2020'.",
      vi: "Hãy viết BETWEEN '2019' AND '2020'."),
    Wrong(
      "SELECT mission count(*) FROM posting GROUP BY mission", at: "count",
      "A comma is missing before count(*).",
      vi: "Thiếu dấu phẩy trước count(*)."),
    Wrong(
      "SELECT * FROM tenure AND mission", at: "AND",
      "AND joins conditions. Tables: JOIN mission ON mission.key = tenure.mission",
      vi: "AND nối các điều kiện. Nối bảng: JOIN mission ON mission.key = tenure.mission"),
    Wrong(
      "SELECT key FROM WHERE key = 'fr-paris'", at: "FROM",
      "Name a table or a view behind FROM.",
      vi: "Hãy nêu một bảng hay khung nhìn sau FROM."),
    Wrong(
      "SELECT key FROM", at: "FROM",
      "Name a table or a view behind FROM.",
      vi: "Hãy nêu một bảng hay khung nhìn sau FROM."),
    Wrong(
      "SELECT * FROM mission INNER JOIN ON 1 = 1", at: "JOIN",
      "Name a table or a view behind JOIN.",
      vi: "Hãy nêu một bảng hay khung nhìn sau JOIN."),
    Wrong(
      "SELECT * FROM mission JOIN ON posting.mission = mission.key", at: "JOIN",
      "JOIN takes a table: JOIN posting.",
      vi: "JOIN cần một bảng: JOIN posting."),
    Wrong(
      "SELECT * FROM mission OUTER JOIN posting ON 1 = 1", at: "OUTER",
      "Say which side keeps all its rows: LEFT JOIN, RIGHT JOIN or FULL JOIN.",
      vi: "Hãy nêu bên nào giữ đủ các dòng: LEFT JOIN, RIGHT JOIN hoặc FULL JOIN."),
    Wrong(
      "SELECT * FROM mission FULL INNER JOIN posting", at: "FULL",
      "There are JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN and CROSS JOIN.",
      vi: "Có JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN và CROSS JOIN."),
    Wrong(
      "SELECT * FROM mission INNER posting ON 1 = 1", at: "INNER",
      "Write INNER JOIN posting.",
      vi: "Hãy viết INNER JOIN posting."),
    Wrong(
      "SELECT key FROM mission LIMIT BY 5", at: "BY",
      "Write LIMIT 5.",
      vi: "Hãy viết LIMIT 5."),
    Wrong(
      "SELECT key FROM mission LIMIT 5 ROWS", at: "ROWS",
      "Write LIMIT 5.",
      vi: "Hãy viết LIMIT 5."),
    Wrong(
      "SELECT CASE seat = 'Paris' THEN 1 ELSE 0 END FROM mission", at: "CASE",
      "CASE takes WHEN: CASE WHEN seat = 'Paris' THEN … END.",
      vi: "CASE phải có WHEN: CASE WHEN seat = 'Paris' THEN … END."),
    Wrong(
      "SELECT CASE WHEN seat = 'Paris' 1 ELSE 0 END FROM mission", at: "WHEN",
      "Behind WHEN … comes THEN ….",
      vi: "Sau WHEN … phải có THEN …."),
    Wrong(
      "SELECT key FROM mission WHERE seat = 'Paris' || AND kind = 'embassy'", at: "|",
      "|| joins texts, AND conditions: take one out.",
      vi: "|| nối văn bản, AND nối điều kiện: hãy bỏ một trong hai."),
    Wrong(
      "WITH a AS (SELECT 1) WITH b AS (SELECT 2) SELECT * FROM a, b", at: "WITH",
      "WITH stands once: WITH a AS (…), b AS (…).",
      vi: "WITH chỉ viết một lần: WITH a AS (…), b AS (…)."),
    Wrong(
      "WITH a AS (SELECT 1), WITH b AS (SELECT 2) SELECT * FROM a, b", at: "WITH",
      "WITH stands once: WITH a AS (…), b AS (…).",
      vi: "WITH chỉ viết một lần: WITH a AS (…), b AS (…)."),
    Wrong(
      "WITH a AS (SELECT 1) b AS (SELECT 2) SELECT * FROM a, b", at: "b",
      "A comma is missing before b.",
      vi: "Thiếu dấu phẩy trước b."),
    Wrong(
      "SELECT key FROM mission WHERE seat = 'Paris' OR = 'London'", at: "=",
      "Name the column here too: seat = ….",
      vi: "Ở đây cũng phải nêu cột: seat = …."),
    Wrong(
      "SELECT key FROM mission WHERE NOT IN ('fr-paris')", at: "NOT",
      "Name the column here too: x NOT IN ….",
      vi: "Ở đây cũng phải nêu cột: x NOT IN …."),
    Wrong(
      "SELECT key FROM mission WHERE key IN SELECT mission FROM posting", at: "SELECT",
      "A SELECT within another stands in parentheses: (SELECT …).",
      vi: "SELECT nằm trong SELECT khác phải đặt trong ngoặc: (SELECT …)."),
    Wrong(
      "SELECT count(*) FILTER WHERE ended IS NULL FROM posting", at: "FILTER",
      "FILTER takes parentheses: count(*) FILTER (WHERE ended IS NULL).",
      vi: "Sau FILTER phải có ngoặc: count(*) FILTER (WHERE ended IS NULL)."),
    Wrong(
      "SELECT key FROM mission WHERE (key BETWEEN 'a')", at: "BETWEEN",
      "Write BETWEEN 'a' AND b.",
      vi: "Hãy viết BETWEEN 'a' AND b."),
    Wrong(
      "SELECT key FROM mission WHERE name_en LIKE 'a%' OR LIKE 'b%'", at: "LIKE",
      "Name the column here too: name_en LIKE ….",
      vi: "Ở đây cũng phải nêu cột: name_en LIKE …."),
    Wrong(
      "SELECT key FROM person WHERE name LIKE %nguyen%", at: "%",
      "Text goes in single quotes: '%nguyen%'.",
      vi: "Văn bản đặt trong nháy đơn: '%nguyen%'."),
    Wrong(
      "SELECT key FROM person WHERE name LIKE 'nguyen'%", at: "%",
      "% stands within the quotes: 'nguyen%'.",
      vi: "% đặt trong dấu nháy: 'nguyen%'."),
    Wrong(
      "SELECT key FROM person WHERE name = Tran Van An", at: "Tran",
      "Text goes in single quotes: 'Tran Van An'.",
      vi: "Văn bản đặt trong nháy đơn: 'Tran Van An'."),
    Wrong(
      "SELECT began FROM incumbency WHERE began = now", at: "now",
      "Write date('now', 'localtime').",
      vi: "Hãy viết date('now', 'localtime')."),
    Wrong(
      "SELECT mission FROM posting WHERE count(*) FILTER (WHERE ended IS NULL) > 2 GROUP BY mission",
      at: "count",
      "HAVING count(*) FILTER (WHERE ended IS NULL) > 2.",
      vi: "HAVING count(*) FILTER (WHERE ended IS NULL) > 2."),
  ]
}
