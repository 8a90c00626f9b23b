import Registry
import SQLite

/// How columns of a kind of record are shown, of a row `t` of its table.
struct Shown {
  private let kind: RecordKind
  private let phrases: Phrases

  init(_ kind: RecordKind, _ phrases: Phrases) {
    self.kind = kind
    self.phrases = phrases
  }

  /// A column of a report, with the expression for it.
  typealias Part = (column: ReportColumn, sql: SQL)

  /// What a list has under this name: something that only lists show, a field, or an extra.
  func column(_ name: String) -> Part {
    let extras = kind.extras.filter { $0.name == name }
    if let extra = extras.first(where: { $0.place == nil }) { return part(extra) }
    if let field = kind.field(name) { return part(field) }
    return extras.first.map { part($0) } ?? (.text(name, kind.label(of: name)), "t.\(name: name)")
  }

  /// What a card has: the key, and each field with what stands behind it.
  var card: [Part] {
    var parts: [Part] = [column("key")]
    for field in kind.fields {
      if case .never = field.shown {} else { parts.append(part(field)) }
      parts += kind.extras.filter { $0.place == field.column }.map { part($0) }
    }
    return parts
  }

  private func part(_ extra: RecordKind.Extra) -> Part {
    let label = extra.label ?? kind.label(of: extra.name)
    let column: ReportColumn =
      switch extra.form {
      case .text: .text(extra.name, label)
      case .number: .number(extra.name, label)
      case .date: .date(extra.name, label)
      case .code: .machine(extra.name)
      }
    return (column, extra.sql(phrases))
  }

  private func part(_ field: Field) -> Part {
    let column: ReportColumn =
      switch field.rule {
      case .date: .date(field.column, field.label)
      case .number: .number(field.column, field.label)
      case .line, .note, .time, .flag, .choice, .reference, .citedColumn:
        .text(field.column, field.label)
      }
    return (column, sql(of: field))
  }

  private func sql(of field: Field) -> SQL {
    let plain = SQL(name: field.column, of: "t")
    switch (field.shown, field.rule) {
    case (.expression(let expression), _): return expression(phrases)
    case (.coded, _), (.plain, .choice):
      return phrases.label("\(kind.table).\(field.column)", of: plain)
    case (.byName, .reference(let other)):
      return
        "(SELECT \(raw: name(of: other.kind)) FROM \(name: other.kind.table) AS x WHERE x.key = \(raw: plain))"
    case (.byName, _), (.plain, _), (.never, _): return plain
    }
  }

  private func name(of kind: RecordKind) -> SQL {
    if kind.nameColumns.contains("name_vi") { return phrases.name(of: "x") }
    let columns = kind.nameColumns + ["key"]
    return "coalesce(\(raw: columns.map { SQL(name: $0, of: "x") }.joined(separator: ", ")), NULL)"
  }
}
