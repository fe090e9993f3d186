import Findings
import RunStore
import SupplyPlan

extension RunsOverview {
  /// The tables for other programs.
  var tables: [Table] {
    let facts = groups.flatMap(\.runs)
    return [runs, Footprints.table(of: groups.map { ($0.key, $0.footprints) })] + sweepTables
      + FrontierTables.tables(of: facts)
  }

  private var runs: Table {
    var table = Table(
      "runs", "A run with what it found; of a frontier its cheapest point.",
      RunColumns.columns + [
        .init("cost_difference", "cost less that of the dataset as its files are, money"),
        .init(
          "least_difference", "what the two least costs are proved to differ by at least, money"),
        .init("most_difference", "what the two least costs are proved to differ by at most, money"),
        .init(
          "verdict",
          "`equal`, `proved dearer`, `proved cheaper`, `within the gaps` or `no bound`; against the dataset as its files are"
        ),
      ])
    for group in groups {
      for facts in group.runs {
        let difference =
          facts.run.request.key.variant.isEmpty ? nil : group.base?.difference(to: facts)
        table.add(
          RunColumns.cells(facts, footprints: group.footprints) + [
            .init(difference?.cost), .init(difference?.least), .init(difference?.most),
            .init(difference?.verdict.rawValue),
          ])
      }
    }
    return table
  }

  /// A table for each sweep, in whatever groups it was run.
  private var sweepTables: [Table] {
    var names: [String] = []
    for grid in groups.flatMap(\.sweeps) where !names.contains(grid.name) {
      names.append(grid.name)
    }
    return names.map { name in
      let parts = groups.flatMap { group in
        group.sweeps.filter { $0.name == name }.map { (group.footprints, $0) }
      }
      var axes: [String] = []
      for axis in parts.flatMap({ $0.1.axes.map(\.name) }) where !axes.contains(axis) {
        axes.append(axis)
      }
      var table = Table(
        "sweep-\(name)", "A run of the sweep, by the values of its axes.",
        axes.map { .init("axis_\($0)", "value of the axis `\($0)`") } + RunColumns.columns)
      for (footprints, grid) in parts {
        for member in grid.members {
          table.add(
            axes.map { .init(SweepGrid.value(of: $0, in: member)) }
              + RunColumns.cells(member, footprints: footprints))
        }
      }
      return table
    }
  }
}
