import SupplyPlan
import Testing

@testable import PlanChecker
@testable import SupplyData

/// Changes of dataset or plan that change nothing.
@Suite struct NeutralChangeTests {
  private static func check(_ hand: HandCase, _ change: (inout Plan, inout Dataset) -> Void) {
    var (plan, dataset) = (hand.plan, hand.dataset)
    change(&plan, &dataset)
    #expect(PlanChecker(dataset).check(plan).violations.map(\.description) == [], "\(hand)")
  }

  @Test(arguments: HandCase.allCases)
  func `rows may come in any order and in parts`(_ hand: HandCase) {
    Self.check(hand) { plan, _ in
      plan.flows = plan.flows.reversed().flatMap { row -> [FlowRow] in
        var half = row
        for part in [\FlowRow.quantity, \.freight, \.duty, \.inQuota, \.drawnBack] {
          half[keyPath: part] /= 2
        }
        return [half, half]
      }
      plan.production = plan.production.reversed().flatMap { row -> [ProductionFlowRow] in
        var half = row
        half.quantity /= 2
        return [half, half]
      }
      plan.uses = plan.uses.reversed().flatMap { row -> [UseRow] in
        var half = row
        half.quantity /= 2
        return [half, half]
      }
      plan.contracts.reverse()
      plan.clusters.reverse()
    }
  }

  @Test(arguments: HandCase.allCases)
  func `a factor of 1 changes nothing`(_ hand: HandCase) {
    Self.check(hand) { _, dataset in
      let kinds: [EscalationRow.Cost] = [
        .production, .handling, .freight, .facilityFixed, .moduleFixed, .opening, .closing, .build,
      ]
      for period in dataset.settings.periods {
        for cost in kinds
        where !dataset.escalation.contains(where: { $0.cost == cost && $0.period == period.id }) {
          dataset.escalation.append(
            EscalationRow(
              line: 99, cost: cost, facility: HandDataset.selector("*", .facilities),
              period: period.id, factor: 1))
        }
      }
    }
  }

  @Test(arguments: HandCase.allCases)
  func `nor do a share of 0, a contract not signed, a handling that is free`(_ hand: HandCase)
    throws
  {
    let row = try #require(hand.dataset.production.first)
    Self.check(hand) { plan, dataset in
      dataset.contracts.append(
        Contract(
          line: 99, id: "idle", facility: row.facility, product: row.product, unitCost: 1,
          fixedCost: 1, minimum: 1, maximum: 1, isExisting: false))
      dataset.clusters.append(
        ClusterRow(
          line: 99, cluster: "idle", facility: HandDataset.selector("*", .facilities), atLeast: 99,
          saving: 1))
      for period in dataset.settings.periods.map(\.id) {
        plan.contracts.append(ContractDecisionRow(contract: "idle", period: period, signed: false))
        plan.clusters.append(
          ClusterDecisionRow(cluster: "idle", atLeast: 99, period: period, met: false))
      }
      if dataset.handling.isEmpty {
        dataset.handling = [
          HandlingRow(
            line: 99, facility: HandDataset.selector("*", .facilities), product: nil, unitCost: 0,
            emissionsTonnes: 0)
        ]
      }
      if dataset.drawback.isEmpty {
        dataset.drawback = [
          DrawbackRow(
            line: 99, country: HandDataset.selector("*", .countries), component: nil, share: 0)
        ]
      }
      if dataset.returns.isEmpty, let product = dataset.products.first {
        dataset.returns = [
          ReturnRow(
            line: 99, customer: HandDataset.selector("*", .customers), product: row.product,
            returned: product.id, share: 0, collectionCost: 1)
        ]
      }
    }
  }

  /// Content of nothing asks for nothing, but the claim must still be made.
  @Test func `content of 0 keeps no lot away`() {
    Self.check(.border) { plan, dataset in
      dataset.rulesOfOrigin[0].content = 0
      for index in plan.uses.indices {
        switch (plan.uses[index].claim, plan.uses[index].madeIn) {
        case ("pact", "FF"): plan.uses[index].quantity = 120
        case ("pact", _): plan.uses[index].quantity = 0
        case (_, "FF"): plan.uses[index].quantity = 40
        default: plan.uses[index].quantity = 40
        }
      }
    }
  }
}
