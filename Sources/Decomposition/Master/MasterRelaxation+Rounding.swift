import Certificate
import GLPK
import Modeling

extension MasterRelaxation {
  /// Rounding cuts that the last point violates, to be added to the pool.
  ///
  /// - Parameters:
  ///   - most: at most so many.
  ///   - withTableau: whether rows of the simplex tableau are rounded too.
  ///   - limits: when it ends early.
  func roundingCuts(most: Int, withTableau: Bool, limits: SolveLimits) -> [CutPool.Entry] {
    let point = warm.scaledPoint()
    // What is derived from the bounds of shut flows would hold only where they are shut.
    guard point.count == warm.columnCount, !gates.areAnyShut else { return [] }
    var separator = RoundingSeparator(warm.scaledProgram, at: point)
    let sums = withTableau ? warm.tableauRows(at: point) : []
    return separator.cuts(most: most, sums: sums) { limits.stopReason != nil }.map { cut in
      let row = warm.naturalRow(cut.columns, cut.coefficients, to: cut.upper)
      guard isRecorded else { return CutPool.Entry(row: row, kind: .rounding, unit: 1) }
      var derivation = derivation(cut.derivation)
      derivation.side = row.upper
      return CutPool.Entry(row: row, kind: .rounding, unit: 1, derivation: .rounding(derivation))
    }
  }

  private func derivation(_ derivation: RoundingDerivation) -> BoundCertificate.Rounding {
    let sign = derivation.isNegated ? -1.0 : 1
    let multipliers = derivation.multipliers.map { sign * $0.value * warm.factor(ofRow: $0.row) }
    let fromUpper = Set(derivation.rowsFromUpper)
    return BoundCertificate.Rounding(
      rows: derivation.multipliers.map { reference(toRow: $0.row) }, multipliers: multipliers,
      reversed: multipliers.indices.filter {
        (multipliers[$0] > 0) != fromUpper.contains(derivation.multipliers[$0].row)
      },
      complemented: derivation.columnsFromUpper, divisor: derivation.divisor,
      dropped: derivation.dropped.isEmpty ? nil : derivation.dropped)
  }
}
