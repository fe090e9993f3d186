import GLPK
import Modeling
import NetworkDesign
import SupplyNetwork
import Synchronization

@testable import Certificate

/// A branch and bound over a master with all its links, as plain as can be, that records what it proves.
///
/// It is not the search of the decomposition: each program is loaded anew, each point is cut until no cut is violated.
final class BranchAndBound {
  let master: MasterProgram
  let program: ProofProgram
  /// Rounding cuts that are rows from the beginning.
  let roundings: [BoundCertificate.Rounding]
  private let objective: BoundCertificate.Objective
  private let cap: Double?
  private let blocks: [RecourseProgram]
  private var cuts: [BoundCertificate.Cut] = []
  private var cutRows: [ProofRow] = []
  private let proofs: [CutProof]
  private let roundingRows: [ProofRow]
  private let workspace: SolverWorkspace
  private(set) var recorder = ProofRecorder()
  private(set) var best = Double.infinity
  private var bestPoint: [Double] = []
  private(set) var nodes = 0

  private init(
    _ network: Network, _ question: DesignQuestion, objective: BoundCertificate.Objective,
    cap: Double?, roundings: [BoundCertificate.Rounding], _ workspace: SolverWorkspace
  ) throws {
    let network = network.merged.measured
    master = MasterProgram(network: network, question: question.measured(for: network))
    program = ProofProgram(master, objective: objective, cap: cap)
    self.objective = objective
    self.cap = cap
    self.roundings = roundings
    self.workspace = workspace
    let master = self.master
    blocks = master.estimates.map {
      RecourseProgram(
        network: network, incidence: master.incidence, period: $0.period, state: $0.state)
    }
    proofs = master.estimates.indices.map { CutProof(master, block: $0) }
    var rows = RowTable(program, cuts: [])
    for rounding in roundings {
      rows.roundings.append(try RoundingProof(columns: program.columns, rows: rows).row(rounding))
    }
    roundingRows = rows.roundings
  }

  /// What a search proves.
  struct Outcome: Sendable {
    /// The least objective of a plan, the units of the dataset; ∞ where there is none.
    var best: Double
    /// A point of the master with it.
    var point: [Double]
    var proof: RecordedProof
    var nodes: Int
  }

  /// Searches to the end.
  static func run(
    _ network: Network, _ question: DesignQuestion, objective: BoundCertificate.Objective = .cost,
    cap: Double? = nil, roundings: [BoundCertificate.Rounding] = []
  ) throws -> Outcome {
    let kept = Mutex<Result<Outcome, any Error>?>(nil)
    try SolverThreadPool(threads: 1).run(1) { _, workspace in
      let result = Result {
        let search = try BranchAndBound(
          network, question, objective: objective, cap: cap, roundings: roundings, workspace)
        try search.search()
        return search.outcome
      }
      kept.withLock { $0 = result }
    }
    guard let result = kept.withLock({ $0 }) else { throw CertificateFault("search", "no end") }
    return try result.get()
  }

  private var outcome: Outcome {
    Outcome(
      best: best * program.unit, point: bestPoint,
      proof: RecordedProof(
        objective: objective, cap: cap, bound: best.isFinite ? best : nil, recorder: recorder,
        derivations: roundings.map { .rounding($0) } + cuts.map { .cut($0) }),
      nodes: nodes)
  }

  private struct Solved {
    var objective: Double
    var point: [Double]
    var multipliers: ProofMultipliers
  }

  private func search() throws {
    let nothing = ProofMultipliers(.bound, rows: [], values: [])
    var open: [(changes: [ProofRecorder.Change], parent: ProofMultipliers)] = [([], nothing)]
    while let (changes, parent) = open.popLast() {
      nodes += 1
      guard nodes < 3_000 else { throw CertificateFault("search", "it does not end") }
      guard let solved = try relaxed(changes, below: parent) else { continue }
      if changes.isEmpty { recorder.root = solved.multipliers }
      let fractional = program.columns.indices.first {
        program.columns[$0].isWhole && abs(solved.point[$0] - solved.point[$0].rounded()) > 1e-6
      }
      if solved.objective >= best - 1e-8 * abs(best) {
        recorder.close(changes, solved.multipliers)
      } else if let fractional {
        let value = solved.point[fractional].rounded(.down)
        open.append((changed(changes, fractional, lower: value + 1), solved.multipliers))
        open.append((changed(changes, fractional, upper: value), solved.multipliers))
      } else {
        best = solved.objective
        bestPoint = solved.point
        recorder.close(changes, solved.multipliers)
      }
    }
  }

  private func changed(
    _ changes: [ProofRecorder.Change], _ column: Int, lower: Double = -.infinity,
    upper: Double = .infinity
  ) -> [ProofRecorder.Change] {
    var change =
      changes.first { $0.column == column }
      ?? ProofRecorder.Change(column: column, lower: -.infinity, upper: .infinity)
    change.lower = max(change.lower, lower)
    change.upper = min(change.upper, upper)
    return changes.filter { $0.column != column } + [change]
  }

  /// In the numbering of the search: the master's rows, links, rounding cuts, Benders cuts as they come.
  private var rows: [ProofRow] { program.rows + program.links + roundingRows + cutRows }

