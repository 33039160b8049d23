// swift-tools-version: 6.2
// Amble: walks out of pedometer exports, for people with a bad back.
//
// The targets stand in the order of their floors (docs/ARCHITECTURE.md): a module may import only
// from a lower floor, and the modules of one floor do not know each other.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]
// `make check` and continuous integration set AMBLE_STRICT; a newer compiler's new warning must not
// keep a person from building.
let settings =
    strict + (Context.environment["AMBLE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

// Real libudev and libusb against an emulated kernel; `make test` asks for it where umockdev is
// installed, and nothing else of Amble needs it.
let emulation: [Target] =
    Context.environment["AMBLE_UMOCKDEV"] == nil
    ? []
    : [
        .systemLibrary(name: "CUMockdev", path: "Tests/CUMockdev", pkgConfig: "umockdev-1.0"),
        tests(
            "DeviceEmulationTests",
            ["Devices", "Model", "LinuxSystem", "CUMockdev"]
        ),
    ]

let package = Package(
    name: "amble",
    products: [
        .executable(name: "amble", targets: ["amble"]),
        .executable(name: "ambled", targets: ["ambled"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // Floor 0: C libraries of the system.
        .systemLibrary(
            name: "CExpat",
            pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"])]
        ),
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .systemLibrary(
            name: "CCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .systemLibrary(
            name: "CUdev",
            pkgConfig: "libudev",
            providers: [.apt(["libudev-dev"])]
        ),
        .systemLibrary(
            name: "CUSB",
            pkgConfig: "libusb-1.0",
            providers: [.apt(["libusb-1.0-0-dev"])]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .systemLibrary(name: "CEpoll"),
        .systemLibrary(name: "CMalloc"),
        .target(name: "CToml"),

        // Floor 1: values, and typed system calls.
        module("Model", []),
        module("LinuxSystem", ["CCrypto", "CMalloc"]),

        // Floor 2: capabilities that do not know each other.
        module("FolderWatch", ["LinuxSystem", log]),
        module("Devices", ["Model", "LinuxSystem", "CEpoll", "CUdev", "CUSB"]),
        module("Formats", ["Model", "CExpat", "CZlib"]),
        module("Sessions", ["Model"]),
        module("Scoring", ["Model"]),
        module("Store", ["Model", "CSQLite"]),

        // Floor 3: the pipeline, and what it tells.
        module(
            "Ingest",
            ["Model", "LinuxSystem", "Formats", "Sessions", "Scoring", "Store", log]
        ),
        module("Summary", ["Model", "LinuxSystem", "Scoring"]),

        // Floor 4: the composition root.
        module(
            "Daemon",
            [
                "Model", "LinuxSystem", "CToml", "FolderWatch", "Devices", "Formats", "Sessions",
                "Scoring", "Store", "Ingest", "Summary", log,
            ]
        ),

        // Floor 5: the two programs.
        program("amble", ["Model", "LinuxSystem", "Scoring", "Summary", "Daemon", arguments]),
        program("ambled", ["LinuxSystem", "Daemon"]),

        // Tests mirror Sources.
        .target(
            name: "TestSupport",
            dependencies: ["Model", "LinuxSystem", "CZlib"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        tests("ModelTests", ["Model"]),
        tests("LinuxSystemTests", ["LinuxSystem"]),
        tests("FolderWatchTests", ["FolderWatch", "LinuxSystem"]),
        tests("DevicesTests", ["Devices", "Model", "LinuxSystem"]),
        tests("FormatsTests", ["Formats", "Model", "CSQLite"]),
        tests("SessionsTests", ["Sessions", "Model"]),
        tests("ScoringTests", ["Scoring", "Model"]),
        tests("StoreTests", ["Store", "Model"]),
        tests("IngestTests", ["Ingest", "Model", "Store", "Sessions", "Formats", "LinuxSystem"]),
        tests("SummaryTests", ["Summary", "Model", "Scoring", "LinuxSystem"]),
        tests(
            "DaemonTests",
            [
                "Daemon", "Devices", "Model", "LinuxSystem", "FolderWatch", "Scoring", "Sessions",
                "Store",
                "Ingest", "Summary", "amble", "ambled", log,
            ]
        ),
        tests("EndToEndTests", ["Model", "LinuxSystem", "amble", "ambled"]),
    ] + emulation,
    swiftLanguageModes: [.v6]
)
