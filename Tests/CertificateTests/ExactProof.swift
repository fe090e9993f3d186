import BigInt
import Modeling
import NetworkDesign
import SupplyNetwork

@testable import Certificate

/// A certificate's claim once more, in exact rational arithmetic and written anew from the formulas: what its numbers
/// prove of the program whose coefficients are the very doubles of the assembly.
struct ExactProof {
  struct Row {
    var terms: [Int: Rational] = [:]
    var lower: Rational?
    var upper: Rational?
  }

  let certificate: BoundCertificate
  let claim: BoundCertificate.Claim
  let master: MasterProgram
  let linear: LinearProgram
  let uppers: [Rational]
  private(set) var rows: [Row] = []

  init(_ network: Network, _ certificate: BoundCertificate) throws {
    self.certificate = certificate
    claim = certificate.claims[0]
    let network = network.merged.measured
    guard let question = certificate.question.question else {
      throw CertificateFault("question", "none")
    }
    master = MasterProgram(network: network, question: question)
    var linear = master.program
    linear.minimise(claim.objective == .cost ? master.cost : master.salesAtRisk)
    linear.setBounds(of: master.capRow, from: -.infinity, to: claim.cap ?? .infinity)
    self.linear = linear
    uppers = linear.columns.map { Rational($0.upper) }
    rows = (linear.rows + master.links).map(Self.row)
    for cut in certificate.cuts { rows.append(self.cut(cut)) }
    for rounding in claim.roundings { rows.append(self.rounding(rounding)) }
  }

  private static func row(_ row: LinearProgram.Row) -> Row {
    Row(
      terms: Dictionary(
        uniqueKeysWithValues: row.terms.map { ($0.column.index, Rational($0.coefficient)) }),
      lower: row.lower.isFinite ? Rational(row.lower) : nil,
      upper: row.upper.isFinite ? Rational(row.upper) : nil)
  }

  private func cut(_ cut: BoundCertificate.Cut) -> Row {
    let estimate = master.estimates[cut.block]
    let recourse = RecourseProgram(
      network: master.network, incidence: master.incidence, period: estimate.period,
      state: estimate.state)
    var reduced = recourse.program.columns.map { _ in Rational.zero }
    if cut.subject == .cost {
      reduced = recourse.program.columns.map { Rational($0.cost) }
    } else {
      for term in recourse.loss.terms { reduced[term.column.index] += Rational(term.coefficient) }
    }
    var (constant, slope) = (Rational.zero, Rational.zero)
    for (index, dual) in zip(cut.rows, cut.duals) {
      let row = recourse.program.rows[index]
      let side = dual > 0 ? row.lower : row.upper
      if index == recourse.lossRow?.index {
        if cut.subject == .loss || dual > 0 { continue }
        slope += Rational(dual)
      } else {
        if side.isInfinite { continue }
        constant += Rational(dual) * Rational(side)
      }
      for term in row.terms {
        reduced[term.column.index] -= Rational(dual) * Rational(term.coefficient)
      }
    }
    for column in recourse.stageCount..<reduced.count where reduced[column] < .zero {
      if column == recourse.excess?.index { continue }
      let gate = recourse.gates.firstIndex { $0.column == column }
      let chosen = gate.flatMap { gate in cut.choices.first { $0[0] == gate } }?[1] ?? 0
      if let gate, chosen >= 0 {
        for key in recourse.gates[gate].keys[chosen] {
          reduced[key] += reduced[column] * Rational(recourse.gates[gate].most)
        }
      } else {
        constant += reduced[column] * Rational(recourse.program.columns[column].upper)
      }
    }
    let weight = cut.subject == .cost ? Rational(estimate.weight) : .one
    let subject = cut.subject == .cost ? estimate.cost : estimate.loss
    var row = Row(lower: weight * constant)
    if let subject { row.terms[subject.index] = .one }
    for index in 0..<recourse.stageCount {
      let column = master.stageColumns[estimate.period][index].index
      row.terms[column, default: .zero] -= weight * reduced[index]
    }
    if cut.subject == .cost, let loss = estimate.loss {
      row.terms[loss.index, default: .zero] -= weight * slope
    }
    return row
  }

