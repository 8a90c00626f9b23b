import Formats
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
  private let descriptor: Int32
  private let sink: ByteSink
  private let writer: DelimitedWriter
  private var isKept = false
  private var isEmpty = true

  /// - Throws: where there is a file already, or none can be made.
  init(_ path: String) throws(RegistryError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      let why = String(cString: strerror(errno))
      throw RegistryError(
        .cannotCreate,
        Sentence("\(path) cannot be made: \(why).", vi: "Không tạo được \(path): \(why)."),
        hint: Sentence("Name a new file.", vi: "Hãy đặt tên một tệp mới."))
    }
    sink = ByteSink(descriptor: descriptor)
    writer = DelimitedWriter(sink, WritingStyle())
  }

  /// What was not published is as if it never was.
  deinit {
    close(descriptor)
    if !isKept { unlink(path) }
  }

  func put(_ row: ForeignRow, header: [String], _ fault: Sentence) {
    if isEmpty { writer.writeLine(header + [ColumnMap.errorColumn]) }
    isEmpty = false
    var fields = row.fields
    while fields.count < header.count { fields.append("") }
    writer.writeLine(fields + [fault.english])
  }

  /// Hands everything to the system.
  func flush() throws(RegistryError) {
    do { try sink.flush() } catch {
      throw RegistryError(
        .inputOutput,
        Sentence(
          "\(path) cannot be written: \(error.reason).",
          vi: "Không ghi được \(path): \(error.reason)."))
    }
  }

  /// Keeps the file, unless it is empty or nothing was meant.
  func publish(isDryRun: Bool) { isKept = !isEmpty && !isDryRun }
}
