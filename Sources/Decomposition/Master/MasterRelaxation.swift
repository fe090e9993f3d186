import Certificate
import GLPK
import Modeling
import NetworkDesign

/// The linear relaxation of a master on one thread, with the rows of the pool that it needs just now.
final class MasterRelaxation {
  private let pool: CutPool
  private let live: WarmProgram
  private var gates: ClosedGates
  /// Upper bounds of the columns as they were at first.
  private let greatest: [Double]
  /// Pool indices of the rows after those of the master itself, in their order.
  private(set) var active: [Int] = []
  private var isActive: [Bool] = []
  /// Solves after which a row that does not bind is dropped, counted by pool index.
  private var idle: [Int] = []
  /// The point of the last solve.
  private(set) var point: [Double] = []
  private(set) var objective = -Double.infinity
  /// Whether proofs are kept for a certificate.
  let isRecorded: Bool
  /// What the last proof was made of; `nil` where it failed, or proofs are not kept.
  private(set) var recorded: ProofMultipliers?

  /// - Parameters:
  ///   - program: the master with the objective of the question.
  ///   - pool: where further rows come from.
  ///   - units: see ``MasterUnits``.
  ///   - priced: columns that may be deferred until they pay.
  ///   - isWarm: whether a basis will be restored before the first solve.
  ///   - isRecorded: whether proofs are kept for a certificate.
  init(
    _ program: LinearProgram, pool: CutPool, units: MasterUnits, priced: [Int],
    isWarm: Bool, isRecorded: Bool = false, in workspace: SolverWorkspace
  ) {
    self.pool = pool
    gates = ClosedGates(pool.entries.prefix(pool.linkCount).lazy.map(\.row), in: program)
    greatest = program.columns.map(\.upper)
    self.isRecorded = isRecorded
    live = WarmProgram(
      program, in: workspace, columnExponents: units.columnExponents,
      objectiveExponent: units.objectiveExponent, tolerance: 1e-8)
    live.price(priced, fromDeferred: isWarm)
  }

  /// How far bounds and reduced costs may be missed, after scaling.
  var tolerance: Double {
    get { live.tolerance }
    set { live.tolerance = newValue }
  }

  /// Forgets the basis, and goes on in another tolerance.
  func begin(anew tolerance: Double) {
    live.close()
    live.tolerance = tolerance
  }

  var iterations: Int { live.iterations }

  /// Replaces the bounds of a whole column. Flows through gates that it shuts are shut with it.
  func setBounds(ofColumn column: Int, from lower: Double, to upper: Double) {
    live.setBounds(ofColumn: column, from: lower, to: upper)
    let changed = gates.note(column, isHeld: upper <= 0)
    for flow in changed.shut { live.setBounds(ofColumn: flow, from: 0, to: 0) }
    for flow in changed.freed { live.setBounds(ofColumn: flow, from: 0, to: greatest[flow]) }
  }

  func setObjective(_ costs: [Double]) { live.setObjective(costs) }

  func setBounds(ofRow row: Int, from lower: Double, to upper: Double) {
    live.setBounds(ofFixedRow: row, from: lower, to: upper)
  }

  /// Solves with the rows it has.
  func solve(seconds: Double = .infinity, objectiveLimit: Double? = nil) -> WarmProgram.Outcome {
    let outcome = live.solve(seconds: seconds, objectiveLimit: objectiveLimit)
    if outcome == .optimal {
      objective = live.objective
      point = live.point()
    } else if outcome == .beyondLimit || outcome == .unfinished {
      objective = live.objective
    }
    return outcome
  }

  /// The objective after a few dual simplex steps, an estimate from below; `.infinity` where no point was seen.
  func tried(steps: Int, objectiveLimit: Double?) -> Double? {
    switch live.attempt(maximumIterations: steps, objectiveLimit: objectiveLimit) {
    case .infeasible: .infinity
    case .optimal, .beyondLimit, .unfinished: live.objective
    case .failed: nil
    }
  }

  /// Goes back to a point after trials.
  func recall(_ point: [Double]) { self.point = point }

  func bounds(ofColumn column: Int) -> (lower: Double, upper: Double) {
    live.bounds(ofColumn: column)
  }

