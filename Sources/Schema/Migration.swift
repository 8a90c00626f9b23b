/// One numbered SQL file of `Migrations/`.
package struct Migration: Sendable, Equatable {
  /// 1 for `0001-changes.sql`.
  package let number: Int
  /// The file's name.
  package let name: String
  /// SHA-256 of the text, in hexadecimal.
  package let sha256: String
  /// As SQLite gets it.
  package let sql: String

  package init(number: Int, name: String, sha256: String, sql: String) {
    self.number = number
    self.name = name
    self.sha256 = sha256
    self.sql = sql
  }
}
