import Registry
import SQLite
import Testing

/// A date of each form in which one is stored, and what of it a form that knows a year, a month and
/// a day can say.
struct StoredDate: Sendable, CustomTestStringConvertible {
  let stored: String
  let plain: String?
  var testDescription: String { stored }

  static let all = [
    StoredDate(stored: "[..1917]", plain: nil), StoredDate(stored: "[1858-06-01..]", plain: nil),
    StoredDate(stored: "[1917..1920]", plain: nil), StoredDate(stored: "1730~", plain: "1730"),
    StoredDate(stored: "1730-05?", plain: "1730-05"), StoredDate(stored: "1730%", plain: "1730"),
    StoredDate(stored: "1917-05", plain: "1917-05"),
  ]

  /// Gives it to a person's birth, a mission's opening, and the begin and end of a posting.
  func put(in office: Office) throws {
    try office.run("UPDATE person SET born = \(stored) WHERE key = 'do-minh-hung'")
    try office.run("UPDATE mission SET opened = \(stored) WHERE key = 'gb-london'")
    try office.run(
      """
      UPDATE accreditation SET credentials = \(stored), arrived = NULL, copy_presented = NULL,
        functions_begin = 'credentials'
      WHERE posting = 'gb-london-do-minh-hung' AND is_resident
      """)
    try office.run("UPDATE posting SET ended = \(stored) WHERE key = 'gb-london-do-minh-hung'")
  }
}
