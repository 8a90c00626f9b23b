import Foundation
import Testing

/// What is written is read again by readers that are none of ours.
@Suite struct RoundTripTests {
  private let program: Program

  init() throws { program = try Program(sample: false); try program.run("init") }

  private static let hasPython = Self.has("python3")
  private static let hasShell = Self.has("sqlite3")

  private static func has(_ tool: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
  }

  /// Every nasty value, by a name.
  private static let question = """
    SELECT * FROM (
      VALUES ('a', 1, 'plain', 0.1), ('b', NULL, '', NULL), ('c', 9223372036854775807, 'a,b', 1e300),
        ('d', -9223372036854775807 - 1, 'say "hi"', 5e-324), ('e', 0, 'two' || char(10) || 'lines', -0.0),
        ('f', 2, 'cr' || char(13, 10) || 'lf', 1.7976931348623157e308), ('g', 3, 'tab' || char(9) || '|', 2.5),
        ('h', 4, 'Đỗ Thị Hồng', 3.0), ('i', 5, 'Đo' || char(770, 771) || ' Thi' || char(803), 123456789.125),
        ('j', 6, '👩‍👩‍👧 🇻🇳 駐越大使館', 9e999), ('k', 7, '=cmd|x', -9e999), ('l', 8, '\\n \\ &lt; <b>', 1e-7),
        ('m', 9, char(34), 1e15), ('n', 10, ' blanks ', 1e16), ('o', 11, x'00ff10', 0.30000000000000004),
        ('p', 12, CAST(x'61ff62c3' AS TEXT), 100.0), ('q', 13, char(27) || '[31m' || char(8238), 1.0),
        ('r', 14, 'nul' || char(0) || 'l', 1.5), ('s', 15, '#' || char(39) || '%$', 1e21)
    ) AS t
    """

  /// The same rows by Python's own SQLite, as a Python list `rows`; texts as Python decodes them.
  private static let expected = """
    import base64, csv, html.parser, io, json, math, os, re, sqlite3, sys
    db = sqlite3.connect(':memory:')
    db.text_factory = bytes
    rows = [list(row) for row in db.execute(os.environ['QUESTION'])]
    def kind(value): return db.execute('SELECT typeof(?)', [value]).fetchone()[0]
    classes = [[b.decode() for b in row] for row in db.execute(
      'SELECT typeof(column1), typeof(column2), typeof(column3), typeof(column4) FROM ('
      + os.environ['QUESTION'] + ')')]
    def text(b): return b.decode('utf-8', 'replace')
    def cell(value, kind):
      if kind == 'null': return None
      if kind == 'blob': return base64.b64encode(value).decode()
      if kind == 'text': return text(value)
      return value
    rows = [[cell(v, k) for v, k in zip(row, kinds)] for row, kinds in zip(rows, classes)]
    raw = open(sys.argv[1], 'rb').read()
    def same(got, want):
      assert len(got) == len(want), (len(got), len(want))
      for g, w in zip(got, want):
        assert g == w, (g, w)
      print('same')

    """

  private func python(_ script: String, on file: URL) throws -> String {
    program.environment["QUESTION"] = Self.question
    let path = program.folder.appending(path: "check.py")
    try (Self.expected + script).write(to: path, atomically: true, encoding: .utf8)
    let answer = try program.shell("python3 check.py '\(file.path)'")
    return answer.out + answer.err
  }

  private func write(_ ending: String, _ options: String...) throws -> URL {
    let file = program.folder.appending(path: "rows.\(ending)")
    let answer = try program.run(["sql", Self.question, "-o", file.path] + options)
    try #require(answer.code == 0, "\(answer.err)")
    return file
  }

  // JSON has no infinity, and only these are lost.
  @Test(.enabled(if: hasPython, "python3 is not here"), arguments: ["json", "ndjson"])
  func `JSON`(ending: String) throws {
    let reading =
      ending == "json" ? "json.loads(raw)" : "[json.loads(l) for l in raw.split(b'\\n') if l]"
    let said = try python(
      """
      got = [list(o.values()) for o in \(reading)]
      want = [[None if isinstance(v, float) and math.isinf(v) else v for v in row] for row in rows]
      same(got, want)
      assert [[type(v) for v in r] for r in got] == [[type(v) for v in r] for r in want]
      """, on: try write(ending))
    #expect(said == "same\n")
  }

  @Test(
    .enabled(if: hasPython, "python3 is not here"),
    arguments: [("csv", ",", false), ("tsv", "\\t", false), ("csv", ",", true)])
  func `CSV and TSV`(ending: String, separator: String, excel: Bool) throws {
    let said = try python(
      """
      assert b'\\0' not in raw  # most readers take it for an end, or not at all
      rows = [[v.replace('\\0', '\u{2400}') if isinstance(v, str) else v for v in r] for r in rows]
      got = list(csv.reader(io.StringIO(raw.decode('utf-8-sig', 'replace'), newline=''), delimiter='\(separator)'))[1:]
      for g, w in zip(got, rows):
        if w[3] is not None: g[3] = float(g[3])
        if w[1] is not None: g[1] = int(g[1])
      def defused(v): return "'" + v if \(excel ? "True" : "False") and v[:1] in tuple('=+-@\\t\\r') and v else v
      want = [[defused(v) if isinstance(v, str) else '' if v is None else v for v in row] for row in rows]
      same(got, want)
      """, on: try excel ? write(ending, "--excel") : write(ending))
    #expect(said == "same\n")
  }

