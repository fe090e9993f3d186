import Modeling
import SupplyData

extension LinearProgram {
  /// The same program with positive costs lowered at random, each by at most `share` of itself.
  ///
  /// Networks have many columns of equal reduced cost, among which a dual simplex method loses its way; perturbed costs
  /// break the ties (Koberstein 2005, on dual simplex in practice). Lowered they still prove bounds, since every point costs
  /// at most what it truly does; the bound loses at most `share`.
  func perturbed(by share: Double) -> LinearProgram {
    var perturbed = self
    var generator = SplitMix(seed: 7)
    for (index, column) in columns.enumerated() {
      let draw = 0.1 + 0.9 * generator.unit()
      if column.cost > 0, !column.isInteger {
        perturbed.setCost(column.cost * (1 - share * draw), of: ColumnID(index))
      }
    }
    return perturbed
  }
}
