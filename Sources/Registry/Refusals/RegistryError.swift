/// A refusal, in words for the person who asked: the thing, the place and the way out.
package struct RegistryError: Error, Equatable, Sendable {
  /// What kind of refusal it is; the program gives each its exit code.
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
  }

  package let kind: Kind
  package let message: Sentence
  /// Things to look at, one a line: candidates, or what stands in the way.
  package var list: [Sentence] = []
  package var hint: Sentence?
  /// The fact that is wanted.
  ///
  /// How it is given is known only to whoever asks for it: as an option,
  /// as a column, as a field.
  package var wanted: WantedFact?

  package init(
    _ kind: Kind, _ message: Sentence, list: [Sentence] = [], hint: Sentence? = nil
  ) {
    self.kind = kind
    self.message = message
    self.list = list
    self.hint = hint
  }
}

/// A fact of a record that is missing, or that must be another one.
package struct WantedFact: Equatable, Sendable {
  package let entity: RecordKind
  package let column: String
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
