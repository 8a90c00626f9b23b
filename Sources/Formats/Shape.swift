package import Files
package import SQLite

/// A column of a table that is to be written.
package struct ColumnShape: Sendable {
  /// The name that programs see.
  package let name: String
  /// The heading that people see; control characters in it are made visible.
  package let label: String
  package internal(set) var isNumber: Bool
  /// Whether a table looks at the first rows to know if the column holds numbers.
  let infersNumber: Bool
  package let isDate: Bool
  /// What a page prints instead of a value: the words for codes.
  var words: [String: String]
  package let audience: Audience

  /// Who reads a column: pages are tables and Markdown, programs read CSV and JSON.
  package enum Audience: Sendable {
    case everyone
    case programs
    case pages
  }

  /// - Parameter isNumber: `nil` where nobody knows before the rows come.
  package init(
    name: String, label: String? = nil, isNumber: Bool? = false, isDate: Bool = false,
    words: [String: String] = [:], audience: Audience = .everyone
  ) {
    self.name = name
    self.label = Cell.visible(label ?? name)
    self.isNumber = isNumber ?? false
    infersNumber = isNumber == nil
    self.isDate = isDate
    self.words = words
    self.audience = audience
  }
}

/// A table that is to be written: a part of a document.
package struct TableShape: Sendable {
  package var name: String
  package var title: String?
  package var columns: [ColumnShape]
  /// One row, a line for each column.
  package var isRecord: Bool
  /// Columns that a page leaves out.
  package var unprinted: Set<String>
  /// Columns that a terminal does without where it is too narrow for all, the least needed first.
  package var leastNeeded: [String]
  /// The only columns that are shown, in their order, whoever reads; `nil` where nobody chose.
  package var chosen: [String]?
  package var whenEmpty: String?
  /// Whether paper has columns without anything too, for somebody asked for them.
  package var keepsEmpty = false

  package init(
    name: String, title: String? = nil, columns: [ColumnShape], isRecord: Bool = false,
    unprinted: Set<String> = [], leastNeeded: [String] = [],
    chosen: [String]? = nil, whenEmpty: String? = nil
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.isRecord = isRecord
    self.unprinted = unprinted
    self.leastNeeded = leastNeeded
    self.chosen = chosen
    self.whenEmpty = whenEmpty
  }

  /// The columns of a page, by their places in the row.
  var printed: [Int] {
    if let chosenPlaces { return chosenPlaces }
    return columns.indices.filter {
      columns[$0].audience != .programs && !unprinted.contains(columns[$0].name)
    }
  }

  /// The columns for programs, by their places in the row.
  var programmed: [Int] {
    chosenPlaces ?? columns.indices.filter { columns[$0].audience != .pages }
  }

  private var chosenPlaces: [Int]? {
    chosen.map { names in
      names.compactMap { name in columns.firstIndex { $0.name == name } }
    }
  }
}

enum ColumnNames {
  /// The names, each another one: the second `key` is `key_2`, or the next number that no column is
  /// called by.
  ///
  /// - Parameter reserved: names that are taken already.
  static func distinct(_ names: [String], beside reserved: Set<String> = []) -> [String] {
    let all = Set(names)
    var taken = reserved
    var numbers: [String: Int] = [:]
    return names.map { name in
      if taken.insert(name).inserted { return name }
      var number = numbers[name] ?? 1
      var numbered = name
      repeat {
        number += 1
        numbered = "\(name)_\(number)"
      } while all.contains(numbered) || !taken.insert(numbered).inserted
      numbers[name] = number
      return numbered
    }
  }
}

/// What stands over the tables.
package struct Heading: Sendable {
  package var name: String
  package var title: String?
  package var lines: [String]
  /// Lines of which every character keeps its place, below the others: a picture, or what is to be
  /// copied.
  package var drawing: [String]
  package var facts: [(name: String, value: Value)]
  /// Whether programs get one object with the tables by name, not the only table itself.
  package var isComposite: Bool

  package init(
    name: String, title: String? = nil, lines: [String] = [], drawing: [String] = [],
    facts: [(name: String, value: Value)] = [], isComposite: Bool = false
  ) {
    self.name = name
    self.title = title
    self.lines = lines
    self.drawing = drawing
    self.facts = facts
    self.isComposite = isComposite
  }
}

/// How values look, and what stands around them.
package struct WritingStyle: Sendable {
  /// Puts a stored date into the reader's form.
  package var date: @Sendable (String) -> String
  /// What stands for NULL.
  package var null: String
  /// The width of the terminal; `nil` where there is none, and nothing is wrapped.
  package var width: Int?
  /// Whether the names of the columns stand over them.
  package var hasHeader = true
  /// Whether heads are in bold type.
  package var isBold = false
  /// What is said of columns that are left out for want of room, by their headings.
  package var leftOut: @Sendable ([String]) -> String = { $0.joined(separator: ", ") }
  /// Whether delimited fields are made for a spreadsheet that guesses.
  package var isForSpreadsheet = false
  /// Whether delimited text that a spreadsheet would take for a formula is made plain text.
  package var defusesFormulas = false
  /// The language of a page, as BCP 47 has it.
  package var language = "en"
  /// The first and the last day that a stored date can mean, `YYYY-MM-DD`; `nil` where it is none.
  package var days: @Sendable (String) -> (first: String?, last: String?)? = { _ in nil }
  /// Is told of how many columns a sheet has no room for the words.
  package var tellsNarrow: @Sendable (Int) -> Void = { _ in }
  /// The paper of a form; without one the page is one that no office signs.
  package var paper: Paper?
  /// What a workbook says by itself.
  package var workbook = WorkbookWords()
  /// The rows of a sheet, as every spreadsheet has them.
  var rowsOfSheet = 1_048_576

  package init(
    null: String = "", width: Int? = nil, date: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.null = null
    self.width = width
    self.date = date
  }
}

/// The forms in which rows can be written.
package enum Format: String, CaseIterable, Sendable {
  case table
  /// A line for each column, as `name = value`.
  case line
  case csv
  case tsv
  case json
  /// One JSON object a line.
  case ndjson
  case markdown
  case html
  case xlsx
  case docx

  /// Whether it is text that anybody can read.
  package var isText: Bool { self != .xlsx && self != .docx }

  /// Whether it has the form of a sheet of paper.
  package var isPaper: Bool { self == .html || self == .docx }

  /// The form that a file's ending asks for, whatever its case; `nil` where it asks for none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt": self = .table
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    case "docx": self = .docx
    default: return nil
    }
  }
}

/// Writes a document: a heading, then tables, row by row.
package protocol DocumentWriter {
  mutating func begin(_ heading: Heading)
  mutating func beginTable(_ table: TableShape)
  mutating func write(_ row: borrowing Row)
  mutating func endTable()
  mutating func end()
}

extension Format {
  package func writer(to sink: ByteSink, style: WritingStyle) -> any DocumentWriter {
    switch self {
    case .table: TableWriter(sink, style)
    case .line: LineWriter(sink, style)
    case .csv: DelimitedWriter(sink, style)
    case .tsv: DelimitedWriter(sink, separator: UInt8(ascii: "\t"), style)
    case .json: JSONWriter(sink, isLines: false)
    case .ndjson: JSONWriter(sink, isLines: true)
    case .markdown: MarkdownWriter(sink, style)
    case .html: PaperWriter(HTMLSetter(sink, style), style)
    case .xlsx: XLSXWriter(sink, style)
    case .docx: PaperWriter(DOCXSetter(sink, style), style)
    }
  }
}
