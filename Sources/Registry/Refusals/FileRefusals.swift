package import Files

extension RegistryError {
  /// What could not be done with a file, in words.
  ///
  /// - Parameters:
  ///   - hint: the way out where the place is taken or nothing can be made there.
  ///   - remedy: likewise, in place of the hint.
  package init(_ error: FileError, hint: Sentence? = nil, remedy: Remedy? = nil) {
    let path = error.path
    switch error.reason {
    case .cancelled: self = .cancelled
    case .ruledOut(let refusal):
      self =
        refusal as? RegistryError ?? RegistryError(.unforeseen, Sentence(same: "\(refusal)"))
    case .isThere:
      self.init(
        .cannotCreate,
        Sentence("There is already something at \(path).", vi: "Đã có sẵn \(path)."),
        hint: remedy == nil
          ? hint ?? Sentence("Choose another place.", vi: "Hãy chọn nơi khác.") : nil,
        remedies: [remedy].compactMap { $0 })
    case .isReplaced:
      self.init(
        .cannotCreate,
        Sentence(
          "\(path) was made or replaced by another program meanwhile; it is left as it is.",
          vi: "\(path) vừa được chương trình khác tạo hoặc thay; tệp đó được giữ nguyên."),
        hint: hint
          ?? Sentence(
            "Look at it, then try again.", vi: "Hãy xem lại tệp đó rồi thử lại."))
    case .noFolder(let folder):
      self.init(
        .cannotCreate,
        Sentence("There is no folder \(folder).", vi: "Không có thư mục \(folder)."),
        remedies: [.file(.makeFolder(folder))])
    case .inFolder(let folder, let done, let count, let reason):
      self.init(FileError(path, error.attempt, reason))
      self.hint = Sentence(
        "\(done) of \(count) files in \(folder) are new already. Write it again.",
        vi: "\(done) trên \(count) tệp trong \(folder) đã là bản mới. Hãy ghi lại.")
    case .isNoName:
      self.init(
        .invalidValue,
        Sentence("\(path) is no name of a file.", vi: "\(path) không phải tên tệp."))
    case .isFolder where error.attempt == .read:
      self.init(
        .unfitFile,
        Sentence("\(path) is a folder, not a file.", vi: "\(path) là thư mục, không phải tệp."))
    case .system, .isFolder, .isLink, .isNoFile, .isTooLarge, .isNoText, .output:
      self.init(error.kind, error.sentence, hint: hint)
      if error.attempt == .readElement {
        self.hint = Sentence("Nothing was changed.", vi: "Chưa có gì thay đổi.")
      }
    }
  }
}

extension FileError {
  fileprivate var kind: RegistryError.Kind {
    switch (attempt, reason) {
    case (_, .output), (.readOn, .system), (.copy, _): .inputOutput
    case (.write, _), (.make, _): .cannotCreate
    case (_, .system): .missingFile
    default: .unfitFile
    }
  }

  fileprivate var sentence: Sentence {
    let why = reason.words
    return switch attempt {
    case .read:
      Sentence(
        "\(path) cannot be read: \(why.english).", vi: "Không đọc được \(path): \(why.vietnamese).")
    case .readWhole, .readOn, .readElement:
      Sentence("\(path): \(why.english).", vi: "\(path): \(why.vietnamese).")
    case .write:
      Sentence(
        "\(path) cannot be written: \(why.english).",
        vi: "Không ghi được \(path): \(why.vietnamese).")
    case .make:
      Sentence(
        "\(path) cannot be made: \(why.english).", vi: "Không tạo được \(path): \(why.vietnamese).")
    case .copy:
      Sentence(
        "\(path) cannot be copied: \(why.english).",
        vi: "Không chép được \(path): \(why.vietnamese).")
    }
  }
}

extension FileError.Reason {
  /// Why, for the end of a sentence.
  package var words: Sentence {
    switch self {
    case .system(let code): Sentence(same: FileError.words(of: code))
    case .isFolder:
      Sentence("a folder, where a file should be", vi: "là thư mục, không phải tệp")
    case .isLink:
      Sentence("a symbolic link, where a file should be", vi: "là liên kết, không phải tệp")
    case .isNoFile:
      Sentence(
        "a pipe or a device, where a file should be",
        vi: "là ống dẫn hoặc thiết bị, không phải tệp")
    case .isTooLarge: Sentence("too large", vi: "quá lớn")
    case .isNoText: Sentence("bytes that are no UTF-8", vi: "không phải UTF-8")
    case .isThere: Sentence("something is there already", vi: "đã có sẵn")
    case .isReplaced: Sentence("it was replaced meanwhile", vi: "vừa bị thay")
    case .isNoName: Sentence("no name of a file", vi: "không phải tên tệp")
    case .noFolder: Sentence("there is no such folder", vi: "không có thư mục đó")
    case .output(let error): Sentence(same: error.reason)
    case .ruledOut, .cancelled: Sentence("cancelled", vi: "đã hủy")
    case .inFolder(_, _, _, let reason): reason.words
    }
  }
}

extension RegistryError {
  /// Whatever else went wrong, somebody wanted an end.
  package static let cancelled = RegistryError(
    .cancelled, Sentence("Cancelled; nothing was changed.", vi: "Đã hủy; chưa có gì thay đổi."))
}
