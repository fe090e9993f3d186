import SupplyPlan

@testable import PlanChecker
@testable import SupplyData

extension Sabotage {
  /// Falsified claims, lots, quotas and refunds.
  static let border: [Sabotage] =
    lines(of: .border, ["drawback"]) + [
      Sabotage("a claim that no rule knows", of: .border, .claim, at: "local, product part under") {
        plan, _ in plan.production[1].claim = "pact"
      },
      Sabotage("a claim of no member", of: .border, .claim, at: "plant, product widget under") {
        $1.groups.removeLast()
      },
      Sabotage("too little content", of: .border, .content, at: "plant, product widget under pact")
      {
        $1.rulesOfOrigin[0].content = 0.851
      },
      Sabotage("parts of a foreigner", of: .border, .content, at: "plant, product widget under") {
        $1.rulesOfOrigin.append(
          RuleOfOrigin(line: 3, agreement: "pact", product: "part", content: 0))
      },
      Sabotage("a lot of too few parts", of: .border, .lot, at: "pact, period now, component part")
      {
        plan, _ in plan.uses[0].quantity = 89
      },
      Sabotage("a lot that says nothing", of: .border, .lot, at: "without rows in uses.csv") {
        plan, _ in plan.uses.removeSubrange(0..<2)
      },
      Sabotage("a lot of what is not made", of: .border, .lot, at: "local, product part") {
        plan, _ in
        plan.uses[0].facility = "local"
        plan.uses[0].product = "part"
      },
      Sabotage(
        "a part used twice", of: .border, .goodsBalance, at: "plant, product part made in NN"
      ) {
        plan, _ in
        plan.uses[0].quantity = 80
        plan.uses[1].quantity = 40
      },
      Sabotage("parts from a stock that gives none", of: .border, .draw, at: "component part") {
        plan, _ in plan.uses[2].madeIn = nil
      },
      Sabotage("a claim gained on the way", of: .border, .goodsBalance, at: "made in NN under pact")
      {
        plan, _ in
        plan.flows[3].claim = "pact"
        plan.flows[3].duty = 200
      },
      Sabotage("an unknown claim", of: .border, .row, at: "flows: plant to shop by road") {
        plan, _ in plan.flows[2].claim = "none"
      },
      Sabotage("an unknown component", of: .border, .row, at: "uses: facility plant") {
        plan, _ in plan.uses[0].component = "gold"
      },
      Sabotage("a negative use", of: .border, .negative, at: "uses: facility plant") {
        plan, _ in plan.uses[0].quantity = -1
      },
      Sabotage("uses of no plan", of: .border, .emptyPlan, at: "uses") { plan, _ in
        plan.cost = nil
      },
      Sabotage("duty without the pact", of: .border, .duty, at: "made in NN under pact, period now")
      {
        $1.tariffs.remove(at: 1)
      },
      Sabotage(
        "duty with the pact for all", of: .border, .duty, at: "widget made in NN, period now"
      ) {
        $1.rulesOfOrigin = []
      },
      Sabotage("a claim dearer than none", of: .border, .duty, at: "made in NN under pact") {
        $1.tariffs[1].rate = 0.26
      },
      Sabotage("a unit rate forgotten", of: .border, .duty, at: "part made in FF, period now") {
        $1.tariffs[4].unitRate = 0
      },
      Sabotage("the tariff of another period", of: .border, .duty, at: "made in FF, period later") {
        $1.tariffs[3].period = "now"
      },
      Sabotage(
        "spared without cause", of: .border, .duty, at: "under pact, period now, scenario war"
      ) {
        $1.disruptions[0].effect = .tariff(
          origin: HandDataset.selector("*", .countries),
          destination: HandDataset.selector("HH", .countries), product: nil, addition: 0.3)
      },
      Sabotage("another rate in the quota", of: .border, .duty, at: "part made in FF") {
        $1.quotas[0].rate = 0.11
      },
      Sabotage("two quotas", of: .border, .ambiguous, at: "far to plant by road") {
        $1.quotas.append($1.quotas[0])
      },
      Sabotage("more than the quota", of: .border, .quota, at: "quota parts, period now") {
        $1.quotas[0].quantity = 49
      },
      Sabotage("more in the quota than enters", of: .border, .quota, at: "far to plant by road") {
        plan, dataset in
        dataset.quotas[0].quantity = 500
        plan.flows[0].inQuota = 161
      },
      Sabotage("in a quota that is for others", of: .border, .quota, at: "plant to shop by road") {
        plan, _ in plan.flows[2].inQuota = 1
      },
      Sabotage("drawn back in the quota", of: .border, .drawback, at: "far to plant by road") {
        plan, _ in plan.flows[0].drawnBack = 111
      },
      Sabotage("drawn back where none is due", of: .border, .drawback, at: "local to plant") {
        plan, _ in plan.flows[1].drawnBack = 1
      },
      Sabotage("drawn back in another country", of: .border, .drawback, at: "far to plant") {
        $1.drawback[0].country = HandDataset.selector("HH", .countries)
      },
      Sabotage("drawn back on what is not used", of: .border, .drawback, at: "plant to shop") {
        plan, _ in plan.flows[2].drawnBack = 1
      },
      Sabotage("two rows of drawback", of: .border, .ambiguous, at: "drawback.csv") {
        $1.drawback.append($1.drawback[0])
        $1.drawback[1].line = 3
      },
      Sabotage("drawn back for what stays", of: .border, .credit, at: "facility plant, component") {
        $1.customers[0].country = "NN"
      },
      Sabotage("drawn back for what is in other goods", of: .border, .credit, at: "component part")
      {
        $1.billsOfMaterials[0].quantity = 1
      },
    ]
}