  @Test(
    .enabled(if: hasPython && hasShell, "python3 or the sqlite3 shell is not here"),
    arguments: [("csv", "csv"), ("tsv", "tabs")])
  func `the sqlite3 shell's import`(ending: String, mode: String) throws {
    let file = try write(ending)
    // The shell reads C strings: a NUL ends one.
    let imported = try program.shell(
      """
      sqlite3 read.db '.mode \(mode)' '.import "\(file.path)" t' \\
        'CREATE VIEW v AS SELECT CAST(column1 AS BLOB) AS a, column2 AS b, CAST(column3 AS BLOB) AS c, column4 AS d FROM t'
      """)
    #expect(imported.code == 0 && imported.err.isEmpty, "\(imported.err)")
    let said = try python(
      """
      read = sqlite3.connect('read.db')
      read.text_factory = text
      got = [[text(a), b, text(c), d] for a, b, c, d in read.execute('SELECT * FROM v')]
      for g, w in zip(got, rows):
        if w[3] is not None: g[3] = float(g[3])
        if w[1] is not None: g[1] = int(g[1])
      want = [['' if v is None else v for v in row] for row in rows]
      same([g for g in got if g[0] != 'r'], [w for w in want if w[0] != 'r'])
      """, on: file)
    #expect(said == "same\n")
  }

  @Test(.enabled(if: hasPython, "python3 is not here"))
  func `HTML and Markdown keep their cells apart`() throws {
    let markdown = try python(
      """
      lines = raw.decode().split('\\n')[:-1]
      assert all(len(re.findall(r'(?<!\\\\)(?:\\\\\\\\)*\\|', l)) == 5 for l in lines), lines
      assert len(lines) == len(rows) + 2
      print('same')
      """, on: try write("md"))
    #expect(markdown == "same\n")
    let html = try python(
      """
      class Reader(html.parser.HTMLParser):
        rows, cell = [], None
        def handle_starttag(self, tag, attrs):
          if tag == 'tr': self.rows.append([])
          if tag == 'td': self.cell = ''
        def handle_data(self, data):
          if self.cell is not None: self.cell += data
        def handle_endtag(self, tag):
          if tag == 'td': self.rows[-1].append(self.cell); self.cell = None
      reader = Reader(convert_charrefs=True)
      reader.feed(raw.decode())
      got = [[r[0], r[2]] for r in reader.rows if r]
      plain = 'abcdeghijklmns'
      want = [[r[0], 'NULL' if r[2] is None else r[2]] for r in rows]
      same([g for g in got if g[0] in plain.replace('g', '')], [w for w in want if w[0] in plain.replace('g', '')])
      """, on: try write("html"))
    #expect(html == "same\n")
  }

  // What a double does not hold is text; what XML does not hold is made visible.
  @Test(.enabled(if: WorkbookStories.hasOpenpyxl, WorkbookStories.missing))
  func `a workbook`() throws {
    program.environment["PYTHONPATH"] = WorkbookStories.packages
    let said = try python(
      """
      import openpyxl
      def seen(s):
        return ''.join(
          c if c == '\\n' or ord(c) >= 32 and ord(c) != 0x202e else
          '<U+202E>' if ord(c) == 0x202e else chr(0x2400 + ord(c)) for c in s)
      def cell(v):
        if isinstance(v, float) and math.isinf(v): return '-Inf' if v < 0 else 'Inf'
        if isinstance(v, int) and abs(v) > 2 ** 53: return str(v)
        return seen(v) if isinstance(v, str) else v
      sheet = openpyxl.load_workbook(sys.argv[1]).active
      got = [[c.value for c in row] for row in sheet.iter_rows(min_row=2)]
      want = [[cell(v) for v in row] for row in rows]
      same([['' if v is None else v for v in row] for row in got],
        [['' if v is None else v for v in row] for row in want])
      """, on: try write("xlsx"))
    #expect(said == "same\n")
  }

  @Test(arguments: ["csv", "tsv", "json", "ndjson", "markdown", "html", "line", "table", "xlsx"])
  func `many rows take the memory of few`(format: String) throws {
    // Kilobytes on Linux, bytes on macOS.
    func peak(_ rows: Int) throws -> Int {
      let question = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
        SELECT i, i * 2, 'Đại sứ đặc mệnh toàn quyền', i / 3.0, 'x' || i, NULL FROM n
        """
      return try program.peakMemory("sql", question, "--format", format, "-o", "/dev/null")
    }
    let few = try peak(1000)
    let many = try peak(100_000)
    #expect(many - few < 3 << 20, "\(few) and \(many) bytes")
  }
}
