import Registry
import Sample

extension Registry {
  /// Makes a new registry where there is none, and opens it for writing.
  ///
  /// It knows all states, territories and the main international organisations, the kinds of mission
  /// and the titles of their heads. The file comes into being whole or not at all, readable by its
  /// owner only.
  ///
  /// While it is made, `SIGINT`, `SIGTERM` and `SIGHUP` take the unfinished file away before they end
  /// the program; a signal that the program handles or ignores is left alone.
  ///
  /// - Parameters:
  ///   - path: where nothing is yet, in a folder that exists.
  ///   - sender: the country whose missions these are, by key or name; `nil` where each mission says
  ///     its own.
  ///   - author: who makes it: kept with its first change.
  ///   - reason: why: likewise.
  /// - Throws: ``RegistryError/Code-swift.struct/cannotCreate``,
  ///   ``RegistryError/Code-swift.struct/unknownName`` for a country that is not known.
  public static func make(
    _ path: String, sender: String? = nil, by author: String, because reason: String? = nil
  ) throws(RegistryError) -> Registry {
    try make(path) { (registry) throws(CoreError) in
      let note = ChangeNote(action: "init", author: author, reason: reason)
      _ = try registry.write(note) { (change) throws(CoreError) in
        try Records(change).set(sender: sender)
      }
    }
  }

  /// Makes a new registry with the sample, and opens it for writing: Viet Nam's 99 missions and the
  /// heads around the terms 2021-2024 to 2025-2028, public facts with their sources.
  ///
  /// - Parameters:
  ///   - path: where nothing is yet, in a folder that exists.
  ///   - author: who makes it: kept with its first change.
  /// - Throws: ``RegistryError/Code-swift.struct/cannotCreate``.
  public static func makeSample(
    _ path: String, by author: String
  ) throws(RegistryError) -> Registry {
    try make(path) { (registry) throws(CoreError) in
      try SampleData.load(into: registry, author: author)
    }
  }

  private static func make(
    _ path: String, fill: (CoreRegistry) throws(CoreError) -> Void
  ) throws(RegistryError) -> Registry {
    try told { () throws(CoreError) in try CoreRegistry.create(path, fill: fill) }
    return try open(path, for: .writing)
  }

  /// Brings a registry that an older version of this library made up to date.
  ///
  /// It is done whole or not at all. Keep a copy of the file first.
  ///
  /// - Parameter path: of the file.
  /// - Returns: the number of its schema before and after; they are the same where nothing was to do.
  /// - Throws: as ``open(_:for:waiting:notice:)``.
  @discardableResult
  public static func bringUpToDate(
    _ path: String
  ) throws(RegistryError) -> (before: Int, after: Int) {
    let versions = try told { () throws(CoreError) in try CoreRegistry.upgrade(path) }
    return (versions.from, versions.to)
  }
}
