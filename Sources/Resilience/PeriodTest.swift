import Findings
import GLPK
import NetworkDesign
import SupplyData
import SupplyNetwork

/// The tests of one subject in one period, on the thread of its workspace.
final class PeriodTest {
  private let network: Network
  private let subject: StressTest.Subject
  private let period: Int
  private let program: OutageProgram
  private let deliverability: Deliverability
  /// Products that can be delivered while nothing is out.
  private let deliverable: Set<Int>
  /// Operating cost while nothing is out, money per year.
  private let usualCost: OutageProgram.Figure
  /// Sales lost while nothing is out, by weeks.
  private var usualLosses: [Double: OutageProgram.Figure] = [:]
  private let nothing: OutageEffect

  init(
    network: Network, incidence: Incidence, subject: StressTest.Subject, period: Int,
    in workspace: SolverWorkspace, ways: [SolveWay] = SolveWay.allCases
  ) {
    self.network = network
    self.subject = subject
    self.period = period
    program = OutageProgram(
      network: network, incidence: incidence, stage: subject.stage, period: period,
      in: workspace, ways: ways)
    deliverability = Deliverability(network: network, stage: subject.stage, period: period)
    deliverable = deliverability.products(during: nil)
    // Nothing is out, for so long that a stock is worth nothing: what stocks give is not what is usual.
    nothing = OutageEffect(OutageTarget(joint: []), on: network)
    usualCost = program.answer(to: nothing, weeks: 1e9).operatingCost
  }

  /// What an outage does.
  ///
  /// - Parameter effect: what the target does to the network.
  func result(of outage: StressTest.Outage, effect: OutageEffect) -> StressRecord.Result {
    let weeks = outage.weeks
    let answer = program.answer(to: effect, weeks: weeks)
    let lost = answer.salesLost
    let usual = usualLoss(weeks: weeks)
    let survived = program.timeToSurvive(effect, weeks: weeks, losing: lost)
    let share = weeks / 52
    let stranded = deliverable.subtracting(deliverability.products(during: effect)).sorted()
    let bounds = StressRecord.Bounds(
      salesLost: lost.side, usualSalesLost: usual.side, weeksToSurvive: survived.side,
      operatingCost: answer.operatingCost.side, usualOperatingCost: usualCost.side)
    return StressRecord.Result(
      network: subject.name, target: outage.target.text,
      period: network.dataset.settings.periods[period].id, weeks: weeks,
      salesLost: lost.value, moneyLost: lost.value * yearlySales,
      usualSalesLost: min(usual.value, lost.value),
      weeksToSurvive: survived.value.isFinite ? survived.value : nil,
      isWeakLink: survived.side == nil
        ? survived.value < weeks * (1 - 1e-7) : lost.value > 0 && lost.side != .atMost,
      stranded: stranded.map { network.dataset.products[$0].id },
      operatingCost: share * answer.operatingCost.value,
      usualOperatingCost: share * usualCost.value, losses: losses(answer, share),
      bounds: bounds.isEmpty ? nil : bounds)
  }

  private func usualLoss(weeks: Double) -> OutageProgram.Figure {
    if let known = usualLosses[weeks] { return known }
    let lost = program.answer(to: nothing, weeks: weeks).salesLost
    usualLosses[weeks] = lost
    return lost
  }

  func close() { program.close() }

  /// Money: the value of all sales of a normal year.
  private var yearlySales: Double {
    network.demands.reduce(0) { $0 + $1.shortageCost[period] * $1.quantity[period] }
  }

  private func losses(_ answer: OutageProgram.Answer, _ share: Double) -> [StressRecord.Loss] {
    guard answer.salesLost.value > 0 else { return [] }
    return zip(network.demands, answer.unmet).compactMap { demand, unmet in
      let asked = demand.quantity[period]
      guard asked > 0, unmet > 1e-6 * asked else { return nil }
      return StressRecord.Loss(
        customer: network.dataset.customers[demand.customer].id,
        product: network.dataset.products[demand.product].id, quantity: share * unmet,
        money: share * unmet * demand.shortageCost[period], shareOfDemand: unmet / asked)
    }
  }
}