  private func linear(_ changes: [ProofRecorder.Change]) -> LinearProgram {
    var linear = LinearProgram()
    for (index, column) in program.columns.enumerated() {
      var (lower, upper) = (column.lower.lower, column.upper.upper)
      if let change = changes.first(where: { $0.column == index }) {
        lower = max(lower, change.lower)
        upper = min(upper, change.upper)
      }
      _ = linear.addColumn("\(index)", from: lower, to: upper, cost: column.cost.middle)
    }
    for (index, row) in rows.enumerated() {
      var sum = LinearExpression()
      let greatest = row.coefficients.reduce(0) { max($0, abs($1.middle)) }
      for (column, coefficient) in zip(row.columns, row.coefficients)
      // What rounding has left of nothing would only spoil the scaling.
      where abs(coefficient.middle) > 1e-10 * greatest {
        sum.add(coefficient.middle, LinearProgram.ColumnID(Int(column)))
      }
      linear.addRow("\(index)", sum, from: row.lower.middle, to: row.upper.middle)
    }
    return linear
  }

  /// The relaxation with all cuts that its own point violates; `nil` where there is no point, and the node is closed.
  private func relaxed(
    _ changes: [ProofRecorder.Change], below parent: ProofMultipliers
  ) throws -> Solved? {
    if changes.contains(where: { change in
      let column = program.columns[change.column]
      return max(change.lower, column.lower.lower) > min(change.upper, column.upper.upper)
    }) {
      // No whole number is left: nothing has to be proved.
      recorder.close(changes, ProofMultipliers(.infeasible, rows: [], values: []))
      return nil
    }
    for _ in 0..<200 {
      let warm = WarmProgram(linear(changes), in: workspace, tolerance: 1e-8)
      defer { warm.close() }
      switch warm.solve() {
      case .infeasible:
        guard let proof = warm.infeasibilityProof() else {
          // Numbers may be too wild for a proof; what holds above holds here.
          recorder.close(changes, parent)
          return nil
        }
        recorder.close(
          changes,
          ProofMultipliers(
            .infeasible, rows: Array(rows.indices), values: warm.naturalMultipliers(proof)))
        return nil
      case .optimal:
        let point = warm.point()
        if try !cut(point) {
          return Solved(
            objective: warm.objective, point: point,
            multipliers: ProofMultipliers(
              .bound, rows: Array(rows.indices), values: warm.rowDuals(count: rows.count)))
        }
      default: throw CertificateFault("search", "a program was not solved")
      }
    }
    throw CertificateFault("search", "the cuts come to no end")
  }

  /// Adds the cuts of all blocks that a point violates.
  private func cut(_ point: [Double]) throws -> Bool {
    var isCut = false
    for (block, recourse) in blocks.enumerated() {
      let estimate = master.estimates[block]
      for subject in [BoundCertificate.Cut.Subject.cost, .loss] {
        guard subject == .cost ? estimate.cost != nil : estimate.loss != nil else { continue }
        let cut = try cut(of: recourse, block, subject, at: point)
        let row = try proofs[block].row(cut)
        let activity = zip(row.columns, row.coefficients).reduce(0.0) {
          $0 + $1.1.middle * point[Int($1.0)]
        }
        let size = zip(row.columns, row.coefficients).reduce(abs(row.lower.middle)) {
          $0 + abs($1.1.middle * point[Int($1.0)])
        }
        if row.lower.middle - activity > 1e-7 * size + 1e-9 {
          cuts.append(cut)
          cutRows.append(row)
          isCut = true
        }
      }
    }
    return isCut
  }

  private func cut(
    of recourse: RecourseProgram, _ block: Int, _ subject: BoundCertificate.Cut.Subject,
    at point: [Double]
  ) throws -> BoundCertificate.Cut {
    let estimate = master.estimates[block]
    let stage = master.stageColumns[estimate.period].map { column in
      min(max(0, point[column.index]), program.columns[column.index].upper.upper)
    }
    var solving = recourse.program
    if subject == .loss {
      solving.minimise(recourse.loss)
      if let excess = recourse.excess { solving.setBounds(of: excess, from: 0, to: 0) }
    } else if let row = recourse.lossRow, let loss = estimate.loss {
      solving.setBounds(of: row, from: -.infinity, to: max(0, point[loss.index]))
    }
    for (index, value) in stage.enumerated() {
      solving.setBounds(of: LinearProgram.ColumnID(index), from: value, to: value)
    }
    recourse.forEachGate(at: stage) { column, most in
      solving.setBounds(of: LinearProgram.ColumnID(column), from: 0, to: most)
    }
    let warm = WarmProgram(solving, in: workspace, isCrashed: false)
    defer { warm.close() }
    guard warm.solve() == .optimal else {
      throw CertificateFault("search", "a block was not solved")
    }
    let duals = warm.rowDuals(count: solving.rows.count)
    let indices = duals.indices.filter { duals[$0] != 0 }
    var choices: [[Int]] = []
    for (index, gate) in recourse.gates.enumerated() {
      let most = gate.keys.map { keys in gate.most * keys.reduce(0) { $0 + stage[$1] } }
      guard let least = most.min(), let best = most.firstIndex(of: least) else { continue }
      let constant = recourse.program.columns[gate.column].upper
      let choice = constant < least * (1 - 1e-9) ? -1 : best
      if choice != 0 { choices.append([index, choice]) }
    }
    return BoundCertificate.Cut(
      block: block, subject: subject, rows: indices, duals: indices.map { duals[$0] },
      choices: choices)
  }
}

extension Interval {
  /// A number in it, the one it was widened from.
  var middle: Double { lower.isInfinite ? lower : upper.isInfinite ? upper : (lower + upper) / 2 }
}
