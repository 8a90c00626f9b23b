import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A new CSV file of the rows that were not taken, each with what is wrong with it: mended, it can
/// be taken in as it is.
final class AsideFile {
  private let path: String
  private let stream: UnsafeMutablePointer<FILE>
  private var isOpen = true
  private var isEmpty = true

  /// - Throws: where there is a file already, or none can be made.
  init(_ path: String) throws(RegistryError) {
    self.path = path
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0, let stream = fdopen(descriptor, "w") else {
      let why = String(cString: strerror(errno))
      throw RegistryError(
        .cannotCreate,
        Sentence("\(path) cannot be made: \(why).", vi: "Không tạo được \(path): \(why)."),
        hint: Sentence("Name a new file.", vi: "Hãy đặt tên một tệp mới."))
    }
    self.stream = stream
  }

  /// What was not published is as if it never was.
  deinit {
    guard isOpen else { return }
    fclose(stream)
    unlink(path)
  }

  func put(_ row: ForeignRow, header: [String], _ fault: Sentence) throws(RegistryError) {
    if isEmpty { try line(header + [ColumnMap.errorColumn]) }
    isEmpty = false
    var fields = row.fields
    while fields.count < header.count { fields.append("") }
    try line(fields + [fault.english])
  }

  private func line(_ fields: [String]) throws(RegistryError) {
    guard fputs(DataPackageExport.line(fields), stream) >= 0 else { throw failure() }
  }

  /// Keeps the file, unless it is empty or nothing was meant.
  func publish(isDryRun: Bool) throws(RegistryError) {
    guard !isEmpty, !isDryRun else { return }
    isOpen = false
    let isWritten = fflush(stream) == 0
    guard fclose(stream) == 0, isWritten else {
      unlink(path)
      throw failure()
    }
  }

  private func failure() -> RegistryError {
    let why = String(cString: strerror(errno))
    return RegistryError(
      .inputOutput,
      Sentence("\(path) cannot be written: \(why).", vi: "Không ghi được \(path): \(why)."))
  }
}
