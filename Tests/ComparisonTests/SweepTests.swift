import FigureDrawing
import Findings
import RunStore
import SupplyData
import SupplyPlan
import Testing
import TestSnapshots
import Wording

@testable import Comparison

/// The runs of a sweep over its axes.
@Suite struct SweepTests {
  private func overview(_ builder: StoreBuilder, _ sweep: String? = nil) throws -> RunsOverview {
    let choice = ComparisonChoice(sweep: sweep)
    let selection = RunSelection(
      store: builder.path, runs: try builder.store.runs(), choice: choice)
    return try RunsOverview(try selection.groups(), sweep: sweep, in: builder.store)
  }

  /// A store with a run for each combination of values.
  private func store(_ axes: [(String, [String])], sample: Bool = false) throws -> StoreBuilder {
    let builder = try StoreBuilder()
    var points: [[AxisValue]] = [[]]
    for (axis, values) in axes {
      points = points.flatMap { point in values.map { point + [AxisValue(axis: axis, value: $0)] } }
    }
    for (index, point) in points.enumerated() {
      let label =
        sample
        ? "sample=\(index + 1)" : point.map { "\($0.axis)=\($0.value)" }.joined(separator: ",")
      try builder.add(
        "s@\(label)", StoreBuilder.Question(sweep: "s", axes: point),
        plans: [SyntheticPlan(1000 + Double(index), risk: 0.1 / Double(index + 1))])
    }
    return builder
  }

  @Test func `a grid in words`() throws {
    let builder = try Stores.grid()
    try expectSnapshot(try overview(builder, "tariffs").document.text + "\n", "sweep-grid.txt")
  }

  @Test func `one axis in words`() throws {
    let builder = try store([("price", ["100", "20", "3"])])
    try expectSnapshot(try overview(builder, "s").document.text + "\n", "sweep-line.txt")
  }

  @Test func `a sample in words`() throws {
    let builder = try store(
      [("price", ["1.5", "2"]), ("rate", ["7"]), ("mode", ["sea", "air"])], sample: true)
    try expectSnapshot(try overview(builder, "s").document.text + "\n", "sweep-sample.txt")
  }

  @Test func `numbers are in rising order, words as they come`() {
    #expect(
      SweepGrid.Axis(name: "a", values: ["10", "9", "1e1", "10"]).values == ["9", "10", "1e1"])
    #expect(SweepGrid.Axis(name: "a", values: ["10", "9", "x", "9"]).values == ["10", "9", "x"])
    #expect(SweepGrid.Axis(name: "a", values: ["nan", "1"]).numbers == nil)
  }

  /// Each run stands in one cell, at its own values; further axes make panels.
  @Test(arguments: [
    [("a", 2), ("b", 3)], [("a", 4), ("b", 2), ("c", 3)], [("a", 2), ("b", 2), ("c", 2), ("d", 2)],
  ])
  func `every run has its cell`(_ sizes: [(String, Int)]) throws {
    let builder = try store(sizes.map { ($0.0, (0..<$0.1).map { "\($0 * 10)" }) })
    let grid = try #require(try overview(builder).groups.first?.sweeps.first)
    let (rows, columns) = try #require(grid.plane)
    #expect(!grid.isSample)
    let further = sizes.filter { $0.0 != rows.name && $0.0 != columns.name }
    #expect(grid.panels.count == further.reduce(1) { $0 * $1.1 })
    #expect(Set(grid.panels.map(\.title)).count == grid.panels.count)
    // No axis beside the plane's has more values than one of them.
    let most = further.map(\.1).max() ?? 0
    #expect(rows.values.count >= most && columns.values.count >= most)
    var seen: Set<Int64> = []
    for panel in grid.panels {
      for (row, line) in zip(rows.values, panel.cells) {
        for (column, facts) in zip(columns.values, line) {
          let facts = try #require(facts)
          #expect(SweepGrid.value(of: rows.name, in: facts) == row)
          #expect(SweepGrid.value(of: columns.name, in: facts) == column)
          seen.insert(facts.run.id)
        }
      }
    }
    #expect(seen.count == sizes.reduce(1) { $0 * $1.1 })
  }

  /// What stands in the cells is what the store has.
  @Test func `the table of a sweep is what the store has`() throws {
    let builder = try Stores.grid()
    let table = try #require(
      try overview(builder).tables.first { $0.name == "sweep-tariffs" })
    let rows = CSV.rows(table.csv)
    let runs = try builder.store.runs()
    #expect(rows.count == runs.count)
    for (row, run) in zip(rows, runs) {
      #expect(row["run"] == String(run.id))
      for axis in run.request.axes { #expect(row["axis_\(axis.axis)"] == axis.value) }
      #expect(Double(row["cost"] ?? "") == run.cost)
      #expect(row["status"] == run.status.rawValue)
      let plan = try builder.store.plans(of: run.id).first
      #expect(Double(row["resilience"] ?? "") == plan.map { 1 - $0.salesAtRisk })
      for placement in PlacementClass.allCases where plan != nil {
        let share = try builder.store.mixes(of: run.id).filter { $0.row.class == placement }
          .reduce(0) { $0 + $1.row.valueShare }
        #expect(abs((Double(row[placement.rawValue] ?? "") ?? .nan) - share) < 1e-12)
      }
    }
    // A is the most frequent set, B has one facility more.
    let letters = rows.compactMap { $0["footprint"] }.filter { !$0.isEmpty }
    #expect(letters == ["A", "A", "A", "B"])
  }

  @Test func `many panels are cut, and say so`() throws {
    let builder = try store([
      ("a", ["1", "2", "3"]), ("b", ["1", "2", "3"]), ("c", ["1", "2", "3"]),
      ("d", ["1", "2", "3"]),
      ("e", ["1", "2"]),
    ])
    let text = try overview(builder).document.text
    #expect(try overview(builder).groups[0].sweeps[0].panels.count == 18)
    #expect(text.contains("c = 1, d = 1, e = 1"))
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("c = 3, d = 3, e = 2") })
    let page = try overview(builder).document.page()
    #expect(page.contains("Of 18 combinations of the further axes"))
  }

  /// Numbers of a heat map tell neighbours apart.
  @Test(arguments: [
    ([1_000_000.0, 1_010_000, 1_020_000], ["1.0000", "1.0100", "1.0200"]),
    ([12.0, 500, 900], ["12", "500", "900"]), ([5, 5], ["5.0", "5.0"]),
    ([123_456_789, 987_654_321], ["123", "988"]),
  ])
  func `digits`(_ values: [Double], _ texts: [String]) {
    let numbers = SweepNumbers(.cost, values: values, money: .init(currency: "EUR"))
    #expect(values.map { numbers($0) } == texts)
  }
}
