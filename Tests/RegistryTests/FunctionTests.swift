import Migrations
import SQLite
import Schema
import Testing

@testable import Registry

/// The table of the functions that the program adds to SQL.
@Suite struct FunctionTests {
  private let registry: Registry

  init() throws { registry = try Registry.inMemory() }

  @Test(arguments: SQLFunction.all)
  func `the example of a function has the answer that is told`(function: SQLFunction) throws {
    #expect(
      try registry.connection.value(
        SQL(carried: "SELECT CAST((\(function.example)) AS TEXT)"), as: String.self)
        == function.answer)
    #expect(function.example.lowercased().contains(function.name))
    for words in [function.about] + function.notes {
      #expect(!words.english.isEmpty && !words.vietnamese.isEmpty)
      #expect(words.english != words.vietnamese)
    }
  }

  @Test func `each function is registered once, deterministic, and allowed in a question`() throws {
    let names = SQLFunction.all.map(\.name)
    #expect(names.count == 18 && Set(names).count == names.count)
    #expect(Set(names).isSubset(of: Registry.functionNames))
    let builtIn = BuiltInFunctions.all.flatMap(\.names)
    #expect(Set(builtIn).count == builtIn.count)
    #expect(Set(builtIn).isDisjoint(with: names))
    // 0x800 is deterministic, 0x200000 innocuous.
    for function in SQLFunction.all {
      let flags = try registry.connection.value(
        """
        SELECT flags FROM pragma_function_list
        WHERE name = \(function.name) AND narg = \(function.arguments.count) AND NOT builtin
        """, as: Int.self)
      #expect((flags ?? 0) & 0x200800 == 0x200800, "\(function.name)")
    }
  }

  @Test func `no migration asks for a function of ours, but for keys of names in rows`() throws {
    let schema = try TemporaryRegistry().connection.column(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", as: String.self)
    #expect(schema.count > 100)
    let migrations = Migration.all.map(\.sql)
    #expect(migrations.count > 10)
    let all = Set(SQLFunction.all.map(\.name))
    let keys: Set = ["name_key", "name_fold"]
    for (sql, names) in schema.map({ ($0, all) }) + migrations.map({ ($0, all.subtracting(keys)) })
    {
      let tokens = SQLToken.all(in: sql)
      for (token, next) in zip(tokens, tokens.dropFirst()) where next.text == "(" {
        #expect(!names.contains(token.text.lowercased()), "\(token.text) in \(sql.prefix(80))")
      }
      #expect(!tokens.contains { $0.isWord("regexp") }, "\(sql.prefix(80))")
    }
  }

  @Test func `a shell completes the names`() throws {
    let temporary = try TemporaryRegistry()
    let completions = try Completions(temporary.registry, commands: [], reports: [])
    func words(_ line: String) -> [String] {
      completions.candidates(forLine: line, in: line).words
    }
    #expect(words("SELECT days_").contains("days_least"))
    #expect(words("SELECT med").contains("median"))
    #expect(words("SELECT certainly").contains("certainly_before"))
  }
}
