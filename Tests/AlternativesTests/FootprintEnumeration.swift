import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

@testable import Alternatives

/// The least cost of every footprint that the rules allow: what a search for alternatives is judged by.
///
/// Footprints are written down from the tables; each one's least cost is a solve with all openings given.
struct FootprintEnumeration {
  /// Footprints that have a plan, with its least cost.
  let costs: [(footprint: Footprint, cost: Double)]

  /// - Returns: `nil` where there are more than `most`.
  init?(_ network: Network, _ question: DesignQuestion, most: Int) throws {
    let dataset = network.dataset
    let choices = dataset.facilities.map { Self.paths($0, dataset.settings.periods.count) }
    guard choices.reduce(1, { $0 * $1.count }) <= most else { return nil }
    var footprints: [[[Bool]]] = [[]]
    for paths in choices {
      footprints = footprints.flatMap { begun in paths.map { begun + [$0] } }
    }
    let planner = MonolithPlanner(network: network, gap: 1e-8)
    var costs: [(footprint: Footprint, cost: Double)] = []
    for isOpen in footprints {
      var fixed = question
      for (facility, periods) in isOpen.enumerated() {
        for (period, isOpen) in periods.enumerated() {
          fixed.requirements.append(
            OpeningRequirement(
              terms: [.init(facility: facility, period: period)],
              sense: isOpen ? .atLeast : .atMost, value: isOpen ? 1 : 0))
        }
      }
      if let cost = try planner.plan(for: fixed).cost {
        costs.append((Footprint(open: isOpen), cost))
      }
    }
    self.costs = costs
  }

  /// The least cost.
  var least: Double? { costs.map(\.cost).min() }

  /// Those within a limit.
  func within(_ limit: Double) -> [Footprint] {
    costs.filter { $0.cost <= limit }.map(\.footprint)
  }

  /// Whether a footprint's cost is so near to the limit that rounding decides.
  func isClose(to limit: Double) -> Bool {
    costs.contains { abs($0.cost - limit) <= 1e-5 * abs(limit) }
  }

  private static func paths(_ facility: Facility, _ periods: Int) -> [[Bool]] {
    (0..<(1 << periods)).map { bits in (0..<periods).map { bits >> $0 & 1 == 1 } }
      .filter { open in
        switch facility.decision {
        case .open: if open.contains(false) { return false }
        case .closed: if open.contains(true) { return false }
        case .consider: break
        }
        let changes = zip([facility.status == .existing] + open, open)
        return changes.count { !$0 && $1 } <= 1 && changes.count { $0 && !$1 } <= 1
      }
  }
}
