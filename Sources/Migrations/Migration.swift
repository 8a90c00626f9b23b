package import Schema

extension Migration {
  /// Every migration, in order, numbered from 1 without a gap.
  package static let all: [Migration] = EmbeddedFiles.all.compactMap { file in
    guard file.name.hasSuffix(".sql"), let number = Int(file.name.prefix { $0 != "-" }) else {
      return nil
    }
    return Migration(number: number, name: file.name, sha256: file.sha256, sql: file.text)
  }
}
