package import Modeling
import SupplyData
package import SupplyNetwork

/// Good first stages without a program: what a user can be shown while the first relaxation is still being solved.
///
/// Slope scaling (Kim and Pardalos 1999, doi:10.1016/S0167-6377(99)00013-1): fixed costs are spread over what a site carried last
/// time, demands take their cheapest ways at these prices, and each site gets the cheapest modules that hold its load.
/// Then sites are closed and opened one at a time, as long as that pays and the work allowed lasts.
package struct EarlyDesigns {
  let network: Network
  let graph: FlowGraph
  let horizon: Horizon
  var policies: FlowPolicies
  let rules: [OpeningRule]
  /// By period, then by state; the normal state first.
  var fillings: [[Filling]] = []
  /// What a year of each state weighs, by period.
  var weights: [[Double]] = []
  /// Flows and recipes looked at.
  var work = 0
  let mostWork: Int
  let limitsOfTime: SolveLimits
  /// Found by slope scaling, the best first.
  var drafts: [Draft] = []

  /// What is proposed for a network: schedules of all sites with the operation behind them.
  struct Draft {
    var schedules: [FacilitySchedule]
    /// The normal state, by period.
    var operations: [Filling.Operation]
    /// Capacity units that a site must hold, by site and period.
    var needs: [[Double]]
    var isUsed: [[Bool]]
    /// Weighted operating cost of each state beyond that of the normal one, by state.
    var extra: [Double] = []
    /// Discounted.
    var cost: Double
    /// Whether all policies are kept, as far as is looked at here.
    var isKept = true
  }

  /// What a proposal may not do.
  struct Limits {
    var closed: Set<Int> = []
    var opened: Set<Int> = []
    /// Sites that get no further module.
    var unbuilt: Set<Int> = []
  }

  /// - Parameters:
  ///   - network: measured.
  ///   - incidence: of the network.
  ///   - effort: how often each flow of each state may be looked at. No time counts, so that the answer is always the same.
  ///   - limits: when to stop all the same.
  package init(
    network: Network, incidence: Incidence, effort: Int, limits: SolveLimits = SolveLimits()
  ) {
    self.network = network
    limitsOfTime = limits
    mostWork =
      effort * network.flows.count * network.states.count
      * network.dataset.settings.periods.count
    graph = FlowGraph(network: network, incidence: incidence)
    horizon = Horizon(network.dataset.settings)
    policies = FlowPolicies(graph)
    rules = OpeningRule.all(of: network)
    look(at: [0])
  }

  /// A first design, after a few fillings of the normal state.
  package mutating func first() -> DecidedStage? {
    drafts = scaledSlopes()
    return drafts.first.map(decided)
  }

  /// A better one: sites closed and opened one at a time, and capacity for bad times.
  package mutating func better() -> DecidedStage? {
    guard let first = drafts.first else { return nil }
    look(at: [0])
    let improved = improved(first)
    look(at: network.states.indices.filter { $0 == 0 || network.states[$0].weight > 0 })
    let starts = ([improved] + drafts.prefix(2)).map { evaluated($0) }
    guard let best = starts.indices.min(by: { isBetter(starts[$0], than: starts[$1]) }) else {
      return nil
    }
    return decided(self.improved(hardened(starts[best])))
  }

  var goesOn: Bool { work < mostWork && limitsOfTime.stopReason == nil }

  func isBetter(_ one: Draft, than other: Draft) -> Bool {
    one.isKept == other.isKept ? one.cost < other.cost * (1 - Self.leastGainOfMove) : one.isKept
  }

  /// Chooses the states whose operation counts; those left out are taken for normal.
  mutating func look(at states: [Int]) {
    fillings = horizon.yearly.indices.map { t in
      states.map {
        Filling(
          graph, period: t, state: $0,
          surcharges: $0 == 0 ? policies.surcharges(period: t) : nil)
      }
    }
    let weights = states.dropFirst().map { network.states[$0].weight }
    self.weights = horizon.yearly.map { years in
      ([1 - weights.reduce(0, +)] + weights).map { years * $0 }
    }
  }

  func decided(_ draft: Draft) -> DecidedStage {
    let periods = network.dataset.settings.periods.indices
    var count = network.dataset.capacity.map { _ in periods.map { _ in 0 } }
    for (site, modules) in network.modulesOfFacility.enumerated() {
      for (number, module) in modules.enumerated() {
        count[module] = draft.schedules[site].count[number]
      }
    }
    return DecidedStage(
      open: draft.schedules.map(\.open), count: count,
      stock: network.dataset.buffers.map { _ in periods.map { _ in 0 } },
      signed: network.dataset.contracts.map { _ in periods.map { _ in false } })
  }

  static let rounds = 12
  static let sweeps = 3
  static let hardenings = 2
  /// Shares of a state's weight that pay for capacity: others may use it too.
  static let shares = [1.0, 4]
  /// Share of the cost that a sweep has to gain for another.
  static let leastGain = 2e-3
  static let repairs = 80
  static let lessons = 12
  /// Share of the cost that a move has to gain.
  static let leastGainOfMove = 1e-6
}
