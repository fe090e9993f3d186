import SupplyPlan
import Testing
import TextFiles

@testable import PlanChecker
@testable import SupplyData

/// A plan of the size that real studies have: 20,000 flows, 26 states, thousands of rows of lanes and tariffs.
enum LargePlan {
  static let places = 60

  static let dataset: Dataset = {
    var dataset = HandDataset.dataset
    dataset.settings.periods = ["1", "2", "3"].map { Period(id: $0, years: 2) }
    dataset.countries = (0..<places).map {
      Country(
        id: "c\($0)", name: "", region: "r\($0 % 5)",
        location: Coordinates(latitude: Double($0), longitude: 0))
    }
    dataset.groups = (0..<20).map {
      GroupMembership(group: "union", kind: .customsUnion, country: "c\($0)")
    }
    dataset.products[1].shelfLifeDays = nil
    dataset.billsOfMaterials = []
    dataset.facilities = (0..<places).map {
      HandDataset.facility("f\($0)", "c\($0)", .plant, fixedCost: 1)
    }
    dataset.capacity = (0..<places).map {
      HandDataset.module(
        "f\($0)", size: 1e6, existing: 1, maximum: 1, buildCost: 1, fixedCost: 1)
    }
    dataset.production = (0..<places).map {
      ProductionRow(
        facility: "f\($0)", product: "widget", unitCost: 1, capacityUse: 1, emissionsTonnes: 0)
    }
    dataset.customers = (0..<places).map {
      Customer(
        id: "s\($0)", name: "", country: "c\($0)",
        location: Coordinates(latitude: Double($0), longitude: 1))
    }
    dataset.demand = (0..<places).map {
      DemandRow(customer: "s\($0)", product: "widget", period: nil, quantity: 1e6, shortageCost: 9)
    }
    dataset.lanes =
      ["sea", "road"].map { HandDataset.lane(line: 2, "*", "*", $0, unitCost: 1) }
      + (0..<places).flatMap { origin in
        (0..<places).map {
          HandDataset.lane(line: 3, "f\(origin)", "s\($0)", "sea", unitCost: 1)
        }
      }
    dataset.tariffs = (0..<places).flatMap { origin in
      (0..<places).map {
        HandDataset.tariff(line: 2, "mfn", "c\(origin)", "c\($0)", "widget", 0)
      }
    }
    dataset.incentives = []
    dataset.buffers = []
    dataset.scenarios = (0..<25).map {
      Scenario(id: "e\($0)", name: "", probability: 0.01, durationWeeks: 10)
    }
    dataset.disruptions = (0..<25).map {
      Disruption(
        line: 2, scenario: "e\($0)",
        effect: .tariff(
          origin: HandDataset.selector("region:r\($0 % 5)", .countries),
          destination: HandDataset.selector("*", .countries), product: nil, addition: 0))
    }
    dataset.constraints = []
    return dataset
  }()

  static let plan: Plan = {
    var plan = Plan(
      dataset: .init(name: "Ring", sha256: "feed"), termination: .stopped, cost: 1,
      risk: PlanRisk(measure: "worst", level: nil, salesAtRisk: 0), solve: HandPlan.plan.solve)
    for facility in dataset.facilities {
      for period in dataset.settings.periods {
        plan.facilities.append(
          FacilityDecisionRow(
            facility: facility.id, period: period.id, open: true, opened: false, closed: false))
        plan.modules.append(
          ModuleRow(
            facility: facility.id, module: "line", period: period.id, count: 1, built: 0,
            retired: 0))
      }
    }
    for period in dataset.settings.periods {
      for scenario in [nil] + dataset.scenarios.map({ Optional($0.id) }) {
        for origin in 0..<places {
          for step in 0..<4 {
            plan.ship(
              "f\(origin)", "s\((origin * 7 + step) % places)", step == 0 ? "road" : "sea",
              "widget", "c\(origin)", 10, freight: 1, duty: 0, period.id, scenario)
          }
          plan.production.append(
            ProductionFlowRow(
              period: period.id, scenario: scenario, facility: "f\(origin)", product: "widget",
              quantity: 40))
        }
      }
    }
    return plan
  }()
}

@Suite struct LargePlanTests {
  @Test func isJudgedQuickly() {
    let checker = PlanChecker(LargePlan.dataset)
    #expect(LargePlan.plan.flows.count == 18_720)
    var rules: Set<Violation.Rule> = []
    let time = ContinuousClock().measure {
      rules = Set(checker.check(LargePlan.plan).violations.map(\.rule))
    }
    // Far above what a busy machine needs without optimisation; with it, a fraction of a second.
    #expect(time < .seconds(60))
    // Only the figures, which nobody computed, are wrong.
    let figures: Set<Violation.Rule> = [
      .costLine, .costSum, .cost, .row, .salesAtRisk, .riskCap, .mix,
    ]
    #expect(rules.isSubset(of: figures))
  }
}
