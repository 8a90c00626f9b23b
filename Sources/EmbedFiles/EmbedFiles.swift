import Foundation
import PackagePlugin

/// Carries a folder of text files in the binary: `Migrations/` of the package in the target
/// `Migrations`, the folder `Data` of any other target in that target.
///
/// Each file is an input, so that an edit is seen by the next build. The folder is one too, so
/// that an added file is: the build asks for this list only when it plans anew.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) -> [Command] {
    let root = context.package.directoryURL
    let folder =
      target.name == "Migrations"
      ? root.appending(path: "Migrations") : target.directoryURL.appending(path: "Data")
    let script = root.appending(path: "Scripts/embed-files")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent)",
        executable: .init(filePath: "/bin/sh"),
        arguments: [script.path(), folder.path(), output.path()],
        inputFiles: files.sorted { $0.path() < $1.path() } + [folder, script],
        outputFiles: [output]
      )
    ]
  }
}
