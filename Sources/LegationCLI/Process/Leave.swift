import CSystem
import Files
import Registry

/// What the system lets one read.
enum Leave {
  /// SQLite says of a file that one may not read only that it cannot be opened, and of one in a
  /// closed folder it looks as if there were none.
  ///
  /// - Throws: where it is there, but not for this user.
  static func requireReading(_ path: String) throws(RegistryError) {
    guard access(path, R_OK) != 0, errno == EACCES else { return }
    let status = FileStatus(of: path)
    let number = status?.owner ?? 0
    let owner = LoginNames.name(of: number) ?? "uid \(number)"
    throw RegistryError(
      .readOnly,
      status != nil
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
