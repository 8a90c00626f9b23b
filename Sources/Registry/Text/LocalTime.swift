package import Files
package import SQLite

extension Clock {
  /// A stored moment on the clock of whoever reads, with how far that is from UTC.
  ///
  /// As in 2024-02-29 16:12 +07:00. Programs get the moment as it is stored, in UTC.
  package static func localTime(_ moment: SQL) -> SQL {
    // SQLite knows no zone: the local clock read as if it were UTC is ahead by the difference.
    let seconds: SQL = """
      (strftime('%s', \(raw: moment), 'localtime') - strftime('%s', \(raw: moment)))
      """
    return """
      (
        strftime('%Y-%m-%d %H:%M', \(raw: moment), 'localtime')
        || iif(\(raw: seconds) < 0, ' -', ' +')
        || printf('%02d:%02d', abs(\(raw: seconds)) / 3600, abs(\(raw: seconds)) / 60 % 60)
      )
      """
  }
}
