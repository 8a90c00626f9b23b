import ArgumentParser
import Registry

/// Options of every command that writes.
struct WriteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Why the change is made: kept with it.", vi: "Lý do của thay đổi: lưu cùng thay đổi."))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "Who: kept with the change. (default: $LEGATION_BY, else your login)",
      vi: "Ai: lưu cùng thay đổi. (mặc định: $LEGATION_BY, nếu không thì tên đăng nhập)"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      """
      Where the facts come from: an address, or the key of a source. It is cited for the record; \
      a change without one record to cite it for takes none.
      """,
      vi: """
        Thông tin lấy từ đâu: địa chỉ, hoặc mã của nguồn. Nguồn được dẫn cho bản ghi; thay đổi \
        không có một bản ghi cụ thể thì không nhận nguồn.
        """))
  var source: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take a finding upon yourself; * is every one.",
      vi: "Chấp nhận một điều bất thường; * là tất cả.", valueName: "code"))
  var accept: [String] = []

  @Flag(
    name: [.customShort("n"), .long],
    help: ArgumentHelp(
      "Say what would be done, and do nothing.",
      vi: "Chạy thử: cho biết sẽ làm gì, và không làm gì."))
  var dryRun = false

  /// What a change has to cite a source for.
  enum Citing {
    case record
    /// Nothing: there is no one record, or what comes in brings its own sources.
    case nothing
  }

  /// - Throws: where an option could only be dropped.
  func note(
    _ action: String, citing: Citing = .record, in registry: Registry
  ) throws(RegistryError) -> ChangeNote {
    if citing == .nothing, let source = source.first {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "There is no one record for which --source \(source) could be cited here.",
          vi: "Ở đây không có một bản ghi nào để dẫn nguồn --source \(source)."),
        hint: Sentence(
          "Say it in words, kept with the change: --reason \"…\"",
          vi: "Hãy ghi bằng lời, lưu cùng thay đổi: --reason \"…\""))
    }
    try registry.refuse(unknownFindings: accept)
    let author = if let by { by } else { try Environment.author() }
    return ChangeNote(
      action: action, author: author, reason: reason, accepted: Set(accept),
      isDryRun: dryRun)
  }

  /// The options that were given, as they are written.
  var given: [String] {
    [
      reason == nil ? nil : "--reason", by == nil ? nil : "--by",
      source.isEmpty ? nil : "--source", accept.isEmpty ? nil : "--accept",
      dryRun ? "--dry-run" : nil,
    ].compactMap { $0 }
  }
}

extension WriteOptions {
  /// What the parser makes of none of them.
  static func plain() -> WriteOptions {
    var options = WriteOptions()
    options.reason = nil
    options.by = nil
    options.source = []
    options.accept = []
    options.dryRun = false
    return options
  }
}
