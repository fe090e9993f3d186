import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// Good designs near a relaxation and near the best: dives, and small trees in which most whole columns are fixed, two at a time.
final class NeighbourhoodSearch {
  let state: SearchState
  let evaluation: DesignEvaluation
  /// Draws parts of the network; seeded, so that the same question has the same answer.
  private var generator = SplitMix(seed: 1)

  init(_ state: SearchState, _ evaluation: DesignEvaluation) {
    self.state = state
    self.evaluation = evaluation
  }

  /// Good designs before the tree: the root rounded up, dives from it, then its neighbourhoods.
  func improve() {
    guard let root = state.root, !state.isClosed else { return }
    if state.best == nil { evaluation.evaluate(roundedUp(root.point)) }
    evaluation.evaluateRounded(root.point)
    let whole = Neighbourhood(lower: state.rootLower, upper: state.rootUpper)
    dive([(whole, .up), (whole, .nearest)], from: root.basis)
    let around = neighbourhoods(of: root.point)
    if state.limits.stopReason == nil { search([around.ofRelaxation], from: root.basis) }
    if state.best == nil { evaluation.evaluate(everything) }
    guard state.limits.stopReason == nil, !state.isClosed, let best = state.best else { return }
    let periods = state.master.stageColumns.count
    let pair = [
      around.induced(by: best.design),
      periods > 1
        ? around.period(0, around: best.design) : some(0.5, reach: 1, around, best.design),
    ]
    dive(pair.map { ($0, .nearest) }, from: root.basis)
    search(pair, from: root.basis)
  }

  /// Two more neighbourhoods between rounds of the tree, with the relaxation of a node of today.
  func improve(around point: [Double], from basis: MasterBasis?) {
    guard let best = state.best else { return }
    let around = neighbourhoods(of: point)
    search(
      [around.induced(by: best.design), some(0.25, reach: .infinity, around, best.design)],
      from: basis)
  }

  /// A random part of the facilities is free.
  private func some(
    _ share: Double, reach: Double, _ neighbourhoods: Neighbourhoods, _ best: Design
  ) -> Neighbourhood {
    let free = state.session.network.dataset.facilities.indices.filter { _ in
      generator.unit() < share
    }
    return neighbourhoods.facilities(Set(free), reach: reach, around: best)
  }

  /// Two dives, one on each worker.
  private func dive(
    _ dives: [(part: Neighbourhood, direction: Dive.Direction)], from basis: MasterBasis?
  ) {
    let tolerances = state.tolerances
    let (whole, limits) = (state.session.wholeColumns, state.limits)
    let (cutoff, isHuge) = (state.cutoff, evaluation.isHuge)
    let points = state.session.workers.run(limits: limits) { worker, _ -> [Double]? in
      guard worker.number < dives.count, let relaxation = worker.relaxation else { return nil }
      let dive = dives[worker.number]
      if let basis { relaxation.restore(basis) }
      return Dive(
        relaxation: relaxation, wholeColumns: whole, tolerances: tolerances,
        direction: dive.direction, cutoff: cutoff, limits: limits,
        part: isHuge ? 3 : 8
      ).run(lower: dive.part.lower, upper: dive.part.upper)
    }
    for point in points.compactMap(\.self) where limits.stopReason == nil {
      if isHuge {
        evaluation.evaluateByBlocks(state.master.decided(point))
        evaluation.keepBest()
        state.report(.search)
      } else {
        evaluation.evaluate(Design(rounding: point, at: whole))
      }
    }
  }

  /// Searches neighbourhoods, one on each worker by a small tree, and judges the designs found.
  private func search(_ neighbourhoods: [Neighbourhood], from basis: MasterBasis?) {
    guard state.limits.stopReason == nil, !state.isClosed else { return }
    let whole = state.session.wholeColumns
    let (tolerances, limits) = (state.tolerances, state.limits)
    let cutoff = state.best.map { $0.value - state.gap / 10 * abs($0.value) } ?? .infinity
    let results = state.session.workers.run(limits: limits) { worker, _ -> WorkerSearch.Result in
      guard worker.number < neighbourhoods.count, let relaxation = worker.relaxation else {
        return WorkerSearch.Result()
      }
      let part = neighbourhoods[worker.number]
      return WorkerSearch.neighbourhood(
        WorkerSearch.Box(
          wholeColumns: whole, lower: part.lower, upper: part.upper, tolerances: tolerances,
          cutoff: cutoff), of: relaxation, from: basis, limits: limits)
    }
    for leaf in results.flatMap(\.leaves) where leaf.objective < (state.best?.value ?? .infinity) {
      _ = evaluation.judge(leaf)
    }
    state.counts.nodes += results.reduce(0) { $0 + $1.nodes }
  }

  private func neighbourhoods(of point: [Double]) -> Neighbourhoods {
    let network = state.session.network
    var periodOf: [Int: Int] = [:]
    var facilityOf: [Int: Int] = [:]
    let facilities = network.dataset.facilities.count
    let facilityOfModule = Dictionary(
      network.modulesOfFacility.enumerated().flatMap { facility, modules in
        modules.map { ($0, facility) }
      }, uniquingKeysWith: { first, _ in first })
    for (t, columns) in state.master.stageColumns.enumerated() {
      for (index, column) in columns.enumerated() {
        periodOf[column.index] = t
        facilityOf[column.index] =
          index < facilities ? index : facilityOfModule[index - facilities] ?? 0
      }
    }
    let whole = state.session.wholeColumns
    return Neighbourhoods(
      lower: state.rootLower, upper: state.rootUpper, relaxed: whole.map { point[$0] },
      periods: whole.map { periodOf[$0] ?? 0 }, facilities: whole.map { facilityOf[$0] ?? 0 })
  }

  /// Everything that the relaxation uses, whole.
  private func roundedUp(_ point: [Double]) -> Design {
    Design(values: state.session.wholeColumns.map { Int((point[$0] - 1e-4).rounded(.up)) })
  }

  /// All that is allowed.
  private var everything: Design { Design(values: state.rootUpper.map { Int($0) }) }
}