  /// Adds the rows of the pool that the point violates, the worst of each block and the worst links.
  ///
  /// - Returns: how many.
  func addViolated(tolerances: RowTolerances) -> Int {
    grow()
    var worst: [Int: (index: Int, violation: Double)] = [:]
    var links: [(index: Int, violation: Double)] = []
    let violations = pool.violations(at: point, except: isActive)
    for index in violations.indices where violations[index] > 0 && !isActive[index] {
      let entry = pool.entries[index]
      let violation = violations[index] * entry.unit
      guard violation > tolerances[entry.kind] else { continue }
      let key: Int
      switch entry.kind {
      case .link, .network, .rounding:
        links.append((index, violation))
        continue
      case .cost(let block): key = 2 * block
      case .loss(let block): key = 2 * block + 1
      }
      if worst[key].map({ violation > $0.violation }) ?? true { worst[key] = (index, violation) }
    }
    links.sort { ($0.violation, $1.index) > ($1.violation, $0.index) }
    let chosen =
      worst.sorted { $0.key < $1.key }.map(\.value.index)
      + links.prefix(max(50, live.columnCount / 20)).map(\.index)
    activate(chosen)
    return chosen.count
  }

  /// Adds rows by pool index.
  func activate(_ indices: [Int]) {
    grow()
    let fresh = indices.filter { !isActive[$0] }
    live.append(fresh.map { pool.entries[$0].row })
    for index in fresh {
      isActive[index] = true
      idle[index] = 0
    }
    active += fresh
  }

  /// Drops rows that have not bound for a while.
  ///
  /// - Parameter patience: solves that a row may lie idle.
  func purge(patience: Int) {
    let statuses = live.statusesOfAddedRows()
    guard statuses.count == active.count else { return }
    var dropped: [Int] = []
    for (position, index) in active.enumerated() {
      idle[index] = statuses[position] == WarmProgram.Basis.basic ? idle[index] + 1 : 0
      if idle[index] > patience { dropped.append(position) }
    }
    drop(positions: dropped)
  }

  /// Defers columns that have not paid for a while.
  ///
  /// - Parameter patience: solves that a column may lie idle.
  func deferIdle(patience: UInt8) { live.deferIdle(patience: patience) }

  private func drop(positions: [Int]) {
    guard !positions.isEmpty else { return }
    live.deleteRows(positions.map { live.fixedRowCount + $0 })
    let gone = Set(positions)
    for position in positions { isActive[active[position]] = false }
    active = active.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
  }

  /// The basis, told by pool indices so that another relaxation can go on from it.
  func snapshot() -> MasterBasis? {
    guard let basis = live.basis(), basis.rows.count == live.fixedRowCount + active.count else {
      return nil
    }
    var binding: [MasterBasis.Binding] = []
    for (position, index) in active.enumerated() {
      let status = basis.rows[live.fixedRowCount + position]
      if status != WarmProgram.Basis.basic { binding.append(.init(index: index, status: status)) }
    }
    return MasterBasis(
      fixedRows: Array(basis.rows.prefix(live.fixedRowCount)), columns: basis.columns,
      binding: binding)
  }

  /// Goes on from a basis, with just the rows that bind in it.
  func restore(_ basis: MasterBasis) {
    grow()
    let needed = Set(basis.binding.map(\.index))
    // Dropping all that do not bind would make the same cuts come and go; they stay unless they are many.
    if active.count > 2 * needed.count + 200 {
      drop(positions: active.indices.filter { !needed.contains(active[$0]) })
    }
    activate(basis.binding.map(\.index))
    let statuses = Dictionary(
      basis.binding.map { ($0.index, $0.status) }, uniquingKeysWith: { first, _ in first })
    live.restore(
      WarmProgram.Basis(
        rows: basis.fixedRows + active.map { statuses[$0] ?? WarmProgram.Basis.basic },
        columns: basis.columns))
  }

  /// Rounding cuts that the last point violates, to be added to the pool.
  ///
  /// - Parameters:
  ///   - most: at most so many.
  ///   - withTableau: whether rows of the simplex tableau are rounded too.
  ///   - limits: when it ends early.
  func roundingCuts(most: Int, withTableau: Bool, limits: SolveLimits) -> [CutPool.Entry] {
    let point = live.scaledPoint()
    // What is derived from the bounds of shut flows would hold only where they are shut.
    guard point.count == live.columnCount, !gates.areAnyShut else { return [] }
    var separator = RoundingSeparator(live.scaledProgram, at: point)
    let sums = withTableau ? live.tableauRows(at: point) : []
    return separator.cuts(most: most, sums: sums) { limits.stopReason != nil }.map { cut in
      let row = live.naturalRow(cut.columns, cut.coefficients, to: cut.upper)
      guard isRecorded else { return CutPool.Entry(row: row, kind: .rounding, unit: 1) }
      var derivation = derivation(cut.derivation)
      derivation.side = row.upper
      return CutPool.Entry(row: row, kind: .rounding, unit: 1, derivation: .rounding(derivation))
    }
  }

