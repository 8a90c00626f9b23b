package import Registry
package import SQLite

/// One column of a report.
package struct ReportColumn: Sendable {
  /// Who reads a column.
  ///
  /// Programs want keys, codes and bare dates; people want marks.
  package enum Audience: Sendable {
    case everyone
    case programs
    case pages
  }

  package enum Kind: Sendable {
    case text
    case number
    /// A partial date, perhaps with words behind it; people read it in their language's form.
    case date
    /// A code, for which people read these words.
    case code([String: String])
    /// What it turns out to be: of a statement that somebody wrote.
    case unknown
  }

  /// The name that programs see: the same in every language.
  package let name: String
  package let label: Sentence
  package let kind: Kind
  package let audience: Audience

  package init(
    _ name: String, _ label: Sentence? = nil, _ kind: Kind = .text,
    audience: Audience = .everyone
  ) {
    self.name = name
    self.label = label ?? Labels.of(name)
    self.kind = kind
    self.audience = audience
  }

  package static func text(_ name: String, _ label: Sentence? = nil) -> ReportColumn {
    ReportColumn(name, label)
  }
  package static func date(_ name: String, _ label: Sentence? = nil) -> ReportColumn {
    ReportColumn(name, label, .date)
  }
  package static func number(_ name: String, _ label: Sentence? = nil) -> ReportColumn {
    ReportColumn(name, label, .number)
  }
  package static func machine(_ name: String) -> ReportColumn {
    ReportColumn(name, nil, audience: .programs)
  }
  package static func page(_ name: String, _ kind: Kind = .text) -> ReportColumn {
    ReportColumn(name, nil, kind, audience: .pages)
  }
}

/// A part of a report: the statements of its rows, and how these are laid out.
package struct ReportSection: Sendable {
  package enum Layout: Sendable {
    case table
    /// One row, a line for each column.
    case record
  }

  /// The name of the part in JSON.
  package let name: String
  package var title: Sentence?
  package var layout: Layout = .table
  package let columns: [ReportColumn]
  /// A SELECT with exactly these columns.
  package var sql: SQL
  /// What one row is told of; `nil` where of none of these.
  var unit: RowUnit?
  /// More of them, whose rows follow.
  package var following: [SQL] = []
  /// Columns that a page leaves out of this part, where they would be empty.
  package var unprinted: Set<String> = []
  /// Columns that a terminal does without where it is too narrow for all, the least needed first.
  package var leastNeeded: [String] = []
  package var whenEmpty: Sentence?
  /// Whether paper has columns without anything too, for somebody asked for them.
  var keepsEmpty = false
  /// The only columns that somebody wants to see, in their order; `nil` where nobody chose.
  package private(set) var chosen: [String]?

  mutating func choose(_ names: [String]) {
    chosen = names.filter { name in columns.contains { $0.name == name } }
  }
}

/// A view of the registry with a heading.
///
/// Its rows come from SQL and are never held.
package struct Report: Sendable {
  package let name: String
  package var title: Sentence?
  /// What a reader must know before the rows: the day, the order, the counts.
  package var lines: [Sentence] = []
  /// What stands below them with every character in its place.
  package var drawing: [String] = []
  /// The same for programs.
  package var facts: [(name: String, value: Value)] = []
  package var sections: [ReportSection]
  /// Whether its rows depend on the day that is asked about, and its heading does not tell it.
  package var isOfDay = false
  /// What is told beside the rows: on a page among the lines above them.
  package var remark: Sentence?

  /// Keeps these columns of its tables, and the tables that have some of them.
  ///
  /// - Parameter given: names joined by commas.
  /// - Throws: where a name is that of no column.
  mutating func choose(_ given: String) throws(RegistryError) {
    var all: [String] = []
    for column in sections.flatMap(\.columns) where !all.contains(column.name) {
      all.append(column.name)
    }
    let names = try ReportParameter.columns.names(in: given, of: all)
    for place in sections.indices { sections[place].choose(names) }
    sections.removeAll { $0.chosen?.isEmpty ?? false }
  }
}
