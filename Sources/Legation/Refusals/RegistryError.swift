import Registry

/// A refusal, in words for whoever asked: what is wrong, what stands in the way, and what helps.
///
/// The one error of this library. It speaks of records, facts and files, never of commands or
/// options: a tool with a window can show it as it is.
///
/// ```swift
/// do {
///   try registry.addHead(head, by: "protocol")
/// } catch where error.code == .finding {
///   print(error.message.english)  // gb-london would have two heads at once.
///   print(error.findings)         // ["head-not-ended"]
/// }
/// ```
public struct RegistryError: Error, Hashable, Sendable {
  /// What kind of refusal it is, in a word that stays the same.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The word: `unknown-name`.
    public let rawValue: String

    /// A code by its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A rule of the registry stands against it.
    public static let rule = Code(rawValue: "rule")
    /// A value that cannot be what was asked for: no date, no name, no key.
    public static let invalidValue = Code(rawValue: "invalid-value")
    /// A name that fits nothing, or several things; the nearest are in ``RegistryError/details``.
    public static let unknownName = Code(rawValue: "unknown-name")
    /// There is no file.
    public static let missingFile = Code(rawValue: "missing-file")
    /// A file that is no registry, is damaged, or is of another version.
    public static let unfitFile = Code(rawValue: "unfit-file")
    /// A file is already there, or cannot be made.
    public static let cannotCreate = Code(rawValue: "cannot-create")
    /// The disk or the system refused.
    public static let inputOutput = Code(rawValue: "input-output")
    /// Another program is writing.
    public static let busy = Code(rawValue: "busy")
    /// No leave to write: of the file, or in a question.
    public static let readOnly = Code(rawValue: "read-only")
    /// A change would add something odd that nobody accepted: ``RegistryError/findings``.
    public static let finding = Code(rawValue: "finding")
    /// A question took longer than it may.
    public static let timeLimit = Code(rawValue: "time-limit")
    /// Somebody asked for an end.
    public static let cancelled = Code(rawValue: "cancelled")
    /// SQLite said something that nobody foresaw.
    public static let unforeseen = Code(rawValue: "unforeseen")
    /// The registry was closed before.
    public static let closed = Code(rawValue: "closed")
  }

  /// What kind of refusal it is.
  public let code: Code
  /// What is wrong, as a sentence.
  public let message: LocalizedText
  /// Things to look at, one a line: candidates, or what stands in the way.
  public let details: [LocalizedText]
  /// What helps, as sentences.
  public let waysOut: [LocalizedText]
  /// The codes of the findings for which a change was refused, as a change takes them in
  /// `accepting`.
  public let findings: [String]
  /// The number that a program can end with, after sysexits: 1 for a rule or a finding, 64 for what
  /// was given wrongly, 65 for an unfit and 66 for a missing file, 70 for what nobody foresaw, 73
  /// where nothing can be made, 74 for the disk, 75 where somebody else writes, 77 where nothing may
  /// be written, 124 for the time limit, 130 for an end that was asked for.
  public let exitCode: Int32
}

extension RegistryError: CustomStringConvertible {
  /// The refusal in one of the languages, a line each: message, details, ways out.
  ///
  /// - Parameter language: the language of whoever reads.
  public func text(in language: Language) -> String {
    ([message] + details.map { LocalizedText("  \($0.english)", vietnamese: "  \($0.vietnamese)") }
      + waysOut).map { $0[language] }.joined(separator: "\n")
  }

  /// The refusal in English.
  public var description: String { text(in: .english) }
}

extension RegistryError {
  init(_ error: CoreError) {
    code = Code(error.kind)
    message = LocalizedText(error.message)
    details = error.list.map(LocalizedText.init)
    let ways = [error.hint] + error.remedies.map(\.wayOut)
    waysOut = ways.compactMap { $0.map(LocalizedText.init) }
    findings = error.remedies.compactMap { remedy in
      switch remedy {
      case .accept(let code), .acceptBoth(let code): code
      default: nil
      }
    }
    exitCode = error.kind.exitCode
  }

  /// The registry was closed.
  static let closed = RegistryError(
    code: .closed,
    message: LocalizedText("The registry is closed.", vietnamese: "Sổ đã đóng."),
    details: [],
    waysOut: [LocalizedText("Open it again.", vietnamese: "Hãy mở lại.")], findings: [],
    exitCode: CoreError.Kind.unforeseen.exitCode)
}

extension RegistryError.Code {
  fileprivate init(_ kind: CoreError.Kind) {
    switch kind {
    case .rule: self = .rule
    case .invalidValue: self = .invalidValue
    case .unknownName: self = .unknownName
    case .missingFile: self = .missingFile
    case .unfitFile: self = .unfitFile
    case .cannotCreate: self = .cannotCreate
    case .inputOutput: self = .inputOutput
    case .busy: self = .busy
    case .readOnly: self = .readOnly
    case .finding: self = .finding
    case .timeLimit: self = .timeLimit
    case .cancelled: self = .cancelled
    case .unforeseen: self = .unforeseen
    }
  }
}

/// Runs `body`, whose refusals are told in public.
func told<T: ~Copyable>(_ body: () throws(CoreError) -> T) throws(RegistryError) -> T {
  do { return try body() } catch { throw RegistryError(error) }
}
