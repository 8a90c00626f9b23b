/// What SQLite complains of in a statement, as it says it.
struct Complaint: Sendable {
  enum Kind: Sendable {
    /// A word that cannot stand where it does.
    case syntax
    case incomplete
    /// What is no word at all.
    case token
    case table, column, function, collation
    case ambiguous
    /// An aggregate, or a window function, where there can be none.
    case aggregate, window
    /// A window that nothing defines.
    case windowName
    /// Several values where one is wanted, or not as many as are compared with.
    case rowValue, rowLength
    case joinType
    case arguments
    /// A column of a table that is written.
    case columnWritten
    case other
  }

  let kind: Kind
  /// What it is about: `hed` of "no such column: hed".
  let name: String
  /// The last thing it speaks of, where it speaks of several.
  let lastPart: String
  let message: Sentence
  /// What helps, where that is the same whatever the statement is.
  let cure: Sentence?
  /// The word of SQL that it is about, in small letters.
  let mark: String?

  init(_ message: String) {
    for form in Self.forms {
      guard let parts = form.words.parts(of: message) else { continue }
      kind = form.kind
      name = parts.first ?? ""
      lastPart = parts.last ?? ""
      self.message = Sentence(
        "SQL: \(message).", vi: "SQL: \(form.words.told(parts.map(Self.cardinal))).")
      cure = form.cure
      mark = form.mark
      return
    }
    kind = .other
    name = ""
    lastPart = ""
    self.message = Sentence("SQL: \(message).", vi: "SQL: SQLite báo \"\(message)\".")
    cure = nil
    mark = nil
  }

  /// `1` for `1st`: Vietnamese has no such endings.
  private static func cardinal(_ part: String) -> String {
    let digits = part.prefix { $0.isNumber }
    let ending = part.dropFirst(digits.count)
    return !digits.isEmpty && ["st", "nd", "rd", "th"].contains(ending) ? String(digits) : part
  }

  private struct Form: Sendable {
    let kind: Kind
    let words: SentenceForm
    let cure: Sentence?
    let mark: String?

    init(
      _ kind: Kind, _ words: SentenceForm, _ cure: Sentence? = nil, mark: String? = nil
    ) {
      self.kind = kind
      self.words = words
      self.cure = cure
      self.mark = mark
    }
  }

  // The longer forms first, where one begins as another.
  private static let forms = names + places + counts + limits

  private static let names: [Form] = [
    Form(
      .syntax, SentenceForm("near \"", "\": syntax error", vi: "lỗi cú pháp gần \"", "\"")),
    Form(.incomplete, SentenceForm("incomplete input", vi: "câu lệnh chưa hết")),
    Form(
      .token, SentenceForm("unrecognized token: \"", "\"", vi: "không hiểu ký hiệu \"", "\"")),
    Form(
      .table, SentenceForm("no such table: ", "", vi: "không có bảng hay khung nhìn ", "")),
    // From SQLite 3.47 on.
    Form(
      .column,
      SentenceForm(
        "no such column: \"", "\" - should this be a string literal in single-quotes?",
        vi: "không có cột ", "")),
    Form(.column, SentenceForm("no such column: ", "", vi: "không có cột ", "")),
    Form(.function, SentenceForm("no such function: ", "", vi: "không có hàm ", "")),
    // A function of a newer SQLite, or one that reaches out of the registry.
    Form(
      .function,
      SentenceForm(
        "not authorized to use function: ", "", vi: "trong câu hỏi không dùng được hàm ", ""),
      Sentence(
        "A question takes functions that only reckon with what they are given.",
        vi: "Câu hỏi chỉ dùng được các hàm tính trên giá trị đưa vào.")),
    Form(
      .collation,
      SentenceForm("no such collation sequence: ", "", vi: "không có trật tự sắp xếp ", "")),
    Form(
      .ambiguous,
      SentenceForm("ambiguous column name: ", "", vi: "nhiều bảng cùng có cột ", "")),
    Form(
      .arguments,
      SentenceForm(
        "wrong number of arguments to function ", "()", vi: "sai số đối số của hàm ", "()")),
    Form(
      .other,
      SentenceForm(
        "too many arguments on ", "() - max ", "", vi: "hàm ", "() nhận nhiều nhất ", " đối số")),
    Form(.other, SentenceForm("'", "' is not a function", vi: "'", "' không phải là hàm")),
    Form(.other, SentenceForm("circular reference: ", "", vi: "", " tự gọi lại chính nó")),
  ]

