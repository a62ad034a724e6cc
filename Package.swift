// swift-tools-version: 6.1
import PackageDescription

/// The compiler keeps the arrows of docs/architecture.md: a target sees what is listed here and nothing else.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")

let package = Package(
    name: "rounds",
    products: [.executable(name: "rounds", targets: ["Rounds"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // the executable: the only place that knows every feature
        .executableTarget(
            name: "Rounds",
            dependencies: [
                "Accounts", "Register", "Insights", "Scribe", "Compliance", "Operations", "Web", "Jobs", "Persistence",
                "Documents", "Speech", "Language", "Tools", "Sync", "Kernel", "WebAssets", hummingbird, httpTypes, nio,
                logging,
                arguments, lifecycle,
            ],
            swiftSettings: strict),

        // features: one folder per question
        .target(
            name: "Accounts",
            dependencies: ["Web", "Persistence", "Kernel", hummingbird, httpTypes, logging, crypto, cryptoExtras, jwt],
            swiftSettings: strict),
        .target(
            name: "Register",
            dependencies: ["Web", "Persistence", "Documents", "Sync", "Kernel", hummingbird, httpTypes, nio, logging],
            swiftSettings: strict),
        .target(
            name: "Insights",
            dependencies: ["Register", "Web", "Persistence", "Documents", "Kernel", hummingbird, httpTypes, logging],
            swiftSettings: strict),
        .target(
            name: "Scribe",
            dependencies: [
                "Web", "Jobs", "Persistence", "Documents", "Speech", "Language", "Tools", "Kernel", hummingbird,
                httpTypes,
                nio, logging,
            ],
            swiftSettings: strict),
        .target(
            name: "Compliance",
            dependencies: [
                "ComplianceData", "Web", "Jobs", "Persistence", "Documents", "Language", "Tools", "Kernel", yams,
                hummingbird, httpTypes, nio, logging,
            ],
            swiftSettings: strict),
        .target(
            name: "Operations",
            dependencies: ["Web", "Persistence", "Kernel", hummingbird, httpTypes, logging],
            swiftSettings: strict),

        // platform: knows no feature
        .target(
            name: "Web",
            dependencies: ["Kernel", "CZlib", hummingbird, httpTypes, nio, nioHTTP, logging],
            swiftSettings: strict),
        .target(
            name: "Persistence",
            dependencies: ["Kernel", "CPostgres", grdb, crypto, logging],
            swiftSettings: strict),
        .target(name: "Jobs", dependencies: ["Persistence", "Kernel", lifecycle, logging], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["Tools", "Kernel", "CZlib", "CPango"], swiftSettings: strict),
        .target(
            name: "Speech", dependencies: ["Tools", "Kernel", "CWhisper", logging], swiftSettings: strict,
            linkerSettings: [.unsafeFlags(["-L\(Context.packageDirectory)/.deps/whisper/lib"])]),
        .target(name: "Language", dependencies: ["Kernel", httpClient, nio, nioHTTP, logging], swiftSettings: strict),
        .target(name: "Tools", dependencies: ["Kernel", subprocess, system, logging], swiftSettings: strict),

        // pure
        .target(name: "Sync", dependencies: ["Kernel"], swiftSettings: strict),
        .target(name: "Kernel", dependencies: [crypto], swiftSettings: strict),

        // the web app, rule packs and gazetteers inside the binary, and C libraries of the system
        .target(name: "WebAssets"),
        .target(name: "ComplianceData"),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CWhisper"),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // tests, one target per target above
        .target(
            name: "TestSupport",
            dependencies: [
                "Rounds", "Web", "Accounts", "Register", "Insights", "Scribe", "Compliance", "Jobs", "Persistence",
                "Documents", "Sync", "Kernel",
                hummingbird, hummingbirdTesting, httpTypes, nio,
            ],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "KernelTests", dependencies: ["Kernel"], swiftSettings: strict),
        .testTarget(name: "SyncTests", dependencies: ["Sync", "Kernel"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Tools", "Kernel", "TestSupport"], swiftSettings: strict
        ),
        .testTarget(
            name: "PersistenceTests", dependencies: ["Persistence", "Kernel", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: ["Web", "Kernel", "TestSupport", hummingbird, hummingbirdTesting, httpTypes],
            swiftSettings: strict),
        .testTarget(
            name: "AccountsTests",
            dependencies: ["Accounts", "Web", "Persistence", "Kernel", "TestSupport", httpTypes], swiftSettings: strict),
        .testTarget(
            name: "RegisterTests",
            dependencies: ["Register", "Documents", "Web", "Persistence", "Sync", "Kernel", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "InsightsTests",
            dependencies: [
                "Insights", "Register", "Documents", "Web", "Persistence", "Sync", "Kernel", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(name: "ToolsTests", dependencies: ["Tools", "Kernel"], swiftSettings: strict),
        .testTarget(
            name: "JobsTests", dependencies: ["Jobs", "Persistence", "Kernel", "TestSupport", logging],
            swiftSettings: strict),
        .testTarget(name: "SpeechTests", dependencies: ["Speech", "Tools", "Kernel"], swiftSettings: strict),
        .testTarget(
            name: "LanguageTests", dependencies: ["Language", "Kernel", "TestSupport", nio], swiftSettings: strict),
        .testTarget(
            name: "ComplianceTests",
            dependencies: [
                "Compliance", "ComplianceData", "Jobs", "Documents", "Language", "Web", "Persistence", "Kernel",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ScribeTests",
            dependencies: [
                "Scribe", "Jobs", "Documents", "Speech", "Language", "Web", "Persistence", "Kernel", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "OperationsTests",
            dependencies: ["Operations", "Web", "Persistence", "Kernel", "TestSupport", logging],
            swiftSettings: strict),
        .testTarget(
            name: "RoundsTests",
            dependencies: [
                "Rounds", "Accounts", "Register", "Insights", "Scribe", "Compliance", "Web", "Jobs", "Persistence",
                "Documents", "Speech", "Language", "Sync", "Kernel", "TestSupport", httpTypes, nio,
            ],
            swiftSettings: strict),
        // the simulator: devices, network and mishaps around the real register; Tests/Simulation/README.md
        .target(
            name: "Simulation",
            dependencies: ["Register", "Web", "Persistence", "Sync", "Kernel", logging],
            path: "Tests/Simulation/Engine",
            swiftSettings: strict),
        .executableTarget(
            name: "simulate", dependencies: ["Simulation"], path: "Tests/Simulation/Command", swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Simulation"], path: "Tests/Simulation/Tests",
            swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
