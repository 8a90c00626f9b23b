import CSystem

/// What time it is, without Foundation.
package enum Clock {
  /// The moment, in UTC: `2024-02-29T09:12:00Z`.
  package static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let hour = "\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))"
    return "\(date(parts))T\(hour)Z"
  }

  /// The local day, as `YYYY-MM-DD`.
  package static func today() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return date(parts)
  }

  /// When this machine was started, in seconds since 1970; the largest number where nobody knows.
  package static var startOfMachine: Int { Int(clamping: system_start()) }

  private static func date(_ parts: tm) -> String {
    "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }

  private static func padded(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
