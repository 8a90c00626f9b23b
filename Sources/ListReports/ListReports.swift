import Foundation
import PackagePlugin

/// Lists the reports: the files in the folder `Kinds` of a target, so that a new report is one file.
///
/// The folder is an input, so that an added file is seen by the next build.
@main
struct ListReports: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) -> [Command] {
    let script = context.package.directoryURL.appending(path: "Scripts/list-reports")
    let folder = target.directoryURL.appending(path: "Kinds")
    let output = context.pluginWorkDirectoryURL.appending(path: "ReportList.swift")
    return [
      .buildCommand(
        displayName: "Listing the reports",
        executable: .init(filePath: "/bin/sh"),
        arguments: [script.path(), folder.path(), output.path()],
        inputFiles: [folder, script],
        outputFiles: [output]
      )
    ]
  }
}
