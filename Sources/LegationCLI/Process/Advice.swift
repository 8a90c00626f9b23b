import Registry

/// What would help, in words.
struct Advice {
  /// Commands to be pasted, a line each.
  var list: [String] = []
  var words: Sentence?

  init(list: [String] = [], _ words: Sentence? = nil) {
    self.list = list
    self.words = words
  }

  /// Words, and behind a colon the way.
  init(_ english: String, vi vietnamese: String, _ way: Sentence) {
    words = Sentence("\(english): \(way.english)", vi: "\(vietnamese): \(way.vietnamese)")
  }
}

/// The command that runs, as far as it decides the words.
protocol AskedCommand {
  /// Whether it takes an option, as that is written.
  func takes(_ option: String) -> Bool
  /// How a fact is given to it: an option with a value, or an argument; `nil` where there is no way.
  func way(to fact: WantedFact) -> String?
}

/// A command as it can be pasted, with what is to be put into it named in both languages.
func pasted(_ words: String, vi vietnamese: String? = nil) -> Sentence {
  Sentence(Pasted.command(words), vi: Pasted.command(vietnamese ?? words))
}
