import SupplyData
import SupplyPlan

/// The policy constraints in the normal state of every period, and the decisions a comparator breaks.
struct PolicyRecount {
  /// A constraint in a period: by how much it is broken, over the scale of the row; negative where there is room.
  struct Outcome {
    var constraint: Int
    var period: Int
    var place: String
    var sense: Comparison
    var limit: Double
    var found: Double
    var scale: Double
    /// Whether the left-hand side is a whole number, so that nothing is rounding.
    var isCount: Bool

    var relative: Double {
      let off = sense == .atMost ? found - limit : limit - found
      return off == 0 ? 0 : scale > 0 ? off / scale : off.sign == .minus ? -1 : 1
    }
  }

  let firstStage: StatedFirstStage
  let catalogue: Catalogue
  private let outages: OutageCheck
  let lanes: LaneTable
  private var outcomes: [Outcome] = []

  /// Evaluates all constraints; `normal` holds the normal state of each period.
  init(
    firstStage: StatedFirstStage, normal: [StateRecount], outages: OutageCheck, lanes: LaneTable,
    catalogue: Catalogue
  ) {
    self.firstStage = firstStage
    self.lanes = lanes
    self.outages = outages
    self.catalogue = catalogue
    for (index, constraint) in catalogue.dataset.constraints.enumerated() {
      for (period, state) in normal.enumerated() {
        let id = catalogue.dataset.settings.periods[period].id
        guard constraint.period == nil || constraint.period == id else { continue }
        switch constraint.kind {
        case .share(let origin, let destination, let product):
          addShares(
            index, state, period, origin: origin, destination: destination, product: product)
        case .openFacilities(let facilities):
          add(index, period, "", Double(selected(facilities).count { isOpen($0, period) }), 1)
        case .investment(let facilities):
          let sums = selected(facilities).map {
            (
              cost: firstStage.investment($0, period, catalogue),
              granted: firstStage.granted($0, period)
            )
          }
          let cost = sums.reduce(0) { $0 + $1.cost }
          add(index, period, "", sums.reduce(cost) { $0 - $1.granted }, cost)
        case .emissions(let facilities):
          let sum = selected(facilities).reduce(0) { $0 + state.emissions[$1] }
          add(index, period, "", sum, sum)
        case .survive: continue
        default: outcomes += rows(of: index, in: state)
        }
      }
    }
  }

  /// Judges the constraints, which bind every plan but a comparator.
  func check(_ findings: Findings) {
    for outcome in outcomes {
      switch outcome.sense {
      case .atMost:
        findings.atMost(
          .policy, outcome.place, limit: outcome.limit, found: outcome.found, scale: outcome.scale)
      case .atLeast:
        findings.atLeast(
          .policy, outcome.place, limit: outcome.limit, found: outcome.found, scale: outcome.scale)
      }
    }
  }

  /// What a comparator breaks.
  func broken(tolerance: Double) -> [BrokenRow] {
    let dataset = catalogue.dataset
    var rows: [BrokenRow] = []
    for (period, row) in dataset.settings.periods.enumerated() {
      for (index, constraint) in dataset.constraints.enumerated()
      where (worst(index, period) ?? outages.excess(constraint: index, period: period))
        .map({ $0 > tolerance }) ?? false
      {
        rows.append(
          BrokenRow(constraint: constraint.id, decision: nil, facility: nil, period: row.id))
      }
      for (index, facility) in dataset.facilities.enumerated()
      where Self.breaksDecision(facility) && period >= catalogue.firstPeriod(index) {
        rows.append(
          BrokenRow(
            constraint: nil, decision: facility.decision.rawValue, facility: facility.id,
            period: row.id))
      }
    }
    return rows
  }

