/// Dates that are bounds, read as text; and columns that are no conditions.
extension Mistake {
  static let bounds = [
    Mistake(
      "bounds-as-text", "SELECT * FROM posting WHERE ended > '2024'",
      "it is found, though it lies before '2024'. Write ended_earliest > '2024'",
      vi: "vẫn được tìm thấy dù nằm trước '2024'. Hãy viết ended_earliest > '2024'"),
    Mistake(
      "bounds-as-text", "SELECT * FROM tenure AS t WHERE '2024-06' <= t.ended",
      "Write t.ended_earliest >= '2024-06'",
      vi: "Hãy viết t.ended_earliest >= '2024-06'"),
    Mistake(
      "bounds-as-text", "SELECT * FROM incumbency WHERE began < '2026'",
      "'[..2025-03-14]' stands after every date: it is left out, though it fits. Write began_latest < '2026'",
      vi: "bị bỏ sót dù thỏa điều kiện. Hãy viết began_latest < '2026'"),
    Mistake(
      "bounds-as-text", "SELECT * FROM incumbency WHERE began <= '2025~'",
      "began_latest <= '2025~'",
      vi: "began_latest <= '2025~'"),
    Mistake(
      "bounds-as-text", "SELECT * FROM incumbency WHERE began < '2025-13'",
      "began_latest < '2025-13'",
      vi: "began_latest < '2025-13'"),
    Mistake(
      "bounds-as-text", "SELECT * FROM incumbency WHERE began <= '2025-02-31'",
      "began_latest <= '2025-02-31'",
      vi: "began_latest <= '2025-02-31'"),
    Mistake(
      "bounds-as-text",
      "SELECT * FROM incumbency WHERE began BETWEEN '2019-01-01' AND '2025-12-31'",
      "'[2019-02-28..2020-02-28]' stands after every date: it is left out, though it fits. Write began_earliest >= '2019-01-01' AND began_latest <= '2025-12-31'",
      vi: "began_earliest >= '2019-01-01' AND began_latest <= '2025-12-31'"),
    Mistake(
      "bounds-as-text", "SELECT * FROM incumbency WHERE began BETWEEN '2019' AND '2025-12-31'",
      "began_earliest >= '2019' AND",
      vi: "began_earliest >= '2019' AND"),
    Mistake(
      "bounds-as-text",
      "SELECT * FROM tenure WHERE ended >= '2023' AND is_resident AND ended < '2024'",
      "Write ended_earliest >= '2023' AND ended_latest < '2024'",
      vi: "Hãy viết ended_earliest >= '2023' AND ended_latest < '2024'"),
    Mistake(
      "bounds-as-text", "SELECT * FROM posting WHERE ended LIKE '2025%'",
      "lies within '2025%' and is left out. Write year_of(ended) = 2025",
      vi: "mà bị bỏ sót. Hãy viết year_of(ended) = 2025"),
    Mistake(
      "bounds-as-text", "SELECT person_name, max(began) FROM incumbency",
      "for later than every date. Write max(began_earliest) or max(began_latest)",
      vi: "là sau mọi ngày. Hãy viết max(began_earliest)"),
    Mistake(
      "bounds-as-text",
      "SELECT mission, max(e) FROM (SELECT mission, ended AS e FROM posting) GROUP BY 1",
      "max(earliest(e)) or max(latest(e))",
      vi: "max(earliest(e)) hoặc max(latest(e))"),
    Mistake(
      "bounds-as-text",
      "SELECT substr(began, 1, 4) AS year, count(*) FROM incumbency GROUP BY year",
      "substr(began, 1, 4) is no year where the date is '[..2025-03-14]'. Write year_of(began)",
      vi: "Hãy viết year_of(began)"),
    Mistake(
      "bounds-as-text", "SELECT CAST(substr(began, 1, 4) AS INTEGER) FROM incumbency",
      "Write year_of(began)",
      vi: "Hãy viết year_of(began)"),
    Mistake(
      "bounds-as-text", "SELECT CAST(ended AS INTEGER) FROM tenure", "Write year_of(ended)",
      vi: "Hãy viết year_of(ended)"),
    Mistake(
      "bounds-as-text", "SELECT began / 10 * 10 AS decade, count(*) FROM incumbency GROUP BY 1",
      "Write year_of(began)",
      vi: "Hãy viết year_of(began)"),
    Mistake(
      "bounds-as-text", "SELECT * FROM incumbency ORDER BY began DESC LIMIT 5",
      "comes before the latest date. Write ORDER BY began_latest DESC",
      vi: "Hãy viết ORDER BY began_latest DESC"),
    Mistake(
      "bounds-as-text",
      "SELECT * FROM posting WHERE coalesce(note, '') <> 'x'') OR (1 --' AND ended > '2024'",
      "Write ended_earliest > '2024'", vi: "Hãy viết ended_earliest > '2024'"),
    Mistake(
      "bounds-as-text",
      "SELECT p.key FROM posting AS p JOIN mission AS m ON m.key = p.mission WHERE m.kind IN ('embassy', 'consulate-general') AND NOT (p.ended IS NULL) AND p.ended >= '2024'",
      "Write p.ended_earliest >= '2024'", vi: "Hãy viết p.ended_earliest >= '2024'"),
    Mistake(
      "not-in-null",
      "SELECT key FROM term WHERE key NOT IN (SELECT CASE WHEN q.key LIKE 'gb-%' THEN q.term END FROM posting AS q GROUP BY q.term)",
      "NOT IN is never true", vi: "NOT IN không bao giờ đúng"),
  ]

