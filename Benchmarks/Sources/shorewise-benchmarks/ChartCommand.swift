import ArgumentParser
import BenchmarkRuns
import Foundation

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draws how time grows, as SVG.",
    discussion: """
      Example:
        shorewise-benchmarks chart scenarios results.jsonl > Benchmarks/scenarios.svg
      """)

  @Argument(help: "Over what time grows.")
  var axis: GrowthChart.Axis

  @Argument(help: "Files of results.")
  var files: [String]

  func run() throws {
    guard let chart = GrowthChart(try ResultFiles.records(files), over: axis) else {
      throw ValidationError(
        "No result is of the series over \(axis.rawValue); run `shorewise-benchmarks run \(axis.rawValue)`."
      )
    }
    print(chart.svg, terminator: "")
  }
}
