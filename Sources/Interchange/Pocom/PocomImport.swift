import Files
package import Registry
import SQLite

/// Takes in the Principal Officers and Chiefs of Mission of the United States, 1778 to today, as
/// the Office of the Historian publishes them (HistoryAtState/pocom), and with them the
/// territories and posts of HistoryAtState/gsh.
///
/// Every record keeps its place in the source; what is odd in it is kept and reported, never
/// mended. Taken in again, only what changed in the source is taken.
package struct PocomImport {
  package struct Options: Sendable {
    package var pocom: String
    package var gsh: String?
    /// The day up to which the data is known.
    ///
    /// Chief rows end in October 2020, and a missing end
    /// says that the chief served then.
    package var asOf: String

    package static let lastDay = "2020-10-31"

    package init(pocom: String, gsh: String? = nil, asOf: String = Self.lastDay) {
      self.pocom = pocom
      self.gsh = gsh
      self.asOf = asOf
    }
  }

  /// The records of both sources, read and not yet stored.
  struct Sources {
    var people: [PocomPerson] = []
    var missions: [PocomMission] = []
    var groups: [PocomGroup] = []
    var roles: [PocomRole] = []
    var territories: [GSHTerritory] = []
    var countries: [GSHCountry] = []
    var locales: [GSHLocale] = []
    var posts: [GSHPost] = []
    var unreadable: [(kind: String, record: SourceRecord)] = []
    /// What stands in the records that are read, and is not.
    var strangers: [SourceShape.Stranger] = []
    /// Folders of pocom that are not there: nothing of their kind is taken.
    var missingFolders: [String] = []
    /// Records that are read and stored nowhere: offices that head no mission.
    var principals = 0
  }

  let options: Options
  let watch: (_ done: Int, _ total: Int) -> Void

  /// - Parameter watch: is told how many records of how many are done.
  package init(_ options: Options, watch: @escaping (Int, Int) -> Void = { _, _ in }) {
    self.options = options
    self.watch = watch
  }

  /// Reads everything, then stores it in one change; in none where nothing is new.
  ///
  /// - Throws: where a file is malformed, with line and column, or the registry is of another
  ///   sender; then nothing is changed.
  package func run(
    into registry: Registry, _ note: ChangeNote
  ) throws(RegistryError) -> (report: ImportReport, change: Int?) {
    let asOf = try registry.day(options.asOf)
    let sources = try read()
    var note = note
    // Two and a half centuries are odd in every way; `check` says so afterwards.
    note.accepted = ["*"]
    let outcome = try registry.writeIfAny(note) { (change) throws(RegistryError) in
      let store = try PocomStore(change, asOf: asOf, total: sources.total, watch: watch)
      try store.store(sources)
      return store.report
    }
    return (outcome.result, outcome.change)
  }

  private func read() throws(RegistryError) -> Sources {
    var sources = Sources()
    let pocom = XMLFolder(options.pocom)
    func each(
      _ folder: XMLFolder, _ name: String, _ root: StaticString, _ kind: String,
      _ take: (SourceRecord) -> Bool
    ) throws(RegistryError) {
      // A registry without such records goes out without the folder. People are always there.
      let whole = "\(folder.path)/\(name)"
      if folder.path == options.pocom, name != "people", !FileSystem.isLink(whole),
        !FileSystem.exists(whole)
      {
        sources.missingFolders.append(name)
        return
      }
      for file in try folder.files(in: name) {
        let record = SourceRecord(file: file, element: try folder.root(file, named: root))
        sources.strangers += SourceShape.strangers(in: record)
        if !take(record) { sources.unreadable.append((kind, record)) }
      }
    }
    func taking<T>(_ list: inout [T], _ made: T?) -> Bool {
      if let made { list.append(made) }
      return made != nil
    }
    var people: [PocomPerson] = []
    for folder in ["people", "people-pending"] where folder == "people" || hasFolder(folder) {
      try each(pocom, folder, "person", "person") { taking(&people, PocomPerson($0)) }
    }
    var missions: [PocomMission] = []
    try each(pocom, "missions-countries", "country-mission", "mission") {
      taking(&missions, PocomMission($0))
    }
    try each(pocom, "missions-orgs", "org-mission", "mission") {
      taking(&missions, PocomMission($0))
    }
    var groups: [PocomGroup] = []
    try each(pocom, "concurrent-appointments", "concurrent-appointments", "group") {
      taking(&groups, PocomGroup($0))
    }
    var roles: [PocomRole] = []
    try each(pocom, "roles-country-chiefs", "role", "title") { taking(&roles, PocomRole($0)) }
    var principals = 0
    if hasFolder("positions-principals") {
      try each(pocom, "positions-principals", "principal-position", "principal") { record in
        for part in record.element.children
        where part.isNamed("principals") || part.isNamed("other-appointees") {
          principals += part.children.count
        }
        return true
      }
    }
    (sources.people, sources.missions, sources.groups) = (people, missions, groups)
    (sources.roles, sources.principals) = (roles, principals)
    guard let path = options.gsh else { return sources }
    let gsh = XMLFolder(path)
    var territories: [GSHTerritory] = []
    try each(gsh, "territories", "territory", "territory") {
      taking(&territories, GSHTerritory($0))
    }
    var countries: [GSHCountry] = []
    try each(gsh, "countries-old", "country", "country") { taking(&countries, GSHCountry($0)) }
    var locales: [GSHLocale] = []
    try each(gsh, "locales", "locale", "place") { taking(&locales, GSHLocale($0)) }
    var posts: [GSHPost] = []
    try each(gsh, "posts", "post", "post") { taking(&posts, GSHPost($0)) }
    (sources.territories, sources.countries) = (territories, countries)
    (sources.locales, sources.posts) = (locales, posts)
    return sources
  }
}

extension PocomImport {
  private func hasFolder(_ name: String) -> Bool {
    FileSystem.isFolder("\(options.pocom)/\(name)")
  }
}

extension PocomImport.Sources {
  var total: Int {
    people.count + missions.reduce(0) { $0 + $1.list.count + $1.nominees.count } + groups.count
      + territories.count + locales.count + posts.count
  }
}
