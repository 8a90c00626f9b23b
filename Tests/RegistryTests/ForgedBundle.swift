import Crypto
import Foundation
import SQLite
import Testing

@testable import Registry

/// Two registries with a common past, and bundles of one that are altered on their way to the
/// other, each with the hash that fits.
final class TwoOffices {
  let here: TemporaryRegistry
  let there: TemporaryRegistry

  init(sample: Bool = false) throws {
    here = try TemporaryRegistry(sample: sample)
    there = try TemporaryRegistry(sample: sample)
  }

  private var path: String { here.folder.appending(path: "there.bundle").path }

  /// What the other office made since the common past, line by line, without the last line.
  func lines(since point: String = "1") throws -> [String] {
    var lines: [String] = []
    _ = try there.registry.bundle(since: point, office: "There", write: { lines.append($0) })
    return lines.dropLast().map { String($0.dropLast()) }
  }

  /// A bundle of any lines, with a hash that fits.
  func write(_ lines: [String]) throws {
    let text = lines.map { $0 + "\n" }.joined()
    let hash = SHA256.hash(data: Data(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    try Data((text + "{\"end\":\"\(hash)\"}\n").utf8).write(to: URL(filePath: path))
  }

  @discardableResult
  func merge(
    ours: [String] = [], theirs: [String] = [], dryRun: Bool = false
  ) throws(RegistryError) -> Merged {
    let note = ChangeNote(action: "merge", author: "test", reason: nil, isDryRun: dryRun)
    return try here.registry.merge(
      path, note, settling: MergeSettlement(ours: ours, theirs: theirs)
    ).result
  }

  /// Everything in the registry here: every row of every table, its history and its changes.
  func content() throws -> [String] {
    try here.content()
      + here.connection.column("SELECT seal FROM change ORDER BY number", as: String.self)
  }
}
