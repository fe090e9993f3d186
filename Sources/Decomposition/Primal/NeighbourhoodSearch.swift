import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

extension DecompositionRun {
  /// Good designs before the tree: those known, the root rounded up, then neighbourhoods, two at a time.
  func improve() {
    evaluateKnown()
    guard let root, !isClosed else { return }
    if best == nil { evaluate(roundedUp(root.point)) }
    evaluateRounded(root.point)
    let whole = Neighbourhood(lower: rootLower, upper: rootUpper)
    dive([(whole, .up), (whole, .nearest)], from: root.basis)
    let start = neighbourhoods(root)
    if limits.stopReason == nil { search([start.ofRelaxation], nodesFrom: root.basis) }
    if best == nil { evaluate(everything) }
    var failures = 0
    for round in 0..<Self.mostRoundsOfSearch where limits.stopReason == nil && !isClosed {
      guard let best else { return }
      let before = best.value
      let pair = pair(round, start, best.design)
      dive(pair.map { ($0, .nearest) }, from: root.basis)
      search(pair, nodesFrom: root.basis)
      let gained = before - (self.best?.value ?? before)
      failures = gained > gap / 20 * abs(before) ? 0 : failures + 1
      if failures >= Self.patience { return }
    }
  }

  /// Two more neighbourhoods between rounds of the tree, with the relaxation of a node of today.
  func improve(around point: [Double], from basis: MasterBasis?) {
    guard let best, var root else { return }
    root.point = point
    let start = neighbourhoods(root)
    search(
      [start.induced(by: best.design), some(0.25, .infinity, start, best.design)], nodesFrom: basis)
  }

  /// A random part of the facilities is free.
  private func some(
    _ share: Double, _ reach: Double, _ start: Neighbourhoods, _ best: Design
  ) -> Neighbourhood {
    let free = session.network.dataset.facilities.indices.filter { _ in
      generator.unit() < share
    }
    return start.facilities(Set(free), reach: reach, around: best)
  }

  private func pair(
    _ round: Int, _ start: Neighbourhoods, _ best: Design
  ) -> [Neighbourhood] {
    let periods = master.stageColumns.count
    if round == 0 {
      let other =
        periods > 1
        ? start.period(0, around: best) : some(0.5, 1, start, best)
      return [start.induced(by: best), other]
    }
    if periods > 1, 2 * round - 1 < periods {
      return [2 * round - 1, 2 * round].filter { $0 < periods }
        .map { start.period($0, around: best) }
    }
    return [
      some(0.3, .infinity, start, best), some(0.6, 1, start, best),
    ]
  }

  /// Two dives, one on each worker.
  private func dive(
    _ dives: [(part: Neighbourhood, direction: Dive.Direction)], from basis: MasterBasis?
  ) {
    let tolerances = self.tolerances
    let (whole, limits, ceiling) = (session.wholeColumns, self.limits, cutoff)
    let isHuge = self.isHuge
    let points = session.workers.run(limits: limits) { worker, _ -> [Double]? in
      guard worker.number < dives.count, let relaxation = worker.relaxation else { return nil }
      let dive = dives[worker.number]
      if let basis { relaxation.restore(basis) }
      return Dive(
        relaxation: relaxation, wholeColumns: whole, tolerances: tolerances,
        direction: dive.direction, cutoff: ceiling, limits: limits,
        part: isHuge ? 3 : 8
      ).run(lower: dive.part.lower, upper: dive.part.upper)
    }
    for point in points.compactMap(\.self) where limits.stopReason == nil {
      if isHuge {
        evaluateByBlocks(master.decided(point))
        keepBest()
        report(.search)
      } else {
        evaluate(Design(rounding: point, at: whole))
      }
    }
  }

