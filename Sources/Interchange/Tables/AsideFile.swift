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
  private let making: Making
  private let sink: ByteSink
  private let writer: DelimitedWriter
  private var isEmpty = true

  /// - Throws: where there is a file already, or none can be made.
  init(_ path: String) throws(RegistryError) {
    self.path = path
    guard !FileSystem.isBesideDatabase(path) else {
      throw RegistryError(
        .cannotCreate,
        Sentence(
          "\(path) is a name that SQLite takes for a part of the database beside it.",
          vi: "\(path) là tên mà SQLite coi là một phần của cơ sở dữ liệu bên cạnh."),
        hint: Sentence("Name a new file.", vi: "Hãy đặt tên một tệp mới."))
    }
    // Under its own name from the beginning: nobody is to find a name taken after a long run.
    guard let making = Making(named: path) else {
      let why = String(cString: strerror(errno))
      throw RegistryError(
        .cannotCreate,
        Sentence("\(path) cannot be made: \(why).", vi: "Không tạo được \(path): \(why)."),
        hint: Sentence("Name a new file.", vi: "Hãy đặt tên một tệp mới."))
    }
    self.making = making
    sink = ByteSink(descriptor: making.descriptor)
    writer = DelimitedWriter(sink, WritingStyle())
  }

  func put(_ row: ForeignRow, header: [String], _ fault: String) {
    if isEmpty { writer.writeLine(header + [ColumnMap.errorColumn]) }
    isEmpty = false
    var fields = row.fields
    while fields.count < header.count { fields.append("") }
    writer.writeLine(fields + [fault])
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
  func publish(isDryRun: Bool) {
    if !isEmpty && !isDryRun { making.keep() }
  }
}
