import FigureDrawing
import Findings
import RunStore
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// What is said and shown of a sweep.
struct SweepDocument {
  let grid: SweepGrid
  let footprints: Footprints
  let money: MoneyFormat

  /// The part of the document.
  var section: Section {
    var section = Section(title: "Sweep \(grid.name)")
    let winners = SweepWinners(grid.members)
    section.sentences = [extent, costs, winners.sentence, winners.exchange].compactMap { $0 }
    if grid.isSample || grid.axes.isEmpty {
      section.blocks = sample
    } else if grid.axes.count == 1 {
      section.blocks = line
    } else {
      section.blocks = matrices
    }
    section.blocks.append(footprints.legend(of: grid.members))
    return section
  }

  private var extent: String {
    let axes = grid.axes.map { axis in
      "\(axis.name) (\(NumberFormat.count(axis.values.count, "value", "values")))"
    }
    let solved = grid.members.count { $0.plan != nil }
    let missing = Dictionary(grouping: grid.members.compactMap(\.lack), by: { $0 })
      .sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
    let runs = NumberFormat.count(grid.members.count, "run", "runs")
    let extent = """
      \(runs.capitalizedFirst) over \(axes.listed()), \
      \(solved == grid.members.count ? "all" : NumberFormat.whole(Double(solved))) with a plan
      """
    return ([extent] + (missing.isEmpty ? [] : [missing.joined(separator: ", ")]))
      .joined(separator: "; ") + "."
  }

  private var costs: String? {
    let plans = grid.members.filter { $0.plan != nil }
    guard let cheapest = plans.min(by: { cost($0) < cost($1) }),
      let dearest = plans.max(by: { cost($0) < cost($1) })
    else { return nil }
    if plans.count == 1 {
      return "The plan for \(place(of: cheapest)) costs \(money(cost(cheapest), digits: 4))."
    }
    return """
      Cost ranges from \(money(cost(cheapest), digits: 4)) (\(place(of: cheapest))) to \
      \(money(cost(dearest), digits: 4)) (\(place(of: dearest))).
      """
  }

  private func cost(_ facts: RunFacts) -> Double { facts.plan?.cost ?? 0 }

  private func place(of facts: RunFacts) -> String {
    grid.axes.map { "\($0.name) = \(label(of: facts, on: $0))" }.joined(separator: ", ")
  }

  /// The value of a run on an axis, for a reader.
  private func label(of facts: RunFacts, on axis: SweepGrid.Axis) -> String {
    guard let value = SweepGrid.value(of: axis.name, in: facts),
      let index = axis.values.firstIndex(of: value)
    else { return "" }
    return axis.labels[index]
  }

  // MARK: One axis, and samples

  private var line: [Section.Block] {
    guard let axis = grid.axes.first else { return [] }
    let bars = axis.values.compactMap { value -> MixBars.Bar? in
      grid.members.first { SweepGrid.value(of: axis.name, in: $0) == value }.map {
        MixBars.Bar($0, label: "\(axis.name) = \(label(of: $0, on: axis))")
      }
    }
    return [
      .figure(
        AxisFigure(
          grid: grid, axis: axis, footprints: footprints, money: money,
          table: members(in: axis.values)
        ).figure(), isInText: true),
      .figure(
        MixBars(
          bars: bars, title: "Where goods are made, by \(axis.name)", heading: axis.name
        ).figure(), isInText: true),
    ]
  }

  private var sample: [Section.Block] {
    let table = members(in: nil)
    let figures = [SweepQuantity.cost, .resilience].compactMap {
      SampleScatter(grid: grid, quantity: $0, money: money).figure(table: table)
    }
    return figures.map { .figure($0, isInText: false) } + [
      .table(title: "Runs", table, note: "")
    ]
  }

  /// A row for each member: in the order of an axis's values, or of the store.
  private func members(in order: [String]?) -> Table {
    let axes = grid.axes.map(\.name)
    var members = grid.members
    if let order, let axis = axes.first {
      members = order.flatMap { value in
        grid.members.filter { SweepGrid.value(of: axis, in: $0) == value }
      }
    }
    let rows = RunRows(
      grid.members, footprints: footprints, money: money, hasMix: order == nil)
    return Table(
      axes.map { .text($0) } + rows.columns,
      rows: members.map { member in
        grid.axes.map { .text(label(of: member, on: $0)) } + rows.cells(member)
      })
  }
}
