import Foundation
import PackagePlugin

/// Carries in a target the schema that the migrations make, as a text.
@main
struct EmbedSchema: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folder = root.appending(path: "Migrations")
    let scripts = ["embed-schema", "expand-sql"].map { root.appending(path: "Scripts/\($0)") }
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    let printer = try context.tool(named: "PrintSchema").url
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSchema.swift")
    return [
      .buildCommand(
        displayName: "Embedding the schema",
        executable: .init(filePath: "/bin/sh"),
        arguments: [scripts[0].path(), printer.path(), folder.path(), output.path()],
        inputFiles: files.sorted { $0.path() < $1.path() } + [folder, printer] + scripts,
        outputFiles: [output]
      )
    ]
  }
}
