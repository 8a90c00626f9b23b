import PackagePlugin

/// Carries a folder of text files in the binary: `Migrations/` of the package in the target
/// `Migrations`, the folder `Data` of any other target in that target.
///
/// The folder itself is an input, so a file added to it is seen by the next build.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) -> [Command] {
    let root = context.package.directoryURL
    let folder =
      target.name == "Migrations"
      ? root.appending(path: "Migrations") : target.directoryURL.appending(path: "Data")
    let script = root.appending(path: "Scripts/embed-files")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent)",
        executable: .init(filePath: "/bin/sh"),
        arguments: [script.path(), folder.path(), output.path()],
        inputFiles: [folder, script],
        outputFiles: [output]
      )
    ]
  }
}
