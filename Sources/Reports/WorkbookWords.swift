package import Formats
package import Registry

extension WorkbookWords {
  /// What a workbook says by itself, in a language.
  package init(in language: Language) {
    self.init()
    notes = Sentence("Notes", vi: "Ghi chú")[language]
    facts = Sentence("For other programs", vi: "Dành cho chương trình khác")[language]
    hiddenColumns =
      Sentence(
        """
        Hidden columns hold keys, codes and, of each date, the first and the last day that it can \
        mean, as days that a spreadsheet reckons with, from 1900-03-01 on.
        """,
        vi: """
          Các cột ẩn chứa mã và, với mỗi ngày tháng, ngày sớm nhất và ngày muộn nhất có thể, dưới \
          dạng ngày để bảng tính tính được, từ 01/03/1900 trở đi.
          """)[language]
    cut = { count in
      Sentence(
        """
        A cell holds 32,767 letters; texts that were cut: \(count). Each says in the end how many \
        letters are missing.
        """,
        vi: """
          Một ô chứa tối đa 32.767 ký tự; số văn bản bị cắt: \(count). Cuối mỗi văn bản có ghi còn \
          thiếu bao nhiêu ký tự.
          """)[language]
    }
    continued = { name, before in
      Sentence(
        "The sheet “\(name)” goes on where “\(before)” ends: a sheet holds 1,048,576 rows.",
        vi: """
          Trang “\(name)” nối tiếp trang “\(before)”: mỗi trang chứa tối đa 1.048.576 dòng.
          """)[language]
    }
  }
}
