// swift-tools-version: 6.2
import PackageDescription

// The readers and the whole scan under libFuzzer; see `run`.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "Zhubi", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "zhubi-fuzz", dependencies: [.product(name: "Zhubi", package: "Zhubi")])
  ]
)
