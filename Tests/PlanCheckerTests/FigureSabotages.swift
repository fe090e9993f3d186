import SupplyPlan
import TextFiles

@testable import PlanChecker
@testable import SupplyData

extension Sabotage {
  /// Falsified figures, rows and statements.
  static let figures: [Sabotage] =
    CostLines.lines(shownOf: []).map { name, line in
      Sabotage("wrong line \(name)", .costLine, at: name) { plan, _ in
        plan.costs[keyPath: line] *= 1.00001
      }
    } + [
      Sabotage("lines that do not add up", .costSum, at: "cost") { plan, _ in
        plan.cost = HandPlan.cost * 1.00001
      },
      Sabotage("a total that is too low", .cost, at: "cost") { plan, _ in
        plan.cost = HandPlan.cost * 0.99999
        plan.costs.shortage -= HandPlan.cost * 0.00001
      },
      Sabotage("another discount rate", .costLine, at: "opening") {
        $1.settings.discountRate = 0.2501
      },
      Sabotage("other weights of the states", .costLine, at: "production") {
        $1.scenarios[0].probability = 0.101
      },
      Sabotage("a bound above the cost", .bound, at: "bound") { plan, _ in plan.bound = 27675 },
      Sabotage("optimal without a bound", .bound, at: "bound") { plan, _ in
        plan.termination = .optimal
        plan.bound = nil
        plan.gap = nil
      },
      Sabotage("least risk without a bound", .riskBound, at: "risk") { plan, _ in
        plan.termination = .optimal
        plan.solve.objective = "risk"
      },
      Sabotage("a baseline that hides what it breaks", .broken, at: "broken") { plan, _ in
        plan.solve.objective = "baseline"
      },
      Sabotage("a wrong gap", .gap, at: "gap") { plan, _ in plan.gap = 0.0243 },
      Sabotage("no gap", .gap, at: "gap") { plan, _ in plan.gap = nil },
      Sabotage("a gap without a bound", .gap, at: "gap") { plan, _ in plan.bound = nil },
      Sabotage("other sales lost", .salesLost, at: "scenario quake, period later") { plan, _ in
        plan.scenarios[1].salesLost = 0.104
      },
      Sabotage("sales at risk too low", .salesAtRisk, at: "risk") { plan, _ in
        plan.risk.salesAtRisk = 0.1074
      },
      Sabotage("no sales at risk", .salesAtRisk, at: "risk") { plan, _ in
        plan.risk.salesAtRisk = nil
      },
      Sabotage("another level", .salesAtRisk, at: "risk") { plan, _ in plan.risk.level = 0.7 },
      Sabotage("more risk than the cap", .riskCap, at: "risk") { plan, _ in
        plan.solve.maxRisk = 0.107
      },
      // Of 120 later, 10 are not delivered.
      Sabotage("more undelivered than the limit", .unmetCap, at: "period later") { plan, _ in
        plan.solve.maxUnmet = 0.083
      },
      Sabotage("less undelivered than there is", .undelivered, at: "period later") { plan, _ in
        plan.undelivered?.periods[1].share = 0
      },
      Sabotage("another mean of the undelivered", .undelivered, at: "over the horizon") { plan, _ in
        plan.undelivered?.share = 0.05
      },
      Sabotage("the undelivered of one period alone", .row, at: "undelivered") { plan, _ in
        plan.undelivered?.periods.removeLast()
      },
      Sabotage("a bound above the risk", .riskBound, at: "risk") { plan, _ in
        plan.risk.bound = 0.108
      },
      Sabotage("an unknown measure", .measure, at: "risk") { plan, _ in
        plan.risk.measure = "variance"
      },
      Sabotage("a level that is none", .measure, at: "risk") { plan, _ in plan.risk.level = 1 },
      Sabotage("a level for the worst case", .measure, at: "risk") { plan, _ in
        plan.risk.measure = "worst"
      },
      Sabotage("another share in the mix", .mix, at: "period later, nearshore, country BB") {
        plan, _ in plan.mix[2].valueShare = 0.4546
      },
      Sabotage("another class in the mix", .mix, at: "period now, friendshore, country CC") {
        plan, _ in plan.mix[0].class = .offshore
      },
      Sabotage("no micro-factory in the mix", .mix, at: "country BB, micro-factories") {
        plan, _ in plan.mix[2].microfactory = false
      },
      Sabotage("a share too small", .policy, at: "constraint west, product widget, period later") {
        $1.constraints[0].value = 0.46
      },
      Sabotage("too many open", .policy, at: "constraint plants, period now") {
        $1.constraints[1].value = 1
      },
      Sabotage("too much invested", .policy, at: "constraint budget, period later") {
        $1.constraints[2].value = 2199
      },
      Sabotage("too much emitted", .policy, at: "constraint clean, period later") {
        $1.constraints[3].value = 2.41
      },
      Sabotage("another dataset", .dataset, at: "sha256") { plan, _ in
        plan.dataset.sha256 = "f00d"
      },
      Sabotage("another title", .dataset, at: "name") { plan, _ in plan.dataset.name = "Rings" },
      Sabotage("a plan that is proven not to be", .emptyPlan, at: "termination") { plan, _ in
        plan.termination = .infeasible
      },
      Sabotage("flows of no plan", .emptyPlan, at: "flows") { plan, _ in plan.cost = nil },
      Sabotage("a facility left out", .row, at: "facilities: facility plant, period later") {
        plan, _ in plan.facilities.remove(at: 3)
      },
      Sabotage("a module left out", .row, at: "modules: facility mine, module line, period now") {
        plan, _ in plan.modules.remove(at: 0)
      },
      Sabotage("a stock left out", .row, at: "buffers: location plant, product gear, period now") {
        plan, _ in plan.buffers.remove(at: 2)
      },
      Sabotage("a scenario left out", .row, at: "scenarios: scenario war, period now") {
        plan, _ in plan.scenarios.remove(at: 2)
      },
      Sabotage("a facility twice", .row, at: "facilities: facility mine, period now") {
        plan, _ in plan.facilities.append(plan.facilities[0])
      },
      Sabotage("a grant twice", .row, at: "incentives: incentive act, facility micro") {
        plan, _ in plan.incentives.append(plan.incentives[0])
      },
      Sabotage("an unknown facility", .row, at: "flows: moon to plant") { plan, _ in
        plan.flow("mine", "plant", "DD", "now") { $0.origin = "moon" }
      },
      Sabotage("a customer that ships", .row, at: "flows: shop to plant") { plan, _ in
        plan.flow("mine", "plant", "DD", "now") { $0.origin = "shop" }
      },
      Sabotage("an unknown scenario", .row, at: "draws: location shop") { plan, _ in
        plan.draws[0].scenario = "flood"
      },
      Sabotage("an unknown period in the mix", .row, at: "mix: period never") { plan, _ in
        plan.mix[0].period = "never"
      },
      Sabotage("a baseline that is not the current network", .currentNetwork, at: "facility micro")
      { plan, _ in plan.broken = [] },
      Sabotage("a baseline with other stocks", .currentNetwork, at: "location shop") {
        plan, _ in plan.broken = []
      },
      Sabotage("an expanded network with another site", .expandedNetwork, at: "facility micro") {
        plan, _ in plan.solve.objective = "expanded"
      },
      Sabotage("an expanded network that does not say what it breaks", .broken, at: "broken") {
        plan, _ in plan.solve.objective = "expanded"
      },
      Sabotage("a baseline that breaks nothing it lists", .broken, at: "constraint plants") {
        plan, _ in
        plan.broken = [
          BrokenRow(constraint: "plants", decision: nil, facility: nil, period: "now")
        ]
      },
    ]
}
