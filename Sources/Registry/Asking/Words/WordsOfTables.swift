extension ForeignWord {
  /// What a SELECT is from, and what is done with it.
  static let ofTables = [
    ForeignWord(
      "CROSS APPLY, LATERAL",
      .syntax { mistake, place in
        let isApplied = mistake.isWord(place - 1, "apply")
        let isLateral = mistake.isSymbol(place - 1, "(") && mistake.isWord(place - 2, "lateral")
        guard isApplied || isLateral else { return nil }
        return Sign.Hit(place: isApplied ? place - 1 : place - 2)
      },
      words: Sentence(
        "Put a subquery into the column list, or join by a key.",
        vi: "Đặt truy vấn con vào danh sách cột, hoặc nối bằng mã.")),
    ForeignWord(
      "MINUS",
      .syntax { mistake, place in
        let word = mistake.isWord(place, "minus") ? place : place - 1
        guard mistake.isWord(word, "minus"), !mistake.isName(word),
          mistake.isWord(word + 1, "select", "all", "values") || mistake.isSymbol(word + 1, "(")
        else { return nil }
        return Sign.Hit(place: word)
      },
      write: "EXCEPT"),
    ForeignWord(
      "FROM dual", .table("dual", "sysibm.sysdummy1"),
      words: Sentence("Leave out FROM dual.", vi: "Hãy bỏ FROM dual.")),
    ForeignWord(
      "= ANY (SELECT …), <> ALL (SELECT …)",
      .syntax { mistake, place in
        let isAll =
          mistake.isWord(place, "all") && mistake.isSymbol(place - 1, "=", "<", ">")
        let isAny =
          mistake.isSymbol(place - 1, "(") && mistake.isWord(place - 2, "any", "some")
          && mistake.isSymbol(place - 3, "=", "<", ">")
        guard isAll || isAny else { return nil }
        return Sign.Hit(place: isAll ? place : place - 2)
      },
      words: Sentence(
        "Write IN (SELECT …), and NOT IN (SELECT …) for <> ALL.",
        vi: "Hãy viết IN (SELECT …), và NOT IN (SELECT …) thay cho <> ALL.")),
    ForeignWord(
      "WITH (NOLOCK), FOR UPDATE",
      .syntax { mistake, place in
        let word = mistake.isWord(place, "with", "for") ? place : place - 1
        let isHint =
          mistake.isWord(word, "with") && mistake.isSymbol(word + 1, "(")
          && mistake.isWord(
            word + 2, "nolock", "readuncommitted", "updlock", "rowlock", "readpast", "index")
        let isLock =
          mistake.isWord(word, "for")
          && mistake.isWord(word + 1, "update", "share", "read", "xml", "json", "no", "key")
        return isHint || isLock ? Sign.Hit(place: word) : nil
      },
      words: Sentence(
        "Leave it out; a question only reads.", vi: "Hãy bỏ đi; câu hỏi chỉ đọc.")),
    ForeignWord(
      "SELECT … INTO x",
      .syntax { mistake, place in
        guard mistake.isWord(place, "into"), !mistake.selects.chain(around: place).isEmpty else {
          return nil
        }
        return Sign.Hit()
      },
      words: Sentence(
        "Leave it out; a question only reads.", vi: "Hãy bỏ đi; câu hỏi chỉ đọc."),
      helped: .keepAnswer),
    ForeignWord(
      "x.key(+)",
      .syntax { mistake, place in
        mistake.isSymbol(place, "(") && mistake.isSymbol(place + 1, "+")
          && mistake.isSymbol(place + 2, ")") ? Sign.Hit() : nil
      },
      words: Sentence(
        "Write LEFT JOIN … ON …: LEFT JOIN posting AS p ON p.mission = m.key.",
        vi: "Hãy viết LEFT JOIN … ON …: LEFT JOIN posting AS p ON p.mission = m.key.")),
    ForeignWord(
      "* EXCEPT (x), * EXCLUDE (x)",
      .syntax { mistake, place in
        let word = mistake.isWord(place, "exclude", "replace", "rename") ? place : place - 1
        let isMeant =
          mistake.isWord(word, "except", "exclude", "replace", "rename")
          && mistake.isSymbol(word - 1, "*")
          && (mistake.isSymbol(word + 1, "(") || mistake.isOperand(word + 1))
        return isMeant ? Sign.Hit(place: word) : nil
      },
      words: Sentence("Name the columns you want.", vi: "Hãy liệt kê các cột cần lấy.")),
  ]
}
