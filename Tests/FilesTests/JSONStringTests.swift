import Foundation
import Testing

@testable import Files

@Suite struct JSONStringTests {
  @Test(arguments: [
    "", "Đỗ", "a\"b\\c/", "\u{0}\u{1}\u{1F}\u{7F}\u{80}\u{9F}\u{A0}", "\r\n\t", "🇻🇳", "\u{2028}",
  ])
  func `a text in JSON is that text`(text: String) throws {
    let json = JSONString.quoted(text)
    let read = try JSONSerialization.jsonObject(with: Data("[\(json)]".utf8)) as? [String]
    #expect(read == [text])
    // What a terminal would obey.
    #expect(
      json.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
  }
}
