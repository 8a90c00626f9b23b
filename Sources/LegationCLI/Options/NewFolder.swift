import Formats
import Interchange
import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A folder in the making: filled beside its place under another name, then renamed there, so that
/// nobody ever finds half of it.
///
/// A folder of the same sort that is there already gets the new files, one renaming each; others in
/// it are left alone.
final class NewFolder: DataPackageExport.Target {
  private let path: String
  private let making: Making
  private var folders: [String: Making] = [:]
  private var files: [(name: String, making: Making)] = []
  private var replaces = false
  private var current: (name: String, making: Making, sink: ByteSink)?
  private var bytesBefore = 0
  private var bytes = 0
  /// Is told how many bytes all files have so far.
  var watch: ((Int) -> Void)?

  /// - Parameter mark: a file by which a folder of the same sort is known; its files are replaced.
  /// - Throws: where something else is there already, other than an empty folder.
  init(at path: String, mark: String? = nil) throws(RegistryError) {
    var trimmed = path
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    self.path = trimmed
    var status = stat()
    guard !FileSystem.isBesideDatabase(trimmed) else {
      throw RegistryError(
        .cannotCreate,
        Sentence(
          "\(path) is a name that SQLite takes for a part of the database beside it.",
          vi: "\(path) là tên mà SQLite coi là một phần của cơ sở dữ liệu bên cạnh."),
        hint: Sentence("Choose another place.", vi: "Hãy chọn nơi khác."))
    }
    if let mark, FileSystem.isFolder(trimmed), FileSystem.exists("\(trimmed)/\(mark)") {
      replaces = true
    } else if lstat(trimmed, &status) == 0, rmdir(trimmed) != 0 {
      throw RegistryError(
        .cannotCreate,
        Sentence("There is already something at \(path).", vi: "Đã có sẵn \(path)."),
        hint: Sentence("Choose another place.", vi: "Hãy chọn nơi khác."))
    }
    guard let making = Making(beside: trimmed, .folder) else { throw Self.refused(path) }
    self.making = making
  }

  private var temporary: String { making.path }

  deinit {
    // What is in a folder goes before it.
    current = nil
    files = []
    for folder in folders.keys.sorted(by: >) { folders[folder] = nil }
  }

  /// Writes a whole file.
  func write(_ text: String, to name: String) throws(RegistryError) {
    try begin(name).write(text)
    try end()
  }

  /// Begins a file; `name` is a path in the folder.
  ///
  /// - Throws: where it would lie outside, or the disk refuses.
  func begin(_ name: String) throws(RegistryError) -> ByteSink {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw RegistryError(
        .invalidValue,
        Sentence("\(name) is no name of a file.", vi: "\(name) không phải tên tệp."))
    }
    var folder = ""
    for part in parts.dropLast() {
      folder += folder.isEmpty ? String(part) : "/\(part)"
      guard folders[folder] == nil else { continue }
      guard let made = Making(named: "\(temporary)/\(folder)", .folder) else {
        throw Self.refused(name)
      }
      folders[folder] = made
    }
    guard let made = Making(named: "\(temporary)/\(name)") else { throw Self.refused(name) }
    let sink = ByteSink(descriptor: made.descriptor)
    bytesBefore = bytes
    sink.watch = { [weak self] in
      guard let self else { return }
      bytes = bytesBefore + $0
      watch?(bytes)
    }
    current = (name, made, sink)
    return sink
  }

  func end() throws(RegistryError) {
    guard let file = current else { return }
    current = nil
    defer {
      file.making.release()
      files.append((file.name, file.making))
    }
    do { try file.sink.flush() } catch {
      throw Self.refused(file.name, .inputOutput, error.reason)
    }
  }

  /// Puts the folder into its place.
  func publish() throws(RegistryError) {
    guard replaces else {
      guard making.replace(path) else { throw Self.refused(path) }
      for file in files { file.making.keep() }
      for folder in folders.values { folder.keep() }
      return
    }
    for (count, file) in files.enumerated() {
      let place = "\(path)/\(file.name)"
      var status = stat()
      // What is there keeps its mode.
      if lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        chmod(file.making.path, status.st_mode & 0o777)
      }
      guard file.making.replace(place) else { throw refused(file.name, behind: count) }
    }
  }

  /// Some files are in their places already.
  private func refused(_ name: String, behind count: Int) -> RegistryError {
    var refusal = Self.refused(name)
    guard count > 0 else { return refusal }
    refusal.hint = Sentence(
      "\(count) of \(files.count) files in \(path) are new already. Write it again.",
      vi: "\(count) trên \(files.count) tệp trong \(path) đã là bản mới. Hãy ghi lại.")
    return refusal
  }

  private static func refused(
    _ path: String, _ kind: RegistryError.Kind = .cannotCreate,
    _ why: String = String(cString: strerror(errno))
  ) -> RegistryError {
    RegistryError(
      kind,
      Sentence("\(path) cannot be written: \(why).", vi: "Không ghi được \(path): \(why)."))
  }
}
