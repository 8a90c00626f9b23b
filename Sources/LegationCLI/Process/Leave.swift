import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// What the system lets one read.
enum Leave {
  /// SQLite says of a file that one may not read only that it cannot be opened, and of one in a
  /// closed folder it looks as if there were none.
  ///
  /// - Throws: where it is there, but not for this user.
  static func requireReading(_ path: String) throws(RegistryError) {
    guard access(path, R_OK) != 0, errno == EACCES else { return }
    var status = stat()
    let isSeen = stat(path, &status) == 0
    let folder = FileSystem.folder(of: path)
    if !isSeen { _ = stat(folder, &status) }
    let owner = LoginNames.name(of: status.st_uid) ?? "uid \(status.st_uid)"
    throw RegistryError(
      .readOnly,
      isSeen
        ? Sentence(
          "\(path) belongs to \(owner), and you have no leave to read it.",
          vi: "\(path) thuộc về \(owner), bạn không có quyền đọc.")
        : Sentence(
          "A folder of \(path) is closed to you.",
          vi: "Bạn không có quyền vào thư mục chứa \(path)."),
      hint: Sentence(
        "Ask its owner, or point to another registry: --db FILE",
        vi: "Hãy hỏi chủ sở hữu, hoặc chỉ tới sổ khác: --db TỆP"))
  }
}
