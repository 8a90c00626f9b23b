import ArgumentParser
import Files
import Formats
import Registry
import Reports

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Sentence(
      "Hand the registry to other programs.", vi: "Xuất sổ cho các chương trình khác."),
    examples: "legation export datasette -o metadata.json",
    subcommands: [
      Datasette.self, ExportPocom.self, ExportPopolo.self, ExportFollowTheMoney.self,
      ExportQuickStatements.self, ExportCalendar.self, ExportContacts.self,
      ExportDataPackage.self, ExportPostgres.self,
    ]
  )

  @OptionGroup var options: GlobalOptions
}

extension ExportCommand {
  struct Datasette: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "datasette",
      abstract: Sentence(
        "Write a metadata.json for Datasette: kept questions, tables and columns in words.",
        vi: "Ghi metadata.json cho Datasette: câu hỏi đã lưu, các bảng và cột, nói bằng lời."),
      examples: "legation export datasette -o metadata.json",
      "datasette registry.db --metadata metadata.json")

    @OptionGroup var options: GlobalOptions

    func perform() throws {
      try options.writeDocument { (registry, sink) in
        sink.write(try DatasetteMetadata.text(of: registry, in: Environment.language) + "\n")
      }
    }
  }
}
