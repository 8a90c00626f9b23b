import Testing

/// Statements that SQLite answers and that mislead, with what is said of them on the sample.
struct Mistake: CustomTestStringConvertible {
  let sql: String
  let code: String
  let english: String
  let vietnamese: String
  var testDescription: String { sql }

  init(_ code: String, _ sql: String, _ english: String, vi vietnamese: String) {
    self.code = code
    self.sql = sql
    self.english = english
    self.vietnamese = vietnamese
  }

  static let all =
    functions + literals + numbers + nulls + arithmetic + aggregates + keys + conditions + scopes
    + bounds + columnsAlone

  private static let functions = [
    Mistake(
      "date-function", "SELECT avg(julianday(ended) - julianday(began)) FROM incumbency",
      "ended can be a year or a month; julianday misreads it. Use ended_earliest and ended_latest",
      vi: "ended có thể chỉ có năm hoặc tháng nên julianday hiểu sai. Hãy dùng ended_earliest"),
    Mistake(
      "date-function", "SELECT julianday(coalesce(began, appointed)) FROM tenure",
      "can be a year or a month", vi: "có thể chỉ có năm hoặc tháng"),
    Mistake(
      "date-function", "SELECT strftime('%Y', began), count(*) FROM incumbency GROUP BY 1",
      "Use year_of(began).", vi: "Hãy dùng year_of(began)."),
    Mistake(
      "date-function", "SELECT strftime('%m', a.arrived) FROM accreditation AS a",
      "a.arrived can be a year or a month; strftime misreads it. Use a.arrived_earliest",
      vi:
        "a.arrived có thể chỉ có năm hoặc tháng nên strftime hiểu sai. Hãy dùng a.arrived_earliest"),
    Mistake(
      "date-function", "SELECT date(arrived, '+1 year') FROM tenure",
      "date misreads it. Use earliest(arrived) and latest(arrived)", vi: "date hiểu sai"),
    Mistake(
      "date-function", "SELECT * FROM posting WHERE date(ended) > '2025-01-01'",
      "date misreads it", vi: "date hiểu sai"),
    Mistake(
      "date-function", "SELECT unixepoch(began) FROM incumbent", "unixepoch misreads it",
      vi: "unixepoch hiểu sai"),
    Mistake(
      "date-function",
      "SELECT julianday(lead(began) OVER (PARTITION BY mission ORDER BY began)) FROM incumbency",
      "can be a year or a month", vi: "có thể chỉ có năm hoặc tháng"),
    Mistake(
      "date-function",
      "SELECT julianday(CASE WHEN ended IS NULL THEN began ELSE ended END) FROM tenure",
      "can be a year or a month", vi: "có thể chỉ có năm hoặc tháng"),
    Mistake(
      "date-literal", "SELECT * FROM incumbency WHERE began_earliest > DATE('2019')",
      "Write '2019-01-01'", vi: "Hãy viết '2019-01-01'"),
    Mistake(
      "date-literal", "SELECT julianday('now') - julianday('2020-05')", "Write '2020-05-01'",
      vi: "Hãy viết '2020-05-01'"),
    Mistake(
      "cast-to-date", "SELECT CAST(began AS DATE) FROM incumbency",
      "CAST AS DATE makes a number of it", vi: "CAST AS DATE biến nó thành số"),
    Mistake(
      "cast-to-date", "SELECT count(*) FROM tenure WHERE cast(ended AS datetime) > '2020'",
      "CAST AS DATETIME", vi: "CAST AS DATETIME"),
    Mistake(
      "format", "SELECT format(began, 'yyyy') FROM incumbency", "format() is printf here",
      vi: "Ở đây format() là printf"),
  ]

