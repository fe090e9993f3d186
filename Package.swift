// swift-tools-version: 6.2
import PackageDescription

// In continuous integration a warning is an error; at a user's, a newer compiler may warn of more.
let strictness: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  strictness + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

/// What computes is optimised in debug builds too: searches and proofs run in the tests, and without it they are six
/// times as slow.
let computing: [SwiftSetting] = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The tests of a target, in the folder of its name below `Tests`.
func test(_ target: String, _ others: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(target)Tests", dependencies: [.byName(name: target)] + others, exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "shorewise",
  products: [
    .executable(name: "shorewise", targets: ["shorewise"]),
    // What the package in `Tests/Fuzzing` tries out.
    .library(
      name: "ShorewiseData",
      targets: ["SupplyData", "SupplyNetwork", "TestDatasets", "TestMutations", "TextFiles"]),
    .library(
      name: "ShorewiseTrials",
      targets: [
        "Decomposition", "Modeling", "NetworkDesign", "PlanChecker", "Studies", "SupplyPlan",
        "TextFiles",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    // Exact rational numbers, for tests alone.
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    // The solver, and linear programs as plain values.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(name: "GLPKGuard", dependencies: ["CGLPK"]),
    .target(name: "Modeling", swiftSettings: computing),
    .target(
      name: "GLPK", dependencies: ["CGLPK", "GLPKGuard", "Modeling"], swiftSettings: computing),

    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),

    // Text and files, below everything: tables, numbers, faults with their places, durable writing, packing.
    .target(
      name: "TextFiles", dependencies: ["CCrypto", "CZlib"], swiftSettings: computing),

    // The problem: tables, then the resolved network.
    .target(
      name: "SupplyData", dependencies: ["TextFiles", yams],
      swiftSettings: computing),
    .target(
      name: "SupplyNetwork", dependencies: ["SupplyData", "TextFiles"], swiftSettings: computing),

    // The answer: plans, and their independent judge (it sees no formulation).
    .target(
      name: "SupplyPlan", dependencies: ["SupplyData", "TextFiles"], swiftSettings: computing),
    // Numbers and names as people read them.
    .target(
      name: "Wording", dependencies: ["SupplyData", "SupplyPlan", "TextFiles"],
      swiftSettings: settings),
    .target(
      name: "PlanChecker", dependencies: ["SupplyData", "SupplyPlan", "TextFiles"],
      swiftSettings: computing),

    // Datasets as text, for what makes them.
    .target(
      name: "DatasetWriting", dependencies: ["TextFiles"],
      swiftSettings: settings),
    .target(
      name: "BenchmarkImport", dependencies: ["DatasetWriting", "SupplyData", "TextFiles"],
      swiftSettings: settings),

    // Models of other programs.
    .target(
      name: "AnuraImport",
      dependencies: ["DatasetWriting", "Findings", "SupplyData", "TextFiles", "Wording"],
      resources: [.embedInCode("Resources/countries.csv")], swiftSettings: settings),

    // From one to the other.
    .target(
      name: "NetworkDesign",
      dependencies: [
        "GLPK", "Modeling", "PlanChecker", "SupplyData", "SupplyNetwork", "SupplyPlan", "TextFiles",
      ],
      swiftSettings: computing),
    // A proof of a bound that others can check: it sees the assembly of programs, no solver and no search.
    .target(
      name: "Certificate",
      dependencies: [
        "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork", "SupplyPlan", "TextFiles",
      ],
      swiftSettings: computing),
    .target(
      name: "Decomposition",
      dependencies: [
        "Certificate", "GLPK", "Modeling", "NetworkDesign", "PlanChecker", "SupplyData",
        "SupplyNetwork", "SupplyPlan",
      ],
      swiftSettings: computing),
    .target(
      name: "FrontierSearch", dependencies: ["Modeling", "SupplyPlan"], swiftSettings: computing),
    .target(
      name: "Sensitivity",
      dependencies: [
        "Findings", "GLPK", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork",
        "SupplyPlan", "TextFiles", "Wording",
      ],
      swiftSettings: computing),

    // What analyses of plans and datasets found, as files, and the table that it is written from; the analyses.
    .target(
      name: "Findings", dependencies: ["SupplyData", "SupplyPlan", "TextFiles"],
      swiftSettings: settings),
    .target(
      name: "Premium",
      dependencies: [
        "Findings", "FrontierSearch", "NetworkDesign", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TextFiles", "Wording",
      ],
      swiftSettings: settings),
    .target(
      name: "Resilience",
      dependencies: [
        "Findings", "GLPK", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork",
        "SupplyPlan", "TextFiles", "Wording",
      ],
      swiftSettings: computing),

    // Why there is no plan.
    .target(
      name: "Diagnosis",
      dependencies: [
        "Findings", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TextFiles", "Wording",
      ],
      swiftSettings: settings),

    // Plans nearly as good, and why a plan is as it is.
    .target(
      name: "Alternatives",
      dependencies: [
        "Findings", "Modeling", "NetworkDesign", "SupplyData", "SupplyPlan", "Wording",
      ],
      swiftSettings: settings),
    .target(
      name: "Explanation",
      dependencies: [
        "Findings", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "Wording",
      ],
      swiftSettings: settings),

    // What is shown: figures and pages; the report of one result.
    .target(
      name: "FigureDrawing",
      dependencies: ["Findings", "SupplyData", "SupplyPlan", "TextFiles", "Wording", mustache],
      resources: [
        .embedInCode("Resources/figure.mustache"), .embedInCode("Resources/page.css"),
      ],
      swiftSettings: settings),
    .target(
      name: "Report",
      dependencies: [
        "Alternatives", "Browser", "Explanation", "FigureDrawing", "Findings", "FrontierSearch",
        "Premium", "Resilience", "Sensitivity", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TextFiles", "Wording",
      ],
      resources: [
        .embedInCode("Resources/choice.js"),
        .embedInCode("Resources/controls.js"),
        .embedInCode("Resources/hints.js"),
        .embedInCode("Resources/map.css"),
        .embedInCode("Resources/map.js"),
        .embedInCode("Resources/plan.mustache"),
        .embedInCode("Resources/print.css"),
        .embedInCode("Resources/print.js"),
        .embedInCode("Resources/report.css"),
        .embedInCode("Resources/report.mustache"),
        .embedInCode("Resources/tables.js"),
        .embedInCode("Resources/world-outlines.txt"),
      ],
      swiftSettings: settings),
    // Pages in an installed Chromium: printed, and tested.
    .target(name: "Browser", swiftSettings: settings),
    // The dataset that a new one starts from.
    .target(
      name: "Starter", dependencies: ["DatasetWriting", "TextFiles"],
      resources: [.embedInCode("Resources")], swiftSettings: settings),
    // The folders that results are written to and read from; one run sealed for an auditor.
    .target(
      name: "ResultFolders",
      dependencies: [
        "Alternatives", "Certificate", "DatasetWriting", "Diagnosis", "Explanation",
        "FigureDrawing", "Findings", "Premium", "Report", "Resilience", "Sensitivity", "SupplyData",
        "SupplyNetwork", "SupplyPlan", "TextFiles",
      ], swiftSettings: settings),
    .target(
      name: "Audit",
      dependencies: [
        "Certificate", "Decomposition", "FrontierSearch", "Modeling", "NetworkDesign",
        "PlanChecker", "ResultFolders", "SupplyData", "SupplyNetwork", "SupplyPlan", "TextFiles",
        "Wording",
      ], swiftSettings: settings),
    .target(
      name: "Studies",
      dependencies: [
        "Alternatives", "AnuraImport", "Audit", "BenchmarkImport", "Browser", "Certificate",
        "Comparison", "DatasetWriting", "Decomposition", "Diagnosis", "Explanation",
        "FigureDrawing", "Findings", "FrontierSearch", "GLPK", "Modeling", "NetworkDesign",
        "PlanChecker", "Premium", "Report", "Resilience", "ResultFolders", "RunStore",
        "Sensitivity", "Starter", "SupplyData", "SupplyNetwork", "SupplyPlan", "TextFiles",
        "Wording",
      ],
      // A link to the model in MathProg, which bundles for auditors hold.
      resources: [.embedInCode("Resources/network-design.mod")],
      swiftSettings: settings),

    // Many runs: their store, and what is read off it.
    .target(
      name: "RunStore", dependencies: ["SupplyData", "SupplyPlan", "TextFiles", database],
      swiftSettings: settings),
    .target(
      name: "Batch",
      dependencies: ["Modeling", "RunStore", "SupplyData", "SupplyPlan", "TextFiles"],
      swiftSettings: settings),
    .target(
      name: "Comparison",
      dependencies: [
        "FigureDrawing", "Findings", "Report", "RunStore", "Sensitivity", "SupplyData",
        "SupplyPlan", "TextFiles", "Wording",
      ],
      resources: [
        .embedInCode("Resources/comparison.css"), .embedInCode("Resources/comparison.mustache"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "shorewise",
      dependencies: [
        "Alternatives", "AnuraImport", "Audit", "Batch", "Browser", "Certificate", "Comparison",
        "Decomposition", "Diagnosis", "Explanation", "Findings", "FrontierSearch", "Modeling",
        "NetworkDesign", "PlanChecker", "Premium", "Report", "Resilience", "ResultFolders",
        "Sensitivity", "Studies", "SupplyData", "SupplyPlan", "TextFiles", "Wording",
        argumentParser,
      ],
      swiftSettings: settings,
      // Without debug information: 31 MB instead of 82. The names of functions stay, for backtraces.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-S"], .when(configuration: .release))]),

    // Tests mirror Sources.
    .target(
      name: "TestDatasets", dependencies: ["SupplyData", "TextFiles"], path: "Tests/TestDatasets",
      swiftSettings: settings),
    .target(
      name: "TestMutations", dependencies: ["TestDatasets"], path: "Tests/TestMutations",
      swiftSettings: settings),
    .target(
      name: "TestSnapshots", path: "Tests/TestSnapshots", swiftSettings: settings),
    test("TextFiles"),
    test("Modeling", ["TestDatasets"]),
    test("GLPK", ["CGLPK", "GLPKGuard", "Modeling", "TestDatasets"]),
    test("SupplyData", ["SupplyNetwork", "TestDatasets", "TestMutations", "TextFiles"]),
    test("SupplyNetwork", ["SupplyData", "TestDatasets", "TextFiles"]),
    test("SupplyPlan", ["SupplyData", "TextFiles"]),
    test("PlanChecker", ["SupplyData", "SupplyPlan", "TestDatasets", "TextFiles"]),
    test(
      "NetworkDesign",
      [
        "GLPK", "Modeling", "PlanChecker", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TestDatasets", "TestSnapshots", "TextFiles",
      ], exclude: ["Snapshots"]),
    test(
      "Decomposition",
      [
        "Certificate", "GLPK", "Modeling", "NetworkDesign", "PlanChecker", "SupplyData",
        "SupplyNetwork", "SupplyPlan", "TestDatasets",
      ], exclude: ["Datasets"]),
    test(
      "Certificate",
      [
        "GLPK", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TestDatasets", "TextFiles", bigInt,
      ]),
    test("FrontierSearch", ["GLPK", "Modeling", "SupplyPlan", "TestDatasets"]),
    test(
      "Sensitivity",
      [
        "Decomposition", "Findings", "GLPK", "Modeling", "NetworkDesign", "SupplyData",
        "SupplyNetwork", "SupplyPlan", "TestDatasets", "TextFiles",
      ]),
    test("FigureDrawing", ["Findings", "SupplyData", "TextFiles", "Wording"]),
    test("Findings", ["SupplyData", "TextFiles"]),
    test(
      "Premium",
      [
        "Findings", "NetworkDesign", "PlanChecker", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TestDatasets", "TextFiles",
      ]),
    test(
      "Resilience",
      [
        "Findings", "GLPK", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork",
        "SupplyPlan", "TestDatasets", "TextFiles",
      ]),
    test(
      "Diagnosis",
      [
        "Decomposition", "Findings", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork",
        "SupplyPlan", "TestDatasets", "TextFiles",
      ]),
    test(
      "Alternatives",
      [
        "Decomposition", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TestDatasets", "TextFiles",
      ]),
    test(
      "Explanation",
      [
        "Findings", "Modeling", "NetworkDesign", "SupplyData", "SupplyNetwork", "SupplyPlan",
        "TestDatasets", "TextFiles",
      ]),
    test(
      "Report",
      [
        "Alternatives", "CZlib", "Explanation", "FigureDrawing", "Findings", "FrontierSearch",
        "NetworkDesign", "Premium", "Resilience", "Sensitivity", "SupplyData", "SupplyNetwork",
        "SupplyPlan", "TestDatasets", "TestSnapshots", "TextFiles", "Wording",
      ],
      exclude: ["Snapshots"]),
    .target(
      name: "TestBrowser", dependencies: ["Browser", "CZlib", "TestSnapshots"],
      path: "Tests/TestBrowser",
      swiftSettings: settings),
    test("Browser", ["TestBrowser"]),
    // The fixture is a link to that of the target ReportTests.
    .testTarget(
      name: "ReportBrowserTests",
      dependencies: [
        "Browser", "FigureDrawing", "Findings", "FrontierSearch", "Report", "Resilience", "Studies",
        "SupplyData", "SupplyPlan", "TestBrowser",
      ],
      exclude: ["Snapshots"], swiftSettings: settings),
    test("DatasetWriting", ["SupplyData"]),
    test(
      "BenchmarkImport",
      [
        "DatasetWriting", "Decomposition", "GLPK", "Modeling", "NetworkDesign", "PlanChecker",
        "SupplyData", "SupplyNetwork", "SupplyPlan", "TestDatasets", "TextFiles",
      ]),
    test(
      "AnuraImport",
      [
        "DatasetWriting", "Decomposition", "Findings", "Modeling", "NetworkDesign", "PlanChecker",
        "SupplyData", "SupplyNetwork", "SupplyPlan", "TestDatasets", "TextFiles",
      ]),
    test("Starter", ["DatasetWriting", "SupplyData"]),
    test(
      "Studies",
      [
        "Audit", "Comparison", "Decomposition", "Findings", "FrontierSearch", "GLPK", "Modeling",
        "NetworkDesign", "PlanChecker", "Report", "Resilience", "ResultFolders", "RunStore",
        "Sensitivity", "SupplyData", "SupplyNetwork", "SupplyPlan", "TestDatasets", "TextFiles",
        "Wording",
      ]),
    test("RunStore", ["SupplyData", "SupplyPlan", "TextFiles", database]),
    test(
      "Batch", ["Modeling", "RunStore", "SupplyData", "SupplyPlan", "TestDatasets", "TextFiles"]),
    test(
      "Comparison",
      [
        "FigureDrawing", "Findings", "RunStore", "SupplyData", "SupplyPlan", "TestDatasets",
        "TestSnapshots", "TextFiles", "Wording",
      ],
      exclude: ["Snapshots"]),
    test(
      "shorewise",
      [
        "Browser", "RunStore", "SupplyData", "SupplyPlan", "TestBrowser", "TestDatasets",
        "TestSnapshots", "TextFiles",
      ],
      exclude: ["Snapshots"]),
  ]
)
