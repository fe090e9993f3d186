import SupplyPlan

@testable import PlanChecker
@testable import SupplyData

extension Sabotage {
  /// Wrong lines of a case.
  static func lines(of hand: HandCase, _ names: [String]) -> [Sabotage] {
    CostLines.lines.filter { names.contains($0.name) }.map { name, line in
      Sabotage("wrong line \(name) of the \(hand.rawValue)", of: hand, .costLine, at: name) {
        plan, _ in
        plan.costs[keyPath: line] *= 1.00001
      }
    }
  }

  /// A price that is not the one that the plan paid.
  private static func price(
    _ name: String, _ line: String, _ act: @escaping @Sendable (inout Dataset) -> Void
  ) -> Sabotage {
    Sabotage(name, of: .works, .costLine, at: line) { act(&$1) }
  }

  /// Falsified costs over time, contracts, clusters, handling, safety stock and policies.
  static let works: [Sabotage] =
    lines(of: .works, ["contracts", "clusters", "handling", "safety_stock"])
    + [
      ("production", 0), ("handling", 2), ("facility_fixed", 4), ("module_fixed", 5),
      ("opening", 6), ("building", 7), ("closing", 8), ("carbon", 9),
    ].map { line, row in
      price("another escalation of \(line)", line) { $0.escalation[row].factor *= 1.001 }
    } + [
      price("an escalation of another period", "closing") { $0.escalation[8].period = "now" },
      price("a wider escalation that counts", "production") { $0.escalation[0].factor = 1 },
      price("another take-or-pay", "production") { $0.contracts[0].minimum = 51 },
      price("another unit cost of a contract", "production") { $0.contracts[1].unitCost = 9.01 },
      price("another fee", "contracts") { $0.contracts[0].fixedCost = 31 },
      price("another saving", "clusters") { $0.clusters[0].saving = 101 },
      price("making becomes dearer in the strike", "production") {
        $0.disruptions[1].effect = .productionCost(
          facilities: HandDataset.selector("*", .facilities), product: nil, change: -0.24)
      },
      price("the wider row of handling counts", "handling") { $0.handling[1].unitCost = 0.51 },
      price("handling that emits more", "carbon") { $0.handling[0].emissionsTonnes = 0.0011 },
      price("another service level", "safety_stock") { $0.settings.serviceLevel = 0.85 },
      price("no service level", "safety_stock") { $0.settings.serviceLevel = nil },
      price("another deviation", "safety_stock") { $0.demand[0].deviation = 0.31 },
      price("another lead time", "safety_stock") { $0.lanes[2].leadTimeDays = 6.9 },
      Sabotage("an escalation of freight forgotten", of: .works, .freight, at: "depot to shop") {
        $1.escalation[3].factor = 1
      },
      Sabotage("an effect on freight forgotten", of: .works, .freight, at: "scenario strike") {
        $1.disruptions.removeLast()
      },
      Sabotage("an incentive on the table's cost", of: .works, .incentive, at: "facility twin") {
        $1.escalation[6].factor = 1
      },
      Sabotage("two escalations equally narrow", of: .works, .ambiguous, at: "escalation.csv") {
        $1.escalation.append($1.escalation[0])
      },
      Sabotage("two rows of handling", of: .works, .ambiguous, at: "handling.csv") {
        $1.handling.append($1.handling[1])
        $1.handling[2].line = 4
      },
      Sabotage("open before it is available", of: .works, .available, at: "twin, period now") {
        plan, _ in
        plan.facility("twin", "now") {
          $0.open = true
          $0.opened = true
        }
      },
      Sabotage(
        "closed where it was decided to open", of: .works, .decision, at: "twin, period later"
      ) { plan, _ in plan.facility("twin", "later") { $0.open = false } },
      Sabotage("a contract of a closed facility", of: .works, .contract, at: "bulk, period now") {
        plan, _ in plan.facility("plant", "now") { $0.open = false }
      },
      Sabotage("two contracts at once", of: .works, .contract, at: "contracts of facility plant") {
        plan, _ in plan.contracts[2].signed = true
      },
      Sabotage("more than the contract", of: .works, .contractLimit, at: "bulk, period now") {
        $1.contracts[0].maximum = 79
      },
      Sabotage("under no contract", of: .works, .contractLimit, at: "spot, period later") {
        plan, _ in plan.contracts[3].signed = false
      },
      Sabotage("a contract left out", of: .works, .row, at: "contracts: contract spot") {
        plan, _ in plan.contracts.removeLast()
      },
      Sabotage("a contract of another facility", of: .works, .row, at: "production: facility twin")
      { plan, _ in plan.production[4].contract = "spot" },
      Sabotage("an unknown contract", of: .works, .row, at: "production: facility plant") {
        plan, _ in plan.production[0].contract = "none"
      },
      Sabotage("a cluster that is not there", of: .works, .cluster, at: "valley, at least 3") {
        plan, _ in plan.clusters[3].met = true
      },
      Sabotage("a cluster left out", of: .works, .row, at: "clusters: cluster valley, at least 2") {
        plan, _ in plan.clusters.removeFirst()
      },
      Sabotage(
        "a contract that is not today's", of: .works, .currentNetwork, at: "spot, period later"
      ) {
        plan, _ in
        plan.solve.objective = "baseline"
        plan.broken = []
      },
      Sabotage("contracts of no plan", of: .works, .emptyPlan, at: "contracts") { plan, _ in
        plan.cost = nil
      },
    ]
    + [
      (0, 99.9, "makes, product widget, period now"),
      (1, 60.1, "moves, product widget, period later"),
      (2, 40.1, "runs, facility twin, period later"),
      (3, 1, "hands, shop, product widget, period later"),
      (4, 3, "pairs, facility twin, period later"),
      (5, 0.401, "days, product widget, period later"),
      (6, 1.001, "near, product widget, period now"), (7, 974, "budget, period later"),
      (8, 1.199, "clean, period now"),
    ].map { row, value, place in
      Sabotage("the policy \(place) missed", of: .works, .policy, at: "constraint \(place)") {
        $1.constraints[row].value = value
      }
    } + [
      Sabotage("days that are too many", of: .works, .policy, at: "constraint days") {
        $1.constraints[5].kind = .within(
          .days(6.99), customers: HandDataset.selector("shop", .customers), product: nil)
      },
      Sabotage("a way that is too long", of: .works, .policy, at: "constraint near") {
        $1.constraints[6].kind = .within(
          .kilometres(99.9), customers: HandDataset.selector("shop", .customers), product: nil)
      },
      Sabotage("a broken policy not listed", of: .works, .broken, at: "constraint makes") {
        plan, dataset in
        plan.solve.objective = "expanded"
        plan.broken = []
        dataset.constraints[0].value = 99
      },
    ]
}
