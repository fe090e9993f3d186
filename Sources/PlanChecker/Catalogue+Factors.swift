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

  /// The share of the time that a state takes.
  func weight(_ state: Int) -> Double {
    func share(_ scenario: Scenario) -> Double {
      scenario.probability * scenario.durationWeeks / 52
    }
    return state == 0
      ? 1 - dataset.scenarios.reduce(0) { $0 + share($1) } : share(dataset.scenarios[state - 1])
  }

  private func startYear(_ period: Int) -> Int {
    dataset.settings.periods[..<period].reduce(0) { $0 + $1.years }
  }
}