  private static let literals = [
    Mistake(
      "no-date", "SELECT * FROM incumbency WHERE began > '01/01/2019'",
      "'01/01/2019' is not a date as dates are stored", vi: "'01/01/2019' không phải ngày"),
    Mistake(
      "no-date", "SELECT * FROM incumbency WHERE began >= '2019/01/01'", "is not a date",
      vi: "không phải ngày"),
    Mistake(
      "no-date", "SELECT * FROM incumbency WHERE began < '20190101'", "is not a date",
      vi: "không phải ngày"),
    Mistake(
      "no-date", "SELECT * FROM incumbency WHERE began = '2019-5'", "is not a date",
      vi: "không phải ngày"),
    Mistake(
      "no-date", "SELECT * FROM tenure WHERE ended < 'now'", "'now' is not a date",
      vi: "'now' không phải ngày"),
    Mistake(
      "no-date", "SELECT * FROM tenure WHERE began BETWEEN '1/1/2019' AND '31/12/2019'",
      "is not a date", vi: "không phải ngày"),
    Mistake(
      "no-date", "SELECT * FROM tenure WHERE 'January 2019' < began", "is not a date",
      vi: "không phải ngày"),
    Mistake(
      "unquoted-date", "SELECT * FROM incumbency WHERE began > 2019-01-01",
      "2019-01-01 without quotes is arithmetic", vi: "2019-01-01 không có dấu nháy là phép tính"),
    Mistake(
      "unquoted-date", "SELECT * FROM incumbency WHERE began = 1/1/2019", "without quotes",
      vi: "không có dấu nháy"),
    Mistake(
      "unquoted-date",
      "SELECT * FROM incumbency WHERE began_earliest BETWEEN 2019-01-01 AND 2019-12-31",
      "without quotes", vi: "không có dấu nháy"),
    Mistake(
      "equals-year", "SELECT * FROM incumbency WHERE began = '2025'",
      "finds only dates of which no more is known. For all within it: began LIKE '2025%'",
      vi: "Muốn tất cả trong đó: began LIKE '2025%'"),
    Mistake(
      "equals-year", "SELECT * FROM incumbency AS i WHERE i.began IN ('2024', '2025')",
      "i.began LIKE '2024%'", vi: "i.began LIKE '2024%'"),
    Mistake(
      "equals-year", "SELECT * FROM accreditation WHERE credentials = '2025-02'",
      "credentials LIKE '2025-02%'", vi: "credentials LIKE '2025-02%'"),
    Mistake(
      "equals-year", "SELECT * FROM incumbency WHERE began_earliest = '2025'",
      "began_earliest is a whole day, never '2025'", vi: "began_earliest là ngày đầy đủ"),
    Mistake(
      "equals-year", "SELECT * FROM incumbency WHERE began LIKE '2025'", "began LIKE '2025%'",
      vi: "began LIKE '2025%'"),
    Mistake(
      "up-to-year", "SELECT * FROM incumbency WHERE began <= '2025'",
      "leaves out the days within 2025. Write < '2026'", vi: "bỏ sót các ngày trong năm 2025"),
    Mistake(
      "up-to-year", "SELECT * FROM incumbency WHERE began BETWEEN '2020' AND '2025'",
      "Write < '2026'", vi: "Hãy viết < '2026'"),
    Mistake(
      "up-to-year", "SELECT * FROM accreditation WHERE credentials <= '2025-02'",
      "Write < '2025-03'", vi: "Hãy viết < '2025-03'"),
  ]

  private static let numbers = [
    Mistake(
      "text-against-number", "SELECT * FROM tenure WHERE ended > 2019", "Write '2019'",
      vi: "Hãy viết '2019'"),
    Mistake(
      "text-against-number", "SELECT * FROM incumbency WHERE substr(began, 1, 4) = 2025",
      "substr(began, 1, 4) gives text, which never equals a number. Write '2025'",
      vi: "không bao giờ bằng số. Hãy viết '2025'"),
    Mistake(
      "text-against-number", "SELECT * FROM incumbency WHERE strftime('%Y', began_earliest) = 2025",
      "gives text", vi: "cho văn bản"),
    Mistake(
      "text-against-number", "SELECT * FROM tenure WHERE standard_end IN (2024, 2025)",
      "Write '2024'", vi: "Hãy viết '2024'"),
    Mistake(
      "number-against-text", "SELECT * FROM incumbency WHERE vienna_class = '1'", "Write 1",
      vi: "Hãy viết 1"),
    Mistake(
      "number-against-text", "SELECT * FROM posting GROUP BY mission HAVING count(*) > '2'",
      "Write 2", vi: "Hãy viết 2"),
    Mistake(
      "number-against-text", "SELECT * FROM accreditation WHERE is_resident = 'yes'",
      "1 for yes and 0 for no", vi: "1 nếu có và 0 nếu không"),
  ]

