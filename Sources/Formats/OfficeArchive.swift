import CMinizip
import CSystem
import Files

/// The container of a workbook or a text document: a ZIP archive that goes out in one run, so that a pipe takes it too.
///
/// Every part has the same time, the first that the form knows: the same rows make the same bytes.
final class OfficeArchive {
  private let sink: ByteSink
  private let stream: ForwardStream
  private var zip: zipFile?
  private(set) var partLength = 0

  init(_ sink: ByteSink) {
    self.sink = sink
    stream = ForwardStream(sink)
    var functions = stream.functions
    zip = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions)
    if zip == nil { fail() }
  }

  deinit {
    guard let zip else { return }
    stream.isMute = true
    zipClose(zip, nil)
  }

  func begin(_ name: String) {
    guard let zip else { return }
    partLength = 0
    // 1 January 1980.
    var info = zip_fileinfo()
    info.dosDate = 1 << 21 | 1 << 16
    // Level 1 takes a third of the time of the usual one, for a quarter more bytes.
    let result = zipOpenNewFileInZip4_64(
      zip, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, 1, 0, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY,
      nil, 0, ForwardStream.madeBy, ForwardStream.saysLengthsBehind, 0)
    if result != ZIP_OK { fail() }
  }

  func write(_ bytes: UnsafeRawBufferPointer) {
    guard let zip, !sink.hasFailed else { return }
    partLength += bytes.count
    if zipWriteInFileInZip(zip, bytes.baseAddress, UInt32(bytes.count)) != ZIP_OK { fail() }
  }

  func endPart() {
    guard let zip else { return }
    if zipCloseFileInZip(zip) != ZIP_OK { fail() }
  }

  /// Writes a part that is known whole.
  func add(_ name: String, _ text: String) {
    begin(name)
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    endPart()
  }

  /// Writes the list of the parts.
  func end() {
    guard let zip else { return }
    if zipClose(zip, nil) != ZIP_OK { fail() }
    self.zip = nil
  }

  // Where the sink has failed before, that is the reason.
  private func fail() { sink.fail(.failed(FileError.words(of: ENOMEM))) }
}

/// What minizip takes for a file.
///
/// Behind each part it goes back to say in its head how long it became. Nobody can go back in a
/// pipe: these bytes are held back, and said behind the part, where ZIP has a place for them.
private final class ForwardStream {
  /// Version 2.0 of the form, on no system of its own.
  static let madeBy: UInt = 20
  /// The flag of a part whose lengths stand behind it.
  static let saysLengthsBehind: UInt = 8

  var isMute = false
  private let sink: ByteSink
  private var position: UInt64 = 0
  private var heldBack: [UInt8]?

  init(_ sink: ByteSink) { self.sink = sink }

  var functions: zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    functions.zopen64_file = { opaque, _, _ in opaque }
    functions.zread_file = { _, _, _, _ in 0 }
    functions.zwrite_file = { opaque, _, bytes, count in
      ForwardStream.at(opaque)?.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        == true
        ? count : 0
    }
    functions.ztell64_file = { opaque, _ in ZPOS64_T(ForwardStream.at(opaque)?.position ?? 0) }
    functions.zseek64_file = { opaque, _, place, _ in
      ForwardStream.at(opaque)?.seek(UInt64(place)) == true ? 0 : -1
    }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func at(_ opaque: UnsafeMutableRawPointer?) -> ForwardStream? {
    opaque.map { Unmanaged<ForwardStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if isMute { return true }
    if heldBack != nil {
      heldBack?.append(contentsOf: bytes)
      return true
    }
    sink.write(bytes)
    position += UInt64(bytes.count)
    return !sink.hasFailed
  }

  private func seek(_ place: UInt64) -> Bool {
    guard place == position else {
      if heldBack == nil { heldBack = [] }
      return place < position
    }
    guard let lengths = heldBack else { return true }
    heldBack = nil
    return (Array("PK\u{07}\u{08}".utf8) + lengths).withUnsafeBytes { write($0) }
  }
}
