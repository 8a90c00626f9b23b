import SQLite
import Schema

/// What helps where a statement names something that is not there, or that is there twice.
struct MissingName {
  private let mistake: Mistake
  private let catalog: Catalog
  private let connection: Connection

  init(_ mistake: Mistake, _ catalog: Catalog, _ connection: Connection) {
    self.mistake = mistake
    self.catalog = catalog
    self.connection = connection
  }

  /// - Returns: `nil` where nothing is known that would help.
  var cure: Cure? {
    switch mistake.complaint.kind {
    case .table: table
    case .column: MissingColumn(mistake, catalog, connection).cure
    case .ambiguous: ambiguous
    case .columnWritten: columnWritten
    case .function:
      Cure.meant(Nearest.slips(of: mistake.complaint.name, among: mistake.known.functions))
    case .arguments: arguments
    case .collation: collation
    default: nil
    }
  }

  private var table: Cure? {
    // `p.*` is taken for a table too.
    if let place = mistake.named, mistake.isSymbol(place + 1, "."), mistake.isSymbol(place + 2, "*")
    {
      return MissingColumn(mistake, catalog, connection)
        .cure(of: mistake.tokens[place].text.lowercased(), column: "*")
    }
    if let list = listAlone { return list }
    let parts = mistake.complaint.name.split(separator: ".").map(String.init)
    let near = Nearest.slips(
      of: parts.last ?? "", among: Set(catalog.tables).union(mistake.given))
    if near.isEmpty, let table = EverydayWords.table(for: parts.last ?? ""),
      catalog.tables.contains(table)
    {
      let word = parts.last ?? ""
      var cure = Cure(
        Sentence("For \(word) there is \(table).", vi: "Về \(word) có \(table)."))
      cure.lines = [about(table)].compactMap(\.self)
      return cure
    }
    guard var cure = Cure.meant(near) else {
      var cure = Cure()
      cure.remedies = [.question(.listTables)]
      return cure
    }
    cure.lines = near.prefix(1).compactMap(about)
    return cure
  }

  /// A value behind IN without parentheses, which SQLite takes for the name of a table.
  private var listAlone: Cure? {
    let name = mistake.complaint.name
    let place = mistake.tokens.indices.first { index in
      guard mistake.isWord(index - 1, "in"), !mistake.isSymbol(index + 1, "(", ".") else {
        return false
      }
      let text = mistake.tokens[index].text
      return mistake.kind(index) == .text
        ? text.dropFirst().dropLast() == name : mistake.tokens[index].isName && text == name
    }
    guard let place else { return nil }
    let isText = mistake.kind(place) == .text
    let isNear =
      !Nearest.slips(of: name, among: Set(catalog.tables).union(mistake.given)).isEmpty
    guard isText || !isNear else { return nil }
    let value = isText ? mistake.tokens[place].text : "'\(name)'"
    return Cure(
      at: place..<place + 1,
      Sentence(
        "The list behind IN stands in parentheses: IN (\(value)).",
        vi: "Danh sách sau IN phải đặt trong ngoặc: IN (\(value))."))
  }

  private func about(_ table: String) -> Sentence? {
    let about = try? connection.first(
      """
      SELECT about_en, about_vi FROM schema_comment
      WHERE object_name = \(table) AND column_name = ''
      """
    ) { (row) throws(SQLiteError) in
      Sentence(
        "\(table): \(try row.get(0, as: String.self))",
        vi: "\(table): \(try row.get(1, as: String.self))")
    }
    return about ?? nil
  }

  private var ambiguous: Cure? {
    let parts = mistake.complaint.name.split(separator: ".").map { $0.lowercased() }
    guard let column = parts.last else { return nil }
    let visible = VisibleSources(mistake, catalog, connection).all
    let having = visible.filter { $0.has(column) && !$0.alias.isEmpty }
    let isNamedTwice = Set(having.map { $0.alias.lowercased() }).count < having.count
    guard parts.count > 1 || isNamedTwice else {
      return having.count > 1 ? .write(column, of: having, at: mistake.path) : nil
    }
    return Cure(
      at: mistake.path,
      Sentence(
        "Two tables have one name here. Give each its own: FROM mission AS m JOIN mission AS n.",
        vi:
          "Ở đây hai bảng trùng tên. Hãy đặt tên riêng cho mỗi bảng: FROM mission AS m JOIN mission AS n."
      ))
  }

  private var collation: Cure? {
    let names = try? connection.column(
      "SELECT name FROM pragma_collation_list", as: String.self)
    return Cure.meant(Nearest.slips(of: mistake.complaint.name, among: names ?? []))
  }

  private var columnWritten: Cure? {
    guard let place = mistake.named else { return nil }
    let columns = catalog.columns(of: mistake.complaint.name)
    return Cure.meant(
      Nearest.slips(of: mistake.tokens[place].text, among: columns), at: place..<place + 1)
  }

  /// How many arguments a function takes.
  private var arguments: Cure? {
    let name = mistake.complaint.name
    let counts = try? connection.all(
      """
      SELECT DISTINCT narg FROM pragma_function_list WHERE name = \(name.lowercased()) ORDER BY 1
      """
    ) { (row) throws(SQLiteError) in try row.get(0, as: Int.self) }
    // Fewer than none stands for any number.
    guard let counts, let most = counts.last, let least = counts.first, least >= 0 else {
      return nil
    }
    let shown = counts.map(String.init)
    return Cure(
      Sentence(
        "\(name) takes \(shown.listed(by: "or")) argument\(most == 1 ? "" : "s").",
        vi: "\(name) nhận \(shown.listed(by: "hoặc")) đối số."))
  }
}
