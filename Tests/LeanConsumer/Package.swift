// swift-tools-version: 6.2
import PackageDescription

// What a CMS writes to get Zhubi as a library: ICU and nothing else.
let package = Package(
  name: "LeanConsumer",
  dependencies: [.package(name: "Zhubi", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "LeanConsumer", dependencies: [.product(name: "Zhubi", package: "Zhubi")])
  ]
)
