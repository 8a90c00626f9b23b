import Files
import Formats
import Registry

/// A new CSV file of the rows that were not taken, each with what is wrong with it: mended, it can
/// be taken in as it is.
final class AsideFile {
  private let path: String
  private let file: NewFile
  private let sink: ByteSink
  private let writer: DelimitedWriter
  private var isEmpty = true

  /// - Throws: where there is a file already, or none can be made.
  init(_ path: String) throws(RegistryError) {
    self.path = path
    // Under its own name from the beginning: nobody is to find a name taken after a long run.
    do { file = try NewFile(inPlace: path, rule: .answer) } catch {
      throw RegistryError(
        error, hint: Sentence("Name a new file.", vi: "Hãy đặt tên một tệp mới."))
    }
    sink = ByteSink(descriptor: file.descriptor)
    writer = DelimitedWriter(sink, WritingStyle())
  }

  func put(_ row: ForeignRow, header: [String], _ fault: String) {
    if isEmpty { writer.writeLine(header + [ColumnMap.errorColumn]) }
    isEmpty = false
    var fields = row.fields
    while fields.count < header.count { fields.append("") }
    writer.writeLine(fields + [fault])
  }

  /// Hands everything to the disk.
  func flush() throws(RegistryError) {
    do { try sink.flush() } catch {
      throw RegistryError(FileError(path, .write, .output(error)))
    }
    do { try file.synchronize() } catch { throw RegistryError(error) }
  }

  /// Keeps the file, unless it is empty or nothing was meant.
  func publish(isDryRun: Bool) {
    if !isEmpty && !isDryRun { file.keep() }
  }
}
