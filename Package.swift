// swift-tools-version: 6.2
import PackageDescription

// Library users write `traits: []` and get ICU and nothing else: every third-party package
// stands behind a trait that is on by default only for whoever builds this repository.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Zhubi",
  products: [
    .library(name: "Zhubi", targets: ["Zhubi"]),
    .library(name: "zhubi-c", type: .dynamic, targets: ["ZhubiC"]),
    .executable(name: "zhubi", targets: ["ZhubiCLI"]),
    .executable(name: "zhubi-server", targets: ["ZhubiServer"]),
    .executable(name: "zhubi-html-tokens", targets: ["ZhubiHTMLTokens"]),
    .library(name: "ZhubiAttachments", targets: ["ZhubiAttachments"]),
    .executable(name: "zhubi-read-attachment", targets: ["ZhubiReadAttachment"]),
  ],
  traits: [
    .trait(name: "CLI", description: "The command line tool (swift-argument-parser)"),
    .trait(name: "Rescan", description: "Bulk re-scans with a ledger in SQLite (GRDB)"),
    .trait(name: "Service", description: "The HTTP service and its web page (Hummingbird)"),
    .default(enabledTraits: ["CLI", "Rescan", "Service"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Needs libsqlite3-dev.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
  ],
  targets: [
    // Linker and include flags only; no module of Swift ever imports ICU's headers.
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "ICUShims", dependencies: ["CICU"]),
    .target(name: "AutomatonKernels"),
    // The tables of `dictionaries/personal`, embedded, and the byte filter before them.
    .target(name: "PersonalTables"),
    // The dictionaries, embedded read-only: no files, no Bundle, no start-up cost.
    .target(name: "BuiltInPacks"),
    // The named character references of HTML, embedded from `dictionaries/html`.
    .target(name: "HTMLEntities"),

    // JSON, read strictly and quoted: the form of baselines, of answers and of exports.
    .target(name: "JSONText", swiftSettings: house),

    // The rooms, from the ground up.
    .target(
      name: "ZhubiText", dependencies: ["ICUShims", "HTMLEntities"], swiftSettings: house),
    .target(name: "ZhubiAutomaton", dependencies: ["AutomatonKernels"], swiftSettings: house),
    .target(
      name: "ZhubiDetection", dependencies: ["ZhubiText", "ZhubiAutomaton", "PersonalTables"],
      swiftSettings: house),
    .target(
      name: "ZhubiPolicy", dependencies: ["JSONText", "ZhubiText", "ZhubiDetection"],
      swiftSettings: house),
    .target(
      name: "ZhubiReport", dependencies: ["ZhubiText", "ZhubiDetection", "ZhubiPolicy"],
      swiftSettings: house),
    .target(
      name: "Zhubi",
      dependencies: [
        "BuiltInPacks", "ZhubiText", "ZhubiAutomaton", "ZhubiDetection", "ZhubiPolicy",
        "ZhubiReport",
      ], swiftSettings: house),

    // How another program is run, for the three that do: a git, the helper, a converter.
    .target(name: "SpawnShims"),
    .target(name: "ChildProcesses", dependencies: ["SpawnShims"], swiftSettings: house),

    // Office formats and archives. Only the helper process is linked to their libraries; who asks
    // it needs nothing but the form of its answers.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "AttachmentExchange", swiftSettings: house),
    .target(
      name: "AttachmentReading",
      dependencies: ["AttachmentExchange", "ChildProcesses", "CZlib", "CExpat"],
      swiftSettings: house),
    .executableTarget(
      name: "ZhubiReadAttachment", dependencies: ["AttachmentExchange", "AttachmentReading"],
      swiftSettings: house),
    .target(
      name: "ZhubiAttachments",
      dependencies: ["AttachmentExchange", "ChildProcesses", "ZhubiText", "Zhubi"],
      swiftSettings: house),

    // Texts checked while they are written. It knows documents and messages, no files and no pipes.
    .target(
      name: "ZhubiLanguageServer", dependencies: ["JSONText", "Zhubi"], swiftSettings: house),

    // The configuration's YAML.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    // The doors.
    .target(name: "CZhubi"),
    .target(
      name: "ZhubiC", dependencies: ["CZhubi", "Zhubi"], exclude: ["zhubi.exports"],
      swiftSettings: house),
    .target(
      name: "ZhubiRescan",
      dependencies: [
        "Zhubi", "ZhubiAttachments", "CZlib",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Rescan"])),
      ], swiftSettings: house),
    .executableTarget(
      name: "ZhubiCLI",
      dependencies: [
        "JSONText", "Zhubi", "ZhubiAttachments", "AttachmentExchange", "ChildProcesses", "CYAML",
        "ZhubiLanguageServer",
        "ZhubiReview",
        .target(name: "ZhubiRescan", condition: .when(traits: ["Rescan"])),
        .product(
          name: "ArgumentParser", package: "swift-argument-parser",
          condition: .when(traits: ["CLI"])),
      ], exclude: ["Configuration/zhubi-config.schema.json"], swiftSettings: house),
    // The record of the three reviews.
    .target(
      name: "ZhubiReview",
      dependencies: [
        "JSONText", "Zhubi", "ZhubiDetection", "ZhubiPolicy", "ZhubiReport", "ZhubiText",
      ], swiftSettings: house),
    // The page and the description of the service, embedded.
    .target(name: "ServiceAssets", exclude: ["page", "openapi.json"]),
    .target(
      name: "ZhubiService",
      dependencies: [
        "AttachmentExchange", "Zhubi", "ZhubiAttachments", "ZhubiReview", "JSONText",
        "ServiceAssets",
        .product(
          name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Service"])),
        .product(
          name: "HummingbirdCore", package: "hummingbird", condition: .when(traits: ["Service"])),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Service"])),
        .product(
          name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["Service"])),
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Service"])),
        .product(
          name: "ServiceLifecycle", package: "swift-service-lifecycle",
          condition: .when(traits: ["Service"])),
      ], swiftSettings: house),
    .executableTarget(
      name: "ZhubiServer",
      dependencies: [
        "ZhubiService",
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Service"])),
        .product(
          name: "UnixSignals", package: "swift-service-lifecycle",
          condition: .when(traits: ["Service"])),
        .product(
          name: "ServiceLifecycle", package: "swift-service-lifecycle",
          condition: .when(traits: ["Service"])),
      ], swiftSettings: house),
    .executableTarget(
      name: "ZhubiHTMLTokens", dependencies: ["ZhubiText"], swiftSettings: house),

    // Tests mirror the house.
    .target(name: "TestSpawn", path: "Tests/TestSpawn"),
    .target(
      name: "TestSupport", dependencies: ["TestSpawn"], path: "Tests/TestSupport",
      swiftSettings: house),
    .testTarget(
      name: "ChildProcessesTests", dependencies: ["ChildProcesses"], swiftSettings: house),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: house),
    .testTarget(
      name: "ZhubiTextTests", dependencies: ["ZhubiText", "ICUShims", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ZhubiAutomatonTests", dependencies: ["ZhubiAutomaton", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ZhubiDetectionTests",
      dependencies: [
        "PersonalTables", "ZhubiDetection", "ZhubiText", "ZhubiAutomaton", "TestSupport",
      ],
      exclude: ["Fixtures", "Lexicon/cases", "Format/cases"], swiftSettings: house),
    .testTarget(
      name: "ZhubiPolicyTests",
      dependencies: ["JSONText", "ZhubiPolicy", "ZhubiDetection", "ZhubiText", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ZhubiReportTests",
      dependencies: ["ZhubiReport", "ZhubiPolicy", "ZhubiDetection", "ZhubiText", "TestSupport"],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "ZhubiTests", dependencies: ["Zhubi", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "ZhubiRescanTests",
      dependencies: [
        "ZhubiRescan", "Zhubi", "TestSupport", "ZhubiCLI", "ZhubiReadAttachment",
        "ZhubiAttachments",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Rescan"])),
      ], exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
      name: "ZhubiCLITests", dependencies: ["ZhubiCLI", "TestSupport"], exclude: ["Transcripts"],
      swiftSettings: house),
    .testTarget(
      name: "ZhubiLanguageServerTests",
      dependencies: ["ZhubiLanguageServer", "Zhubi", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "ZhubiServiceTests",
      dependencies: [
        "ZhubiService", "ZhubiServer", "ZhubiCLI", "ZhubiReview", "ZhubiReadAttachment", "Zhubi",
        "ZhubiReport", "JSONText",
        "TestSupport",
        .product(
          name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["Service"])),
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Service"])),
        .product(
          name: "ServiceLifecycle", package: "swift-service-lifecycle",
          condition: .when(traits: ["Service"])),
      ], swiftSettings: house),
    .testTarget(
      name: "ZhubiAttachmentsTests",
      dependencies: [
        "ZhubiAttachments", "AttachmentExchange", "AttachmentReading", "ZhubiReadAttachment",
        "ZhubiCLI", "TestSupport", "CZlib",
      ], exclude: ["Fixtures"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
