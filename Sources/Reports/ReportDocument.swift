package import Formats
package import Registry
import SQLite

// A report as a document: what a writer is told, and its rows, which are never held.

extension Report {
  package func heading(in language: Language, from registry: Registry) -> Heading {
    Heading(
      name: name,
      title: title?[language],
      lines: (registry.clocks.lines(isOfDay: isOfDay) + lines + [remark].compactMap { $0 })
        .map { $0[language] },
      drawing: drawing,
      facts: facts,
      isComposite: sections.count > 1 || !facts.isEmpty)
  }

  /// Writes the whole.
  package func write(
    to writer: inout any DocumentWriter, from registry: Registry, in language: Language
  ) throws(RegistryError) {
    writer.begin(heading(in: language, from: registry))
    for section in sections { _ = try section.write(to: &writer, from: registry, in: language) }
    writer.end()
  }
}

extension ReportSection {
  /// - Parameter progress: how many of its statements are done, and how many there are.
  /// - Returns: how many rows it has.
  package func write(
    to writer: inout any DocumentWriter, from registry: Registry, in language: Language,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(RegistryError) -> Int {
    var count = 0
    for (place, sql) in ([sql] + following).enumerated() {
      if place > 0 { progress(place, following.count + 1) }
      var statement = try registry.statement(sql)
      // A statement that does not fit is found out before anything is written.
      if place == 0 { writer.beginTable(table(in: language)) }
      do {
        while try statement.step() {
          writer.write(statement.row)
          count += 1
        }
      } catch { throw registry.refusal(for: error) }
    }
    writer.endTable()
    return count
  }

  private func table(in language: Language) -> TableShape {
    var shape = TableShape(
      name: name,
      title: title?[language],
      columns: columns.map { $0.shape(in: language) },
      isRecord: layout == .record,
      unprinted: unprinted,
      leastNeeded: chosen == nil ? leastNeeded : [],
      chosen: chosen,
      whenEmpty: whenEmpty?[language])
    shape.keepsEmpty = keepsEmpty
    return shape
  }
}

extension KeptQueryPage {
  package func heading(in language: Language, from registry: Registry) -> Heading {
    Heading(
      name: name, title: title[language],
      lines: registry.clocks.lines(isOfDay: true).map { $0[language] })
  }

  package func table(in language: Language) -> TableShape {
    TableShape(
      name: "rows", columns: columns.map { $0.shape(in: language) },
      whenEmpty: Sentence("Nothing is found.", vi: "Không tìm thấy.")[language])
  }
}

extension ReportColumn {
  fileprivate func shape(in language: Language) -> ColumnShape {
    var isNumber: Bool? = false
    var isDate = false
    var words: [String: String] = [:]
    switch kind {
    case .text: break
    case .number: isNumber = true
    case .date: isDate = true
    case .code(let ofCodes): words = ofCodes
    case .unknown: isNumber = nil
    }
    return ColumnShape(
      name: name, label: label[language], isNumber: isNumber, isDate: isDate, words: words,
      audience: readers)
  }

  private var readers: ColumnShape.Audience {
    switch audience {
    case .everyone: .everyone
    case .programs: .programs
    case .pages: .pages
    }
  }
}

extension Clocks {
  /// What a reader must know first: what was known when, and the day that is asked about.
  ///
  /// - Parameter isOfDay: whether the rows depend on the day, and nothing else tells it.
  package func lines(isOfDay: Bool) -> [Sentence] {
    var lines: [Sentence] = []
    if let known {
      lines.append(
        Sentence(
          "As the registry knew it with change \(known.change) of \(known.day).",
          vi: """
            Theo nội dung sổ tại thay đổi số \(known.change) ngày \
            \(PageDate.vietnamese(known.day)).
            """))
    }
    if isOfDay, let day {
      lines.append(Sentence("On \(day).", vi: "Ngày \(PageDate.vietnamese(day))."))
    }
    return lines
  }
}
