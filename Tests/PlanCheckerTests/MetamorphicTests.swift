import SupplyPlan
import Testing

@testable import PlanChecker
@testable import SupplyData

/// Changes of dataset and plan whose effect on the figures is known beforehand.
@Suite struct MetamorphicTests {
  @Test(arguments: [7, 0.001, 1e6])
  func allMoneyScaled(_ factor: Double) throws {
    var dataset = HandDataset.dataset
    dataset.settings.carbonPrice *= factor
    for index in dataset.products.indices { dataset.products[index].value *= factor }
    for index in dataset.facilities.indices {
      dataset.facilities[index].openingCost *= factor
      dataset.facilities[index].closingCost *= factor
      dataset.facilities[index].fixedCost *= factor
    }
    for index in dataset.capacity.indices {
      dataset.capacity[index].buildCost *= factor
      dataset.capacity[index].fixedCost *= factor
    }
    for index in dataset.production.indices { dataset.production[index].unitCost *= factor }
    for index in dataset.demand.indices { dataset.demand[index].shortageCost *= factor }
    for index in dataset.buffers.indices { dataset.buffers[index].unitCost *= factor }
    for index in dataset.modes.indices {
      dataset.modes[index].costPerTonne *= factor
      dataset.modes[index].costPerTonneKilometre *= factor
    }
    dataset.lanes[1].unitCost = 3 * factor
    dataset.incentives[0].maximum = 1800 * factor
    dataset.constraints[2].value *= factor

    var plan = HandPlan.plan
    for line in CostLines.lines { plan.costs[keyPath: line.value] *= factor }
    plan.cost = HandPlan.cost * factor
    plan.bound = 27000 * factor
    plan.incentives[0].granted *= factor
    for index in plan.flows.indices {
      plan.flows[index].freight *= factor
      plan.flows[index].duty *= factor
    }
    #expect(PlanChecker(dataset).check(plan).violations == [])
    // Every sabotage of a line is found whatever the currency.
    for (name, line) in CostLines.lines(shownOf: []) {
      var wrong = plan
      wrong.costs[keyPath: line] *= 1.00001
      #expect(
        PlanChecker(dataset).check(wrong).violations.contains {
          $0.rule == .costLine && $0.place == name
        })
    }
  }

  @Test func allQuantitiesScaled() {
    let factor = 1000.0
    var dataset = HandDataset.dataset
    for index in dataset.demand.indices { dataset.demand[index].quantity *= factor }
    for index in dataset.capacity.indices { dataset.capacity[index].size *= factor }
    for index in dataset.buffers.indices { dataset.buffers[index].maximum *= factor }
    dataset.facilities[4].throughput = 80 * factor
    dataset.lanes[1].capacity = 90 * factor
    dataset.constraints[3].value *= factor
    var plan = HandPlan.plan
    for index in plan.flows.indices {
      plan.flows[index].quantity *= factor
      plan.flows[index].freight *= factor
      plan.flows[index].duty *= factor
    }
    for index in plan.production.indices { plan.production[index].quantity *= factor }
    for index in plan.draws.indices { plan.draws[index].quantity *= factor }
    for index in plan.buffers.indices { plan.buffers[index].stock *= factor }
    for line in [
      \CostLines.buffers, \.production, \.freight, \.duty, \.pipeline, \.carbon, \.shortage,
      \.bufferDraws,
    ] as [WritableKeyPath<CostLines, Double>] {
      plan.costs[keyPath: line] *= factor
    }
    plan.cost = plan.costs.total
    plan.bound = nil
    plan.gap = nil
    #expect(PlanChecker(dataset).check(plan).violations == [])
  }

  @Test func aScenarioInTwoHalves() {
    var dataset = HandDataset.dataset
    dataset.scenarios[1].probability = 0.1
    dataset.scenarios.append(
      Scenario(id: "war-2", name: "war", probability: 0.1, durationWeeks: 13))
    dataset.disruptions += dataset.disruptions.filter { $0.scenario == "war" }.map {
      Disruption(line: $0.line + 100, scenario: "war-2", effect: $0.effect)
    }
    var plan = HandPlan.plan
    func again<Row>(_ rows: inout [Row], _ scenario: WritableKeyPath<Row, String?>) {
      rows += rows.filter { $0[keyPath: scenario] == "war" }.map {
        var row = $0
        row[keyPath: scenario] = "war-2"
        return row
      }
    }
    again(&plan.flows, \.scenario)
    again(&plan.production, \.scenario)
    again(&plan.draws, \.scenario)
    plan.scenarios += plan.scenarios.filter { $0.scenario == "war" }.map {
      ScenarioLossRow(scenario: "war-2", period: $0.period, salesLost: $0.salesLost)
    }
    #expect(PlanChecker(dataset).check(plan).violations == [])
  }

  @Test func rowsInAnotherOrder() {
    var dataset = HandDataset.dataset
    dataset.countries.reverse()
    dataset.groups.reverse()
    dataset.products.reverse()
    dataset.facilities.reverse()
    dataset.capacity.reverse()
    dataset.production.reverse()
    dataset.demand.reverse()
    dataset.modes.reverse()
    dataset.lanes.reverse()
    dataset.tariffs.reverse()
    dataset.buffers.reverse()
    dataset.scenarios.reverse()
    dataset.disruptions.reverse()
    dataset.constraints.reverse()
    var plan = HandPlan.plan
    plan.facilities.reverse()
    plan.modules.reverse()
    plan.buffers.reverse()
    plan.scenarios.reverse()
    plan.mix.reverse()
    plan.flows.reverse()
    plan.production.reverse()
    plan.draws.reverse()
    #expect(PlanChecker(dataset).check(plan).violations == [])
  }

  @Test func flowsInParts() {
    var plan = HandPlan.plan
    plan.flows = plan.flows.flatMap { row in
      [0.25, 0.75].map { part in
        var copy = row
        copy.quantity *= part
        copy.freight *= part
        copy.duty *= part
        return copy
      }
    }
    #expect(PlanChecker(HandDataset.dataset).check(plan).violations == [])
  }
}
