import Crypto

/// What an import read, stored and set aside, and what it noticed on the way.
package struct ImportReport: Sendable {
  /// Of one kind of record: what was read is what was added, edited, the same, and set aside.
  package struct Count: Sendable {
    package let kind: String
    package var read = 0
    package var added = 0
    package var edited = 0
    package var same = 0
    package var setAside = 0
    /// Records that the source lacks and that were removed.
    package var removed = 0
  }

  /// Something odd in the source, and what was made of it.
  package struct Remark: Sendable {
    package let code: String
    package let record: String
    package let place: String
    package let words: Sentence
  }

  /// A column of the source, and what it was taken for.
  package struct Column: Sendable {
    package let theirs: String
    /// `nil` where it was left out.
    package let field: String?
    package let example: String
  }

  /// What records of the source are called that are of no kind of the registry.
  package var nouns: [String: Sentence] = [:]
  package private(set) var columns: [Column] = []
  package private(set) var counts: [Count] = []
  package private(set) var remarks: [Remark] = []

  package init() {}

  package var isChanged: Bool { counts.contains { $0.added + $0.edited + $0.removed > 0 } }

  /// What records of a counted kind are called.
  package func noun(of kind: String) -> Sentence {
    if let noun = nouns[kind] { return noun }
    let known = RecordKind.all.first { [$0.name, $0.plural, $0.table].contains(kind) }
    return Sentence(kind, vi: known?.noun.vietnamese ?? kind)
  }

  private mutating func index(of kind: String) -> Int {
    if let known = counts.firstIndex(where: { $0.kind == kind }) { return known }
    counts.append(Count(kind: kind))
    return counts.count - 1
  }

  package mutating func count(_ kind: String, _ result: PutResult) {
    let index = index(of: kind)
    counts[index].read += 1
    switch result {
    case .added: counts[index].added += 1
    case .edited: counts[index].edited += 1
    case .same: counts[index].same += 1
    }
  }

  package mutating func column(_ theirs: String, for field: String?, example: String) {
    columns.append(Column(theirs: theirs, field: field, example: example))
  }

  package mutating func removed(_ kind: String, _ count: Int) {
    counts[index(of: kind)].removed += count
  }

  package mutating func setAside(
    _ kind: String, _ code: String, _ record: String, at place: String, _ words: Sentence
  ) {
    let index = index(of: kind)
    counts[index].read += 1
    counts[index].setAside += 1
    remark(code, record, at: place, words)
  }

  /// Sets a record aside for a reason that one remark gives for all of its kind.
  package mutating func setAside(kind: String) {
    let index = index(of: kind)
    counts[index].read += 1
    counts[index].setAside += 1
  }

  package mutating func remark(
    _ code: String, _ record: String, at place: String, _ words: Sentence
  ) {
    remarks.append(Remark(code: code, record: record, place: place, words: words))
  }
}

/// The hash by which an importer knows a record again: SHA-256, in hex.
package func recordDigest(_ bytes: [UInt8]) -> String {
  bytes.withUnsafeBytes { bytes in
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return SHA256.hex(hash.finalize())
  }
}
