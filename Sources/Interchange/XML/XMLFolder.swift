import CSystem
import Files
package import Registry

/// A folder of XML records, one a file, perhaps in subfolders.
package struct XMLFolder {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// The files under `folder` that end in `.xml`, as paths from here, in the order of their bytes.
  ///
  /// - Throws: where the folder is missing, or a folder is named like a record.
  package func files(in folder: String) throws(RegistryError) -> [String] {
    let whole = "\(path)/\(folder)"
    guard !FileSystem.isLink(whole) else {
      throw XMLTree.refused(
        whole,
        Sentence("a symbolic link, where a folder should be", vi: "là liên kết, không phải thư mục")
      )
    }
    let names: [String]
    do { names = try FileSystem.names(in: whole) } catch {
      throw RegistryError(
        error,
        hint: Sentence(
          "Give the folder that holds people/, missions-countries/ and the others.",
          vi: "Hãy chỉ tới thư mục chứa people/, missions-countries/ và các thư mục khác."))
    }
    var found: [String] = []
    for name in names {
      guard !name.hasPrefix(".") else { continue }
      let inner = "\(folder)/\(name)"
      if FileSystem.isFolder("\(path)/\(inner)") {
        guard !name.hasSuffix(".xml") else {
          throw XMLTree.refused(
            "\(path)/\(inner)",
            Sentence("a folder, where a file should be", vi: "là thư mục, không phải tệp"))
        }
        found += try files(in: inner)
      } else if name.hasSuffix(".xml") {
        found.append(inner)
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Reads one file of it.
  ///
  /// - Throws: where its root element is another one, or it is no record of a sensible size.
  package func root(_ file: String, named name: StaticString) throws(RegistryError) -> XMLElement {
    let whole = "\(path)/\(file)"
    let root = try XMLTree(try bytes(of: whole), path: whole).root
    guard root.isNamed(name) else {
      throw XMLTree.refused(
        whole,
        Sentence(
          "its root element is \(root.name), not \(name)",
          vi: "phần tử gốc là \(root.name), không phải \(name)"),
        line: root.line)
    }
    return root
  }

  private func bytes(of whole: String) throws(RegistryError) -> [UInt8] {
    let descriptor: Int32
    do { descriptor = try FileSystem.openElement(whole) } catch { throw RegistryError(error) }
    defer { close(descriptor) }
    guard let size = FileStatus(open: descriptor)?.size else { throw unreadable(whole) }
    guard size <= XMLTree.sizeLimit else {
      throw XMLTree.refused(
        whole,
        Sentence(
          "\(size) bytes are too many for one record",
          vi: "\(size) byte là quá lớn cho một bản ghi"))
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 { failed = true }
        guard got > 0 else { break }
        count += got
      }
    }
    if failed { throw unreadable(whole) }
    return bytes
  }

  private func unreadable(_ whole: String) -> RegistryError {
    XMLTree.refused(whole, Sentence(same: FileSystem.lastError))
  }
}
