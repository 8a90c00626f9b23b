import Legation
import SQLite
import Testing

@testable import Registry

/// What the library says in public is what is inside: a code that is new here has its name there.
@Suite struct PublicFaceTests {
  @Test func `the library knows every kind of record`() {
    #expect(Legation.RecordKind.all.map(\.name) == CoreKind.all.map(\.name))
    #expect(Legation.RecordKind.all.map(\.table) == CoreKind.all.map(\.table))
  }

  @Test func `the library knows every milestone`() {
    let known = Milestone.allCases.map(\.column)
    #expect(
      known.filter(CoreKind.milestones.contains) == CoreKind.milestones.filter { $0 != "ended" })
    for column in known { #expect(CoreKind.accreditation.field(column)?.rule == .date) }
  }

  /// The codes that the library has as cases, and the column that takes them.
  @Test(arguments: [
    (CoreKind.posting, "function", Head.Function.allCases.map(\.rawValue)),
    (.posting, "nomination", Head.Nomination.allCases.map(\.rawValue)),
    (.posting, "certainty", Certainty.allCases.map(\.rawValue)),
    (.person, "gender", Person.Gender.allCases.map(\.rawValue)),
  ])
  func `the library knows every code of a column`(kind: CoreKind, column: String, codes: [String]) {
    #expect(kind.field(column)?.rule == .choice(codes))
  }

  @Test(arguments: [
    ("tenure.ended_by", Head.End.allCases.map(\.rawValue)),
    ("finding_kind.severity", Finding.Severity.allCases.map(\.rawValue)),
  ])
  func `the library knows every code of a view`(list: String, codes: [String]) throws {
    let connection = try TemporaryRegistry().connection
    let known = try connection.column(
      "SELECT code FROM code_label WHERE list = \(list)", as: String.self)
    #expect(Set(known) == Set(codes))
  }

  @Test func `every milestone by which functions begin is known`() throws {
    let connection = try TemporaryRegistry().connection
    let known = try connection.column(
      "SELECT code FROM code_label WHERE list = 'tenure.began_by'", as: String.self)
    for code in known { #expect(Milestone(rawValue: code) != nil, "\(code)") }
  }
}