  /// The proof of the last solve, made sharper where its objective passes a target and its proof does not: reduced costs that a
  /// solver lets pass for 0 add up over thousands of columns.
  func proof(reaching target: Double) -> WarmProgram.Proof {
    let first = proof()
    guard first.bound < target, objective >= target else { return first }
    let recordedFirst = recorded
    let usual = live.tolerance
    live.tolerance = min(usual, Self.sharpTolerance)
    defer { live.tolerance = usual }
    // A few steps from the basis of now. The point stays that of the first solve: the two differ by less than it may miss.
    if live.solve() == .optimal {
      let second = proof()
      if second.bound > first.bound { return second }
    }
    recorded = recordedFirst
    return first
  }

  private static let sharpTolerance = 1e-11

  /// The lower bound that the last solve proves, whatever it came to.
  func proof() -> WarmProgram.Proof {
    let proof = live.proof()
    if isRecorded { recorded = multipliers(proof, .bound) }
    return proof
  }

  /// A proof that the last solve's program has no point; `nil` where none is found.
  func infeasibilityProof() -> WarmProgram.Proof? {
    let proof = live.infeasibilityProof()
    if isRecorded { recorded = proof.map { multipliers($0, .infeasible) } }
    return proof
  }

  /// The number that a certificate gives a row of the relaxation: first the master's own, then those of the pool.
  private func reference(toRow row: Int) -> Int {
    row < live.fixedRowCount ? row : live.fixedRowCount + active[row - live.fixedRowCount]
  }

  private func multipliers(
    _ proof: WarmProgram.Proof, _ kind: BoundCertificate.Multipliers.Kind
  ) -> ProofMultipliers {
    var values = live.naturalMultipliers(proof)
    var rows = values.indices.map(reference(toRow:))
    guard gates.areAnyShut else { return ProofMultipliers(kind, rows: rows, values: values) }
    // A certificate knows of no bounds but those of whole columns.
    let indices = Dictionary(rows.enumerated().map { ($0.element, $0.offset) }) { first, _ in first
    }
    let reduced = live.reducedCosts(of: proof, countsCosts: kind == .bound)
    for (link, value) in gates.multipliers(reduced) {
      let row = live.fixedRowCount + link
      if let index = indices[row] {
        values[index] += value
      } else {
        rows.append(row)
        values.append(value)
      }
    }
    return ProofMultipliers(kind, rows: rows, values: values)
  }

  private func derivation(_ derivation: RoundingDerivation) -> BoundCertificate.Rounding {
    let sign = derivation.isNegated ? -1.0 : 1
    let multipliers = derivation.multipliers.map { sign * $0.value * live.factor(ofRow: $0.row) }
    let fromUpper = Set(derivation.rowsFromUpper)
    return BoundCertificate.Rounding(
      rows: derivation.multipliers.map { reference(toRow: $0.row) }, multipliers: multipliers,
      reversed: multipliers.indices.filter {
        (multipliers[$0] > 0) != fromUpper.contains(derivation.multipliers[$0].row)
      },
      complemented: derivation.columnsFromUpper, divisor: derivation.divisor,
      dropped: derivation.dropped.isEmpty ? nil : derivation.dropped)
  }

  /// The proven bound of the last solve, and reduced costs between two ends.
  func dualProof() -> (bound: Double, reducedLower: [Double], reducedUpper: [Double])? {
    live.dualProof()
  }

  private func grow() {
    let missing = pool.entries.count - isActive.count
    if missing > 0 {
      isActive += [Bool](repeating: false, count: missing)
      idle += [Int](repeating: 0, count: missing)
    }
  }

  func close() { live.close() }
}

/// A basis of a master in terms that hold for every relaxation of it.
struct MasterBasis: Sendable {
  struct Binding: Sendable {
    var index: Int
    var status: UInt8
  }

  var fixedRows: [UInt8]
  var columns: [UInt8]
  /// Rows of the pool that are not basic.
  var binding: [Binding]

  /// The same for a master with further rows, whose slacks are basic.
  func extended(to rowCount: Int) -> MasterBasis {
    var basis = self
    let missing = max(0, rowCount - fixedRows.count)
    basis.fixedRows += Array(repeating: WarmProgram.Basis.basic, count: missing)
    return basis
  }
}

/// How much a row of the pool may be missed before it is added.
struct RowTolerances: Sendable {
  /// Share of what a link can carry.
  var link: Double
  /// Share of the objective.
  var cost: Double
  /// Share of a year's sales.
  var loss: Double

  subscript(kind: CutPool.Kind) -> Double {
    switch kind {
    case .link: link
    case .network, .rounding: 1e-6
    case .cost: cost
    case .loss: loss
    }
  }
}
