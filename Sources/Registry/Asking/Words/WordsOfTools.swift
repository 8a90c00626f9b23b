import Schema

extension ForeignWord {
  /// Statements that speak to a server or to another tool.
  static let ofTools = [
    ForeignWord(
      "USE, SHOW DATABASES", .first("use"),
      .syntax { mistake, place in
        place == 0 && mistake.isWord(0, "show") && mistake.isWord(1, "databases", "schemas")
          ? Sign.Hit() : nil
      },
      words: Sentence(
        "There is one registry, and nothing to choose.", vi: "Chỉ có một sổ, không cần chọn."),
      helped: .askAnother),
    ForeignWord(
      "DESCRIBE person, DESC person, SHOW COLUMNS", .first("describe", "desc"),
      .syntax { mistake, place in
        let isShown =
          place == 0 && mistake.isWord(0, "show")
          && mistake.isWord(1, "columns", "fields", "create", "index", "indexes")
        let isExplained = place == 1 && mistake.isWord(0, "explain") && mistake.isOperand(1)
        guard isShown || isExplained, let last = mistake.tokens.last, last.isName else {
          return nil
        }
        return Sign.Hit(place: 0, given: last.text.lowercased())
      },
      words: Sentence(
        "The columns of person stand in pragma_table_info('person').",
        vi: "Các cột của person nằm trong pragma_table_info('person')."),
      codes: ["pragma_table_info('person')"], example: "person",
      helped: .describe(table: "person")),
    ForeignWord(
      "SHOW TABLES, \\d, .tables, information_schema", .first("show"),
      .table(
        "information_schema", "pg_catalog", "pg_tables", "pg_class", "sys", "sysobjects",
        "all_tables", "user_tables", "dba_tables", "all_tab_columns", "user_tab_columns"),
      .token { mistake, place in place == 0 && mistake.isSymbol(0, "\\") },
      .syntax { mistake, place in
        place == 0 && mistake.isSymbol(0, ".")
          && mistake.isWord(1, "tables", "schema", "indexes", "fullschema") ? Sign.Hit() : nil
      },
      words: Sentence(
        "Tables and views are described in schema_comment.",
        vi: "Các bảng và khung nhìn được mô tả trong schema_comment."),
      codes: ["schema_comment"], helped: .listTables),
    ForeignWord(
      "EXPLAIN ANALYZE",
      .syntax { mistake, place in
        mistake.isWord(place - 1, "analyze", "analyse") && place <= 2
          && mistake.isWord(0, "explain", "analyze") ? Sign.Hit(place: place - 1) : nil
      },
      words: Sentence(
        "EXPLAIN QUERY PLAN tells how a question is answered.",
        vi: "EXPLAIN QUERY PLAN cho biết câu hỏi được trả lời thế nào."),
      helped: .explain),
    ForeignWord(
      "SET, DECLARE, @x, @@version", .first("set", "declare"),
      .token { mistake, place in
        mistake.begins(place, with: "@@")
      },
      words: Sentence(
        "Give values as parameters: :day.", vi: "Hãy đưa giá trị bằng tham số: :day."),
      codes: [":day"], helped: .giveParameter("day")),
    ForeignWord(
      "EXEC, CALL", .first("exec", "execute", "call", "do"),
      words: Sentence(
        "There are no procedures, but questions can be kept.",
        vi: "Không có thủ tục, nhưng câu hỏi có thể được lưu."),
      helped: .listKept),
    ForeignWord(
      "GO", .first("go"),
      .syntax { mistake, place in
        // Alone on its line it would be taken for a name.
        guard mistake.isWord(place - 1, "go"), !mistake.isWord(place - 2, "as"),
          mistake.isWord(place, "select", "with")
        else { return nil }
        return Sign.Hit(place: place - 1)
      },
      words: Sentence(
        "Leave out GO; statements end with ;", vi: "Hãy bỏ GO; câu lệnh kết thúc bằng ;")),
  ]

  /// Quotes, and letters before them.
  static let ofQuotes = [
    ForeignWord(
      "‘france’, “france”", .other(curlyQuotes),
      words: Sentence(
        "Curly quotes came in by a word processor. Write 'france'.",
        vi: "Dấu nháy cong do trình soạn thảo chèn vào. Hãy viết 'france'."),
      codes: ["'france'"], example: "france"),
    ForeignWord(
      "'O'Neill'",
      .syntax { mistake, place in
        mistake.kind(place - 1) == .text && mistake.touchesNext(place - 1)
          && mistake.isOperand(place) && mistake.kind(place) != .text
          && !mistake.isSymbol(place, ")") ? Sign.Hit() : nil
      },
      words: Sentence(
        "Double a quote within text: 'O''Neill'.",
        vi: "Dấu nháy trong văn bản phải viết đôi: 'O''Neill'."),
      codes: ["'O''Neill'"]),
    ForeignWord(
      "N'france', E'france'",
      .syntax { mistake, place in
        guard mistake.kind(place) == .text, mistake.touchesNext(place - 1),
          mistake.isWord(place - 1, "n", "e", "b", "u", "r", "q")
        else { return nil }
        return Sign.Hit(place: place - 1, given: mistake.written(place, through: place))
      },
      words: Sentence("Leave out the letter: 'france'.", vi: "Hãy bỏ chữ cái: 'france'."),
      codes: ["'france'"], example: "'france'"),
    ForeignWord(
      "\"france\", `france`, [france]",
      .other { mistake in
        guard mistake.complaint.kind == .column, let place = mistake.place,
          mistake.kind(place) == .quotedName, !mistake.isSymbol(place + 1, ".")
        else { return nil }
        let text = mistake.tokens[place].text
        return Sign.Hit(
          given: text.split(separator: "'", omittingEmptySubsequences: false).joined(
            separator: "''"))
      },
      words: Sentence(
        "Text stands in single quotes: 'france'. Double quotes are for names of columns.",
        vi: "Văn bản đặt trong nháy đơn: 'france'. Nháy kép dành cho tên cột."),
      codes: ["'france'"], example: "france"),
  ]

  private static let openingQuotes = "‘“«„‚′´`‹"
  private static let closingQuotes = "’”»“′´‘›"

  /// A text between quotes that are letters to SQLite.
  private static let curlyQuotes: @Sendable (Mistake) -> Sign.Hit? = { mistake in
    guard let place = mistake.place, mistake.kind(place) == .word else { return nil }
    func begins(_ index: Int) -> Bool {
      mistake.word(index)?.first.map(openingQuotes.contains) ?? false
    }
    let first = [place, place - 1].first(where: begins)
    guard let first else { return nil }
    let last = (first..<mistake.tokens.count).first { index in
      mistake.word(index)?.last.map(closingQuotes.contains) ?? false
        && (index > first || mistake.tokens[index].text.count > 1)
    }
    let inside = mistake.written(first, through: last ?? first).dropFirst()
    return Sign.Hit(
      place: first, given: last == nil ? String(inside) : String(inside.dropLast()))
  }
}