  private func rounding(_ rounding: BoundCertificate.Rounding) -> Row {
    var sum: [Int: Rational] = [:]
    var right = Rational.zero
    var slacks: [(coefficient: Rational, row: Row, isOfUpper: Bool)] = []
    for (index, (reference, number)) in zip(rounding.rows, rounding.multipliers).enumerated() {
      let (row, multiplier) = (rows[reference], Rational(number))
      let isReversed = rounding.reversed.contains(index)
      let isOfUpper = (number > 0) != isReversed
      right += multiplier * ((isOfUpper ? row.upper : row.lower) ?? .zero)
      for (column, coefficient) in row.terms {
        sum[column, default: .zero] += multiplier * coefficient
      }
      slacks.append((isOfUpper ? multiplier : -multiplier, row, isOfUpper))
    }
    for (column, coefficient) in sum {
      right -=
        coefficient
        * (rounding.complemented.contains(column)
          ? uppers[column] : Rational(linear.columns[column].lower))
    }
    let divisor = Rational(rounding.divisor)
    right = right / divisor
    let part = right - right.floor
    var result = Row(upper: right.floor)
    func add(_ factor: Rational, _ row: [Int: Rational]) {
      for (column, coefficient) in row {
        result.terms[column, default: .zero] += factor * coefficient
      }
    }
    for (column, coefficient) in sum {
      let isUpper = rounding.complemented.contains(column)
      let divided = (isUpper ? -coefficient : coefficient) / divisor
      let below = divided.floor
      let rounded =
        linear.columns[column].isInteger
        ? below + max(.zero, divided - below - part) / (.one - part)
        : min(.zero, divided) / (.one - part)
      add(isUpper ? -rounded : rounded, [column: .one])
      result.upper? +=
        rounded * (isUpper ? -uppers[column] : Rational(linear.columns[column].lower))
    }
    for slack in slacks {
      let rounded = min(.zero, slack.coefficient / divisor) / (.one - part)
      if rounded == .zero { continue }
      add(slack.isOfUpper ? -rounded : rounded, slack.row.terms)
      let side = (slack.isOfUpper ? slack.row.upper : slack.row.lower) ?? .zero
      result.upper? -= rounded * (slack.isOfUpper ? side : -side)
    }
    for column in rounding.dropped ?? [] {
      guard let coefficient = result.terms.removeValue(forKey: column) else { continue }
      result.upper? -= min(
        coefficient * Rational(linear.columns[column].lower), coefficient * uppers[column])
    }
    return result
  }

  /// What multipliers prove under ranges of whole columns.
  func value(
    of multipliers: BoundCertificate.Multipliers, _ ranges: [Int: WholeRange]
  ) -> Rational {
    var reduced = linear.columns.map {
      multipliers.kind == .bound ? Rational($0.cost) : Rational.zero
    }
    var value = Rational.zero
    for (reference, number) in zip(multipliers.rows, multipliers.values) {
      guard let side = number > 0 ? rows[reference].lower : rows[reference].upper else { continue }
      let multiplier = Rational(number)
      value += multiplier * side
      for (column, coefficient) in rows[reference].terms {
        reduced[column] -= multiplier * coefficient
      }
    }
    for (index, column) in linear.columns.enumerated() {
      var (lower, upper) = (Rational(column.lower), uppers[index])
      if let range = ranges[index] {
        lower = max(lower, Rational(BigInt(range.lower)))
        upper = min(upper, Rational(BigInt(range.upper)))
      }
      value += min(reduced[index] * lower, reduced[index] * upper)
    }
    return value
  }
}
