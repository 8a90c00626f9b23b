/// What those who know a kind of files have against a place: asked before something is made there,
/// and again before it gets its name.
package struct PlaceRule: Sendable {
  /// How the names of other files end that come and go with a new file, because whoever writes it
  /// makes them beside it.
  let companions: [String]
  let refusal: @Sendable (_ path: String, _ name: String) -> (any Error)?

  /// - Parameter refusal: gets the path, and the name by which a person knows it.
  package init(
    companions: [String] = [],
    refusal: @escaping @Sendable (_ path: String, _ name: String) -> (any Error)?
  ) {
    self.companions = companions
    self.refusal = refusal
  }

  /// Every place will do.
  package static let none = PlaceRule { _, _ in nil }

  func require(_ path: String, named name: String, _ attempt: FileError.Attempt) throws(FileError) {
    if let refusal = self.refusal(path, name) { throw FileError(name, attempt, .ruledOut(refusal)) }
  }

  /// The first of `path`, `path-2`, `path-3` … where nothing is, nor anything of its companions.
  package func free(_ path: String) -> String {
    var candidate = path
    var number = 1
    while ([""] + companions).contains(where: { FileSystem.isThere(candidate + $0) }) {
      number += 1
      candidate = "\(path)-\(number)"
    }
    return candidate
  }
}
