import Certificate
import GLPK
import Modeling
import NetworkDesign

/// Rounded sums of the rows of normal states: flow cuts and covers.
///
/// They are made of the master's own rows and links alone, so they hold under every cap, objective and requirement of a session.
struct NetworkCuts: Sendable {
  let rows: NetworkRows
  private let bases: [CoverBase]

  init(_ master: MasterProgram) {
    rows = NetworkRows(master)
    bases = CoverBases(network: rows, master: master).bases()
  }

  /// The cuts that a point misses most for their norm, the worst first.
  ///
  /// - Parameters:
  ///   - point: a point of the master.
  ///   - families: which are looked for.
  ///   - most: at most so many of each family.
  ///   - isOver: asked now and then; with `true` it ends.
  func cuts(
    at point: [Double], _ families: [Family] = Family.allCases, most: Int,
    isOver: () -> Bool = { false }
  ) -> [RoundingSeparator.Cut] {
    var rounding = SumRounding(rows.program)
    var kept: [RoundingSeparator.Cut] = []
    for family in families {
      let sums: [RowSum]
      switch family {
      case .flow: sums = FlowCuts(network: rows).sums(at: point, isOver: isOver)
      case .cover:
        sums = bases.flatMap { base in
          isOver() ? [] : CoverSearch(base, rows, at: point).sums()
        }
      }
      let cuts = sums.compactMap { sum in
        rounding.cut(
          sum.merged, complemented: sum.complemented, divisor: sum.divisor, at: point)
      }.sorted { ($0.efficacy, $1.columns.count) > ($1.efficacy, $0.columns.count) }
      // A flow cut and a cover may point almost the same way and be of use both.
      var own: [RoundingSeparator.Cut] = []
      let least = Self.leastShare * (cuts.first?.efficacy ?? 0)
      for cut in cuts where own.count < most && cut.efficacy >= least {
        if own.contains(where: { $0.isNearly(cut) }) { continue }
        own.append(cut)
      }
      kept += own
    }
    return kept
  }

  /// Cuts that miss the point by less than this share of the worst one's are left for the next round, which may do without.
  private static let leastShare = 0.05

  enum Family: CaseIterable, Sendable { case flow, cover }

  /// The row of the pool that a cut is.
  ///
  /// - Parameters:
  ///   - rowCount: rows before the links in the numbering of the search.
  ///   - isRecorded: whether it says what proves it.
  func entry(
    _ cut: RoundingSeparator.Cut, rowCount: Int, isRecorded: Bool
  ) -> CutPool.Entry {
    CutPool.Entry(
      row: .init(
        columns: cut.columns.map(Int32.init), coefficients: cut.coefficients, lower: -.infinity,
        upper: cut.upper), kind: .network, unit: 1,
      derivation: isRecorded ? .rounding(derivation(cut, rowCount: rowCount)) : nil)
  }

  private func derivation(
    _ cut: RoundingSeparator.Cut, rowCount: Int
  ) -> BoundCertificate.Rounding {
    let multipliers = cut.derivation.multipliers
    let fromUpper = Set(cut.derivation.rowsFromUpper)
    var rounding = BoundCertificate.Rounding(
      rows: multipliers.map {
        $0.row + ($0.row < rows.ownRowCount ? 0 : rowCount - rows.ownRowCount)
      },
      multipliers: multipliers.map(\.value),
      reversed: multipliers.indices.filter {
        (multipliers[$0].value > 0) != fromUpper.contains(multipliers[$0].row)
      },
      complemented: cut.derivation.columnsFromUpper, divisor: cut.derivation.divisor)
    rounding.side = cut.upper
    return rounding
  }
}

extension RowSum {
  /// The rows, each once.
  var merged: [(row: Int, multiplier: Double)] {
    var multipliers: [Int: Double] = [:]
    for (row, multiplier) in rows { multipliers[row, default: 0] += multiplier }
    return multipliers.sorted { $0.key < $1.key }.filter { $0.value != 0 }
      .map { ($0.key, $0.value) }
  }
}
