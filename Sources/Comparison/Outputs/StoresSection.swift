import FigureDrawing
import Findings
import RunStore
import SupplyData
import TextFiles
import Wording

/// The runs that several stores have in common, side by side: the same variant of a dataset of the same name, asked the same.
struct StoresSection {
  /// What two stores have in common.
  private struct Key: Hashable {
    let dataset: String
    let question: String
    let variant: String
  }

  /// The runs of each store, with its name.
  let stores: [(name: String, runs: [RunFacts])]

  /// The section; `nil` where no run has its like in another store.
  ///
  /// - Throws: a fault where runs of one name are in two currencies.
  func section() throws(Faults) -> Section? {
    let rows = rows
    guard let first = rows.first?.runs.compactMap(\.self).first else { return nil }
    for row in rows {
      let currencies = Set(row.runs.compactMap { $0?.run.currency })
      guard currencies.count == 1 else {
        throw Faults([
          Fault(
            file: stores.last?.name ?? "",
            cause: """
              the money of '\(row.key.dataset)' is \(currencies.sorted().joined(separator: " in one store and ")) in another
              """, cure: "Report on each store by itself.")
        ])
      }
    }
    let numbers = SweepNumbers(
      .cost, values: rows.flatMap { $0.runs.compactMap { $0?.plan?.cost } },
      money: MoneyFormat(currency: first.run.currency), significant: 5)
    let isPair = stores.count == 2
    return Section(
      title: "Runs that the stores have in common",
      blocks: [
        .table(
          title: "Costs",
          Table(
            ["Dataset", "Question", "Variant"].map { .text($0) }
              + stores.map { numbers.column("\($0.name) (\(numbers.unit))") }
              + (isPair ? CostDifference.columns(share: "Difference") : []),
            rows: rows.map { row in
              [.text(row.key.dataset), .text(row.key.question), .text(row.key.variant)]
                + row.runs.map { facts in
                  facts?.plan.map { .number($0.cost) } ?? .shown(.missing, as: facts?.lack ?? "–")
                } + (isPair ? Self.difference(row.runs) : [])
            }),
          note: "Total discounted cost; of a frontier, the cost of its cheapest point.")
      ])
  }

  private static func difference(_ runs: [RunFacts?]) -> [Table.Cell] {
    CostDifference.cells(runs[0].flatMap { before in runs[1].flatMap(before.difference) })
  }

  /// The runs that two stores or more have, in the order of the first store that has them.
  private var rows: [(key: Key, runs: [RunFacts?])] {
    var keys: [Key] = []
    var runs: [Key: [Int: RunFacts]] = [:]
    for (index, store) in stores.enumerated() {
      for facts in store.runs {
        let key = Key(
          dataset: facts.run.datasetName, question: RunGroup.Key(facts.run).question,
          variant: facts.label)
        if runs[key] == nil { keys.append(key) }
        runs[key, default: [:]][index] = facts
      }
    }
    return keys.filter { (runs[$0]?.count ?? 0) > 1 }.map { key in
      (key, stores.indices.map { runs[key]?[$0] })
    }
  }
}
