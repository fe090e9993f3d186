import Foundation
import Testing

@testable import BenchmarkRuns

struct SearchTraceTests {
  private func trace(_ points: [(Double, Double?, Double?)]) -> SearchTrace {
    SearchTrace(points.map { SearchTrace.Point(seconds: $0.0, objective: $0.1, bound: $0.2) })
  }

  @Test func `the log of a bundle is read, and what is no progress is passed over`() {
    let log = """
      seconds  event
        0.018  read: dataset 12965d
        0.018  solve begins: decomposition
        0.183  best none, bound 90.5, nodes 0
        1.250  best 110, bound 99, nodes 12
       12.345  solve ends: optimal
      """
    #expect(SearchTrace(log: log) == trace([(0.183, nil, 90.5), (1.25, 110, 99)]))
  }

  @Test func `worse plans and weaker bounds change nothing`() {
    let told = trace([(1, 110, 90), (2, 120, 95), (3, 110, 80), (4, nil, nil)])
    #expect(told == trace([(1, 110, 90), (2, 110, 95)]))
    #expect(
      told.ending(at: 5, objective: 100, bound: 99).points.last
        == SearchTrace.Point(seconds: 5, objective: 100, bound: 99))
  }

  @Test func `a gap is reached at the first point that proves it`() {
    let told = trace([(1, nil, 90), (2, 110, 90), (3, 100, 90), (7, 100, 98)])
    #expect(told.seconds(toGap: 0.5) == 2)
    #expect(told.seconds(toGap: 0.1) == 3)
    #expect(told.seconds(toGap: 0.05) == 7)
    #expect(told.seconds(toGap: 0.001) == nil)
  }

  /// A second without a plan, two at 125 where 100 is best (a fifth of 125), seven at 100.
  @Test func `the primal integral by hand`() {
    let told = trace([(0.5, nil, 90), (1, 125, 90), (3, 100, 90)])
    #expect(abs(told.primalIntegral(to: 100, until: 10) - (1 + 2 * 0.2)) < 1e-12)
    // Cut off, it is counted no further; against a better plan the last distance goes on.
    #expect(abs(told.primalIntegral(to: 100, until: 2) - 1.2) < 1e-12)
    #expect(abs(told.primalIntegral(to: 50, until: 10) - (1 + 2 * 0.6 + 7 * 0.5)) < 1e-12)
    #expect(trace([]).primalIntegral(to: 100, until: 10) == 10)
    #expect(trace([(1, -5, nil)]).primalIntegral(to: 5, until: 3) == 3)
  }

  @Test func `a trace is kept in a record's file`() throws {
    let told = trace([(0.5, nil, 90), (1, 125, nil)])
    let data = try JSONEncoder().encode(told)
    #expect(String(decoding: data, as: UTF8.self) == "[[0.5,null,90],[1,125,90]]")
    #expect(try JSONDecoder().decode(SearchTrace.self, from: data) == told)
  }
}

struct CourseTests {
  private func run(
    _ solver: String, links: String? = nil, status: RunRecord.Status, seconds: Double,
    _ points: [(Double, Double?, Double?)]
  ) -> RunRecord {
    var run = record(
      solver, links: links, status: status, seconds: seconds, objective: points.last?.1,
      bound: points.last?.2)
    run.trace = SearchTrace(
      points.map { SearchTrace.Point(seconds: $0.0, objective: $0.1, bound: $0.2) })
    run.processorSeconds = seconds * 2
    run.peakKiB = 2048
    return run
  }

  @Test func `when Shorewise had what the best peer proved at its limit`() throws {
    let table = ResultTable([
      run(
        "shorewise", status: .solved, seconds: 6,
        [(1, 110, 90), (2, 100, 96), (6, 100, 99.95)]),
      run("highs", links: "weak", status: .limit, seconds: 60, [(30, 104, 94), (60, 100, 95)]),
      run("highs", links: "strong", status: .limit, seconds: 60, [(60, nil, 50)]),
    ])
    let course = try #require(table.course(on: "S-1"))
    #expect(course.peer == "highs" && course.links == "weak")
    #expect(course.gap == 0.05 && course.peerSeconds == 60 && course.ownSeconds == 2)
    // A second without a plan, one at 110; thirty without, thirty at 104.
    #expect(abs((course.ownIntegral ?? 0) - (1 + 10.0 / 110)) < 1e-12)
    #expect(abs((course.peerIntegral ?? 0) - (30 + 30 * 4.0 / 104)) < 1e-12)
    #expect(
      table.markdown.contains(
        "| S-1 | HiGHS weak | 5.00 % | 60.0 | 2.00 | 30.0 | 1.09 | 31.2 | 12.0 | 120 | 2.00 | 2.00 |"
      ))
  }

  @Test
  func `where a peer solved its gap is the one asked, where it has no plan the first one counts`()
    throws
  {
    let own = run(
      "shorewise", status: .limit, seconds: 60, [(1, nil, 80), (9, 110, 90), (60, 100, 99)])
    let solved = run("scip", links: "weak", status: .solved, seconds: 40, [(40, 100, 100)])
    let course = try #require(ResultTable([own, solved]).course(on: "S-1"))
    #expect(course.gap == 0.001 && course.ownSeconds == nil)
    #expect(ResultTable([own, solved]).markdown.contains("| not reached | – |"))
    let lost = run("scip", links: "weak", status: .limit, seconds: 60, [(40, nil, 70)])
    #expect(ResultTable([own, lost]).course(on: "S-1")?.ownSeconds == 9)
    #expect(ResultTable([own, lost]).course(on: "S-1")?.gap == nil)
    #expect(ResultTable([own]).course(on: "S-1") == nil)
  }
}

struct LiteratureInstanceTests {
  @Test func `what is in a folder is run, what is not is told`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("instances-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["capb.txt", "psc1-c2", "cap41.txt"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    let (found, missing) = LiteratureInstance.all(in: folder)
    #expect(found.map(\.name) == ["capb-5000", "capb-6000", "capb-7000", "capb-8000", "PSC1-C2"])
    #expect(missing == ["capa", "capc", "PSC1-C1", "PSC1-C3", "PSC1-C4", "PSC1-C5"])
    let place = URL(fileURLWithPath: "/somewhere")
    let file = folder.appendingPathComponent("capb.txt").path
    #expect(
      found[1].importing(to: place)
        == ["import", "orlib", file, "--capacity", "6000", "-o", "/somewhere"])
    #expect(
      found[4].importing(to: place)
        == ["import", "tscflp", folder.appendingPathComponent("psc1-c2").path, "-o", "/somewhere"])
  }
}
