extension Wrong {
  /// What a SELECT is from, and operators.
  static let ofTables = [
    Wrong(
      "SELECT m.key, h.person FROM mission m CROSS APPLY (SELECT person FROM posting) h",
      at: "APPLY",
      "Put a subquery into the column list, or join by a key.",
      vi: "Đặt truy vấn con vào danh sách cột, hoặc nối bằng mã."),
    Wrong(
      "SELECT m.key FROM mission m JOIN LATERAL (SELECT 1) h ON 1 = 1", at: "LATERAL",
      "Put a subquery into the column list, or join by a key.",
      vi: "Đặt truy vấn con vào danh sách cột, hoặc nối bằng mã."),
    Wrong(
      "SELECT key FROM person MINUS SELECT person FROM posting", at: "MINUS",
      "Write EXCEPT.",
      vi: "Hãy viết EXCEPT."),
    Wrong(
      "SELECT key FROM person WHERE gender IS NULL MINUS SELECT person FROM posting", at: "MINUS",
      "Write EXCEPT.",
      vi: "Hãy viết EXCEPT."),
    Wrong(
      "SELECT 1 FROM dual", at: "dual",
      "Leave out FROM dual.",
      vi: "Hãy bỏ FROM dual."),
    Wrong(
      "SELECT key FROM person WHERE key = ANY (SELECT person FROM posting)", at: "ANY",
      "Write IN (SELECT …), and NOT IN (SELECT …) for <> ALL.",
      vi: "Hãy viết IN (SELECT …), và NOT IN (SELECT …) thay cho <> ALL."),
    Wrong(
      "SELECT key FROM person WHERE key <> ALL (SELECT person FROM posting)", at: "ALL",
      "Write IN (SELECT …), and NOT IN (SELECT …) for <> ALL.",
      vi: "Hãy viết IN (SELECT …), và NOT IN (SELECT …) thay cho <> ALL."),
    Wrong(
      "SELECT key FROM person WITH (NOLOCK)", at: "WITH",
      "Leave it out; a question only reads.",
      vi: "Hãy bỏ đi; câu hỏi chỉ đọc."),
    Wrong(
      "SELECT key FROM person WHERE gender IS NULL FOR UPDATE", at: "FOR",
      "Leave it out; a question only reads.",
      vi: "Hãy bỏ đi; câu hỏi chỉ đọc."),
    Wrong(
      "SELECT key INTO copy FROM person", at: "INTO",
      "Leave it out; a question only reads.",
      vi: "Hãy bỏ đi; câu hỏi chỉ đọc."),
    Wrong(
      "SELECT m.key FROM mission m, posting p WHERE m.key = p.mission(+)", at: "(",
      "Write LEFT JOIN … ON …: LEFT JOIN posting AS p ON p.mission = m.key.",
      vi: "Hãy viết LEFT JOIN … ON …: LEFT JOIN posting AS p ON p.mission = m.key."),
    Wrong(
      "SELECT * EXCEPT (note) FROM person", at: "EXCEPT",
      "Name the columns you want.",
      vi: "Hãy liệt kê các cột cần lấy."),
    Wrong(
      "SELECT * EXCLUDE (note) FROM person", at: "EXCLUDE",
      "Name the columns you want.",
      vi: "Hãy liệt kê các cột cần lấy."),
    Wrong(
      "SELECT key FROM person WHERE gender = 'female' && born > '1960'", at: "&",
      "Write AND.",
      vi: "Hãy viết AND."),
    Wrong(
      "SELECT key FROM person WHERE gender = 'female' XOR born > '1960'", at: "XOR",
      "Write (a) <> (b).",
      vi: "Hãy viết (a) <> (b)."),
    Wrong(
      "SELECT key FROM incumbency WHERE began <=> ended", at: ">",
      "Write IS.",
      vi: "Hãy viết IS."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began => '2019'", at: "=",
      "Write >=, <= or <>.",
      vi: "Hãy viết >=, <= hoặc <>."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began =< '2019'", at: "=",
      "Write >=, <= or <>.",
      vi: "Hãy viết >=, <= hoặc <>."),
    Wrong(
      "SELECT mission FROM incumbency WHERE began =! '2019'", at: "!",
      "Write >=, <= or <>.",
      vi: "Hãy viết >=, <= hoặc <>."),
    Wrong(
      "SELECT key FROM person WHERE gender NOT = 'female'", at: "NOT",
      "Write gender <> 'female'.",
      vi: "Hãy viết gender <> 'female'."),
    Wrong(
      "SELECT number DIV 2 FROM change", at: "DIV",
      "Write a / b of whole numbers, a % b.",
      vi: "Hãy viết a / b với số nguyên, a % b."),
    Wrong(
      "SELECT number FROM change WHERE number MOD 2 = 0", at: "MOD",
      "Write a / b of whole numbers, a % b.",
      vi: "Hãy viết a / b với số nguyên, a % b."),
    Wrong(
      "SELECT 2 ^ 3", at: "^",
      "Write pow(2, 3).",
      vi: "Hãy viết pow(2, 3)."),
    Wrong(
      "SELECT key FROM person # everybody", at: "#",
      "A comment begins with --",
      vi: "Ghi chú bắt đầu bằng --"),
    Wrong(
      "SELECT key FROM person // everybody", at: "/",
      "A comment begins with --",
      vi: "Ghi chú bắt đầu bằng --"),
  ]
}
