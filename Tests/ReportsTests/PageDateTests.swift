import Registry
import Testing

@Suite struct PageDateTests {
  @Test(arguments: [
    ("2025-02-20", "2025-02-20", "20/02/2025"), ("2025-02", "2025-02", "02/2025"),
    ("2025?", "2025?", "2025?"), ("1801-05~", "about May 1801", "khoảng 5/1801"),
    ("1730~", "about 1730", "khoảng 1730"),
    ("1801-02-05%", "about 5 February 1801?", "khoảng 05/02/1801?"),
    ("x~", "x~", "x~"), ("~", "~", "~"),
    ("[..1917]", "no later than 1917", "không muộn hơn 1917"),
    ("[1858-06..]", "no earlier than June 1858", "không sớm hơn 6/1858"),
    ("[1858-06-01..]", "no earlier than 1 June 1858", "không sớm hơn 01/6/1858"),
    ("[..2020-02-09]", "no later than 9 February 2020", "không muộn hơn 09/02/2020"),
    ("[1917..1920-05]", "between 1917 and May 1920", "trong khoảng 1917 – 5/1920"),
    ("", "", ""), ("x", "x", "x"), ("[..]", "[..]", "[..]"), ("[a..b]", "[a..b]", "[a..b]"),
    ("12-34", "12-34", "12-34"),
    // A term is no month.
    ("2024-2027", "2024-2027", "2024-2027"),
  ])
  func `a date is printed in words where it is bounds or about then`(
    stored: String, english: String, vietnamese: String
  ) {
    #expect(PageDate.english(stored) == english)
    #expect(PageDate.vietnamese(stored) == vietnamese)
  }
}
