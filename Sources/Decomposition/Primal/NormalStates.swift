import GLPK
import Modeling
import NetworkDesign
import SupplyNetwork

/// The normal states of all periods, solved again and again for one first stage after another.
final class NormalStates {
  private let master: MasterProgram
  private var states: [(normal: NormalProgram, warm: WarmProgram)] = []
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
      let warm = WarmProgram(normal.program, in: workspace, isCrashed: false)
      warm.beginWithTree(of: normal)
      states.append((normal, warm))
    }
  }

  var iterations: Int { states.reduce(0) { $0 + $1.warm.iterations } }

  /// The best operation of the normal states; `nil` where there is none.
  ///
  /// - Parameter rise: by how much the cost may be above that of the last ``keep()``.
  func point(
    of decided: DecidedStage, rise: Double = .infinity, limits: SolveLimits
  ) -> [Double]? {
    var point = master.point(of: decided)
    for (t, state) in states.enumerated() {
      let values = decided.values(period: t)
      for (index, value) in values.enumerated() {
        state.warm.setBounds(ofColumn: index, from: value, to: value)
      }
      state.normal.recourse.forEachGate(at: values) { column, most in
        state.warm.setBounds(ofColumn: column, from: 0, to: most)
      }
      guard limits.stopReason == nil,
        state.warm.solve(
          seconds: limits.secondsLeft,
          objectiveLimit: rise.isFinite && weights[t] > 0
            ? kept[t].cost + rise / weights[t] : nil) == .optimal
      else { return nil }
      costs[t] = state.warm.objective
      state.normal.put(state.warm.point(), into: &point, of: master)
    }
    return point
  }

  /// Remembers where the last solve ended.
  func keep() { kept = zip(states, costs).map { ($0.warm.basis(), $1) } }

  /// Goes on from what was remembered.
  func goBack() {
    for (t, state) in states.enumerated() {
      if let basis = kept[t].basis { state.warm.restore(basis) }
      costs[t] = kept[t].cost
    }
  }

  func close() { for state in states { state.warm.close() } }
}
