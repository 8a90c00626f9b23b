extension Wrong {
  /// Days.
  static let ofDates = [
    Wrong(
      "SELECT NOW()", at: "NOW",
      "Write datetime('now', 'localtime').",
      vi: "Hãy viết datetime('now', 'localtime')."),
    Wrong(
      "SELECT GETDATE()", at: "GETDATE",
      "Write datetime('now', 'localtime').",
      vi: "Hãy viết datetime('now', 'localtime')."),
    Wrong(
      "SELECT SYSDATE FROM person", at: "SYSDATE",
      "Write datetime('now', 'localtime').",
      vi: "Hãy viết datetime('now', 'localtime')."),
    Wrong(
      "SELECT SYSDATE()", at: "SYSDATE",
      "Write datetime('now', 'localtime').",
      vi: "Hãy viết datetime('now', 'localtime')."),
    Wrong(
      "SELECT CURDATE()", at: "CURDATE",
      "Write date('now', 'localtime'). The registry's own last day is known_day.day.",
      vi: "Hãy viết date('now', 'localtime'). Ngày cuối mà sổ biết là known_day.day."),
    Wrong(
      "SELECT name FROM person WHERE born < TODAY", at: "TODAY",
      "Write date('now', 'localtime'). The registry's own last day is known_day.day.",
      vi: "Hãy viết date('now', 'localtime'). Ngày cuối mà sổ biết là known_day.day."),
    Wrong(
      "SELECT CURRENT_DATE()", at: "(",
      "Leave out the parentheses.",
      vi: "Hãy bỏ cặp ngoặc."),
    Wrong(
      "SELECT DATEDIFF(day, began, ended) FROM incumbency", at: "day",
      "Write days(a, b). For full years: years(a, b).",
      vi: "Hãy viết days(a, b). Số năm tròn: years(a, b)."),
    Wrong(
      "SELECT TIMESTAMPDIFF(YEAR, began, ended) FROM incumbency", at: "YEAR",
      "Write days(a, b). For full years: years(a, b).",
      vi: "Hãy viết days(a, b). Số năm tròn: years(a, b)."),
    Wrong(
      "SELECT DATEDIFF(ended, began) FROM incumbency", at: "DATEDIFF",
      "Write days(a, b). It knows dates that are a year or a month.",
      vi: "Hãy viết days(a, b). Hàm này hiểu cả ngày chỉ có năm hoặc tháng."),
    Wrong(
      "SELECT DATE_DIFF('day', began, ended) FROM incumbency", at: "DATE_DIFF",
      "Write days(a, b).",
      vi: "Hãy viết days(a, b)."),
    Wrong(
      "SELECT AGE(born) FROM person", at: "AGE",
      "Write years(a, b) or days(a, b).",
      vi: "Hãy viết years(a, b) hoặc days(a, b)."),
    Wrong(
      "SELECT MONTHS_BETWEEN(ended, began) FROM incumbency", at: "MONTHS_BETWEEN",
      "Write days(a, b) / 30.4375.",
      vi: "Hãy viết days(a, b) / 30.4375."),
    Wrong(
      "SELECT DATEADD(month, 3, began) FROM incumbency", at: "month",
      "Write date(d, '+30 days'). d is a whole day: began_earliest, not began.",
      vi: "Hãy viết date(d, '+30 days'). d phải là ngày đủ: began_earliest, không phải began."),
    Wrong(
      "SELECT DATE_ADD(began, INTERVAL 30 DAY) FROM incumbency", at: "30",
      "Write date(d, '+30 days'). d is a whole day: began_earliest, not began.",
      vi: "Hãy viết date(d, '+30 days'). d phải là ngày đủ: began_earliest, không phải began."),
    Wrong(
      "SELECT ADD_MONTHS(began, 3) FROM incumbency", at: "ADD_MONTHS",
      "Write date(d, '+3 months'). d is a whole day: began_earliest, not began.",
      vi: "Hãy viết date(d, '+3 months'). d phải là ngày đủ: began_earliest, không phải began."),
    Wrong(
      "SELECT began + INTERVAL '1 year' FROM incumbency", at: "INTERVAL",
      "Write date(d, '+1 year'). d is a whole day: began_earliest, not began.",
      vi: "Hãy viết date(d, '+1 year'). d phải là ngày đủ: began_earliest, không phải began."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began > ended - INTERVAL 30 DAY", at: "INTERVAL",
      "Write date(d, '+1 year'). d is a whole day: began_earliest, not began.",
      vi: "Hãy viết date(d, '+1 year'). d phải là ngày đủ: began_earliest, không phải began."),
    Wrong(
      "SELECT DATE_TRUNC('year', began) FROM incumbency", at: "DATE_TRUNC",
      "Of our dates: substr(d, 1, 4) or substr(d, 1, 7). Of whole days: date(d, 'start of month').",
      vi:
        "Với ngày của sổ: substr(d, 1, 4) hoặc substr(d, 1, 7). Với ngày đủ: date(d, 'start of month')."
    ),
    Wrong(
      "SELECT EXTRACT(YEAR FROM began) FROM incumbency", at: "FROM",
      "Write year_of(d). The month: substr(d, 6, 2).",
      vi: "Hãy viết year_of(d). Tháng: substr(d, 6, 2)."),
    Wrong(
      "SELECT DATE_PART('year', began) FROM incumbency", at: "DATE_PART",
      "Write year_of(d). The month: substr(d, 6, 2).",
      vi: "Hãy viết year_of(d). Tháng: substr(d, 6, 2)."),
    Wrong(
      "SELECT DATENAME(month, began) FROM incumbency", at: "month",
      "Write year_of(d). The month: substr(d, 6, 2).",
      vi: "Hãy viết year_of(d). Tháng: substr(d, 6, 2)."),
    Wrong(
      "SELECT DATEPART(year, began) FROM incumbency", at: "year",
      "Write year_of(d). The month: substr(d, 6, 2).",
      vi: "Hãy viết year_of(d). Tháng: substr(d, 6, 2)."),
    Wrong(
      "SELECT YEAR(began) FROM incumbency", at: "YEAR",
      "Write year_of(d).",
      vi: "Hãy viết year_of(d)."),
    Wrong(
      "SELECT mission FROM incumbency WHERE MONTH(began) = 3", at: "MONTH",
      "Write substr(d, 6, 2) or substr(d, 9, 2). Empty where not known.",
      vi: "Hãy viết substr(d, 6, 2) hoặc substr(d, 9, 2). Rỗng nếu không biết."),
    Wrong(
      "SELECT QUARTER(began) FROM incumbency", at: "QUARTER",
      "Write (substr(d, 6, 2) + 2) / 3.",
      vi: "Hãy viết (substr(d, 6, 2) + 2) / 3."),
    Wrong(
      "SELECT WEEKDAY(began) FROM incumbency", at: "WEEKDAY",
      "Write strftime('%w', d). Of a whole day; 0 is Sunday.",
      vi: "Hãy viết strftime('%w', d). Với ngày đủ; 0 là Chủ nhật."),
    Wrong(
      "SELECT WEEK(began) FROM incumbency", at: "WEEK",
      "Write strftime('%W', d) or strftime('%j', d). Of a whole day.",
      vi: "Hãy viết strftime('%W', d) hoặc strftime('%j', d). Với ngày đủ."),
    Wrong(
      "SELECT TO_CHAR(began, 'YYYY') FROM incumbency", at: "TO_CHAR",
      "Of our dates: substr(d, 1, 7). Of whole days: strftime('%d/%m/%Y', d).",
      vi: "Với ngày của sổ: substr(d, 1, 7). Với ngày đủ: strftime('%d/%m/%Y', d)."),
    Wrong(
      "SELECT DATE_FORMAT(began, '%Y') FROM incumbency", at: "DATE_FORMAT",
      "Of our dates: substr(d, 1, 7). Of whole days: strftime('%d/%m/%Y', d).",
      vi: "Với ngày của sổ: substr(d, 1, 7). Với ngày đủ: strftime('%d/%m/%Y', d)."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began > TO_DATE('2019-01-01', 'YYYY-MM-DD')",
      at: "TO_DATE",
      "Write the date as '2019-01-31'.",
      vi: "Hãy viết ngày dạng '2019-01-31'."),
    Wrong(
      "SELECT DATE '2019-01-01'", at: "DATE",
      "Leave out the word: '2019-01-01'.",
      vi: "Hãy bỏ từ đó: '2019-01-01'."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began > DATE '2019-01-01'", at: "DATE",
      "Leave out the word: '2019-01-01'.",
      vi: "Hãy bỏ từ đó: '2019-01-01'."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began > TIMESTAMP '2020-01-01 00:00'", at: "TIMESTAMP",
      "Leave out the word: '2020-01-01 00:00'.",
      vi: "Hãy bỏ từ đó: '2020-01-01 00:00'."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began > {d '2019-01-01'}", at: "{",
      "Leave out the braces: '2019-01-01'.",
      vi: "Hãy bỏ dấu ngoặc nhọn: '2019-01-01'."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began > #01/31/2019#", at: "#",
      "Write '2019-01-31'.",
      vi: "Hãy viết '2019-01-31'."),
    Wrong(
      "SELECT EOMONTH(began) FROM incumbency", at: "EOMONTH",
      "Write latest(substr(d, 1, 7)).",
      vi: "Hãy viết latest(substr(d, 1, 7))."),
  ]
}
