import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

extension DecompositionRun {
  /// Good designs before the tree: those known, the root rounded up, then large-neighbourhood search, two at a time.
  func improve() {
    for design in session.designs.suffix(Self.mostKnown).reversed() where allows(design) {
      evaluate(design)
    }
    guard let root, !isClosed else { return }
    if best == nil { evaluate(roundedUp(root.point)) }
    let start = neighbourhoods(root)
    if limits.stopReason == nil { search([start.ofRelaxation]) }
    if best == nil { evaluate(everything) }
    var generator = SplitMix(seed: 1)
    var failures = 0
    for round in 0..<Self.mostRoundsOfSearch where limits.stopReason == nil && !isClosed {
      guard let best else { return }
      let before = best.value
      search(pair(round, start, best.design, &generator))
      let gained = before - (self.best?.value ?? before)
      failures = gained > gap / 20 * abs(before) ? 0 : failures + 1
      if failures >= Self.patience { return }
    }
  }

  private func pair(
    _ round: Int, _ start: Neighbourhoods, _ best: Design, _ generator: inout SplitMix
  ) -> [Neighbourhood] {
    let periods = master.stageColumns.count
    let facilities = session.network.dataset.facilities.indices
    func some(_ share: Double) -> Set<Int> {
      Set(facilities.filter { _ in generator.unit() < share })
    }
    if round == 0 {
      let other =
        periods > 1
        ? start.period(0, around: best) : start.facilities(some(0.5), reach: 1, around: best)
      return [start.induced(by: best), other]
    }
    if periods > 1, 2 * round - 1 < periods {
      return [2 * round - 1, 2 * round].filter { $0 < periods }
        .map { start.period($0, around: best) }
    }
    return [
      start.facilities(some(0.35), reach: .infinity, around: best),
      start.facilities(some(0.6), reach: 1, around: best),
    ]
  }

  /// Searches neighbourhoods, one on each lane, then judges what they found.
  private func search(_ neighbourhoods: [Neighbourhood]) {
    let program = programWithCuts()
    let whole = session.wholeColumns
    let ceiling = best.map { $0.value - gap / 10 * abs($0.value) } ?? .infinity
    let searchGap = max(gap / 2, 1e-6)
    let limits = self.limits
    let designs = session.lanes.run(limits: limits) { lane, _ -> Design? in
      guard lane.number < neighbourhoods.count else { return nil }
      return neighbourhoods[lane.number].search(
        program, wholeColumns: whole, cutoff: ceiling, gap: searchGap, nodes: Self.nodesOfSearch,
        limits: limits)
    }
    trace("searched neighbourhoods \(neighbourhoods.count): \(designs.map { $0 != nil })")
    for design in designs.compactMap(\.self) where limits.stopReason == nil { evaluate(design) }
  }

  /// The master with the rows of the pool that either lane holds.
  private func programWithCuts() -> LinearProgram {
    let active = session.lanes.run(limits: limits) { lane, _ in lane.relaxation?.active ?? [] }
    var program = self.program
    for place in Set(active.flatMap(\.self)).sorted() {
      program.addRow(pool.entries[place].row.natural(name: "pool[\(place)]"))
    }
    return program
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
      for (place, column) in columns.enumerated() {
        periodOf[column.index] = t
        facilityOf[column.index] =
          place < facilities ? place : facilityOfModule[place - facilities] ?? 0
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
    for (place, column) in session.wholeColumns.enumerated() {
      design.values[place] = Int((point[column] - 1e-4).rounded(.up))
    }
    return design
  }

  /// All that is allowed.
  private var everything: Design { Design(values: rootUpper.map { Int($0) }) }

  private func allows(_ design: Design) -> Bool {
    design.values.count == rootLower.count
      && design.values.indices.allSatisfy {
        (rootLower[$0]...rootUpper[$0]).contains(Double(design.values[$0]))
      }
  }

  private static let mostKnown = 6
  private static let mostRoundsOfSearch = 12
  private static let patience = 2
  private static let nodesOfSearch = 400
}

extension LiveProgram.SparseRow {
  /// The same row for a program that is a value.
  func natural(name: String) -> LinearProgram.Row {
    let order = columns.indices.sorted { columns[$0] < columns[$1] }
    return LinearProgram.Row(
      name: name, lower: lower, upper: upper,
      terms: order.map {
        LinearExpression.Term(coefficients[$0], LinearProgram.ColumnID(Int(columns[$0])))
      })
  }
}

/// The generator SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195): the same draws everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Uniform on 0..<1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}
