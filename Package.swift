// swift-tools-version: 6.2
import PackageDescription

// Warnings stop the build in CI only, so that a newer compiler does not break a clean clone.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "legation",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "legation", targets: ["LegationCLI"]),
    .library(name: "Legation", targets: ["Legation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 for the seals.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    // A connection, statements, rows. Knows no mission.
    .target(
      name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict + [.strictMemorySafety()]),
    // What follows from the migrations: the versions of every table, the text of a schema.
    .target(name: "SQLSyntax", dependencies: ["Schema"], swiftSettings: strict),
    .target(name: "Schema", dependencies: ["CSystem", "SQLite"], swiftSettings: strict),
    // Makes the schema once, while the program is built. It gets the migrations as files: what
    // another plugin makes is not there when a plugin's tool is built.
    .executableTarget(
      name: "PrintSchema", dependencies: ["CSystem", "Schema", "SQLite"], swiftSettings: strict),
    // The SQL of Migrations/, carried in the binary.
    .target(
      name: "Migrations", dependencies: ["Schema"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    // The C library under one name, on every system.
    .systemLibrary(name: "CSystem"),
    // What a signal must take away, in C: a handler may neither allocate nor lock.
    .target(name: "CMaking"),
    // Descriptors, bytes in and out, new files and their names, the clock. Knows no database.
    .target(name: "Files", dependencies: ["CMaking", "CSystem"], swiftSettings: strict),
    // The model, partial dates, Vietnamese text, repositories: every write.
    .target(
      name: "Registry",
      dependencies: [
        "CSystem", "Files", "SQLSyntax", "SQLite", "Schema", "Migrations",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict,
      plugins: ["EmbedSchema"]
    ),
    // Views into headed tables, in both languages: every reading command.
    .target(
      name: "Reports", dependencies: ["Files", "Formats", "Registry", "SQLite", "Schema"],
      swiftSettings: strict,
      plugins: ["ListReports"]),
    // The container of spreadsheets.
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    // Rows to bytes: terminal table, CSV, JSON, Markdown, spreadsheets.
    .target(
      name: "Formats", dependencies: ["CMinizip", "CSystem", "Files", "SQLite"],
      swiftSettings: strict),
    // XML records of importers.
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    // Other forms of data in and out.
    .target(
      name: "Interchange",
      dependencies: ["CExpat", "CSystem", "Files", "Formats", "Registry", "SQLite", "Schema"],
      swiftSettings: strict),
    // Viet Nam's missions and heads, for `init --sample`.
    .target(
      name: "Sample",
      dependencies: ["Registry"],
      exclude: ["Data"],
      swiftSettings: strict,
      plugins: ["EmbedFiles"]
    ),
    // What other packages import: the one target with public names, and no rule of its own.
    .target(
      name: "Legation",
      dependencies: ["Files", "Registry", "Reports", "SQLite", "Sample"],
      swiftSettings: strict
    ),
    // The commands: parse, call, print. No SQL, no rule.
    .executableTarget(
      name: "LegationCLI",
      dependencies: [
        "CMaking", "CSystem", "Files", "Registry", "Reports", "Formats", "Interchange", "Sample",
        "SQLite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    // The registry's side of Scripts/bench.
    .executableTarget(
      name: "legation-bench",
      dependencies: ["CSystem", "Registry", "Reports", "SQLite"],
      path: "Sources/LegationBench",
      swiftSettings: strict
    ),
    .plugin(name: "EmbedFiles", capability: .buildTool(), path: "Sources/EmbedFiles"),
    .plugin(name: "ListReports", capability: .buildTool(), path: "Sources/ListReports"),
    .plugin(
      name: "EmbedSchema", capability: .buildTool(), dependencies: ["PrintSchema"],
      path: "Sources/EmbedSchema"),
    // As somebody else's package sees it: it imports nothing else of this one.
    .testTarget(name: "LibraryTests", dependencies: ["Legation"], swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "Files", "Legation", "Registry", "Migrations", "Sample", "Schema", "SQLSyntax", "SQLite",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FormatsTests", dependencies: ["CMinizip", "Files", "Formats", "SQLite"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Files", "Formats", "Registry", "Reports", "Sample", "SQLite"],
      exclude: ["Pages"],
      swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Files", "Interchange", "Registry", "Sample", "SQLite"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "LegationCLI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Files", "Formats", "LegationCLI", "Registry", "Reports", "SQLite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Facts", "Maps", "OtherTools", "Pages", "Postgres"],
      swiftSettings: strict),
  ]
)
