/// A refusal, in words for the person who asked: the thing, the place and the way out.
package struct RegistryError: Error, Equatable, Sendable {
  /// What kind of refusal it is.
  package enum Kind: Sendable {
    /// A rule of the registry stands against it.
    case rule
    /// A value that cannot be what was asked for: no date, no name, no key.
    case invalidValue
    /// A name that fits nothing, or several things.
    case unknownName
    /// No file there.
    case missingFile
    /// A file, but not one that this program can take for a registry.
    case unfitFile
    /// A file is already there, or cannot be made.
    case cannotCreate
    /// The disk or the system refused.
    case inputOutput
    /// Another program is writing.
    case busy
    /// No leave to write.
    case readOnly
    /// A finding that was not accepted.
    case finding
    /// A question took longer than it may.
    case timeLimit
    /// A person asked for an end.
    case cancelled
    /// SQLite said something that nobody foresaw.
    case unforeseen

    /// What programs are told: an interface, which follows sysexits.
    package var exitCode: Int32 {
      switch self {
      case .rule, .finding: 1
      case .invalidValue, .unknownName: 64
      case .unfitFile: 65
      case .missingFile: 66
      case .unforeseen: 70
      case .cannotCreate: 73
      case .inputOutput: 74
      case .busy: 75
      case .readOnly: 77
      case .timeLimit: 124
      case .cancelled: 130
      }
    }
  }

  package let kind: Kind
  package let message: Sentence
  /// Things to look at, one a line: candidates, or what stands in the way.
  package var list: [Sentence] = []
  /// What helps, as far as it can be said without knowing who asked.
  package var hint: Sentence?
  /// What helps, for whoever asked to say it in words of their own.
  package var remedies: [Remedy] = []

  package init(
    _ kind: Kind, _ message: Sentence, list: [Sentence] = [], hint: Sentence? = nil,
    remedies: [Remedy] = []
  ) {
    self.kind = kind
    self.message = message
    self.list = list
    self.hint = hint
    self.remedies = remedies
  }
}

extension Sentence {
  /// For the middle of a sentence: the first letter small, unless an abbreviation or a name of a
  /// language begins there.
  package var lowercased: Sentence {
    func small(_ text: String) -> String {
      let isName = ["English", "Vietnamese"].contains { text.hasPrefix($0) }
      let isAbbreviation = text.dropFirst().first?.isUppercase ?? false
      return isName || isAbbreviation ? text : text.prefix(1).lowercased() + text.dropFirst()
    }
    return Sentence(small(english), vi: small(vietnamese))
  }
}
