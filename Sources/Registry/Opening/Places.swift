package import Files

extension PlaceRule {
  /// For a database: what lies beside it is SQLite's.
  package static let database = PlaceRule(companions: ["-journal", "-wal", "-shm"]) { path, _ in
    do { try Neighbours.requireNone(at: path) } catch { return error }
    return nil
  }

  /// For what is no database: none is replaced by a slip of the hand, nor what belongs to one.
  package static let answer = PlaceRule { path, name in
    if FileSystem.isDatabase(path) {
      return RegistryError(
        .cannotCreate,
        Sentence(
          "\(name) cannot be written: a SQLite database is there already.",
          vi: "Không ghi được \(name): đã có một cơ sở dữ liệu SQLite ở đó."))
    }
    guard FileSystem.isBesideDatabase(path) else { return nil }
    return RegistryError(
      .cannotCreate,
      Sentence(
        "\(name) is a name that SQLite takes for a part of the database beside it.",
        vi: "\(name) là tên mà SQLite coi là một phần của cơ sở dữ liệu bên cạnh."),
      hint: Sentence("Choose another place.", vi: "Hãy chọn nơi khác."))
  }
}

extension NewFile {
  /// A new database; what SQLite makes beside it comes and goes with it.
  ///
  /// - Throws: where something is at `path` already, or beside it under one of SQLite's names, or
  ///   its folder is missing or closed.
  convenience init(database path: String, remedy: Remedy? = nil) throws(RegistryError) {
    do { try self.init(at: path, rule: .database) } catch {
      throw RegistryError(error, remedy: remedy)
    }
  }

  /// - Throws: where another program put something at the path or beside it meanwhile.
  func publish(remedy: Remedy?) throws(RegistryError) {
    do { try publish() } catch { throw RegistryError(error, remedy: remedy) }
  }
}