  /// Compares what a comparator says it breaks. What is broken or kept by rounding alone may be listed or not.
  func checkBroken(_ listed: [BrokenRow], _ findings: Findings) {
    func words(_ row: BrokenRow) -> String {
      let what =
        row.constraint.map { "constraint \($0)" } ?? "decision \(row.decision ?? "?")"
      return what + (row.facility.map { ", facility \($0)" } ?? "") + ", period \(row.period)"
    }
    let expected = Set(broken(tolerance: findings.tolerance).map(words))
    let possible = expected.union(broken(byRounding: findings.tolerance).map(words))
    let found = Set(listed.map(words))
    for row in expected.union(found).sorted() {
      findings.demand(
        found.contains(row) ? possible.contains(row) : !expected.contains(row), .broken, row,
        expected: expected.contains(row) ? "listed" : "not listed",
        found: found.contains(row) ? "listed" : "not listed")
    }
    findings.demand(
      found.count == listed.count, .broken, "broken", expected: "each row once",
      found: "\(listed.count) rows for \(found.count)")
  }

  private func broken(byRounding tolerance: Double) -> [BrokenRow] {
    let dataset = catalogue.dataset
    return dataset.settings.periods.enumerated().flatMap { period, row in
      dataset.constraints.indices.filter { constraint in
        outcomes.contains {
          $0.constraint == constraint && $0.period == period && !$0.isCount
            && $0.relative >= -tolerance
        }
          || (outages.excess(constraint: constraint, period: period) ?? -1) >= -tolerance
      }.map {
        BrokenRow(
          constraint: dataset.constraints[$0].id, decision: nil, facility: nil, period: row.id)
      }
    }
  }

  private static func breaksDecision(_ facility: Facility) -> Bool {
    switch facility.decision {
    case .consider: false
    case .open: facility.status == .candidate
    case .closed: facility.status == .existing
    }
  }

  private func worst(_ constraint: Int, _ period: Int) -> Double? {
    outcomes.filter { $0.constraint == constraint && $0.period == period }.map(\.relative).max()
  }

  func isOpen(_ facility: Int, _ period: Int) -> Bool {
    firstStage.isOpen[facility][period]
  }

  func selected(_ facilities: Selector) -> [Int] {
    let ranks = catalogue.matching.nodeRanks(facilities)
    return (0..<catalogue.facilityCount).filter { ranks[$0] != Matching.none }
  }

  private mutating func add(
    _ index: Int, _ period: Int, _ detail: String, _ found: Double, _ gross: Double
  ) {
    let constraint = catalogue.dataset.constraints[index]
    let isCount = if case .openFacilities = constraint.kind { true } else { false }
    outcomes.append(
      Outcome(
        constraint: index, period: period,
        place: "constraint \(constraint.id)\(detail), \(catalogue.place(period))",
        sense: constraint.sense, limit: constraint.value, found: found,
        scale: isCount ? 1 : max(gross, constraint.value), isCount: isCount))
  }

  /// Adds the share rows, written without division: `Σ selected ⋛ value · Σ all`.
  private mutating func addShares(
    _ number: Int, _ state: StateRecount, _ period: Int, origin: Selector, destination: Selector,
    product: String?
  ) {
    let constraint = catalogue.dataset.constraints[number]
    let origins = catalogue.matching.countryRanks(origin)
    let destinations = catalogue.matching.nodeRanks(destination)
    var sums: [Int: (selected: Double, all: Double)] = [:]
    for (key, goods) in state.goods.goods.sorted(by: { $0.key < $1.key })
    where destinations[key.node] != Matching.none {
      // Goods that a facility does not consume are only in transit.
      if key.node < catalogue.facilityCount,
        !catalogue.consumes[key.node].contains(key.product)
      {
        continue
      }
      // What a customer returns is none of what it was delivered.
      let used = key.node < catalogue.facilityCount ? goods.used : goods.received
      let sum = sums[key.product] ?? (0, 0)
      sums[key.product] = (
        sum.selected + (origins[key.madeIn] == Matching.none ? 0 : used), sum.all + used
      )
    }
    for (index, row) in catalogue.dataset.products.enumerated()
    where product == nil || product == row.id {
      guard let sum = sums[index] else { continue }
      outcomes.append(
        Outcome(
          constraint: number, period: period,
          place: "constraint \(constraint.id), product \(row.id), \(catalogue.place(period))",
          sense: constraint.sense, limit: constraint.value * sum.all, found: sum.selected,
          scale: max(sum.all, catalogue.least(index)), isCount: false))
    }
  }
}
