package import SQLite

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// What time it is, without Foundation.
package enum Clock {
  /// The moment, in UTC: `2024-02-29T09:12:00Z`.
  package static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return date(parts) + "T"
      + [parts.tm_hour, parts.tm_min, parts.tm_sec].map(padded).joined(separator: ":") + "Z"
  }

  /// The local day, as `YYYY-MM-DD`.
  package static func today() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return date(parts)
  }

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

  private static func date(_ parts: tm) -> String {
    "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }

  private static func padded(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
