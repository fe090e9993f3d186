// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since a fuzzer wants all code built with its own flags: see README.md.

let strictness: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  strictness + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

let data = Target.Dependency.product(name: "ShorewiseData", package: "shorewise")
let shorewise = Target.Dependency.product(name: "ShorewiseTrials", package: "shorewise")

// libFuzzer brings its own `main`, so its target exists only where it is asked for.
let fuzzer: [Target] =
  Context.environment["SHOREWISE_FUZZER"] == nil
  ? []
  : [
    .executableTarget(
      name: "dataset-fuzzer", dependencies: ["DatasetReadings", data],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  ]

let package = Package(
  name: "shorewise-fuzzing",
  dependencies: [
    .package(name: "shorewise", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // What becomes of files.
    .target(name: "DatasetReadings", dependencies: [data], swiftSettings: settings),
    // What is tried with a seed, and the run over many seeds.
    .target(
      name: "Trials", dependencies: ["DatasetReadings", data, shorewise], swiftSettings: settings),
    .executableTarget(
      name: "shorewise-trials",
      dependencies: [
        "Trials", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
  ] + fuzzer
)