  private static let places: [Form] = [
    Form(
      .aggregate,
      SentenceForm(
        "misuse of aggregate function ", "()", vi: "hàm gộp ", "() không đứng được ở đây")),
    Form(
      .aggregate,
      SentenceForm("misuse of aggregate: ", "()", vi: "hàm gộp ", "() không đứng được ở đây")),
    Form(
      .aggregate,
      SentenceForm(
        "misuse of aliased aggregate ", "", vi: "hàm gộp ", " không đứng được ở đây")),
    Form(
      .other,
      SentenceForm(
        "aggregate functions are not allowed in the GROUP BY clause",
        vi: "GROUP BY không nhận hàm gộp"),
      Sentence(
        "GROUP BY takes what the groups are made by; a condition on a count goes into HAVING.",
        vi: "GROUP BY nhận cột để chia nhóm; điều kiện về số đếm đặt ở HAVING."), mark: "group"),
    Form(
      .window,
      SentenceForm(
        "misuse of window function ", "()", vi: "hàm cửa sổ ", "() không đứng được ở đây")),
    Form(
      .window,
      SentenceForm(
        "misuse of aliased window function ", "", vi: "hàm cửa sổ ", " không đứng được ở đây")),
    Form(.windowName, SentenceForm("no such window: ", "", vi: "không có cửa sổ ", "")),
    Form(
      .other,
      SentenceForm(
        "", " may not be used as a window function", vi: "", " không dùng với OVER được"),
      Sentence("Leave out OVER (…).", vi: "Hãy bỏ OVER (…).")),
    Form(
      .other,
      SentenceForm(
        "HAVING clause on a non-aggregate query", vi: "HAVING trong câu hỏi không chia nhóm"),
      groups, mark: "having"),
    // Before SQLite 3.39.
    Form(
      .other,
      SentenceForm(
        "a GROUP BY clause is required before HAVING", vi: "trước HAVING phải có GROUP BY"),
      groups, mark: "having"),
    Form(
      .other,
      SentenceForm(
        "ORDER BY clause should come after ", " not before",
        vi: "ORDER BY phải đứng sau ", ", không phải trước"),
      lastOfAll),
    Form(
      .other,
      SentenceForm(
        "LIMIT clause should come after ", " not before",
        vi: "LIMIT phải đứng sau ", ", không phải trước"),
      lastOfAll),
    Form(
      .other,
      SentenceForm("no tables specified", vi: "chưa nêu bảng nào"),
      Sentence("Write FROM and a table behind it.", vi: "Hãy viết FROM và một bảng ở sau.")),
    Form(
      .other,
      SentenceForm(
        "a NATURAL join may not have an ON or USING clause",
        vi: "NATURAL JOIN không đi cùng ON hay USING"),
      Sentence("Leave out NATURAL.", vi: "Hãy bỏ NATURAL."), mark: "natural"),
    Form(
      .other,
      SentenceForm("a JOIN clause is required before ON", vi: "trước ON phải có JOIN"),
      Sentence(
        "ON stands behind JOIN; a condition without one goes into WHERE.",
        vi: "ON đứng sau JOIN; không có JOIN thì đặt điều kiện ở WHERE."), mark: "on"),
    Form(
      .other,
      SentenceForm(
        "cannot join using column ", " - column not present in both tables",
        vi: "không nối bằng cột ", " được: cột này phải có ở cả hai bảng"),
      Sentence(
        "Say which columns are equal: JOIN posting AS p ON p.mission = m.key.",
        vi: "Hãy nêu hai cột bằng nhau: JOIN posting AS p ON p.mission = m.key."), mark: "using"),
    Form(.joinType, SentenceForm("unknown join type: ", "", vi: "không có kiểu nối ", "")),
    Form(
      .other,
      SentenceForm(
        "FILTER may not be used with non-aggregate ", "()",
        vi: "FILTER chỉ đi cùng hàm gộp, không cùng ", "()")),
    Form(
      .other,
      SentenceForm(
        "unable to use function ", " in the requested context",
        vi: "không dùng được hàm ", " ở đây")),
  ]

  private static let groups = Sentence(
    "HAVING picks groups. For rows write WHERE; for groups put GROUP BY before HAVING.",
    vi:
      "HAVING chọn nhóm. Muốn chọn dòng, hãy viết WHERE; muốn chọn nhóm, đặt GROUP BY trước HAVING."
  )

  private static let lastOfAll = Sentence(
    "ORDER BY and LIMIT stand once, behind the last SELECT.",
    vi: "ORDER BY và LIMIT chỉ viết một lần, sau SELECT cuối cùng.")

