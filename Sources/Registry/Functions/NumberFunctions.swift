import SQLite

/// Functions of SQL over the numbers of many rows.
///
/// NULL is left out; a text is an error, as is a number without end.
enum NumberFunctions {
  static let all = [
    SQLFunction(
      "median", ["x"],
      Sentence(
        "The number in the middle, of two the mean; NULL of no numbers",
        vi: "Trung vị: số ở giữa, nếu có hai số thì lấy trung bình; NULL nếu không có số nào"),
      example: "SELECT median(column1) FROM (VALUES (1), (2), (9))", answer: "2.0",
      .ofRows { Ranked("median", $0) }),
    SQLFunction(
      "percentile", ["x", "p"],
      Sentence(
        "The p-th percentile: p of 100 numbers lie below it; between two in proportion; p is 0 to 100",
        vi:
          "Bách phân vị thứ p: p phần trăm các số nằm dưới nó; giữa hai số thì nội suy; p từ 0 đến 100"
      ),
      example: "SELECT percentile(column1, 90) FROM (VALUES (1), (2), (9))", answer: "7.6",
      .ofRows { Ranked("percentile", $0) }),
    SQLFunction(
      "stddev", ["x"],
      Sentence(
        "The standard deviation of a sample: how far numbers lie from their mean; NULL of less than two",
        vi: "Độ lệch chuẩn của mẫu: các số cách trung bình bao xa; NULL nếu có ít hơn hai số"),
      example: "SELECT stddev(column1) FROM (VALUES (2), (4), (6))", answer: "2.0",
      .ofRows { Spread("stddev", isSample: true, $0) }),
    SQLFunction(
      "stddev_pop", ["x"],
      Sentence(
        "The standard deviation of all there are, not of a sample; NULL of no numbers",
        vi: "Độ lệch chuẩn của toàn bộ, không phải của mẫu; NULL nếu không có số nào"),
      example: "SELECT stddev_pop(column1) FROM (VALUES (2), (4), (6), (8), (5))", answer: "2.0",
      .ofRows { Spread("stddev_pop", isSample: false, $0) }),
  ]

  /// A number of a row; `nil` for NULL.
  fileprivate static func number(
    _ value: borrowing StoredValue, _ function: String, _ refusals: FunctionRefusals
  ) throws(FunctionFault) -> Double? {
    switch value.storageClass {
    case .null: return nil
    case .integer, .real:
      let number = value.real
      guard number.isFinite else { throw tooLarge(function, refusals) }
      return number
    case .text, .blob:
      throw refusals.fault(
        of: function,
        Sentence("\(value.shown()) is no number", vi: "\(value.shown()) không phải là số"),
        hint: Sentence(
          "It takes numbers, such as days_least(began, ended).",
          vi: "Hàm này nhận số, ví dụ days_least(began, ended)."))
    }
  }

  fileprivate static func tooLarge(
    _ function: String, _ refusals: FunctionRefusals
  ) -> FunctionFault {
    refusals.fault(of: function, Sentence("the numbers are too large", vi: "các số quá lớn"))
  }
}

/// The number at a place among all: of the whole of which half, or another part, lies before it.
private final class Ranked: Aggregate {
  private let function: String
  private let refusals: FunctionRefusals
  private var numbers = NumberStore()
  /// Of 100.
  private var part = 50.0
  private var isPartKnown = false

  init(_ function: String, _ refusals: FunctionRefusals) {
    self.function = function
    self.refusals = refusals
  }

  func add(_ arguments: borrowing Arguments) throws(FunctionFault) {
    if arguments.count > 1 { try set(arguments[1]) }
    guard let number = try NumberFunctions.number(arguments[0], function, refusals) else { return }
    try numbers.append(number)
  }

  private func set(_ value: borrowing StoredValue) throws(FunctionFault) {
    let given = value.real
    let isNumber = value.storageClass == .integer || value.storageClass == .real
    guard isNumber, (0...100).contains(given) else {
      throw refusals.fault(
        of: function,
        Sentence(
          "\(value.shown()) is no number from 0 to 100",
          vi: "\(value.shown()) không phải số từ 0 đến 100"))
    }
    guard !isPartKnown || given == part else {
      throw refusals.fault(
        of: function,
        Sentence(
          "\(value.shown()) in one row and another part in the row before",
          vi: "dòng này là \(value.shown()), dòng trước lại là phần khác"),
        hint: Sentence(
          "The second argument is the same in all rows.",
          vi: "Tham số thứ hai phải như nhau ở mọi dòng."))
    }
    part = given
    isPartKnown = true
  }

  func result() throws(FunctionFault) -> Value {
    guard numbers.count > 0 else { return .null }
    let place = part * Double(numbers.count - 1) / 100
    let below = Int(place)
    let first = numbers.number(at: below)
    let share = place - Double(below)
    guard share > 0 else { return .real(first) }
    let second = numbers.smallest(from: below + 1)
    let way = second - first
    // From one end of all numbers to the other the way is longer than a number can say.
    return .real(way.isFinite ? first + way * share : first * (1 - share) + second * share)
  }
}

/// The standard deviation, in one pass: Welford's way, in which no large squares are subtracted.
private final class Spread: Aggregate {
  private let function: String
  private let isSample: Bool
  private let refusals: FunctionRefusals
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  init(_ function: String, isSample: Bool, _ refusals: FunctionRefusals) {
    self.function = function
    self.isSample = isSample
    self.refusals = refusals
  }

  func add(_ arguments: borrowing Arguments) throws(FunctionFault) {
    guard let number = try NumberFunctions.number(arguments[0], function, refusals) else { return }
    count += 1
    let distance = number - mean
    mean += distance / count
    squares += distance * (number - mean)
  }

  func result() throws(FunctionFault) -> Value {
    let divisor = isSample ? count - 1 : count
    guard divisor > 0 else { return .null }
    let deviation = (squares / divisor).squareRoot()
    guard deviation.isFinite else { throw NumberFunctions.tooLarge(function, refusals) }
    return .real(deviation)
  }
}
