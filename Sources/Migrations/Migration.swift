/// One numbered SQL file of `Migrations/`, as carried in this binary.
package struct Migration: Sendable, Equatable {
  /// 1 for `0001-registry.sql`.
  package let number: Int
  /// The file's name.
  package let name: String
  /// SHA-256 of the file, in hexadecimal, computed when the binary was built.
  package let sha256: String
  package let sql: String

  package init(number: Int, name: String, sha256: String, sql: String) {
    self.number = number
    self.name = name
    self.sha256 = sha256
    self.sql = sql
  }

  /// Every migration, in order, numbered from 1 without a gap.
  package static let all: [Migration] = EmbeddedFiles.all.compactMap { file in
    guard file.name.hasSuffix(".sql"), let number = Int(file.name.prefix { $0 != "-" }) else {
      return nil
    }
    return Migration(number: number, name: file.name, sha256: file.sha256, sql: file.text)
  }
}
