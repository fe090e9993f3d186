import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// Takes sites and modules out of a decided first stage, one at a time, as long as that pays.
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
  ///   - steps: simplex steps after which it ends.
  func run(from start: DecidedStage, steps: Int, in workspace: SolverWorkspace) -> DecidedStage? {
    let normals = NormalStates(master, start, in: workspace)
    defer { normals.close() }
    guard var point = normals.point(of: start, limits: limits) else { return nil }
    var best = (stage: start, value: leastValue(at: point))
    for removal in removals(from: start, point)
    where limits.stopReason == nil && normals.iterations < steps {
      let gain = gain(of: removal, best.stage)
      guard gain > Self.worth * best.value else { continue }
      let stage = best.stage.without(removal, of: master.network)
      normals.keep()
      guard let next = normals.point(of: stage, rise: gain, limits: limits) else {
        normals.goBack()
        continue
      }
      let value = leastValue(at: next)
      guard value < best.value * (1 - Self.worth),
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

  /// What a removal saves in the first stage, less what scenarios are known to lose.
  private func gain(of removal: DecidedStage.Removal, _ stage: DecidedStage) -> Double {
    let now = master.point(of: stage)
    let then = master.point(of: stage.without(removal, of: master.network))
    return leastValue(at: now) - leastValue(at: then)
  }

  /// What may be taken away, that first which saves most for what it carries in the normal states.
  private func removals(from stage: DecidedStage, _ point: [Double]) -> [DecidedStage.Removal] {
    let network = master.network
    let dataset = network.dataset
    var load = dataset.facilities.map { _ in 0.0 }
    var shipped = load
    for block in master.blocks {
      for (recipe, column) in zip(network.recipes, block.produced) {
        load[recipe.facility] += point[column.index] * recipe.capacityUse
      }
      for (flow, column) in zip(network.flows, block.flows) {
        guard let column else { continue }
        shipped[flow.origin] += point[column.index] * network.units.quantity[flow.product]
      }
    }
    var removals: [(removal: DecidedStage.Removal, carried: Double)] = []
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
  private static let worth = 1e-6
  private static let tolerance = 1e-6
}

/// The normal states of all periods, solved again and again for one first stage after another.
private final class NormalStates {
  private let master: MasterProgram
  private var states: [(normal: NormalProgram, live: WarmProgram)] = []
  /// Of the last solve, money per year.
  private var costs: [Double]
  private var kept: [(basis: WarmProgram.Basis?, cost: Double)] = []
  /// Of money per year, by period.
  private let weights: [Double]

  init(_ master: MasterProgram, _ decided: DecidedStage, in workspace: SolverWorkspace) {
    self.master = master
    costs = master.blocks.map { _ in 0 }
    weights = Horizon(master.network.dataset.settings).yearly.map {
      $0 * master.network.states[0].weight
    }
    for t in master.blocks.indices {
      let normal = NormalProgram(
        network: master.network, incidence: master.incidence, question: master.question,
        decided: decided, period: t)
      let live = WarmProgram(normal.program, in: workspace, isCrashed: false)
      live.beginWithTree(of: normal)
      states.append((normal, live))
    }
  }

  var iterations: Int { states.reduce(0) { $0 + $1.live.iterations } }

  /// The best operation of the normal states; `nil` where there is none.
  ///
  /// - Parameter rise: by how much the cost may be above that of the last ``keep()``.
  func point(
    of decided: DecidedStage, rise: Double = .infinity, limits: SolveLimits
  ) -> [Double]? {
    var point = master.point(of: decided)
    for (t, state) in states.enumerated() {
      let values = decided.values(period: t)
      for (place, value) in values.enumerated() {
        state.live.setBounds(ofColumn: place, from: value, to: value)
      }
      state.normal.recourse.forEachGate(at: values) { column, most in
        state.live.setBounds(ofColumn: column, from: 0, to: most)
      }
      guard limits.stopReason == nil,
        state.live.solve(
          seconds: limits.secondsLeft,
          objectiveLimit: rise.isFinite ? kept[t].cost + rise / weights[t] : nil) == .optimal
      else { return nil }
      costs[t] = state.live.objective
      state.normal.put(state.live.point(), into: &point, of: master)
    }
    return point
  }

  /// Remembers where the last solve ended.
  func keep() { kept = zip(states, costs).map { ($0.live.basis(), $1) } }

  /// Goes on from what was remembered.
  func goBack() {
    for (t, state) in states.enumerated() {
      if let basis = kept[t].basis { state.live.restore(basis) }
      costs[t] = kept[t].cost
    }
  }

  func close() { for state in states { state.live.close() } }
}

extension DecidedStage {
  /// Something less.
  enum Removal: Sendable {
    case site(Int)
    /// One of a module, in every period in which it has any.
    case module(Int)
  }

  func without(_ removal: Removal, of network: Network) -> DecidedStage {
    var (open, count, stock) = (open, count, stock)
    switch removal {
    case .site(let facility):
      let id = network.dataset.facilities[facility].id
      open[facility] = open[facility].map { _ in false }
      for module in network.modulesOfFacility[facility] {
        count[module] = count[module].map { _ in 0 }
      }
      for (place, buffer) in network.dataset.buffers.enumerated() where buffer.location == id {
        stock[place] = stock[place].map { _ in 0 }
      }
    case .module(let module): count[module] = count[module].map { max(0, $0 - 1) }
    }
    return DecidedStage(open: open, count: count, stock: stock)
  }
}