  static let columnsAlone = [
    Mistake(
      "no-code", "SELECT * FROM tenure WHERE in_office = 1",
      "in_office is never '1'. It is one of:",
      vi: "in_office không bao giờ là '1'"),
    Mistake(
      "no-key", "SELECT * FROM posting WHERE mission = 33", "No mission has the key '33'",
      vi: "Không có cơ quan đại diện nào mang khóa '33'"),
    Mistake(
      "text-as-condition", "SELECT * FROM tenure WHERE in_office", "Write in_office = 'certainly'",
      vi: "Hãy viết in_office = 'certainly'"),
    Mistake(
      "text-as-condition", "SELECT * FROM tenure WHERE NOT in_office", "text counts as 0",
      vi: "văn bản được coi là 0"),
    Mistake(
      "text-as-condition", "SELECT * FROM posting WHERE ended AND term = '2024-2027'",
      "Write ended IS NOT NULL",
      vi: "Hãy viết ended IS NOT NULL"),
    Mistake(
      "no-key", "SELECT * FROM tenure WHERE (began, mission) = ('2025-02-20', 'France')",
      "No mission has the key 'France'",
      vi: "khóa"),
    Mistake(
      "empty-text", "SELECT count(*) FROM tenure WHERE tenure_days_least = ''",
      "Write tenure_days_least IS NULL",
      vi: "Hãy viết tenure_days_least IS NULL"),
    Mistake(
      "whole-division", "SELECT (SELECT count(*) FROM mission) / (SELECT count(*) FROM person)",
      "Write 1.0 *",
      vi: "Hãy viết 1.0 *"),
    Mistake(
      "cross-join", "SELECT count(*) FROM posting, accreditation WHERE is_resident",
      "Each row of posting meets each row of accreditation",
      vi: "Mỗi dòng của posting"),
    Mistake(
      "cross-join", "SELECT count(*) FROM posting AS p JOIN person AS q ON q.gender = 'female'",
      "Each row of posting meets each row of person",
      vi: "Mỗi dòng của posting"),
    Mistake(
      "number-against-text", "SELECT * FROM accreditation WHERE vienna_class IN ('one', 'two')",
      "is a number, never 'one'",
      vi: "là số, không bao giờ là 'one'"),
  ]
}
