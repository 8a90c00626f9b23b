import Files
import Registry

/// A file or a folder that a command was told to read or to make.
struct NamedFile {
  enum Use {
    case read
    /// What is read are the files in it with these endings.
    case readFolder([String])
    case made
    /// A database that is made: SQLite's own files beside it are taken too.
    case madeDatabase
    /// Read or written, as the command does; nothing else may be made there.
    case registry
  }

  let path: String
  let use: Use
  /// What it is for, as "the output".
  let role: Sentence

  /// - Parameter path: `-` is standard input, which may be a file.
  static func read(_ path: String, _ role: Sentence) -> NamedFile {
    NamedFile(path: path == "-" ? "/dev/stdin" : path, use: .read, role: role)
  }

  private var isMade: Bool {
    switch use {
    case .made, .madeDatabase: true
    case .read, .readFolder, .registry: false
    }
  }

  private var isDatabase: Bool {
    switch use {
    case .madeDatabase, .registry: true
    case .read, .readFolder, .made: false
    }
  }

  /// - Throws: where something that is made would take the place of something else.
  static func requireDifferent(_ files: [NamedFile]) throws(RegistryError) {
    for (index, file) in files.enumerated() {
      for other in files[..<index] where file.isMade || other.isMade {
        try require(other, besides: file)
        try require(file, besides: other)
      }
    }
  }

  private static func require(
    _ file: NamedFile, besides other: NamedFile
  ) throws(RegistryError) {
    guard let place = place(of: file.path), let theirs = self.place(of: other.path) else { return }
    var isTaken = place == theirs
    if other.isDatabase {
      isTaken = isTaken || ["-wal", "-shm", "-journal"].contains { place == theirs + $0 }
    }
    if case .readFolder(let endings) = other.use, file.isMade, place.hasPrefix(theirs + "/") {
      isTaken = isTaken || endings.contains { place.hasSuffix($0) }
    }
    guard isTaken else { return }
    throw RegistryError(
      .cannotCreate,
      Sentence(
        "\(file.path) is named for \(file.role.english), and belongs to \(other.role.english) \(other.path).",
        vi:
          "\(file.path) được ghi cho \(file.role.vietnamese), nhưng thuộc về \(other.role.vietnamese) \(other.path)."
      ),
      hint: Sentence(
        "Name another file; nothing is done.", vi: "Hãy đặt tên tệp khác; chưa làm gì cả."))
  }

  /// Where a path leads, links resolved, whether something is there or not; `nil` for a device,
  /// which nothing replaces.
  private static func place(of path: String) -> String? {
    if FileStatus(of: path)?.kind == .characterDevice { return nil }
    if let whole = FileSystem.withoutLinks(path) { return whole }
    let folder = FileSystem.folder(of: path)
    return (FileSystem.withoutLinks(folder) ?? folder) + "/" + FileSystem.name(of: path)
  }
}

extension Sentence {
  static let theRegistry = Sentence("the registry", vi: "sổ")
  static let theOutput = Sentence("the output", vi: "kết quả")
  static let theInput = Sentence("the input", vi: "tệp nhập")
  static let theMap = Sentence("the map", vi: "bảng ánh xạ")
  static let theBadRows = Sentence("the bad rows", vi: "các dòng lỗi")
  static let theCopy = Sentence("the copy", vi: "bản sao")
  static let theBundle = Sentence("the bundle", vi: "gói")
  static let theLetterhead = Sentence("the letterhead", vi: "phần đầu văn bản")
  static let theStatements = Sentence("the statements", vi: "tệp câu lệnh")
  static let theFolder = Sentence("the folder", vi: "thư mục")
}
