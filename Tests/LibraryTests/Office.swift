import Foundation
import Legation

/// A registry in a folder of its own, deleted with it.
final class Office {
  let folder: URL

  var path: String { folder.appending(path: "office.db").path }

  /// - Parameter isSample: Viet Nam's missions and heads; else a registry of Viet Nam without any.
  init(isSample: Bool = true) throws {
    folder = try Self.makeFolder()
    let template = try (isSample ? Self.sample : Self.fresh).get()
    try FileManager.default.copyItem(atPath: template, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func open(for purpose: Registry.Purpose = .reading) throws -> Registry {
    try Registry.open(path, for: purpose)
  }

  // Made once and copied: most of a test's time would go into filling its registry.
  private static let sample = Result {
    let path = try makeFolder().appending(path: "template.db").path
    try Registry.makeSample(path, by: "test").close()
    return path
  }

  private static let fresh = Result {
    let path = try makeFolder().appending(path: "template.db").path
    try Registry.make(path, sender: "vn", by: "test").close()
    return path
  }

  static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "legation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
