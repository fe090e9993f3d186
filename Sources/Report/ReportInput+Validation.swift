import Alternatives
import Explanation
import Findings
import Premium
import Resilience
import Sensitivity
import SupplyData
import SupplyPlan
import TextFiles

extension ReportInput {
  /// Throws where the parts do not belong together: a report that mixes them would say what is not so.
  func validate() throws(ReportError) {
    let findings =
      [
        stress.map { ($0.dataset, "stress test") },
        premium.map { ($0.dataset, "premium") },
        currentSources.map { ($0.dataset, "map of sources") },
        flip.map { ($0.dataset, "list of flips") },
        alternatives.map { ($0.dataset, "list of alternatives") },
        explanation.map { ($0.dataset, "explanation") },
      ].compactMap { $0 } + sources.map { ($0.dataset, "map of sources") }
    // Regrets may be over several datasets, so there is none to compare with.
    if isFindingsAlone, findings.isEmpty, regret == nil { throw .empty }
    for (reference, what) in findings { try check(reference, what) }
    if let frontier {
      guard frontier.points.count == plans.count else {
        throw .planCount(points: frontier.points.count, plans: plans.count)
      }
      try check(frontier.dataset, "frontier")
      for (index, point) in frontier.points.enumerated() {
        guard let cost = plans[index].cost, let risk = plans[index].risk.salesAtRisk,
          Self.agree(cost, point.cost), Self.agree(risk, point.salesAtRisk)
        else { throw .otherPlan(point: index + 1) }
      }
    }
    let measure = frontier.map { ($0.measure, $0.level) } ?? plans.first.map(Self.measure)
    let comparators = [(baseline, "baseline"), (expanded, "expanded network")]
    for (plan, what) in plans.map({ ($0, "plan") })
      + comparators.compactMap({ plan, what in plan.map { ($0, what) } })
    {
      try check(plan.dataset, what)
      if let measure, Self.measure(plan) != measure { throw .otherMeasure(what: what) }
      try checkNames(plan)
    }
    if let explanation, !plans.isEmpty {
      let isOfThese = plans.contains { Self.agree($0.cost ?? .nan, explanation.plan.cost) }
      if !isOfThese { throw .otherExplanation }
    }
  }

  private func check(_ reference: Plan.DatasetReference, _ what: String) throws(ReportError) {
    if reference.sha256 != dataset.sha256 { throw .otherDataset(what: what) }
  }

  private func checkNames(_ plan: Plan) throws(ReportError) {
    let facilities = Set(dataset.facilities.map(\.id))
    let nodes = facilities.union(dataset.customers.map(\.id))
    let products = Set(dataset.products.map(\.id))
    let periods = Set(dataset.settings.periods.map(\.id))
    let scenarios = Set(dataset.scenarios.map(\.id))
    let countries = Set(dataset.countries.map(\.id))
    let rows: [(String, Set<String>, [String])] = [
      (
        "facility", facilities,
        plan.facilities.map(\.facility) + plan.modules.map(\.facility)
          + plan.production.map(\.facility)
      ),
      (
        "facility or customer", nodes,
        plan.flows.map(\.origin) + plan.flows.map(\.destination) + plan.buffers.map(\.location)
      ),
      ("product", products, plan.flows.map(\.product) + plan.production.map(\.product)),
      ("country", countries, plan.flows.map(\.madeIn) + plan.mix.map(\.country)),
      (
        "period", periods,
        plan.facilities.map(\.period) + plan.scenarios.map(\.period) + plan.mix.map(\.period)
      ),
      ("scenario", scenarios, plan.scenarios.map(\.scenario)),
    ]
    for (what, known, names) in rows {
      if let name = names.first(where: { !known.contains($0) }) {
        throw .unknownName(what: what, name: name)
      }
    }
  }

  private static func measure(_ plan: Plan) -> (String, Double?) {
    (plan.risk.measure, plan.risk.level)
  }

  private static func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-6 * max(1, abs(left), abs(right))
  }
}