  private static let nulls = [
    Mistake(
      "empty-text", "SELECT * FROM tenure WHERE ended = 'present'", "Write ended IS NULL",
      vi: "Hãy viết ended IS NULL"),
    Mistake(
      "equals-null", "SELECT * FROM tenure WHERE ended = NULL", "Write IS NULL",
      vi: "Hãy viết IS NULL"),
    Mistake(
      "equals-null", "SELECT * FROM tenure WHERE ended <> NULL", "Write IS NOT NULL",
      vi: "Hãy viết IS NOT NULL"),
    Mistake(
      "equals-null", "SELECT * FROM tenure WHERE NULL != term", "Write IS NOT NULL",
      vi: "Hãy viết IS NOT NULL"),
    Mistake(
      "equals-null", "SELECT CASE ended WHEN NULL THEN 'there' ELSE 'left' END FROM tenure",
      "Write IS NULL", vi: "Hãy viết IS NULL"),
    Mistake(
      "equals-null", "SELECT * FROM tenure WHERE ended IN (NULL)", "Write IS NULL",
      vi: "Hãy viết IS NULL"),
    Mistake(
      "not-in-null", "SELECT * FROM posting WHERE term NOT IN ('2024-2027', NULL)",
      "NOT IN is never true", vi: "NOT IN không bao giờ đúng"),
    Mistake(
      "not-in-null", "SELECT key FROM term WHERE key NOT IN (SELECT term FROM posting)",
      "NOT IN is never true", vi: "NOT IN không bao giờ đúng"),
    Mistake(
      "empty-text", "SELECT * FROM tenure WHERE ended = ''", "Write ended IS NULL",
      vi: "Hãy viết ended IS NULL"),
    Mistake(
      "empty-text", "SELECT * FROM posting WHERE term = ''", "Write term IS NULL",
      vi: "Hãy viết term IS NULL"),
  ]

  private static let arithmetic = [
    Mistake(
      "date-arithmetic", "SELECT ended - began FROM tenure", "Use days(a, b)",
      vi: "Hãy dùng days(a, b)"),
    Mistake(
      "date-arithmetic", "SELECT * FROM tenure WHERE began_earliest > CURRENT_DATE - 30",
      "takes its year only. Write date(CURRENT_DATE, '-30 days')",
      vi: "chỉ lấy năm. Hãy viết date(CURRENT_DATE, '-30 days')"),
    Mistake(
      "date-arithmetic", "SELECT began + 3 FROM incumbent",
      "takes its year only. Write date(earliest(began), '+3 days')",
      vi: "chỉ lấy năm. Hãy viết date(earliest(began), '+3 days')"),
    Mistake(
      "date-arithmetic", "SELECT sum(ended_latest - began_earliest) FROM tenure",
      "takes its year only", vi: "chỉ lấy năm"),
    Mistake(
      "date-arithmetic", "SELECT avg(began) FROM incumbency", "avg takes the year of began only",
      vi: "avg chỉ lấy năm của began"),
    Mistake(
      "text-arithmetic", "SELECT sum(person_name) FROM incumbent", "sum counts it as 0",
      vi: "sum coi là 0"),
    Mistake(
      "number-against-text", "SELECT * FROM incumbency WHERE tenure_days_least > '365'",
      "every text is greater, '365' too. Write 365", vi: "kể cả '365'. Hãy viết 365"),
    Mistake(
      "text-against-number", "SELECT * FROM incumbency WHERE substr(began, 1, 4) > 2020",
      "every text is greater than a number", vi: "văn bản nào cũng lớn hơn số"),
    Mistake(
      "text-arithmetic", "SELECT person_name + ', ' + mission_name_en FROM incumbent",
      "Texts are joined by ||", vi: "hãy dùng ||"),
    Mistake(
      "text-arithmetic", "SELECT name & ' (' & key & ')' FROM person", "Texts are joined by ||",
      vi: "hãy dùng ||"),
    Mistake(
      "whole-division", "SELECT count(ended) / count(*) FROM tenure", "Write 1.0 *",
      vi: "Hãy viết 1.0 *"),
    Mistake(
      "whole-division", "SELECT mission, sum(ended IS NULL) / count(*) FROM tenure GROUP BY 1",
      "Write 1.0 *", vi: "Hãy viết 1.0 *"),
  ]

