import Registry

/// What is wrong with a file from outside: all of it counted, the first of it in words, for the
/// rest are mostly more of the same.
struct Mistakes {
  private static let limit = 50

  private(set) var count = 0
  private(set) var told: [Sentence] = []

  mutating func add(_ mistake: Sentence) {
    count += 1
    if told.count < Self.limit { told.append(mistake) }
  }
}

extension RegistryError {
  /// Whether a row is to blame; else no other row would fare better, a full disk or Ctrl-C.
  var isAboutRow: Bool {
    switch kind {
    case .rule, .finding, .invalidValue, .unknownName: true
    default: false
    }
  }
}
