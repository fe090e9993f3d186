import Modeling
import NetworkDesign

/// Derives the Benders cuts of one recourse program from their duals, by weak duality:
///
///     Q(x, v) ≥ Σ_r π_r (h_r − T_r x) + γ v + Σ_c min(0, d_c) · u_c(x),   d = cost − πA − γ · loss,
///
/// for whatever numbers π and γ ≤ 0 are. u_c(x) is the constant bound of a column or `most · x` of one of its gates,
/// whichever the cut names.
struct CutProof {
  private let recourse: RecourseProgram
  private let estimate: MasterProgram.Estimate
  private let stageColumns: [LinearProgram.ColumnID]
  private let costs: [Interval]
  private let losses: [Interval]
  private let uppers: [Interval]

  /// - Parameters:
  ///   - master: the master.
  ///   - block: the index of the recourse program among the master's estimates.
  init(_ master: MasterProgram, block: Int) {
    estimate = master.estimates[block]
    recourse = RecourseProgram(
      network: master.network, incidence: master.incidence, period: estimate.period,
      state: estimate.state)
    stageColumns = master.stageColumns[estimate.period]
    let columns = recourse.program.columns
    costs = columns.map { Interval(widening: $0.cost) }
    var losses = [Interval](repeating: .zero, count: columns.count)
    for term in recourse.loss.terms {
      losses[term.column.index] += Interval(widening: term.coefficient)
    }
    self.losses = losses
    var uppers = columns.map { Interval(widening: $0.upper) }
    // In no plan anything is lost beyond v.
    if let excess = recourse.excess { uppers[excess.index] = .zero }
    self.uppers = uppers
  }

  /// The row of the master that a cut is: `θ − w·βx − w·γ·v ≥ w·α` for costs, `v − βx ≥ α` for losses.
  func row(_ cut: BoundCertificate.Cut) throws(CertificateFault) -> ProofRow {
    let subject: Int
    let weight: Interval
    switch cut.subject {
    case .cost:
      guard let column = estimate.cost else { throw fault("its costs weigh nothing") }
      (subject, weight) = (column.index, Interval(widening: estimate.weight))
    case .loss:
      guard let column = estimate.loss else { throw fault("nothing can be lost in it") }
      (subject, weight) = (column.index, .one)
    }
    var sum = try lagrangian(cut)
    try bound(&sum, by: cut.choices)
    var terms: [Int: Interval] = [subject: .one]
    for (index, coefficient) in sum.reduced.prefix(recourse.stageCount).enumerated()
    where !coefficient.isZero {
      terms[stageColumns[index].index, default: .zero] -= weight * coefficient
    }
    if cut.subject == .cost, sum.slope != 0, let column = estimate.loss {
      terms[column.index, default: .zero] -= weight * Interval(sum.slope)
    }
    let ordered = terms.sorted { $0.key < $1.key }
    let lower = weight * sum.constant
    if let side = cut.side, !(side <= lower.lower && side.isFinite) {
      throw fault("it claims \(side), but \(lower.lower) is proved")
    }
    return ProofRow(
      columns: ordered.map { Int32($0.key) }, coefficients: ordered.map(\.value), lower: lower,
      upper: Interval(.infinity), stated: cut.side)
  }

  /// `constant + reduced · columns + slope · v`, which the block's optimum is at least.
  private struct Sum {
    var constant = Interval.zero
    /// By column of the block; those of the first stage come first.
    var reduced: [Interval]
    /// γ.
    var slope = 0.0
  }

  private func lagrangian(_ cut: BoundCertificate.Cut) throws(CertificateFault) -> Sum {
    let rows = recourse.program.rows
    guard cut.rows.count == cut.duals.count else {
      throw fault("it has \(cut.rows.count) rows and \(cut.duals.count) duals")
    }
    var sum = Sum(reduced: cut.subject == .cost ? costs : losses)
    for (index, dual) in zip(cut.rows, cut.duals) {
      guard rows.indices.contains(index) else { throw fault("there is no row \(index)") }
      guard dual.isFinite else { throw fault("a dual is not a finite number") }
      let row = rows[index]
      if index == recourse.lossRow?.index {
        // The allowed loss v is a parameter: its dual is the slope. A row that is free proves nothing.
        if cut.subject == .loss || dual >= 0 { continue }
        guard estimate.loss != nil else { throw fault("there is no allowed loss") }
        sum.slope += dual
      } else {
        let side = dual > 0 ? row.lower : row.upper
        // A side that is not there proves nothing: the dual counts as 0.
        if dual == 0 || side.isInfinite { continue }
        sum.constant += dual * Interval(widening: side)
      }
      for term in row.terms {
        sum.reduced[term.column.index] -= dual * Interval(widening: term.coefficient)
      }
    }
    return sum
  }

  /// Puts what the columns of the block are at most for them where they count against the bound.
  private func bound(_ sum: inout Sum, by choices: [[Int]]) throws(CertificateFault) {
    var chosen: [Int: Int] = [:]
    for choice in choices {
      guard choice.count == 2, recourse.gates.indices.contains(choice[0]) else {
        throw fault("there is no gate \(choice.first ?? -1)")
      }
      guard choice[1] == -1 || recourse.gates[choice[0]].keys.indices.contains(choice[1]) else {
        throw fault("gate \(choice[0]) has no key \(choice[1])")
      }
      chosen[choice[0]] = choice[1]
    }
    var isBounded = [Bool](repeating: false, count: uppers.count)
    for (index, gate) in recourse.gates.enumerated() where !isBounded[gate.column] {
      let negative = sum.reduced[gate.column].negativePart
      let key = chosen[index] ?? 0
      if negative.isZero || key < 0 || gate.keys.isEmpty { continue }
      isBounded[gate.column] = true
      for column in gate.keys[key] {
        sum.reduced[column] += negative * Interval(widening: gate.most)
      }
    }
    for column in recourse.stageCount..<uppers.count where !isBounded[column] {
      let negative = sum.reduced[column].negativePart
      if negative.isZero { continue }
      guard uppers[column].upper.isFinite else {
        throw fault("\(recourse.program.columns[column].name) has no upper bound to count on")
      }
      sum.constant += negative * uppers[column]
    }
  }

  private func fault(_ cause: String) -> CertificateFault { CertificateFault("", cause) }
}
