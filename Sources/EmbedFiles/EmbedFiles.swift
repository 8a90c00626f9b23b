import Foundation
import PackagePlugin

/// Carries a folder of text files in the binary: `Migrations/` of the package in the target
/// `Migrations`, the folder `Data` of any other target in that target.
///
/// Each file is an input, so that an edit is seen by the next build, and those in folders within it,
/// which are put into others. The folder is one too, so that an added file is: the build asks for
/// this list only when it plans anew.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) -> [Command] {
    let root = context.package.directoryURL
    let folder =
      target.name == "Migrations"
      ? root.appending(path: "Migrations") : target.directoryURL.appending(path: "Data")
    let scripts = ["embed-files", "expand-sql"].map { root.appending(path: "Scripts/\($0)") }
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent)",
        executable: .init(filePath: "/bin/sh"),
        arguments: [scripts[0].path(), folder.path(), output.path()],
        inputFiles: files.sorted { $0.path() < $1.path() } + [folder] + scripts,
        outputFiles: [output]
      )
    ]
  }
}
