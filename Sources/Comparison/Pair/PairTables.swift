import FigureDrawing
import Findings
import RunStore
import SupplyData
import SupplyPlan

extension PlanPair {
  /// The tables for other programs.
  var tables: [Table] {
    [runs, footprintTable, inputs, costs, facilities, moduleTable, mix]
      + FrontierTables.tables(of: [first, second])
  }

  private var footprints: Footprints { Footprints([first, second].compactMap(\.footprint)) }

  private var footprintTable: Table {
    Footprints.table(of: [(RunGroup.Key(first.run), footprints)])
  }

  private var runs: Table {
    var table = Table(
      "runs", "The two runs, and what their costs say.",
      [
        .init("place", "`first` or `second`")
      ] + RunColumns.columns + [
        .init("cost_difference", "cost of the second less that of the first, money"),
        .init("least_difference", "what the least costs are proved to differ by at least, money"),
        .init("most_difference", "what the least costs are proved to differ by at most, money"),
        .init(
          "verdict",
          "`equal`, `proved dearer`, `proved cheaper`, `within the gaps` or `no bound`; of the second"
        ),
      ])
    let difference = first.difference(to: second)
    for (place, facts) in [("first", first), ("second", second)] {
      let isSecond = place == "second"
      table.add(
        [.text(place)] + RunColumns.cells(facts, footprints: footprints)
          + [
            .init(isSecond ? difference?.cost : nil), .init(isSecond ? difference?.least : nil),
            .init(isSecond ? difference?.most : nil),
            .init(isSecond ? difference?.verdict.rawValue : nil),
          ])
    }
    return table
  }

  private var inputs: Table {
    var table = Table(
      "inputs", "A cell of the input that differs; new and deleted rows have all their cells.",
      [
        .init("file", "the table's file, or `plan.yaml`"),
        .init("row", "number of the differing row in that file, from 1"),
        .init("change", "`changed`, `inserted` or `deleted`"), .init("column", "the column"),
        .init("first", "the cell of the first run"), .init("second", "the cell of the second run"),
      ])
    var row = 0
    var file = ""
    for change in changes {
      row = change.file == file ? row + 1 : 1
      file = change.file
      let kind = change.old == nil ? "inserted" : change.new == nil ? "deleted" : "changed"
      for (index, column) in change.columns.enumerated() {
        let (old, new) = (change.old?[index], change.new?[index])
        if old ?? "" == new ?? "" { continue }
        table.add([
          .text(file), .whole(row), .text(kind), .text(column), .init(old), .init(new),
        ])
      }
    }
    return table
  }

  private var costs: Table {
    var table = Table(
      "cost_lines", "A line of the cost in the two plans.",
      [
        .init("line", "the line's name"), .init("first", "money"), .init("second", "money"),
        .init("difference", "second less first, money"),
      ])
    for line in CostLines.lines.map(\.name) {
      let (before, after) = (cost(line, first), cost(line, second))
      guard CostLines.isShown(line, at: [before, after].compactMap(\.self)) else { continue }
      table.add([
        .text(line), .init(before), .init(after),
        .init(before.flatMap { before in after.map { $0 - before } }),
      ])
    }
    return table
  }

  /// A line of the cost of a plan.
  func cost(_ line: String, _ facts: RunFacts) -> Double? {
    facts.plan?.costLines.first { $0.name == line }?.value
  }

  private var facilities: Table {
    var table = Table(
      "facilities", "A facility in a period, where it is open in one of the two plans or closes.",
      [.init("period", "the period"), .init("facility", "the facility")]
        + ["first", "second"].flatMap { place in
          [
            Table.Column("\(place)_open", "open in the period"),
            .init("\(place)_opened", "opens at its start"),
            .init("\(place)_closed", "closes at its start"),
          ]
        })
    for period in periods {
      let (before, after) = (first.sites[period] ?? [:], second.sites[period] ?? [:])
      for facility in Set(before.keys).union(after.keys).sorted() {
        let cells = [before[facility], after[facility]].flatMap { site in
          [site?.isOpen, site?.opens, site?.closes].map { Table.Cell.flag($0 ?? false) }
        }
        table.add([.text(period), .text(facility)] + cells)
      }
    }
    return table
  }

  private var moduleTable: Table {
    var table = Table(
      "modules", "Modules in place in a period, where the two plans differ.",
      [
        .init("facility", "the facility"), .init("module", "the module"),
        .init("period", "the period"), .init("first", "modules"), .init("second", "modules"),
      ])
    for row in modules {
      table.add([
        .text(row.facility), .text(row.module), .text(row.period), .whole(row.first),
        .whole(row.second),
      ])
    }
    return table
  }

  private var mix: Table {
    var table = Table(
      "mix", "The share of a placement in what is delivered in a period.",
      [
        .init("period", "the period"),
        .init("class", "`domestic`, `nearshore`, `friendshore` or `offshore`"),
        .init("first", "share by customs value"), .init("second", "share by customs value"),
        .init("difference", "second less first"),
      ])
    for period in periods {
      for placement in PlacementClass.allCases {
        let (before, after) = (first.mix[period]?[placement], second.mix[period]?[placement])
        table.add([
          .text(period), .text(placement.rawValue), .init(before), .init(after),
          .init(before.flatMap { before in after.map { $0 - before } }),
        ])
      }
    }
    return table
  }
}
