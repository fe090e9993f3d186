import FrontierSearch
import Modeling
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

@Suite struct FrontierStudyTests {
  @Test func `what is written reads back the same, and reports`() throws {
    let folder = try Folder(.withStrike)
    let study = try study(folder)
    let result = study.run()
    try study.write(result, to: folder.file("out"))
    #expect(try FrontierRecord.read(from: folder.file("out")) == result.record)
    #expect(result.record.termination == .optimal)
    #expect(result.plans.count == result.record.points.count)
    #expect(result.plans.map(\.cost) == result.record.points.map(\.cost))
    let (baseline, expanded) = (try #require(result.baseline), try #require(result.expanded))
    #expect(try #require(expanded.cost) <= #require(baseline.cost) * (1 + 1e-9))
    let report = try ReportStudy(folder: folder.file("out")).write(to: folder.file("web"))
    #expect(report == [folder.file("web/report.html")])
    #expect(folder.exists("web/report.html"))
  }

  @Test func `points are numbered in rising cost`() throws {
    let result = try study(try Folder(.withStrike)).run()
    let paths = result.record.points.map(\.plan)
    #expect(paths.first == "points/01/plan.json")
    #expect(paths == paths.sorted())
    #expect(paths.count == Set(paths).count)
  }

  @Test func `points carry the bound that the whole band gives`() throws {
    let record = try study(try Folder(.withStrike)).run().record
    for point in record.points {
      let proved = record.bounds.filter { $0.cap >= point.salesAtRisk }.map(\.bound).max() ?? 0
      #expect(abs(point.bound - min(proved, point.cost)) <= 1e-9 * point.cost)
      #expect(abs(point.gap - (point.cost - point.bound) / point.cost) <= 1e-12)
    }
  }

  @Test func `progress is told after every round`() throws {
    let told = Told()
    _ = try study(try Folder(.withStrike)).run(progress: { told.note($0) })
    #expect(told.all.first?.solves == 2)
    #expect(told.all.count > 3)
    #expect(zip(told.all, told.all.dropFirst()).allSatisfy { $0.uncertainty >= $1.uncertainty })
  }

  @Test func `stopped at once it keeps a plan and says what is open`() throws {
    let folder = try Folder(.withStrike)
    var study = try study(folder)
    study.limits = SolveLimits(deadline: .now)
    let result = study.run()
    #expect(result.record.termination == .stopped)
    #expect(result.record.stopReason?.contains("time limit reached") == true)
    #expect(!result.plans.isEmpty)
    let summary = FrontierSummary(result, dataset: study.loaded.dataset).text
    #expect(summary.contains("stopped: "))
    try study.write(result, to: folder.file("out"))
    #expect(try FrontierRecord.read(from: folder.file("out")) == result.record)
  }

  @Test func `infeasible`() throws {
    let folder = try Folder(
      TestDataset.withStrike.adding(
        "constraints", "constraint,kind,sense,value", "some,open_facilities,>=,3"))
    let study = try study(folder)
    let result = study.run()
    #expect(result.record.termination == .infeasible)
    #expect(result.record.uncertainty == 1)
    #expect(result.baseline != nil)
    #expect(
      FrontierSummary(result, dataset: study.loaded.dataset).text.contains("no plan exists"))
    try study.write(result, to: folder.file("out"))
    #expect(try FrontierRecord.read(from: folder.file("out")).termination == .infeasible)
  }

  private func study(_ folder: Folder) throws -> FrontierStudy {
    FrontierStudy(
      loaded: try LoadedDataset(folder: folder.data), measure: .expected,
      search: BandRefinement(tolerance: 0.05), limits: SolveLimits())
  }
}
