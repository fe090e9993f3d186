import Certificate
import NetworkDesign

/// What a recourse program costs, or loses, at least: `constant + Σ stage · x + loss · v`, for every first stage x and every
/// v. It holds whatever the cap on risk, the measure and the probabilities are.
struct BendersCut: Sendable {
  /// What it bounds from below.
  enum Subject: Sendable {
    /// The operating cost, money per year of the state.
    case cost
    /// The sales lost, share of a year's sales.
    case loss
  }

  var subject: Subject
  var constant: Double
  /// Coefficients of the first stage of the period, by index in the recourse program; zeros left out.
  var stage: [(index: Int, coefficient: Double)]
  /// Coefficient of v: what a unit more of allowed loss saves.
  var loss: Double
  /// What proves it, where that is recorded.
  var proof: BoundCertificate.Cut?

  /// The value at a first stage.
  func value(stage point: [Double], loss v: Double) -> Double {
    stage.reduce(constant + loss * v) { $0 + $1.coefficient * point[$1.index] }
  }
}

extension BlockMatrix {
  /// The cut that any duals π prove, by weak duality.
  ///
  /// With reduced costs `d = c − πA` over the block's own columns,
  ///
  ///     Q(x, v) ≥ Σ_r π_r (h_r − T_r x) + Σ_c min(0, d_c) · upper_c(x),
  ///
  /// where the upper bound of a gated column is the least, at the point of separation, of its constant bound and
  /// `most · x` of its gates. Every column has such a bound, so the cut holds for whatever numbers a solver returns as
  /// duals: a numerical failure makes it weak, never wrong. What rounding may do to the sums is taken off. Closed facilities
  /// get the best coefficient that these duals allow, which is the strengthening by the Lagrangian bound of Fischetti,
  /// Ljubić and Sinnl (2016, doi:10.1016/j.ejor.2016.03.002).
  ///
  /// - Parameters:
  ///   - subject: cost or loss.
  ///   - duals: one a row; those of a sign for which the row has no bound count as 0.
  ///   - point: the first stage at which the cut is to be tight.
  ///
  /// - Complexity: linear in the nonzeros.
  func cut(_ subject: BendersCut.Subject, duals: [Double], at point: [Double]) -> BendersCut {
    var choices: [[Int]] = []
    var reduced = subject == .cost ? costs : losses
    var constant = 0.0
    var slope = 0.0
    reduced.withUnsafeMutableBufferPointer { reduced in
      for row in duals.indices {
        let dual = duals[row]
        if dual == 0 { continue }
        if row == lossRow {
          // The cap is a parameter: its dual is the slope in v. A row that is free proves nothing.
          if subject == .loss || dual > 0 { continue }
          slope += dual
        } else {
          let side = dual > 0 ? rowLower[row] : rowUpper[row]
          if side.isInfinite { continue }
          constant += dual * side
        }
        for index in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
          reduced[Int(columns[index])] -= dual * coefficients[index]
        }
      }
    }
    // What is left on the first-stage columns is −π T.
    var stage = Array(reduced[0..<stageCount])
    var isGated = [Bool](repeating: false, count: columnCount)
    for (index, gate) in gates.enumerated() where reduced[gate.column] < 0 {
      var least = upper[gate.column]
      var best: Int?
      for (key, keys) in gate.keys.enumerated() {
        let most = gate.most * keys.reduce(0) { $0 + point[$1] }
        // In a tie the gate says more than the constant, and the first gate is the sharpest beyond the point.
        if most < least || (best == nil && most <= least * (1 + 1e-9)) {
          least = most
          best = key
        }
      }
      if isRecorded, best != 0 { choices.append([index, best ?? -1]) }
      guard let best else { continue }
      isGated[gate.column] = true
      for key in gate.keys[best] { stage[key] += reduced[gate.column] * gate.most }
    }
    for column in stageCount..<columnCount where reduced[column] < 0 && !isGated[column] {
      constant += reduced[column] * upper[column]
    }
    constant -= rounding(subject, duals: duals)
    // Gates give stage columns many parts.
    for (index, coefficient) in stage.enumerated() {
      constant -= abs(coefficient) * upper[index] * (Double(gates.count + 4) * 0x1p-53)
    }
    let greatest = stage.reduce(0) { max($0, abs($1)) }
    var terms: [(index: Int, coefficient: Double)] = []
    for (index, coefficient) in stage.enumerated() where coefficient != 0 {
      if abs(coefficient) >= 1e-10 * greatest {
        terms.append((index, coefficient))
      } else if coefficient < 0 {
        // Too small for a solver, but leaving it out must not make the cut say more.
        constant += coefficient * upper[index]
      }
    }
    var cut = BendersCut(subject: subject, constant: constant, stage: terms, loss: slope)
    if isRecorded {
      let rows = duals.indices.filter { duals[$0] != 0 }
      cut.proof = BoundCertificate.Cut(
        block: block, subject: subject == .cost ? .cost : .loss, rows: rows,
        duals: rows.map { duals[$0] }, choices: choices)
    }
    return cut
  }
}
