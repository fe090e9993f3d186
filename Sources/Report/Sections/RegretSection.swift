package import FigureDrawing
import Findings
package import Sensitivity
package import SupplyData
import TextFiles
import Wording

/// Which plan has the smallest regret, whichever of several futures comes.
package struct RegretSection {
  let index: ReportIndex
  let record: RegretRecord
  private let source: String?

  init(index: ReportIndex, record: RegretRecord, source: String? = RegretRecord.file) {
    self.index = index
    self.record = record
    self.source = source
  }

  /// The section of a page about several results: names are those of `dataset`; `source` is the file they are from, if any.
  package init(dataset: Dataset, record: RegretRecord, source: String?) {
    self.init(index: ReportIndex(dataset), record: record, source: source)
  }

  /// The section; `nil` where there is nothing to compare.
  package var section: Section? {
    guard !record.plans.isEmpty else { return nil }
    return Section(
      id: RegretRecord.name, title: title, sentences: sentences,
      figures: [RegretFigure(index: index, record: record, source: source).figure()])
  }

  private var words: RegretWords { RegretWords(index, record) }

  private var title: String {
    if record.leastGreatest.isInfeasible {
      return "No plan is feasible in all \(record.futures.count) futures"
    }
    guard let position = record.leastGreatest.plan,
      let regret = record.plans[position].greatestRegret
    else { return "No plan shown is feasible in all \(record.futures.count) futures" }
    if regret.atLeast <= hidden {
      return
        "One plan is the best found in all \(record.futures.count) futures, to within \(index.money(regret.atMost, rounding: .up))"
    }
    return
      "\(words.name(position).capitalizedFirst) costs at most \(index.money(regret.atMost, rounding: .up)) more than the best plan in any of \(record.futures.count) futures"
  }

  /// Regret that the gaps of the solves may hide, money.
  private var hidden: Double { record.gap * (record.futures.compactMap(\.cost).max() ?? 0) }

  private var sentences: [String] {
    var sentences: [String] = []
    let best = record.plans.enumerated().compactMap { position, plan in
      plan.bestOf.isEmpty ? nil : plan.greatestRegret.map { (position, $0.atLeast) }
    }
    if let worst = best.max(by: { $0.1 < $1.1 }), worst.1 > hidden {
      sentences.append(
        "Planning for one future alone can cost up to \(index.money(worst.1)): the regret of \(words.name(worst.0)) in the future that suits it least."
      )
    }
    let refused = record.plans.filter { $0.entries.contains(where: \.isInfeasible) }.count
    if refused > 0 {
      sentences.append(
        NumberFormat.count(
          refused, "plan cannot meet the rules in some future.",
          "plans cannot meet the rules in some future.", inWords: true
        ).capitalizedFirst
      )
    }
    if let position = record.leastGreatest.plan {
      let proof = record.leastGreatest
      sentences.append(
        proof.reason.map {
          "Of the plans shown, \(words.name(position)) has the smallest maximum regret; that no other plan does better is not proven (\($0))."
        }
          ?? "It is proven that no plan has a maximum regret below \(index.money(proof.bound, rounding: .down))."
      )
    }
    if let position = record.leastExpected.plan, position != record.leastGreatest.plan,
      let regret = record.plans[position].expectedRegret
    {
      sentences.append(
        "With the weights given, \(words.name(position)) has the smallest expected regret: \(index.money(regret.atMost))."
      )
    }
    return sentences
  }
}
