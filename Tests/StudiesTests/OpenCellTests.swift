import Findings
import Modeling
import NetworkDesign
import ResultFolders
import TestDatasets
import Testing
import Wording

@testable import Resilience
@testable import Studies

/// What a stress test has no answer to is named: the network, the target, the period, why, and what to do.
@Suite struct OpenCellTests {
  private func study(_ limits: SolveLimits = SolveLimits()) throws -> (StressStudy, Folder) {
    let folder = try Folder(.withStrike)
    let planning = PlanStudy(
      loaded: try LoadedDataset(folder: folder.data),
      question: DesignQuestion(measure: .expected), gap: 1e-3, limits: SolveLimits())
    try planning.write(try planning.run(), to: folder.file("out"))
    return (StressStudy(plan: folder.file("out"), threads: 1, limits: limits), folder)
  }

  @Test func `a test that was stopped at once`() throws {
    let (study, folder) = try study(SolveLimits(deadline: .now))
    let loaded = try study.dataset()
    let record = try withExtendedLifetime(folder) { try study.run(loaded).stress }
    let periods = loaded.dataset.settings.periods.count
    #expect(record.results.isEmpty && record.stopReason == "time limit reached")
    #expect(record.open?.count == record.networks.count * record.targets.count * periods)
    let text = try #require(StressText.openCells(record, plan: study.plan))
    #expect(text.contains("cells have no answer (time limit reached)"), "\(text)")
    #expect(text.contains("  current network, \(record.targets[0].target), "), "\(text)")
    #expect(text.contains("more") && text.contains("shorewise stress \(study.plan)"), "\(text)")
  }

  @Test func `a bound is never shown as a figure`() throws {
    let (study, folder) = try study()
    let loaded = try study.dataset()
    var result = try study.run(loaded)
    #expect(result.stress.open == nil)
    #expect(StressText.openCells(result.stress, plan: study.plan) == nil)
    let place = try #require(result.stress.results.firstIndex { $0.salesLost > 0.01 })
    let cell = result.stress.results[place]
    result.stress.results[place].bounds = .init(salesLost: .atMost, weeksToSurvive: .atLeast)
    result.stress.open = [
      .init(
        network: cell.network, target: cell.target, period: cell.period,
        reason: StressRecord.OpenCell.onlyBounds)
    ]
    result.stress.stopReason = "a program could not be solved"
    let text = StressText(
      result.stress, sources: result.sources, plan: result.plan, dataset: loaded.dataset
    ).text
    #expect(text.contains("at most \(Text.percent(cell.salesLost))  at least "), "\(text)")
    #expect(text.contains("\(cell.network), \(cell.target), \(cell.period): only bounds are known"))
    try result.stress.write(to: folder.file("found"))
    let tables = result.stress.tables
    #expect(
      tables.first { $0.name == "stress" }?.csv.contains("sales_lost at_most|weeks_to_survive")
        ?? false)
    #expect(tables.first { $0.name == "stress_open" }?.rows.count == 1)
    #expect(try StressRecord.read(from: folder.file("found")) == result.stress)
  }

  /// A file of an earlier version says why cells are missing, not which: those without a result.
  @Test func `cells that a file does not list`() throws {
    let (study, folder) = try study()
    var record = try withExtendedLifetime(folder) { try study.run(try study.dataset()).stress }
    let gone = record.results.removeLast()
    record.stopReason = "time limit reached"
    #expect(
      record.openCells == [
        .init(
          network: gone.network, target: gone.target, period: gone.period,
          reason: "time limit reached")
      ])
  }
}
