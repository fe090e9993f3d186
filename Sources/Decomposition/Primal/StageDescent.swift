import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// Takes sites and modules out of a decided first stage, and adds modules to full sites, one at a time, as long as that pays.
///
/// The normal states are solved for each step from the last basis; scenarios cost at least what their cuts say. So what comes out
/// may be worse than it seems, and is for the blocks to judge.
struct StageDescent: Sendable {
  let master: MasterProgram
  /// The master with the objective of the question.
  let program: LinearProgram
  /// Cuts on scenarios' costs.
  let cuts: [(block: Int, row: WarmProgram.SparseRow)]
  let limits: SolveLimits

  /// - Parameter entries: rows of a pool.
  init(
    master: MasterProgram, program: LinearProgram, entries: [CutPool.Entry], limits: SolveLimits
  ) {
    self.master = master
    self.program = program
    cuts = entries.compactMap { entry in
      guard case .cost(let block) = entry.kind else { return nil }
      return (block, entry.row)
    }
    self.limits = limits
  }

  /// The least that scenarios cost at a first stage.
  private func scenarios(at point: [Double]) -> Double {
    var least = [Double](repeating: 0, count: master.estimates.count)
    for (block, row) in cuts {
      let known = master.estimates[block].cost.map { point[$0.index] } ?? 0
      least[block] = max(least[block], row.lower - row.activity(at: point) + known)
    }
    return zip(master.estimates, least).reduce(0) { $1.0.cost == nil ? $0 : $0 + $1.1 }
  }

  /// The objective of a point, with no more for scenarios than the cuts ask for.
  func leastValue(at point: [Double]) -> Double {
    let known = master.estimates.reduce(0) { sum, estimate in
      sum + (estimate.cost.map { point[$0.index] } ?? 0)
    }
    return program.objectiveValue(at: point) - known + scenarios(at: point)
  }

  /// A first stage that seems cheaper than the one it begins with; `nil` where none is found.
  ///
  /// - Parameters:
  ///   - start: what is decided.
  ///   - most: simplex steps after which it ends.
  func run(from start: DecidedStage, most: Int, in workspace: SolverWorkspace) -> DecidedStage? {
    let normals = NormalStates(master, start, in: workspace)
    defer { normals.close() }
    guard var point = normals.point(of: start, limits: limits) else { return nil }
    var best = (stage: start, value: leastValue(at: point))
    let steps = removals(from: start, point) + additions(to: start, point)
    for step in steps
    where limits.stopReason == nil && normals.iterations < most {
      let gain = gain(of: step, best.stage)
      if case .further = step {} else if gain <= Self.leastGain * best.value { continue }
      let stage = best.stage.after(step, in: master.network)
      normals.keep()
      guard let next = normals.point(of: stage, rise: gain, limits: limits) else {
        normals.goBack()
        continue
      }
      let value = leastValue(at: next)
      guard value < best.value * (1 - Self.leastGain),
        master.violation(at: next, of: program) <= Self.tolerance
      else {
        normals.goBack()
        continue
      }
      point = next
      best = (stage, value)
    }
    return best.stage == start ? nil : best.stage
  }

  /// What a step saves in the first stage and in scenarios as far as their cuts know.
  private func gain(of step: DecidedStage.Step, _ stage: DecidedStage) -> Double {
    let now = master.point(of: stage)
    let then = master.point(of: stage.after(step, in: master.network))
    return leastValue(at: now) - leastValue(at: then)
  }

  /// Units of capacity in use in the normal states, and units shipped, by facility.
  private func carried(at point: [Double]) -> (load: [Double], shipped: [Double]) {
    let network = master.network
    var load = network.dataset.facilities.map { _ in 0.0 }
    var shipped = load
    for block in master.blocks {
      for (recipe, column) in zip(network.recipes, block.produced) {
        load[recipe.facility] += point[column.index] * recipe.capacityUse
      }
      for (flow, column) in zip(network.flows, block.flows) {
        guard let column, let origin = flow.origin.facility else { continue }
        shipped[origin] += point[column.index] * network.units.quantity[flow.product]
      }
    }
    return (load, shipped)
  }

  /// Modules that may be added to sites that are full, those first that scenarios need most for what they cost.
  private func additions(to stage: DecidedStage, _ point: [Double]) -> [DecidedStage.Step] {
    let (network, load) = (master.network, carried(at: point).load)
    var additions: [DecidedStage.Step] = []
    for (facility, modules) in network.modulesOfFacility.enumerated()
    where stage.open[facility].contains(true) {
      let size = modules.reduce(0.0) { sum, module in
        sum + network.dataset.capacity[module].size * Double(stage.count[module].reduce(0, +))
      }
      guard load[facility] > Self.full * size else { continue }
      for module in modules
      where stage.count[module].contains(where: { $0 < network.dataset.capacity[module].maximum }) {
        additions.append(.further(module))
      }
    }
    return additions.map { ($0, gain(of: $0, stage)) }.enumerated()
      .sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }
      .map(\.element.0)
  }

  /// What may be taken away, that first which saves most for what it carries in the normal states.
  private func removals(from stage: DecidedStage, _ point: [Double]) -> [DecidedStage.Step] {
    let network = master.network
    let dataset = network.dataset
    let (load, shipped) = carried(at: point)
    var removals: [(removal: DecidedStage.Step, carried: Double)] = []
    for (facility, modules) in network.modulesOfFacility.enumerated()
    where stage.open[facility].contains(true) {
      let size = modules.reduce(0.0) { sum, module in
        sum + dataset.capacity[module].size * Double(stage.count[module].reduce(0, +))
      }
      for module in modules where stage.count[module].contains(where: { $0 > 0 }) {
        let one =
          dataset.capacity[module].size * Double(stage.count[module].count { $0 > 0 })
        removals.append((.module(module), max(0, load[facility] - (size - one))))
      }
      if dataset.facilities[facility].decision == .consider {
        removals.append((.site(facility), modules.isEmpty ? shipped[facility] : load[facility]))
      }
    }
    return removals.map { ($0.removal, $0.carried, gain(of: $0.removal, stage)) }
      .filter { $0.2 > 0 }.enumerated()
      .sorted {
        let (one, other) = ($0.element, $1.element)
        return (one.1 / one.2, $0.offset) < (other.1 / other.2, $1.offset)
      }
      .map(\.element.0)
  }

  /// Share of the cost that a step has to gain.
  private static let leastGain = 1e-6
  /// Share of its capacity that a full site uses, all periods together.
  private static let full = 0.9
  private static let tolerance = 1e-6
}
