import Foundation
import Testing

/// The pages for people, held against what there is.
@Suite struct CatalogTests {
  @Test(arguments: Page.all)
  func `what stands in code voice is there`(page: Page) throws {
    let known = try KnownThings.all.get()
    let madeUp = try page.madeUp()
    let strangers = try page.codeVoice().filter {
      !known.look(at: $0).isThere && !madeUp.contains($0)
    }
    #expect(strangers == [])
  }

  @Test func `there is much to look at`() throws {
    let known = try KnownThings.all.get()
    let spans = try Page.all.flatMap { try $0.codeVoice() }
    for (kind, most) in [
      (KnownThings.Kind.command, 20), (.option, 10), (.path, 40), (.symbol, 40), (.word, 100),
    ] {
      let count = spans.filter { known.look(at: $0).kind == kind }.count
      #expect(count > most, "\(kind)")
    }
  }

  @Test(arguments: [
    "Sources/Registry/Kinds/Nobody.swift", "Nobody.swift", "Registry/Nowhere", "Scripts/nothing",
    "Migrations/9999-nothing.sql", "legation rooster", "legation head ennd x",
    "legation head end x --becuase died", "head end --becuase died", "--becuase", "--as-konwn WHEN",
    "HeadOffices", "Registry.wriite", "lookk(asKnown:)", "began_earliesst", "postingg",
    "registry.known_untill", "no-knowwn-head",
  ])
  func `what is not there is refused`(span: String) throws {
    let (kind, isThere) = try KnownThings.all.get().look(at: span)
    #expect(kind != .free)
    #expect(!isThere)
  }

  @Test func `only code outside of blocks is looked at`() {
    let text = "a `b` and ``c``\n```sh\nd `e`\n```\n`f g`"
    #expect(Page.codeVoice(in: text) == ["b", "f g"])
  }

  @Test(arguments: Page.all)
  func `every link leads somewhere`(page: Page) throws {
    let (files, pages) = try page.links()
    let known = Set(Page.ofCatalog.map(\.name))
    #expect(pages.filter { !known.contains($0) } == [])
    let missing = files.filter {
      !FileManager.default.fileExists(atPath: Page.root.appending(path: $0).path)
    }
    #expect(missing == [])
  }

  @Test func `the landing page leads to every other one`() throws {
    let landing = try #require(Page.ofCatalog.first { $0.name == "Legation" })
    let others = Page.ofCatalog.map(\.name).filter { $0 != "Legation" }
    #expect(others.count > 6)
    #expect(Set(try landing.links().pages) == Set(others))
  }

  @Test func `the reference of the schema says what the schema says`() throws {
    let program = try Program(sample: false)
    let script = Page.root.appending(path: "Scripts/schema-reference").path
    let made = try program.shell(
      "'\(script)' --program '\(Program.binary.path)' --folder '\(program.folder.path)'")
    try #require(made.code == 0, "\(made.err)")
    for name in ["Schema.md", "Schema.vi.md"] {
      let fresh = try String(contentsOf: program.folder.appending(path: name), encoding: .utf8)
      let kept = try String(contentsOf: Page.catalog.appending(path: name), encoding: .utf8)
      #expect(fresh.contains("gb-london-do-minh-hung"))
      // Without the pages in what is reported.
      let isSame = fresh == kept
      #expect(isSame, "\(name) is not as the schema is: Scripts/schema-reference renews it")
    }
  }
}
