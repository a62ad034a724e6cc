// swift-tools-version: 6.1
import PackageDescription

/// A load generator without dependencies, so that it costs seconds to build and little to run beside the server it measures.
let package = Package(
    name: "benchmarks",
    targets: [.executableTarget(name: "load", swiftSettings: [.swiftLanguageMode(.v6)])]
)