  private static let aggregates = [
    Mistake(
      "bare-column", "SELECT person_name, count(*) FROM incumbency",
      "person_name comes from any one row, for count(*) makes one row of all",
      vi: "person_name lấy từ một dòng bất kỳ"),
    Mistake(
      "bare-column", "SELECT mission, avg(tenure_days_least) FROM incumbency WHERE term IS NULL",
      "GROUP BY mission?", vi: "Có cần GROUP BY mission không?"),
    Mistake(
      "bare-column", "SELECT *, count(*) FROM vacancy", "* comes from any one row",
      vi: "* lấy từ một dòng bất kỳ"),
    Mistake(
      "bare-column", "SELECT upper(p.name), count(*), min(p.born), max(p.died) FROM person AS p",
      "p.name comes from any one row", vi: "p.name lấy từ một dòng bất kỳ"),
    Mistake(
      "cross-join", "SELECT p.name, q.mission FROM person AS p, posting AS q",
      "Each row of person meets each row of posting", vi: "Mỗi dòng của person"),
    Mistake(
      "cross-join", "SELECT count(*) FROM posting JOIN accreditation", "no ON", vi: "thiếu ON"),
  ]

  private static let keys = [
    Mistake(
      "no-key", "SELECT * FROM incumbency WHERE mission = 'France'",
      "No mission has the key 'France'; fr-paris is the key. Names are in mission_name_en.",
      vi:
        "Không có cơ quan đại diện nào mang khóa 'France'; khóa là fr-paris. Tên nằm ở mission_name_vi."
    ),
    Mistake(
      "no-key", "SELECT * FROM incumbency WHERE receiver IN ('Italy', 'fr')", "it is the key",
      vi: "khóa là it"),
    Mistake(
      "no-key", "SELECT * FROM incumbency WHERE mission = 'FR-PARIS'", "fr-paris is the key",
      vi: "khóa là fr-paris"),
    Mistake(
      "no-key", "SELECT * FROM posting WHERE person = 'Đỗ Minh Hùng'",
      "do-minh-hung is the key", vi: "khóa là do-minh-hung"),
    Mistake(
      "no-key", "SELECT * FROM mission WHERE kind = 'Embassy'", "embassy is the key",
      vi: "khóa là embassy"),
    Mistake(
      "no-key", "SELECT * FROM tenure WHERE title LIKE 'Ambassador'", "ambassador is the key",
      vi: "khóa là ambassador"),
    Mistake(
      "no-code", "SELECT * FROM incumbency WHERE function = 'Head'",
      "function is never 'Head'. It is one of: acting, head.",
      vi: "function không bao giờ là 'Head'. Các mã: acting, head."),
    Mistake(
      "no-code", "SELECT * FROM tenure WHERE status IN ('in office', 'left')", "in-office",
      vi: "in-office"),
    Mistake(
      "no-code", "SELECT * FROM tenure WHERE certainty <> 'sure'", "confirmed", vi: "confirmed"),
    Mistake(
      "no-code", "SELECT CASE in_office WHEN 'yes' THEN 1 END FROM tenure", "certainly",
      vi: "certainly"),
    Mistake(
      "like-star", "SELECT * FROM person WHERE name LIKE 'Nguyễn*'", "Write 'Nguyễn%'",
      vi: "Hãy viết 'Nguyễn%'"),
    Mistake(
      "glob-wild", "SELECT * FROM person WHERE name GLOB 'Nguyễn%'", "Write 'Nguyễn*'",
      vi: "Hãy viết 'Nguyễn*'"),
  ]

