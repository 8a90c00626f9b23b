import ArgumentParser
import Formats
import Registry
import Reports

/// How a report is set for an office to sign, on paper or to be edited.
struct PageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      plain, or in Vietnamese nd30 (Decree 30/2020) or hd05 (the Party's); to a file of html or docx. \
      What is not given stays blank.
      """,
      vi: """
        `plain`, `nd30` (Nghị định 30/2020) hoặc `hd05` (văn bản của Đảng); ghi ra tệp `.html` hoặc \
        `.docx`. \
        Mục nào không ghi thì để trống.
        """, valueName: "form"),
    completion: .list(OfficeForm.allCases.map(\.rawValue)))
  var form: String?

  @Option(
    help: ArgumentHelp(
      """
      Who it is from: a text file with lines like `issuer: WORDS`; also superior, symbol, place, to, \
      sign-as, office, signer, recipient.
      """,
      vi: """
        Cơ quan ban hành: tệp văn bản gồm các dòng như `issuer: TÊN`; cũng có `superior`, `symbol`, \
        `place`, `to`, `sign-as`, `office`, `signer`, `recipient`.
        """, valueName: "file"),
    completion: .file())
  var letterhead: String?

  @Option(
    help: ArgumentHelp(
      "The number of the document: 5, or whole, 05/BC-TCCB.",
      vi: "Số văn bản: 5, hoặc đầy đủ, `05/BC-TCCB`."))
  var number: String?

  @Option(
    help: ArgumentHelp(
      "The day of the document.", vi: "Ngày của văn bản.", valueName: "day"))
  var date: String?

  @Option(
    help: ArgumentHelp("Who signs.", vi: "Người ký.", valueName: "name"))
  var signer: String?

  var files: [NamedFile] { letterhead.map { [.read($0, .theLetterhead)] } ?? [] }

  private var words: [(name: String, given: String?)] {
    [("letterhead", letterhead), ("number", number), ("date", date), ("signer", signer)]
  }

  /// - Throws: where a form is asked for that the answer, its language or its file cannot have.
  func require(
    for options: GlobalOptions, document: OfficeForm.Document?, of report: String
  ) throws(RegistryError) {
    guard let form = try officeForm() else { return }
    guard options.form.isPaper else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "--form \(form.rawValue) makes a page of html or docx, not \(options.form.rawValue).",
          vi:
            "--form \(form.rawValue) tạo trang html hoặc docx, không phải \(options.form.rawValue)."
        ),
        hint: Sentence("To a file: -o FILE.docx", vi: "Ghi ra tệp: -o TỆP.docx"))
    }
    guard document != nil else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(report) is for those who keep the registry: it has no form to be signed.",
          vi: "\(report) dành cho người giữ sổ: không có mẫu để ký."),
        hint: Sentence(
          "`legation report list` says which forms each has.",
          vi: "`legation report list` cho biết mẫu của từng báo cáo."))
    }
  }

  /// - Returns: the paper; `nil` where no form is asked for.
  func paper(
    for heading: Heading, as document: OfficeForm.Document?, in language: Language
  ) throws(RegistryError) -> Paper? {
    guard let form = try officeForm() else { return nil }
    guard form.exists(in: language) else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "The form \(form.rawValue) is in Vietnamese.",
          vi: "Mẫu \(form.rawValue) chỉ có bằng tiếng Việt."),
        hint: Sentence(
          "Add --lang vi, or take --form plain.", vi: "Thêm --lang vi, hoặc dùng --form plain."))
    }
    let (document, head) = (document ?? .list, try head())
    let unused = head.said.filter(form.hasNoPlace(for: document).contains)
    if !unused.isEmpty {
      let names = unused.joined(separator: ", ")
      Failure.remark(
        Sentence(
          "\(form.rawValue) has no place on this page for: \(names).",
          vi: "Mẫu \(form.rawValue) không có chỗ trên trang này cho: \(names)."))
    }
    return form.paper(for: heading, as: document, from: head, in: language)
  }

  private func officeForm() throws(RegistryError) -> OfficeForm? {
    guard let form else {
      guard let stray = words.first(where: { $0.given != nil })?.name else { return nil }
      throw RegistryError(
        .invalidValue,
        Sentence(
          "--\(stray) belongs to a form.", vi: "--\(stray) chỉ dùng cùng một mẫu."),
        hint: Sentence("Add --form plain, nd30 or hd05.", vi: "Thêm --form plain, nd30 hoặc hd05."))
    }
    guard let known = OfficeForm(rawValue: form) else {
      let all = OfficeForm.allCases.map(\.rawValue).joined(separator: ", ")
      throw RegistryError(
        .invalidValue,
        Sentence(
          "form takes \(all), not \(Registry.quoted(form)).",
          vi: "form nhận \(all), không phải \(Registry.quoted(form))."))
    }
    return known
  }

  /// What the file says, and what was given beside it, which goes before.
  private func head() throws(RegistryError) -> Letterhead {
    var head = Letterhead()
    if let letterhead {
      head = try Letterhead(
        reading: ScriptFile.load(letterhead, of: Sentence("a letterhead", vi: "phần đầu văn bản")),
        from: letterhead)
    }
    if let number, number.contains(where: { !$0.isWhitespace }) { head.number = number }
    if let signer { head.signer = signer }
    if let date { head.date = try Registry.day(date, as: Sentence("date", vi: "ngày")) }
    return head
  }
}
