// swift-tools-version: 6.2
import PackageDescription

// Its own package, so that nobody who depends on Zhubi ever sees a peer.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "ZhubiBenchmarks",
  dependencies: [.package(name: "Zhubi", path: "..", traits: [])],
  targets: [
    .systemLibrary(
      name: "CHyperscan", pkgConfig: "libhs", providers: [.apt(["libhyperscan-dev"])]),
    .target(
      name: "NormalizeThenMatch",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(
      name: "BenchmarkParts",
      dependencies: [
        "CHyperscan", "NormalizeThenMatch", .product(name: "Zhubi", package: "Zhubi"),
      ], swiftSettings: house),
    .executableTarget(
      name: "zhubi-bench",
      dependencies: [
        "BenchmarkParts", .product(name: "Zhubi", package: "Zhubi"),
        .product(name: "ZhubiAttachments", package: "Zhubi"),
      ], swiftSettings: house),
    .testTarget(
      name: "BenchmarkTests", dependencies: ["BenchmarkParts"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