  private static let counts: [Form] = [
    Form(
      .columnWritten,
      SentenceForm("table ", " has no column named ", "", vi: "bảng ", " không có cột ", "")),
    Form(
      .rowValue,
      SentenceForm("row value misused", vi: "nhiều giá trị ở chỗ của một giá trị"),
      Sentence(
        "Several values stand behind IN: mission IN ('fr-paris', 'gb-london').",
        vi: "Nhiều giá trị thì viết sau IN: mission IN ('fr-paris', 'gb-london').")),
    Form(
      .rowLength,
      SentenceForm(
        "IN(...) element has ", " terms - expected ", "",
        vi: "một phần tử của IN có ", " giá trị, trong khi cần ", "")),
    Form(
      .rowLength,
      SentenceForm(
        "IN(...) element has ", " term - expected ", "",
        vi: "một phần tử của IN có ", " giá trị, trong khi cần ", "")),
    Form(
      .other,
      SentenceForm(
        "sub-select returns ", " columns - expected ", "",
        vi: "truy vấn con trả về ", " cột, trong khi cần ", ""),
      Sentence(
        "Name only what is compared in the inner SELECT.",
        vi: "Trong SELECT bên trong, chỉ nêu cột cần so sánh.")),
    Form(
      .other,
      SentenceForm(
        "SELECTs to the left and right of ",
        " do not have the same number of result columns",
        vi: "các SELECT hai bên ", " không cùng số cột"),
      Sentence(
        "Name as many columns in each SELECT; NULL fills a place.",
        vi: "Mỗi SELECT phải nêu cùng số cột; chỗ trống thì viết NULL.")),
    Form(
      .other,
      SentenceForm(
        "", " ORDER BY term out of range - should be between ", " and ", "",
        vi: "mục ", " của ORDER BY phải là số từ ", " đến ", ""),
      numbers, mark: "order"),
    Form(
      .other,
      SentenceForm(
        "", " GROUP BY term out of range - should be between ", " and ", "",
        vi: "mục ", " của GROUP BY phải là số từ ", " đến ", ""),
      numbers, mark: "group"),
    Form(
      .other,
      SentenceForm(
        "", " ORDER BY term does not match any column in the result set",
        vi: "mục ", " của ORDER BY không phải cột nào trong kết quả"),
      Sentence(
        "What UNION gives is sorted by a column of its first SELECT, by name or by number.",
        vi: "Kết quả của UNION được sắp theo một cột của SELECT đầu tiên, bằng tên hoặc số."),
      mark: "order"),
    Form(
      .other,
      SentenceForm(
        "all VALUES must have the same number of terms", vi: "các dòng VALUES không cùng số mục")),
    Form(
      .other,
      SentenceForm("", " values for ", " columns", vi: "có ", " giá trị cho ", " cột")),
    Form(
      .other,
      SentenceForm(
        "table ", " has ", " columns but ", " values were supplied",
        vi: "bảng ", " có ", " cột nhưng câu lệnh đưa ", " giá trị")),
    Form(
      .other,
      SentenceForm(
        "DISTINCT aggregates must have exactly one argument",
        vi: "hàm gộp với DISTINCT nhận đúng một đối số"),
      Sentence(
        "Join the columns: count(DISTINCT mission || ' ' || person).",
        vi: "Hãy nối các cột: count(DISTINCT mission || ' ' || person).")),
  ]

  private static let numbers = Sentence(
    "A bare number there counts the columns of the SELECT.",
    vi: "Số đứng riêng ở đó là số thứ tự cột trong SELECT.")

  private static let limits: [Form] = [
    Form(
      .other, SentenceForm("datatype mismatch", vi: "sai kiểu dữ liệu"),
      Sentence("LIMIT and OFFSET take whole numbers.", vi: "LIMIT và OFFSET cần số nguyên."),
      mark: "limit"),
    Form(.other, SentenceForm("integer overflow", vi: "số nguyên quá lớn")),
    Form(.other, SentenceForm("malformed JSON", vi: "không phải là JSON")),
    Form(.other, SentenceForm("JSON path error near '", "'", vi: "đường dẫn JSON sai ở '", "'")),
    Form(.other, SentenceForm("bad JSON path: ", "", vi: "đường dẫn JSON sai: ", "")),
    Form(
      .other,
      SentenceForm("LIKE or GLOB pattern too complex", vi: "mẫu của LIKE hay GLOB quá dài")),
    Form(
      .other,
      SentenceForm(
        "ESCAPE expression must be a single character", vi: "ESCAPE cần đúng một ký tự")),
    Form(
      .other,
      SentenceForm(
        "Expression tree is too large (maximum depth ", ")",
        vi: "biểu thức lồng quá sâu (nhiều nhất ", " tầng)")),
    Form(
      .other,
      SentenceForm("too many terms in compound SELECT", vi: "quá nhiều SELECT nối bằng UNION")),
    Form(.other, SentenceForm("too many SQL variables", vi: "quá nhiều tham số")),
    Form(
      .other, SentenceForm("too many columns in result set", vi: "kết quả có quá nhiều cột")),
    Form(.other, SentenceForm("SQL holds a NUL byte", vi: "câu lệnh có byte NUL")),
  ]
}
