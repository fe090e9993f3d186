import Foundation
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// The units in which a master is solved: all money in one unit of about a hundred-thousandth of all sales at stake,
/// losses in the money they are worth. So θ, v and the first stage meet in cuts with coefficients near one another.
struct MasterUnits: Sendable {
  let columnExponents: [Int: Int]
  let objectiveExponent: Int
  /// Money that a unit of scaled objective is worth.
  let money: Double

  init(_ master: MasterProgram) {
    let horizon = Horizon(master.network.dataset.settings)
    let atStake = (0..<horizon.count).reduce(0.0) { sum, t in
      sum + horizon.yearly[t]
        * master.network.demands.reduce(0.0) { $0 + $1.quantity[t] * $1.shortageCost[t] }
    }
    let exponent = atStake > 0 ? Int(log2(atStake / 1e5).rounded()) : 0
    objectiveExponent = -exponent
    money = exp2(Double(exponent))
    var exponents: [Int: Int] = [:]
    let weights = master.estimates.map(\.weight)
    let meanWeight = weights.reduce(0, +) / Double(max(1, weights.count))
    for estimate in master.estimates {
      if let column = estimate.cost { exponents[column.index] = exponent }
      guard let column = estimate.loss else { continue }
      let state = master.network.states[estimate.state]
      guard
        let lost = SalesLost(network: master.network, period: estimate.period, state: state)
      else { continue }
      let weight = estimate.weight > 0 ? estimate.weight : max(meanWeight, 1e-6)
      let lostSales = weight * lost.shortagePerUnit
      exponents[column.index] = max(-30, min(30, Int(log2(money / lostSales).rounded())))
    }
    columnExponents = exponents
  }

  init(columnExponents: [Int: Int], objectiveExponent: Int, money: Double) {
    self.columnExponents = columnExponents
    self.objectiveExponent = objectiveExponent
    self.money = money
  }

  /// The same with an objective that is a share of sales.
  var forRisk: MasterUnits {
    MasterUnits(columnExponents: columnExponents, objectiveExponent: 17, money: money)
  }
}