  private static let conditions = [
    Mistake(
      "text-as-condition", "SELECT * FROM incumbent WHERE mission = 'fr-paris' OR 'it-rome'",
      "'it-rome' alone is no condition", vi: "'it-rome' đứng riêng không phải điều kiện"),
    Mistake(
      "text-as-condition",
      "SELECT * FROM incumbent WHERE mission = 'fr-paris' || mission = 'it-rome'", "Write OR",
      vi: "Hãy viết OR"),
    Mistake(
      "quoted-column", "SELECT * FROM incumbent WHERE 'began' > '2019'", "Write began",
      vi: "Hãy viết began"),
    Mistake(
      "never-true", "SELECT * FROM incumbent WHERE mission = 'fr-paris' AND mission = 'it-rome'",
      "Write OR", vi: "Hãy viết OR"),
    Mistake(
      "reversed-between", "SELECT * FROM tenure WHERE began BETWEEN '2025-01-01' AND '2020-01-01'",
      "smaller value first", vi: "giá trị nhỏ đứng trước"),
  ]

  private static let scopes = [
    Mistake(
      "date-function",
      "WITH x AS (SELECT mission, max(began) AS b FROM incumbency WHERE mission = 'fr-paris' GROUP BY 1) SELECT julianday(b) FROM x",
      "b can be a year or a month", vi: "b có thể chỉ có năm hoặc tháng"),
    Mistake(
      "date-function", "SELECT julianday(x.b) FROM (SELECT ended AS b FROM posting) AS x",
      "x.b can be a year or a month", vi: "x.b có thể chỉ có năm hoặc tháng"),
    Mistake(
      "date-function",
      "SELECT key, (SELECT max(julianday(i.began)) FROM incumbency AS i WHERE i.mission = m.key) FROM mission AS m",
      "i.began can be", vi: "i.began có thể"),
    Mistake(
      "date-function",
      "SELECT (SELECT julianday(p.ended)) FROM posting AS p", "p.ended can be", vi: "p.ended có thể"
    ),
    Mistake(
      "no-code",
      "WITH t AS (SELECT * FROM tenure), u AS (SELECT function AS f FROM t) SELECT * FROM u WHERE f = 'boss'",
      "f is never 'boss'", vi: "f không bao giờ là 'boss'"),
    Mistake(
      "no-key",
      "SELECT * FROM person WHERE key IN (SELECT person FROM posting WHERE mission = 'Rome')",
      "it-rome is the key", vi: "khóa là it-rome"),
    Mistake(
      "no-date", "SELECT began AS b FROM incumbency WHERE b > '1.1.2019'", "is not a date",
      vi: "không phải ngày"),
    Mistake(
      "equals-null",
      "SELECT 1 UNION ALL SELECT count(*) FROM tenure WHERE ended = NULL", "Write IS NULL",
      vi: "Hãy viết IS NULL"),
    Mistake(
      "up-to-year",
      "WITH RECURSIVE y(n) AS (SELECT 2020 UNION ALL SELECT n + 1 FROM y WHERE n < 2026) SELECT n, (SELECT count(*) FROM incumbency WHERE began <= '2025') FROM y",
      "Write < '2026'", vi: "Hãy viết < '2026'"),
  ]

  /// Told only where the answer is empty.
  static let ofEmptyAnswers = [
    Mistake(
      "like-whole", "SELECT * FROM person WHERE name = 'đỗ minh hùng'",
      "name_fold(name) LIKE '%do minh hung%'", vi: "name_fold(name) LIKE '%do minh hung%'"),
    Mistake(
      "like-whole", "SELECT * FROM person WHERE name LIKE 'Hùng'", "name LIKE '%Hùng%'",
      vi: "name LIKE '%Hùng%'"),
    Mistake(
      "like-whole", "SELECT * FROM incumbency WHERE person_name = 'do minh hung'",
      "name_fold(person_name) LIKE '%do minh hung%'",
      vi: "name_fold(person_name) LIKE '%do minh hung%'"),
    Mistake(
      "like-whole", "SELECT * FROM tenure WHERE person_name = 'Hùng, Đỗ Minh'",
      "There is: 'Đỗ Minh Hùng'", vi: "Hiện có: 'Đỗ Minh Hùng'"),
    Mistake(
      "like-whole", "SELECT * FROM incumbent WHERE mission_name_en = 'France'",
      "mission_name_en LIKE '%France%'", vi: "mission_name_en LIKE '%France%'"),
  ]
}
