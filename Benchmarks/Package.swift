// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it knows of Shorewise nothing but its command line and the format of its datasets.

let strictness: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  strictness + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

let package = Package(
  name: "shorewise-benchmarks",
  products: [.executable(name: "shorewise-benchmarks", targets: ["shorewise-benchmarks"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Datasets from seeds.
    .target(name: "BenchmarkDatasets", swiftSettings: settings),
    // Runs of solvers, and what is made of their results.
    .target(
      name: "BenchmarkRuns", dependencies: ["BenchmarkDatasets"], swiftSettings: settings),
    .executableTarget(
      name: "shorewise-benchmarks",
      dependencies: [
        "BenchmarkDatasets", "BenchmarkRuns",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "BenchmarkDatasetsTests", dependencies: ["BenchmarkDatasets"], swiftSettings: settings),
    .testTarget(
      name: "BenchmarkRunsTests", dependencies: ["BenchmarkDatasets", "BenchmarkRuns"],
      swiftSettings: settings),
  ]
)
