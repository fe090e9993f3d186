import Foundation
import Testing

@testable import BenchmarkRuns

struct FileTests {
  private func scratch() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("results-\(UUID().uuidString)")
  }

  @Test func `records are read as they were written`() throws {
    let file = RecordFile(scratch())
    defer { try? FileManager.default.removeItem(at: file.location) }
    let records = [
      record("shorewise"), record("highs", links: "weak", cap: 0.1, status: .limit, bound: nil),
    ]
    for record in records { try file.append(record) }
    #expect(try file.records() == records)
  }

  @Test func `a last line that is not finished is left out, others are told`() throws {
    let file = RecordFile(scratch())
    defer { try? FileManager.default.removeItem(at: file.location) }
    try file.append(record("shorewise"))
    let whole = try Data(contentsOf: file.location)
    try (whole + Data("{\"set\":".utf8)).write(to: file.location)
    #expect(try file.records().count == 1)
    try (Data("{\"set\":\n".utf8) + whole).write(to: file.location)
    #expect(throws: RecordFile.Fault.self) { try file.records() }
  }

  @Test func `a program's output, status and time are kept`() throws {
    let folder = scratch()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try ChildProcess("sh", ["-c", "echo out; echo err >&2; exit 3"])
      .run(longest: 60, in: folder)
    #expect(outcome.status == 3)
    #expect(outcome.output == "out\n")
    #expect(outcome.error == "err\n")
    #expect(outcome.peakKiB > 0 && outcome.processorSeconds > 0)
    let endless = try ChildProcess("sh", ["-c", "sleep 60 & wait"]).run(longest: 0.3, in: folder)
    #expect(endless.wasEnded)
    #expect(endless.seconds < 30)
    #expect(throws: ChildProcess.Fault.self) {
      try ChildProcess("/no/such/program", []).run(longest: 1, in: folder)
    }
  }

  @Test func `a runner's answer is its last line`() {
    let answer = PeerAnswer(
      output: "A banner\n\n{\"solver\": \"highs\", \"status\": \"solved\", \"objective\": 1.5}\n")
    #expect(answer?.objective == 1.5)
    // A progress bar ends its line with both characters, which are one in Swift.
    #expect(PeerAnswer(output: "[----] 0 %\r\n{\"status\": \"limit\"}\n")?.status == "limit")
    #expect(PeerAnswer(output: "Traceback") == nil)
  }
}

struct GrowthChartTests {
  @Test func `curves are drawn of the series, hollow where not solved`() throws {
    let records = [5, 10, 20].flatMap { count in
      [
        record("shorewise", "S-1-s\(count)", seconds: Double(count), scenarios: count),
        record(
          "highs", "S-1-s\(count)", links: "weak", status: count == 20 ? .limit : .solved,
          seconds: Double(count * 4), scenarios: count),
      ]
    }
    let chart = try #require(GrowthChart(records + [record("shorewise")], over: .scenarios))
    #expect(chart.curves.map(\.points.count) == [3, 3])
    let svg = chart.svg
    let parser = XMLChecker.isWellFormed(svg)
    #expect(parser)
    #expect(svg.split(separator: "\n").count { $0.contains("<polyline") } == 2)
    #expect(svg.contains("fill=\"#ffffff\"/>"))
    #expect(svg.contains(">HiGHS<"))
    #expect(GrowthChart(records, over: .facilities) == nil)
  }

  @Test func `the first and last number stand at the ends of the axis`() {
    let frame = Frame(points: [
      .init(x: 5, seconds: 1, isSolved: true), .init(x: 80, seconds: 100, isSolved: true),
    ])
    #expect(frame.x(5) == Double(Frame.left))
    #expect(frame.x(80) == Double(Frame.right))
    #expect(abs(frame.x(20) - Double(Frame.left + Frame.right) / 2) < 1e-9)
    #expect(frame.y(100) == Double(Frame.top))
    #expect(frame.decades == [1, 10, 100])
  }
}

/// Whether tags close in the order in which they open; the pictures hold nothing else that could be wrong.
enum XMLChecker {
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for tag in text.matches(of: /<(\/?)([a-z]+)[^<>]*?(\/?)>/) {
      if tag.1 == "/" {
        guard open.popLast() == tag.2 else { return false }
      } else if tag.3.isEmpty {
        open.append(tag.2)
      }
    }
    return open.isEmpty && text.hasPrefix("<svg")
  }
}
