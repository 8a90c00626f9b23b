import Registry

/// A state or territory, past or present: `territories/`.
struct GSHTerritory {
  let record: SourceRecord
  let id: String
  let shortName: String
  let longName: String?
  let isIndependent: Bool
  let since: String?
  /// `nil` where it still is.
  let until: String?
  let predecessors: [String]
  let successors: [String]
  let notes: String?
  let sources: [String]
  /// What the source says of its dates beyond themselves.
  let doubts: [String]

  init?(_ record: SourceRecord) {
    let element = record.element
    guard let id = element.text("id"), let name = element.text("short-form-name") else {
      return nil
    }
    self.record = record
    self.id = id
    shortName = name
    longName = element.text("long-form-name")
    isIndependent = element.text("type-of-territory") == "independent-state"
    since = element.text("valid-since")
    let until = element.text("valid-until")
    self.until = until == "9999" ? nil : until
    predecessors = element.first("predecessors")?.all("predecessor").map(\.text) ?? []
    successors = element.first("successors")?.all("successor").map(\.text) ?? []
    notes = element.text("notes")
    sources = element.first("sources")?.all("source").map(\.text).filter { !$0.isEmpty } ?? []
    doubts = (element.first("valid-since")?.attributes ?? []).map {
      "valid-since: \($0.name) \($0.value)"
    }
  }
}

/// A country as older lists name it, with a code of two letters: `countries-old/`.
struct GSHCountry {
  let record: SourceRecord
  let id: String
  let code: String
  let region: String?
  let label: String
  let otherLabels: [String]

  init?(_ record: SourceRecord) {
    let element = record.element
    guard let id = element.text("id"), let code = element.text("iso2") else { return nil }
    self.record = record
    self.id = id
    self.code = code
    region = element.text("region")
    label = element.text("label") ?? id
    otherLabels =
      element.first("alternate-labels")?.all("alternate-label").map(\.text) ?? []
  }
}

/// A town where posts have or had their seat: `locales/`.
struct GSHLocale {
  let record: SourceRecord
  let id: String
  let name: String
  let territory: String?
  let latitude: Double?
  let longitude: Double?
  let remarks: [String]

  init?(_ record: SourceRecord) {
    let element = record.element
    guard let id = element.text("id"), let name = element.text("name") else { return nil }
    self.record = record
    self.id = id
    self.name = name
    territory = element.text("current-territory")
    latitude = element.text("latitude").flatMap(Double.init)
    longitude = element.text("longitude").flatMap(Double.init)
    var remarks: [String] = []
    for other in element.first("alternate-names")?.all("alternate-name") ?? [] {
      let words = [other.text("label"), other.text("notes")].compactMap { $0 }
      if !words.isEmpty { remarks.append("Also: " + words.joined(separator: ", ")) }
    }
    if let before = element.text("predecessors") { remarks.append("Before: \(before)") }
    if let after = element.text("successors") { remarks.append("After: \(after)") }
    self.remarks = remarks
  }
}

/// A post of the sender: `posts/`.
struct GSHPost {
  let record: SourceRecord
  let locale: String
  let territory: String
  let kind: String
  let opened: String?
  /// `nil` where it is still open.
  let closed: String?
  let sources: [String]
  let notes: String?

  init?(_ record: SourceRecord) {
    let element = record.element
    guard let locale = element.text("locale-id"), let territory = element.text("territory-id"),
      let kind = element.text("post-type")
    else { return nil }
    self.record = record
    self.locale = locale
    self.territory = territory
    self.kind = kind
    opened = element.text("valid-since")
    let closed = element.text("valid-until")
    self.closed = closed == "9999" ? nil : closed
    sources = element.first("sources")?.all("source").map(\.text).filter { !$0.isEmpty } ?? []
    notes = element.text("notes")
  }
}
