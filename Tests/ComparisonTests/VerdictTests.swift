import FigureDrawing
import Foundation
import RunStore
import SupplyData
import SupplyPlan
import Testing

@testable import Comparison

/// Where one footprint is clearly the best, and where two are too close to call.
@Suite struct VerdictTests {
  private func plan(_ cost: Double, bound: Double?) throws -> StoredPlanRow {
    var plan = SyntheticPlan(cost).plan(of: .init(name: "", sha256: ""))
    plan.costs.shortage = 30
    return try #require(
      StoredPlanRow(plan, run: 1, file: "plan.json", role: "plan", bound: bound))
  }

  @Test func `a cost has two parts`() throws {
    #expect(try plan(100, bound: 90).salesNotMade == 30)
    #expect(try plan(100, bound: 90).spend == 70)
  }

  @Test func `what a gap leaves open`() throws {
    let near = FootprintVerdict.Rival(facilities: ["b"], cost: 110)
    let far = FootprintVerdict.Rival(facilities: ["c"], cost: 110.1)
    let plan = try plan(100, bound: 90)
    #expect(FootprintVerdict(plan, rivals: [far, near]) == .tooClose([near]))
    #expect(FootprintVerdict(plan, rivals: [far]) == .ahead)
    #expect(FootprintVerdict(plan, rivals: []) == .ahead)
    #expect(FootprintVerdict(plan, rivals: nil) == .untested)
    #expect(try FootprintVerdict(self.plan(100, bound: 100), rivals: nil) == .proved)
    #expect(try FootprintVerdict(self.plan(100, bound: nil), rivals: [far]) == .untested)
    #expect(FootprintVerdict.proved.isClear && FootprintVerdict.ahead.isClear)
    #expect(!FootprintVerdict.tooClose([near]).isClear && !FootprintVerdict.untested.isClear)
  }

  /// A sweep of three runs that have found two footprints; in the first the other one is within the gap.
  private func store() throws -> StoreBuilder {
    let builder = try StoreBuilder()
    let sites = [["plant"], ["plant", "second"], ["plant", "second"]]
    var runs: [Int64] = []
    for (index, open) in sites.enumerated() {
      let cost = 1000 + 100 * Double(index)
      runs.append(
        try builder.add(
          "s@rate=\(index)", .member(of: "s", ["rate": "\(index)"]),
          plans: [SyntheticPlan(cost, bound: cost - 20, open: open)]))
    }
    let costs = [[1000, 1015], [1300, 1100], [1400, 1200]]
    for (run, index) in zip(runs, 0...) {
      let own = SyntheticPlan(1000, open: sites[index]).plan(of: .init(name: "", sha256: ""))
      let design = StoredDesign(of: own, structure: "one")
      try builder.store.note(
        design, plan: Array(own.jsonText.utf8),
        as: StoredTrial(
          run: run, design: design.sha256, isFoundHere: true,
          cost: Double(costs[index][index == 0 ? 0 : 1]), salesAtRisk: 0.1))
    }
    let designs = try builder.store.designs()
    for (run, index) in zip(runs, 0...) {
      let other = try #require(
        designs.values.first { ($0.open["year-1"]?.count == 1) == (index > 0) })
      try builder.store.record(
        [
          StoredTrial(
            run: run, design: other.sha256, cost: Double(costs[index][index == 0 ? 1 : 0]),
            salesAtRisk: 0.1)
        ], of: run, adopting: nil, input: try builder.store.runs()[index].request.inputSHA256,
        replacing: nil)
    }
    return builder
  }

  private func overview(_ builder: StoreBuilder) throws -> RunsOverview {
    let selection = RunSelection(
      store: builder.path, runs: try builder.store.runs(), choice: ComparisonChoice(sweep: "s"))
    return try RunsOverview(try selection.groups(), sweep: "s", in: builder.store)
  }

  @Test func `a sweep tells clear winners from what is too close to call`() throws {
    let builder = try store()
    let overview = try overview(builder)
    let group = try #require(overview.groups.first)
    #expect(group.runs.map { $0.verdict?.name } == ["too close", "ahead", "ahead"])
    #expect(group.runs.map { group.footprints.mark($0) } == ["~B", "A", "A"])
    let winners = SweepWinners(group.runs)
    #expect(
      winners.title
        == "One\u{A0}footprint is clearly the best somewhere; 1 of 3 runs are too close to call"
    )
    let text = overview.document.text
    #expect(text.contains("In 2 of 3 runs one footprint is clearly the best (the same one each"))
    #expect(text.contains("In 1 of 3 runs two or more footprints cost the same to within the gap"))
    #expect(text.contains("~B"))
    // A run more whose design was not tried in the others settles nothing there.
    let late = try builder.add(
      "s@rate=9", .member(of: "s", ["rate": "9"]),
      plans: [SyntheticPlan(1500, bound: 1490, open: ["second"])])
    let own = SyntheticPlan(1500, open: ["second"]).plan(of: .init(name: "", sha256: ""))
    let design = StoredDesign(of: own, structure: "one")
    try builder.store.note(
      design, plan: Array(own.jsonText.utf8),
      as: StoredTrial(
        run: late, design: design.sha256, isFoundHere: true, cost: 1500, salesAtRisk: 0.1))
    let verdicts = try self.overview(builder).groups[0].runs.map { $0.verdict?.name }
    #expect(verdicts == ["untested", "untested", "untested", "untested"])
  }

  @Test func `what is too close to call looks and reads otherwise`() throws {
    let cells = [false, true].map { isHollow in
      HeatMap.Cell(text: isHollow ? "~A" : "A", colour: "#cfe0ee", title: "", isHollow: isHollow)
    }
    let axis = SweepGrid.Axis(name: "x", texts: ["a", "b"])
    let row = SweepGrid.Axis(name: "y", texts: ["c"])
    let map = HeatMap(
      label: "", rows: row, columns: axis, panels: [.init(title: "", cells: [cells])],
      legend: .classes(hasHollow: true, [(colour: "#cfe0ee", word: "A")]))
    let drawing = map.draw(.wide)
    let svg = String(describing: drawing)
    // One cell, and the legend's.
    #expect(svg.components(separatedBy: "hollow-cell").count - 1 == 2)
    #expect(svg.contains("hollow: too close to call"))
  }

  @Test func `a store of an earlier version has no trials`() throws {
    let builder = try Stores.grid()
    let facts = try overview(of: builder)
    #expect(facts.allSatisfy { $0.verdict == .proved || $0.verdict == nil })
    #expect(facts.allSatisfy { $0.rivals == nil && !$0.isAdopted })
  }

  private func overview(of builder: StoreBuilder) throws -> [RunFacts] {
    let selection = RunSelection(
      store: builder.path, runs: try builder.store.runs(), choice: ComparisonChoice())
    return try RunsOverview(try selection.groups(), sweep: nil, in: builder.store)
      .groups.flatMap(\.runs)
  }
}
