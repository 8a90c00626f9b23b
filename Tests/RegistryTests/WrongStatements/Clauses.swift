extension Wrong {
  /// The parts of a SELECT.
  static let ofClauses = [
    Wrong(
      "SELECT CASE WHEN ended IS NULL THEN 1 ELSE 0 FROM incumbency", at: "CASE",
      "Close CASE with END.",
      vi: "Hãy đóng CASE bằng END."),
    Wrong(
      "SELECT CASE WHEN ended IS NULL THEN 1 ELSE 0, mission FROM incumbency", at: "CASE",
      "Close CASE with END.",
      vi: "Hãy đóng CASE bằng END."),
    Wrong(
      "SELECT key FROM person ORDER BY name WHERE gender = 'female'", at: "WHERE",
      "The order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.",
      vi: "Thứ tự là SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT."),
    Wrong(
      "SELECT key FROM person LIMIT 5 ORDER BY name", at: "ORDER",
      "The order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.",
      vi: "Thứ tự là SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT."),
    Wrong(
      "SELECT mission FROM posting GROUP BY mission WHERE term = '2024-2027'", at: "WHERE",
      "The order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.",
      vi: "Thứ tự là SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT."),
    Wrong(
      "SELECT mission FROM posting HAVING count(*) > 1 GROUP BY mission", at: "GROUP",
      "The order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.",
      vi: "Thứ tự là SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT."),
    Wrong(
      "SELECT mission, person, FROM posting", at: ",",
      "Take out the comma before FROM.",
      vi: "Hãy bỏ dấu phẩy trước FROM."),
    Wrong(
      "SELECT mission FROM posting GROUP BY mission, ORDER BY mission", at: ",",
      "Take out the comma before ORDER BY.",
      vi: "Hãy bỏ dấu phẩy trước ORDER BY."),
    Wrong(
      "SELECT key FROM person ORDER BY name DESCENDING", at: "DESCENDING",
      "Write ASC or DESC.",
      vi: "Hãy viết ASC hoặc DESC."),
    Wrong(
      "SELECT key FROM posting WHERE term = '2024-2027' WHERE ended IS NULL", at: "WHERE",
      "WHERE stands once: join the conditions by AND.",
      vi: "WHERE chỉ viết một lần: hãy nối các điều kiện bằng AND."),
    Wrong(
      "SELECT key FROM posting ORDER BY term ORDER BY key", at: "ORDER",
      "ORDER BY stands once in a SELECT.",
      vi: "ORDER BY chỉ viết một lần trong một SELECT."),
    Wrong(
      "SELECT p.key FROM posting p WHERE p.ended IS NULL JOIN mission m ON m.key = p.mission",
      at: "JOIN",
      "JOIN … ON … stands behind FROM, before WHERE.",
      vi: "JOIN … ON … đứng sau FROM, trước WHERE."),
    Wrong(
      "FROM incumbent SELECT mission", at: "FROM",
      "A question begins with SELECT: SELECT * FROM incumbent.",
      vi: "Câu hỏi bắt đầu bằng SELECT: SELECT * FROM incumbent."),
    Wrong(
      "SELECT FROM incumbent", at: "FROM",
      "Name the columns before FROM, or write * for all.",
      vi: "Hãy nêu các cột trước FROM, hoặc viết * cho tất cả."),
    Wrong(
      "SELECT DISTINCT FROM incumbent", at: "FROM",
      "Name the columns before FROM, or write * for all.",
      vi: "Hãy nêu các cột trước FROM, hoặc viết * cho tất cả."),
    Wrong(
      "SELECT key FROM mission WHERE key IN ('fr-paris', 'gb-london',)", at: ",",
      "One comma is too many.",
      vi: "Thừa một dấu phẩy."),
    Wrong(
      "SELECT count(* FROM posting", at: "(",
      "This parenthesis is not closed.",
      vi: "Dấu ngoặc này chưa được đóng."),
    Wrong(
      "SELECT key FROM posting WHERE (term = '2024-2027' OR term IS NULL ORDER BY key", at: "(",
      "This parenthesis is not closed.",
      vi: "Dấu ngoặc này chưa được đóng."),
    Wrong(
      "SELECT key FROM posting WHERE term IN ('2024-2027'", at: "(",
      "This parenthesis is not closed.",
      vi: "Dấu ngoặc này chưa được đóng."),
    Wrong(
      "SELECT key FROM posting WHERE term IN ('2024-2027';", at: "(",
      "This parenthesis is not closed.",
      vi: "Dấu ngoặc này chưa được đóng."),
    Wrong(
      "SELECT count(*)) FROM posting", at: ")",
      "This parenthesis closes none: take it out.",
      vi: "Dấu ngoặc này không đóng ngoặc nào: hãy bỏ đi."),
    Wrong(
      "SELECT key FROM person ORDER name", at: "ORDER",
      "Write ORDER BY.",
      vi: "Hãy viết ORDER BY."),
    Wrong(
      "SELECT mission, count(*) FROM posting GROUP mission", at: "GROUP",
      "Write GROUP BY.",
      vi: "Hãy viết GROUP BY."),
    Wrong(
      "SELECT key FROM person WHERE AND gender = 'female'", at: "AND",
      "AND joins two conditions: something is missing before it.",
      vi: "AND nối hai điều kiện: phía trước còn thiếu."),
    Wrong(
      "SELECT key FROM person WHERE gender = 'female' AND OR born IS NULL", at: "OR",
      "OR joins two conditions: something is missing before it.",
      vi: "OR nối hai điều kiện: phía trước còn thiếu."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began BETWEEN '2019', '2020'", at: ",",
      "Write BETWEEN '2019' AND '2020'.",
      vi: "Hãy viết BETWEEN '2019' AND '2020'."),
    Wrong(
      "SELECT key FROM mission WHERE seat IN 'Paris', 'London'", at: "'Paris'",
      "The list behind IN stands in parentheses: IN ('Paris', 'London').",
      vi: "Danh sách sau IN phải đặt trong ngoặc: IN ('Paris', 'London')."),
    Wrong(
      "SELECT key FROM person WHERE key NOT EXISTS (SELECT 1 FROM posting)", at: "key",
      "EXISTS takes no column before it: WHERE NOT EXISTS (SELECT …), or x NOT IN (SELECT …).",
      vi: "Trước EXISTS không có cột: WHERE NOT EXISTS (SELECT …), hoặc x NOT IN (SELECT …)."),
    Wrong(
      "SELECT key FROM mission WHERE seat IS IN ('Paris')", at: "IS",
      "Leave out IS: x IN ….",
      vi: "Hãy bỏ IS: x IN …."),
    Wrong(
      "WITH late (SELECT * FROM incumbency) SELECT * FROM late", at: "late",
      "Write WITH late AS (SELECT …).",
      vi: "Hãy viết WITH late AS (SELECT …)."),
    Wrong(
      "SELECT mission AS order FROM incumbent", at: "order",
      #"order is a word of SQL. As a name write "order", or choose another."#,
      vi: #"order là từ của SQL. Muốn dùng làm tên, hãy viết "order", hoặc chọn tên khác."#),
    Wrong(
      "SELECT order FROM incumbent", at: "order",
      #"order is a word of SQL. As a name write "order", or choose another."#,
      vi: #"order là từ của SQL. Muốn dùng làm tên, hãy viết "order", hoặc chọn tên khác."#),
    Wrong(
      "SELECT key FROM person WHERE", at: "WHERE",
      "Something is missing behind WHERE.",
      vi: "Sau WHERE còn thiếu."),
    Wrong(
      "SELECT key FROM person WHERE gender =", at: "=",
      "Something is missing behind =.",
      vi: "Sau = còn thiếu."),
    Wrong(
      "SELECT key,", at: ",",
      "Take out the last comma, or write what comes behind it.",
      vi: "Hãy bỏ dấu phẩy cuối, hoặc viết tiếp phần sau."),
    Wrong(
      "WITH late AS (SELECT * FROM incumbency)", at: ")",
      "Behind WITH … AS (…) comes the SELECT that asks it.",
      vi: "Sau WITH … AS (…) phải có SELECT để hỏi."),
    Wrong(
      "SELECT key FROM mission WHERE seat = 'Paris", at: "'Paris",
      "This quote is not closed.",
      vi: "Dấu nháy này chưa được đóng."),
    Wrong(
      "SELECT 1st FROM person", at: "1st",
      #"A name does not begin with a digit: "1st" as a name, '1st' as a text."#,
      vi: #"Tên không bắt đầu bằng chữ số: "1st" là tên, '1st' là văn bản."#),
    Wrong(
      "SELECT mission person began FROM incumbency", at: "began",
      "Something is missing before began: a comma, or a word such as = or AND.",
      vi: "Trước began còn thiếu: dấu phẩy, hoặc từ như = hay AND."),
    Wrong(
      "SELECT m.key FROM mission m JOIN posting p ON m.key p.mission", at: "p",
      "Something is missing before p: a comma, or a word such as = or AND.",
      vi: "Trước p còn thiếu: dấu phẩy, hoặc từ như = hay AND."),
    Wrong(
      "SELECT mission FROM posting HAVING count(*) > 1", at: "HAVING",
      "HAVING picks groups. For rows write WHERE; for groups put GROUP BY before HAVING.",
      vi:
        "HAVING chọn nhóm. Muốn chọn dòng, hãy viết WHERE; muốn chọn nhóm, đặt GROUP BY trước HAVING."
    ),
    Wrong(
      "SELECT mission FROM posting GROUP BY count(*)", at: "GROUP",
      "GROUP BY takes what the groups are made by; a condition on a count goes into HAVING.",
      vi: "GROUP BY nhận cột để chia nhóm; điều kiện về số đếm đặt ở HAVING."),
    Wrong(
      "SELECT key FROM mission ORDER BY key UNION SELECT key FROM posting", at: "UNION",
      "ORDER BY and LIMIT stand once, behind the last SELECT.",
      vi: "ORDER BY và LIMIT chỉ viết một lần, sau SELECT cuối cùng."),
    Wrong(
      "SELECT key FROM mission LIMIT 5 UNION SELECT key FROM posting", at: "UNION",
      "ORDER BY and LIMIT stand once, behind the last SELECT.",
      vi: "ORDER BY và LIMIT chỉ viết một lần, sau SELECT cuối cùng."),
    Wrong(
      "SELECT key FROM mission UNION SELECT key, mission FROM posting", at: "UNION",
      "Name as many columns in each SELECT; NULL fills a place.",
      vi: "Mỗi SELECT phải nêu cùng số cột; chỗ trống thì viết NULL."),
    Wrong(
      "SELECT key FROM mission ORDER BY 7", at: "ORDER",
      "A bare number there counts the columns of the SELECT.",
      vi: "Số đứng riêng ở đó là số thứ tự cột trong SELECT."),
    Wrong(
      "SELECT key FROM mission UNION SELECT key FROM person ORDER BY seat", at: "ORDER",
      "What UNION gives is sorted by a column of its first SELECT, by name or by number.",
      vi: "Kết quả của UNION được sắp theo một cột của SELECT đầu tiên, bằng tên hoặc số."),
    Wrong(
      "SELECT *", at: "",
      "Write FROM and a table behind it.",
      vi: "Hãy viết FROM và một bảng ở sau."),
    Wrong(
      "SELECT key FROM mission WHERE key = ('fr-paris', 'gb-london')", at: "(",
      "Several values stand behind IN: key IN ('fr-paris', 'gb-london').",
      vi: "Nhiều giá trị thì viết sau IN: key IN ('fr-paris', 'gb-london')."),
    Wrong(
      "SELECT key FROM mission WHERE key IN (SELECT mission, person FROM posting)", at: "",
      "Name only what is compared in the inner SELECT.",
      vi: "Trong SELECT bên trong, chỉ nêu cột cần so sánh."),
    Wrong(
      "SELECT * FROM mission JOIN posting USING (mission)", at: "USING",
      "Say which columns are equal: JOIN posting AS p ON p.mission = m.key.",
      vi: "Hãy nêu hai cột bằng nhau: JOIN posting AS p ON p.mission = m.key."),
    Wrong(
      "SELECT * FROM mission NATURAL JOIN posting ON 1 = 1", at: "NATURAL",
      "Leave out NATURAL.",
      vi: "Hãy bỏ NATURAL."),
    Wrong(
      "SELECT substr(name) FROM person", at: "substr",
      "substr takes 2 or 3 arguments.",
      vi: "substr nhận 2 hoặc 3 đối số."),
    Wrong(
      "SELECT count(DISTINCT mission, person) FROM posting", at: "count",
      "Write count(DISTINCT mission || ' ' || person).",
      vi: "Hãy viết count(DISTINCT mission || ' ' || person)."),
    Wrong(
      "SELECT upper(name) OVER () FROM person", at: "upper",
      "Leave out OVER (…).",
      vi: "Hãy bỏ OVER (…)."),
    Wrong(
      "SELECT key FROM person LIMIT 'many'", at: "LIMIT",
      "LIMIT and OFFSET take whole numbers.",
      vi: "LIMIT và OFFSET cần số nguyên."),
    Wrong(
      "SELECT json_extract('x', '$.a')", at: "",
      "SQL: malformed JSON.",
      vi: "SQL: không phải là JSON."),
    Wrong(
      "SELECT strftme('%Y', born) FROM person", at: "strftme",
      "Did you mean strftime?",
      vi: "Có phải ý bạn là strftime?"),
    Wrong(
      "SELECT key FROM persn", at: "persn",
      "Did you mean person?",
      vi: "Có phải ý bạn là person?"),
    Wrong(
      "SELECT key FROM heads", at: "heads",
      "SQL: no such table: heads.",
      vi: "SQL: không có bảng hay khung nhìn heads."),
    Wrong(
      "SELECT key FROM person wher gender = 'female'", at: "wher",
      "Did you mean WHERE, WHEN?",
      vi: "Có phải ý bạn là WHERE, WHEN?"),
    Wrong(
      "selct key FROM person", at: "selct",
      "Did you mean SELECT?",
      vi: "Có phải ý bạn là SELECT?"),
    Wrong(
      "SELECT load_extension('x')", at: "load_extension",
      "A question takes functions that only reckon with what they are given.",
      vi: "Câu hỏi chỉ dùng được các hàm tính trên giá trị đưa vào."),
  ]
}