  /// Searches neighbourhoods, one on each worker by a small tree, and judges the designs found.
  private func search(_ neighbourhoods: [Neighbourhood], nodesFrom basis: MasterBasis?) {
    for _ in 0..<Self.turns where limits.stopReason == nil && !isClosed {
      let tolerances = self.tolerances
      let ceiling = best.map { $0.value - gap / 10 * abs($0.value) } ?? .infinity
      let (whole, limits) = (session.wholeColumns, self.limits)
      let results = session.workers.run(limits: limits) { worker, _ -> WorkerSearch.Result in
        guard worker.number < neighbourhoods.count, let relaxation = worker.relaxation else {
          return WorkerSearch.Result()
        }
        let part = neighbourhoods[worker.number]
        var search = WorkerSearch(
          relaxation: relaxation, wholeColumns: whole, rootLower: part.lower,
          rootUpper: part.upper, tolerances: tolerances, cutoff: ceiling,
          pseudoCosts: PseudoCosts(count: whole.count), budget: Self.budgetOfSearch,
          limits: limits, firstNumber: 0)
        search.triesColumns = false
        return search.run([.root(bound: -.infinity, basis: basis)])
      }
      var hasChanged = false
      for leaf in results.flatMap(\.leaves) where leaf.objective < (best?.value ?? .infinity) {
        let before = best?.value ?? .infinity
        hasChanged = judge(leaf) || hasChanged
        hasChanged = (best?.value ?? .infinity) < before || hasChanged
      }
      counts.nodes += results.reduce(0) { $0 + $1.nodes }
      if !hasChanged { return }
    }
  }

  private func neighbourhoods(_ root: RootState) -> Neighbourhoods {
    let dataset = session.network.dataset
    var periodOf: [Int: Int] = [:]
    var facilityOf: [Int: Int] = [:]
    let facilities = dataset.facilities.count
    let facilityOfModule = Dictionary(
      session.network.modulesOfFacility.enumerated().flatMap { facility, modules in
        modules.map { ($0, facility) }
      }, uniquingKeysWith: { first, _ in first })
    for (t, columns) in master.stageColumns.enumerated() {
      for (index, column) in columns.enumerated() {
        periodOf[column.index] = t
        facilityOf[column.index] =
          index < facilities ? index : facilityOfModule[index - facilities] ?? 0
      }
    }
    return Neighbourhoods(
      lower: rootLower, upper: rootUpper, relaxed: session.wholeColumns.map { root.point[$0] },
      periods: session.wholeColumns.map { periodOf[$0] ?? 0 },
      facilities: session.wholeColumns.map { facilityOf[$0] ?? 0 })
  }

  /// Everything that the relaxation uses, whole.
  private func roundedUp(_ point: [Double]) -> Design {
    var design = Design(rounding: point, at: session.wholeColumns)
    for (index, column) in session.wholeColumns.enumerated() {
      design.values[index] = Int((point[column] - 1e-4).rounded(.up))
    }
    return design
  }

  /// All that is allowed.
  private var everything: Design { Design(values: rootUpper.map { Int($0) }) }

  /// Designs found before that are allowed here, so many at most, the newest first.
  func knownDesigns(_ most: Int) -> [Design] {
    session.designs.filter(allows).suffix(most).reversed()
  }

  /// The best operations of designs found before; those that were evaluated already are passed over.
  func evaluateKnown() {
    for design in knownDesigns(Self.mostKnown) where limits.stopReason == nil {
      // What is told is what is kept, and that may be all that was asked for.
      if evaluate(design) != nil { report(root == nil ? .relaxation : .search) }
    }
  }

  private func allows(_ design: Design) -> Bool {
    guard design.values.count == rootLower.count,
      design.values.indices.allSatisfy({
        (rootLower[$0]...rootUpper[$0]).contains(Double(design.values[$0]))
      })
    else { return false }
    if requirementRows.isEmpty { return true }
    // Openings are whole columns, so the rows are judged by them alone.
    let values = Dictionary(
      zip(session.wholeColumns, design.values), uniquingKeysWith: { first, _ in first })
    return requirementRows.allSatisfy { row in
      let activity = row.terms.reduce(0.0) {
        $0 + $1.coefficient * Double(values[$1.column.index] ?? 0)
      }
      return activity >= row.lower - 1e-9 && activity <= row.upper + 1e-9
    }
  }

  private static let mostKnown = 6
  private static let mostRoundsOfSearch = 1
  private static let patience = 2
  /// Simplex steps of a neighbourhood.
  private static let budgetOfSearch = 1_500
  /// Times that a neighbourhood is searched again with the cuts that its designs have brought.
  private static let turns = 1
}
