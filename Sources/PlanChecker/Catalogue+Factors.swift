import Foundation
import SupplyData

extension Catalogue {
  /// What is spent once at the start of a period is worth this much today.
  func oneOffFactor(_ period: Int) -> Double {
    pow(1 + dataset.settings.discountRate, -Double(startYear(period)))
  }

  /// What is spent in every year of a period is worth this much today.
  func yearlyFactor(_ period: Int) -> Double {
    (0..<dataset.settings.periods[period].years).reduce(0) {
      $0 + pow(1 + dataset.settings.discountRate, -Double(startYear(period) + $1))
    }
  }

  /// What opening a facility costs at a period's prices.
  func openingCost(_ facility: Int, _ period: Int) -> Double {
    dataset.facilities[facility].openingCost * escalation.factor(.opening, facility, period)
  }

  /// What building a module of a facility costs at a period's prices.
  func buildCost(_ module: Int, of facility: Int, _ period: Int) -> Double {
    dataset.capacity[module].buildCost * escalation.factor(.build, facility, period)
  }

  /// The share of the time that a state takes.
  func weight(_ state: Int) -> Double {
    func share(_ scenario: Scenario) -> Double {
      scenario.probability * scenario.durationWeeks / 52
    }
    if state == 0 { return 1 - dataset.scenarios.reduce(0) { $0 + share($1) } }
    // An outage to be survived has no probability.
    return state <= dataset.scenarios.count ? share(dataset.scenarios[state - 1]) : 0
  }

  /// How long the event of a state lasts.
  func weeks(_ state: Int) -> Double {
    let scenarios = dataset.scenarios.count
    return state <= scenarios
      ? dataset.scenarios[state - 1].durationWeeks : outages[state - 1 - scenarios].weeks
  }

  private func startYear(_ period: Int) -> Int {
    dataset.settings.periods[..<period].reduce(0) { $0 + $1.years }
  }
}
