/// Functions of SQLite's own that a question may use: none reads a file, loads a program or tells an
/// address.
package struct BuiltInFunctions: Sendable {
  /// What they are about.
  package let about: Sentence
  package let names: [String]

  private init(_ about: Sentence, _ names: String) {
    self.about = about
    self.names = names.split(separator: " ").map(String.init)
  }

  package static let all = [
    BuiltInFunctions(
      Sentence("texts", vi: "văn bản"),
      """
      char format glob hex instr length like lower ltrim printf quote replace rtrim substr \
      substring trim unicode upper
      """),
    BuiltInFunctions(
      Sentence("numbers", vi: "số"),
      """
      abs ceil ceiling degrees exp floor ln log log10 log2 mod pi pow power radians random round \
      sign sin cos tan sqrt trunc
      """),
    BuiltInFunctions(
      Sentence("whole days and times", vi: "ngày đầy đủ và giờ"),
      """
      current_date current_time current_timestamp date datetime julianday strftime time unixepoch
      """),
    BuiltInFunctions(
      Sentence("NULL and choice", vi: "NULL và lựa chọn"), "coalesce ifnull iif max min nullif"),
    BuiltInFunctions(
      Sentence("many rows", vi: "nhiều dòng"), "avg count group_concat sum total"),
    BuiltInFunctions(
      Sentence("windows: with OVER", vi: "cửa sổ: dùng với OVER"),
      """
      cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank \
      row_number
      """),
    BuiltInFunctions(
      Sentence("JSON", vi: "JSON"),
      """
      json json_array json_array_length json_each json_extract json_group_array json_group_object \
      json_insert json_object json_patch json_quote json_remove json_replace json_set json_tree \
      json_type json_valid -> ->>
      """),
    BuiltInFunctions(
      Sentence("the index of names", vi: "chỉ mục tên"), "bm25 highlight match snippet"),
    BuiltInFunctions(
      Sentence("values and SQLite itself", vi: "giá trị và chính SQLite"),
      """
      changes likelihood likely randomblob sqlite_version typeof unlikely zeroblob
      """),
  ]
}
