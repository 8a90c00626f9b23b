extension Wrong {
  /// Statements that speak to a server or another tool, and quotes.
  static let ofTools = [
    Wrong(
      "USE legation", at: "USE",
      "There is one registry, and nothing to choose.",
      vi: "Chỉ có một sổ, không cần chọn."),
    Wrong(
      "SHOW DATABASES", at: "SHOW",
      "There is one registry, and nothing to choose.",
      vi: "Chỉ có một sổ, không cần chọn."),
    Wrong(
      "DESCRIBE incumbency", at: "DESCRIBE",
      "The columns of incumbency stand in pragma_table_info('incumbency').",
      vi: "Các cột của incumbency nằm trong pragma_table_info('incumbency')."),
    Wrong(
      "DESC person", at: "DESC",
      "The columns of person stand in pragma_table_info('person').",
      vi: "Các cột của person nằm trong pragma_table_info('person')."),
    Wrong(
      "SHOW COLUMNS FROM person", at: "SHOW",
      "The columns of person stand in pragma_table_info('person').",
      vi: "Các cột của person nằm trong pragma_table_info('person')."),
    Wrong(
      "EXPLAIN person", at: "EXPLAIN",
      "The columns of person stand in pragma_table_info('person').",
      vi: "Các cột của person nằm trong pragma_table_info('person')."),
    Wrong(
      "SHOW TABLES", at: "SHOW",
      "Tables and views are described in schema_comment.",
      vi: "Các bảng và khung nhìn được mô tả trong schema_comment."),
    Wrong(
      #"\dt"#, at: #"\"#,
      "Tables and views are described in schema_comment.",
      vi: "Các bảng và khung nhìn được mô tả trong schema_comment."),
    Wrong(
      ".tables", at: ".",
      "Tables and views are described in schema_comment.",
      vi: "Các bảng và khung nhìn được mô tả trong schema_comment."),
    Wrong(
      "SELECT * FROM information_schema.tables", at: "tables",
      "Tables and views are described in schema_comment.",
      vi: "Các bảng và khung nhìn được mô tả trong schema_comment."),
    Wrong(
      "SELECT * FROM sys.tables", at: "tables",
      "Tables and views are described in schema_comment.",
      vi: "Các bảng và khung nhìn được mô tả trong schema_comment."),
    Wrong(
      "SELECT * FROM pg_tables", at: "pg_tables",
      "Tables and views are described in schema_comment.",
      vi: "Các bảng và khung nhìn được mô tả trong schema_comment."),
    Wrong(
      "EXPLAIN ANALYZE SELECT * FROM person", at: "ANALYZE",
      "EXPLAIN QUERY PLAN tells how a question is answered.",
      vi: "EXPLAIN QUERY PLAN cho biết câu hỏi được trả lời thế nào."),
    Wrong(
      "SET @day = '2019'", at: "SET",
      "Give values as parameters: :day.",
      vi: "Hãy đưa giá trị bằng tham số: :day."),
    Wrong(
      "DECLARE @day date = '2019-01-01'", at: "DECLARE",
      "Give values as parameters: :day.",
      vi: "Hãy đưa giá trị bằng tham số: :day."),
    Wrong(
      "SELECT @@version", at: "@",
      "Give values as parameters: :day.",
      vi: "Hãy đưa giá trị bằng tham số: :day."),
    Wrong(
      "EXEC heads_of 'fr-paris'", at: "EXEC",
      "There are no procedures, but questions can be kept.",
      vi: "Không có thủ tục, nhưng câu hỏi có thể được lưu."),
    Wrong(
      "CALL heads('fr-paris')", at: "CALL",
      "There are no procedures, but questions can be kept.",
      vi: "Không có thủ tục, nhưng câu hỏi có thể được lưu."),
    Wrong(
      "GO\nSELECT 1", at: "GO",
      "Leave out GO; statements end with ;",
      vi: "Hãy bỏ GO; câu lệnh kết thúc bằng ;"),
    Wrong(
      "SELECT key FROM person\nGO\nSELECT key FROM mission", at: "GO",
      "Leave out GO; statements end with ;",
      vi: "Hãy bỏ GO; câu lệnh kết thúc bằng ;"),
    Wrong(
      "SELECT key FROM mission WHERE receiver = ‘fr’", at: "‘fr’",
      "Curly quotes came in by a word processor. Write 'fr'.",
      vi: "Dấu nháy cong do trình soạn thảo chèn vào. Hãy viết 'fr'."),
    Wrong(
      "SELECT name FROM person WHERE name = “Đỗ Minh Hùng”", at: "“Đỗ",
      "Curly quotes came in by a word processor. Write 'Đỗ Minh Hùng'.",
      vi: "Dấu nháy cong do trình soạn thảo chèn vào. Hãy viết 'Đỗ Minh Hùng'."),
    Wrong(
      "SELECT key FROM mission WHERE seat = «Paris»", at: "«Paris»",
      "Curly quotes came in by a word processor. Write 'Paris'.",
      vi: "Dấu nháy cong do trình soạn thảo chèn vào. Hãy viết 'Paris'."),
    Wrong(
      "SELECT name FROM person WHERE name = 'O'Neill'", at: "Neill",
      "Double a quote within text: 'O''Neill'.",
      vi: "Dấu nháy trong văn bản phải viết đôi: 'O''Neill'."),
    Wrong(
      "SELECT key FROM mission WHERE seat = N'Huế'", at: "N",
      "Leave out the letter: 'Huế'.",
      vi: "Hãy bỏ chữ cái: 'Huế'."),
    Wrong(
      "SELECT key FROM mission WHERE seat = E'Paris'", at: "E",
      "Leave out the letter: 'Paris'.",
      vi: "Hãy bỏ chữ cái: 'Paris'."),
    Wrong(
      #"SELECT key FROM mission WHERE receiver = "france""#, at: #""france""#,
      "Text stands in single quotes: 'france'. Double quotes are for names of columns.",
      vi: "Văn bản đặt trong nháy đơn: 'france'. Nháy kép dành cho tên cột."),
    Wrong(
      "SELECT key FROM mission WHERE receiver = `france`", at: "`france`",
      "Text stands in single quotes: 'france'. Double quotes are for names of columns.",
      vi: "Văn bản đặt trong nháy đơn: 'france'. Nháy kép dành cho tên cột."),
    Wrong(
      "SELECT key FROM mission WHERE receiver = [france]", at: "[france]",
      "Text stands in single quotes: 'france'. Double quotes are for names of columns.",
      vi: "Văn bản đặt trong nháy đơn: 'france'. Nháy kép dành cho tên cột."),
  ]
}
