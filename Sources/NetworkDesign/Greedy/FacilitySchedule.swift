import SupplyData
import SupplyNetwork

/// The cheapest openings and modules of one facility over the periods that carry given loads, by dynamic programming.
struct FacilitySchedule: Sendable {
  /// By period.
  private(set) var open: [Bool]
  /// By module of the facility, then period.
  private(set) var count: [[Int]]
  /// Discounted money, closing and opening included.
  private(set) var cost: Double

  /// - Parameters:
  ///   - loads: capacity units that it must hold, by period.
  ///   - isUsed: whether it must be open, by period.
  init?(
    _ facility: Int, of network: Network, horizon: Horizon, loads: [Double], isUsed: [Bool]
  ) {
    let site = network.dataset.facilities[facility]
    let modules = network.modulesOfFacility[facility].map { network.dataset.capacity[$0] }
    let first = network.dataset.firstOpenPeriods[facility]
    let sets = Self.sets(modules.map { ($0.maximum, $0.existing) })
    let sizes = sets.map { set in zip(set, modules).reduce(0) { $0 + Double($1.0) * $1.1.size } }
    let greatest = sizes.max() ?? 0

    // Option 0 is closed; the others are sets of modules in an open facility.
    struct Step {
      var cost: Double
      var option: Int
      var hasOpened: Bool
      var hasClosed: Bool
      var before: Int
    }
    let none = modules.map { _ in 0 }
    let today = Step(cost: 0, option: -1, hasOpened: false, hasClosed: false, before: -1)
    var layers: [[Step]] = []
    for t in loads.indices {
      var best = [Step?](repeating: nil, count: 4 * (sets.count + 1))
      func reach(_ option: Int, from last: Step, _ before: Int) {
        var step = last
        step.option = option
        step.before = before
        let was = last.option == -1 ? site.status == .existing : last.option > 0
        if option > 0, !was {
          if last.hasOpened { return }
          step.hasOpened = true
          step.cost += horizon.oneOff[t] * network.openingCost(facility, t)
        } else if option == 0, was {
          if last.hasClosed { return }
          step.hasClosed = true
          step.cost +=
            horizon.oneOff[t] * site.closingCost * network.escalation.factor(.closing, facility, t)
        }
        if option > 0 {
          let had =
            last.option == -1
            ? modules.map(\.existing) : last.option > 0 ? sets[last.option - 1] : none
          step.cost +=
            horizon.yearly[t] * site.fixedCost
            * network.escalation.factor(.facilityFixed, facility, t)
          for (number, module) in modules.enumerated() {
            let count = sets[option - 1][number]
            step.cost +=
              horizon.yearly[t] * module.fixedCost * Double(count)
              * network.escalation.factor(.moduleFixed, facility, t)
            step.cost +=
              horizon.oneOff[t] * module.buildCost * Double(max(0, count - had[number]))
              * network.escalation.factor(.build, facility, t)
          }
        }
        let key = 4 * option + (step.hasOpened ? 2 : 0) + (step.hasClosed ? 1 : 0)
        if let known = best[key], known.cost <= step.cost { return }
        best[key] = step
      }
      let need = min(loads[t], greatest) * (1 - 1e-12)
      for (before, last) in (layers.last ?? [today]).enumerated() {
        let isAvailable = t >= first
        if !isUsed[t] || !isAvailable, site.decision != .open || !isAvailable {
          reach(0, from: last, before)
        }
        if site.decision == .closed || !isAvailable { continue }
        for set in sets.indices where sizes[set] >= need {
          reach(set + 1, from: last, before)
        }
      }
      layers.append(best.compactMap(\.self))
    }
    guard
      let least = layers.last?.indices.min(by: {
        (layers.last?[$0].cost ?? 0) < (layers.last?[$1].cost ?? 0)
      })
    else { return nil }
    cost = layers.last?[least].cost ?? 0
    open = loads.map { _ in false }
    count = modules.map { _ in loads.map { _ in 0 } }
    var last = least
    for t in loads.indices.reversed() {
      let step = layers[t][last]
      open[t] = step.option > 0
      if step.option > 0 {
        for number in modules.indices { count[number][t] = sets[step.option - 1][number] }
      }
      last = step.before
    }
  }

  /// Sets of modules that are looked at: all, or where that is many, those that vary in one kind while the others are all
  /// there, none, or as today.
  private static func sets(_ kinds: [(maximum: Int, existing: Int)]) -> [[Int]] {
    let all = kinds.reduce(1.0) { $0 * Double($1.maximum + 1) }
    if all <= mostSets {
      return kinds.reduce([[]]) { sets, kind in
        sets.flatMap { set in (0...kind.maximum).map { set + [$0] } }
      }
    }
    var sets: Set<[Int]> = []
    let plain = kinds.map { Array(Set([0, $0.existing, $0.maximum])).sorted() }
    for varied in kinds.indices {
      let most = Int(mostSets)
      let step = max(1, kinds[varied].maximum / most)
      let choices = kinds.indices.map {
        $0 == varied
          ? Array(stride(from: 0, to: kinds[varied].maximum, by: step)) + [kinds[varied].maximum]
          : plain[$0]
      }
      sets.formUnion(
        choices.reduce([[]]) { sets, choice in sets.flatMap { set in choice.map { set + [$0] } } })
    }
    return sets.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static let mostSets = 60.0
}
