import Formats
import Registry
import SQLite

/// Statements that change records, as one recorded change.
struct SQLWriting {
  let options: GlobalOptions
  let query: QueryOptions
  let write: WriteOptions
  let keepsUnasked: Bool

  func run(_ script: String) throws {
    let registry = try options.open(for: .writing, limitsMemory: true)
    let parameters = try query.values(in: registry)
    let note = try write.note("sql", citing: .nothing, in: registry)
    let answer = try Answer(options)
    try Output(options: options).keep(in: registry, note, answering: answer) {
      (note) throws(RegistryError) in
      try registry.write(
        note, sql: script, parameters: parameters, limits: query.limits,
        show: { (statement) throws(RegistryError) in try show(statement, in: answer) },
        confirm: { (done) throws(RegistryError) in
          write.dryRun || keepsUnasked ? true : try ask(about: done)
        })
    } saying: { effects in
      keepsUnasked || write.dryRun ? lines(effects) : []
    }
  }

  private func show(
    _ statement: consuming Statement, in answer: Answer
  ) throws(RegistryError) {
    do {
      try answer.show(statement, maxRows: query.maxRows)
    } catch let error as RegistryError {
      throw error
    } catch let error as SQLiteError {
      throw RegistryError(error, path: try options.path)
    } catch {
      throw RegistryError(
        .inputOutput,
        Sentence(
          "The output could not be written; nothing is changed.",
          vi: "Không ghi được kết quả; chưa có gì thay đổi."))
    }
  }

  private func ask(about effects: [TableEffect]) throws(RegistryError) -> Bool {
    for line in lines(effects) { Failure.remark(line) }
    guard Terminal.isInteractive else {
      throw RegistryError(
        .rule,
        Sentence(
          "Nothing is kept: nobody is there to be asked.",
          vi: "Không ghi lại gì: không có ai để hỏi."),
        hint: Sentence("To keep it: --yes", vi: "Để ghi lại: --yes"))
    }
    Failure.remark(
      Sentence("Keep it as one change? [y/N]", vi: "Ghi lại thành một thay đổi? [c/K]"))
    let answer = try Terminal.line().lowercased()
    return ["y", "yes", "c", "có", "co"].contains(answer)
  }

  private func lines(_ effects: [TableEffect]) -> [Sentence] {
    if effects.isEmpty {
      return [Sentence("No row is different.", vi: "Không có dòng nào thay đổi.")]
    }
    return effects.map(\.words)
  }
}
