import BenchmarkDatasets
import Foundation
import Testing

/// What the program itself says of generated datasets, where it is built: `SHOREWISE` names it, else it is looked for in the
/// release build of this checkout.
@Suite(.enabled(if: Program.path != nil, "shorewise is not built"))
struct ShorewiseTests {
  private func dataset(_ shape: DatasetShape, seed: UInt64) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("generated-\(UUID().uuidString)")
    try GeneratedDataset(shape, seed: seed, title: "x").write(to: folder)
    return folder
  }

  @Test(arguments: DatasetSize.allCases, [UInt64(1), 2, 3])
  func `every dataset is valid and nothing in it is doubtful`(
    _ size: DatasetSize, _ seed: UInt64
  ) throws {
    let folder = try dataset(DatasetShape(size), seed: seed)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (status, output) = try Program.run(["check", folder.path])
    #expect(status == 0, "\(output)")
    #expect(!output.contains("doubtful"), "\(output)")
  }

  @Test(arguments: [(5, 20), (80, 24), (8, 160)])
  func `so is every dataset of a series`(_ scenarios: Int, _ facilities: Int) throws {
    let folder = try dataset(
      DatasetShape(.small, scenarios: scenarios, facilities: facilities), seed: 1)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (status, output) = try Program.run(["check", folder.path])
    #expect(status == 0, "\(output)")
  }

  @Test(arguments: [
    (DatasetSize.small, 3_000...6_000, 5_000...15_000),
    (.medium, 15_000...25_000, 60_000...110_000),
  ])
  func `the whole program has the size that its name promises`(
    _ size: DatasetSize, _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>
  ) throws {
    for seed in [UInt64(1), 2, 3] {
      let folder = try dataset(DatasetShape(size), seed: seed)
      defer { try? FileManager.default.removeItem(at: folder) }
      let (status, text) = try Program.run(["export", folder.path, "--format", "mps"])
      #expect(status == 0)
      let counts = Program.counts(ofMPS: text)
      #expect(rows.contains(counts.rows), "\(size) \(seed): \(counts)")
      #expect(columns.contains(counts.columns), "\(size) \(seed): \(counts)")
    }
  }
}

/// The program of the main package.
enum Program {
  static var path: String? {
    let checkout = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let places: [String?] = [
      ProcessInfo.processInfo.environment["SHOREWISE"],
      checkout.appendingPathComponent(".build/release/shorewise").path,
    ]
    return places.compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  static func counts(ofMPS text: String) -> (rows: Int, columns: Int) {
    var (section, rows, columns) = ("", 0, 0)
    var last = Substring()
    for line in text.split(separator: "\n") {
      if !line.hasPrefix(" ") {
        section = String(line.prefix { $0 != " " })
      } else if section == "ROWS" {
        rows += 1
      } else if section == "COLUMNS" {
        let name = line.dropFirst().prefix { $0 != " " }
        if name != last, !line.contains("'MARKER'") { columns += 1 }
        last = name
      }
    }
    // The objective is a row of the file.
    return (rows - 1, columns)
  }
}
