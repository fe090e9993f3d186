/// Derives mixed-integer rounding cuts: Marchand and Wolsey (2001, doi:10.1287/opre.49.3.363.11211).
///
/// The sum of rows, each with a slack that is at least 0, is an equation. With every column measured from one of its
/// bounds, so that it is at least 0, and divided by δ, it reads `Σ g_j x̃_j + Σ h_r s_r = b`. Where x̃ is whole or
/// continuous and f = b − ⌊b⌋,
///
///     Σ_whole (⌊g_j⌋ + max(0, g_j − ⌊g_j⌋ − f)/(1 − f)) x̃_j + Σ_continuous min(0, g_j)/(1 − f) x̃_j
///       + Σ_slack min(0, h_r)/(1 − f) s_r ≤ ⌊b⌋.
///
/// Then columns and slacks are put back. A variable upper bound is a row like others, of which the slack stays. At last columns may be
/// dropped, for the least that they are worth: a solver is not given coefficients a million times smaller than others.
struct RoundingProof {
  let columns: [ProofColumn]
  /// The rows that the cut may use.
  let rows: RowTable

  func row(_ rounding: BoundCertificate.Rounding) throws(CertificateFault) -> ProofRow {
    guard rounding.rows.count == rounding.multipliers.count else {
      throw fault(
        "it has \(rounding.rows.count) rows and \(rounding.multipliers.count) multipliers")
    }
    guard rounding.divisor > 0, rounding.divisor.isFinite else {
      throw fault("its divisor is not above 0")
    }
    guard rounding.reversed.allSatisfy(rounding.rows.indices.contains) else {
      throw fault("it reverses a row that it does not have")
    }
    let terms = try summed(rounding)
    var constant = terms.constant
    let complemented = Set(rounding.complemented)
    guard complemented.allSatisfy(columns.indices.contains) else {
      throw fault("it complements a column that is not there")
    }
    var shifted: [(column: Int, coefficient: Interval)] = []
    for (column, coefficient) in terms.columns.sorted(by: { $0.key < $1.key })
    where !coefficient.isZero {
      let isUpper = complemented.contains(column)
      let bound = isUpper ? columns[column].upper : columns[column].lower
      guard bound.lower.isFinite, bound.upper.isFinite else {
        throw fault("\(columns[column].name) has no such bound to be measured from")
      }
      constant -= coefficient * bound
      shifted.append((column, isUpper ? -coefficient : coefficient))
    }
    let whole = try Fraction(constant / Interval(rounding.divisor))
    var result: [Int: Interval] = [:]
    var right = Interval(whole.floor)
    for (column, coefficient) in shifted {
      let divided = coefficient / Interval(rounding.divisor)
      let rounded =
        columns[column].isWhole ? whole.rounded(divided) : divided.negativePart / whole.rest
      if rounded.isZero { continue }
      // x̃ = upper − x or x − lower.
      if complemented.contains(column) {
        right -= rounded * columns[column].upper
        result[column, default: .zero] -= rounded
      } else {
        right += rounded * columns[column].lower
        result[column, default: .zero] += rounded
      }
    }
    for slack in terms.slacks {
      let rounded = (slack.coefficient / Interval(rounding.divisor)).negativePart / whole.rest
      // s = upper − row or row − lower.
      right -= rounded * (slack.isOfUpper ? slack.side : -slack.side)
      for (column, coefficient) in zip(slack.row.columns, slack.row.coefficients) {
        let part = rounded * coefficient
        result[Int(column), default: .zero] += slack.isOfUpper ? -part : part
      }
    }
    for column in rounding.dropped ?? [] {
      guard columns.indices.contains(column) else {
        throw fault("it drops a column that is not there")
      }
      guard let coefficient = result.removeValue(forKey: column) else { continue }
      // `coefficient · x` is at least this; without it the rest may be that much more.
      right -= .least(coefficient * columns[column].lower, coefficient * columns[column].upper)
    }
    let ordered = result.sorted { $0.key < $1.key }
    if let side = rounding.side, !(side >= right.upper && side.isFinite) {
      throw fault("it claims \(side), but \(right.upper) is proved")
    }
    return ProofRow(
      columns: ordered.map { Int32($0.key) }, coefficients: ordered.map(\.value),
      lower: Interval(-.infinity), upper: right, stated: rounding.side)
  }

  /// A slack with a coefficient below 0; the others may be dropped.
  private struct Slack {
    var coefficient: Interval
    var row: ProofRow
    var side: Interval
    var isOfUpper: Bool
  }

  private struct Terms {
    var columns: [Int: Interval] = [:]
    var constant = Interval.zero
    var slacks: [Slack] = []
  }

  private func summed(_ rounding: BoundCertificate.Rounding) throws(CertificateFault) -> Terms {
    let reversed = Set(rounding.reversed)
    var terms = Terms()
    for (index, (reference, multiplier)) in zip(rounding.rows, rounding.multipliers).enumerated()
    where multiplier != 0 {
      guard multiplier.isFinite else { throw fault("a multiplier is not a finite number") }
      guard let row = rows[reference] else {
        throw fault("row \(reference) is not there, or comes after it")
      }
      let isOfUpper = (multiplier > 0) != reversed.contains(index)
      guard let side = row.sideInDerivation(for: isOfUpper ? -1 : 1) else {
        throw fault("row \(reference) has no such side")
      }
      terms.constant += multiplier * side
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        terms.columns[Int(column), default: .zero] += multiplier * coefficient
      }
      if reversed.contains(index) {
        // With a multiplier λ the slack comes in with λ for the upper side and −λ for the lower one: below 0 here.
        terms.slacks.append(
          Slack(
            coefficient: Interval(-abs(multiplier)), row: row, side: side, isOfUpper: isOfUpper))
      }
    }
    return terms
  }

  private func fault(_ cause: String) -> CertificateFault { CertificateFault("", cause) }
}

/// A right-hand side between two whole numbers, and the rounding function that goes with it.
struct Fraction {
  /// The whole number below it.
  let floor: Double
  /// Its part above that.
  let part: Interval
  /// What is missing to the next whole number: above 0.
  let rest: Interval

  init(_ number: Interval) throws(CertificateFault) {
    floor = number.lower.rounded(.down)
    guard floor == number.upper.rounded(.down), abs(floor) < 0x1p52 else {
      throw CertificateFault("", "its right-hand side is too near a whole number to be rounded")
    }
    part = number - Interval(floor)
    rest = Interval.one - part
    guard rest.lower > 0 else {
      throw CertificateFault("", "its right-hand side is too near a whole number to be rounded")
    }
  }

  /// `⌊g⌋ + max(0, g − ⌊g⌋ − f)/(1 − f)`, which rises with g and falls with f.
  func rounded(_ coefficient: Interval) -> Interval {
    Interval(
      lower: rounded(coefficient.lower, part: Interval(part.upper)).lower,
      upper: rounded(coefficient.upper, part: Interval(max(0, part.lower))).upper)
  }

  private func rounded(_ number: Double, part: Interval) -> Interval {
    let below = number.rounded(.down)
    let above = Interval(number) - Interval(below) - part
    if above.upper <= 0 { return Interval(below) }
    let positive = Interval(lower: max(0, above.lower), upper: above.upper)
    return Interval(below) + positive / (.one - part)
  }
}
