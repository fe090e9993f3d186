import Modeling

extension LinearProgram {
  /// The bound that duals prove where no column exceeds a value that no optimum of the tests comes near.
  func dualBound(_ duals: [Double], most: Double = 1e6) -> Double {
    var bounded = self
    for (index, column) in columns.enumerated() {
      bounded.setBounds(
        of: ColumnID(index), from: max(column.lower, -most), to: min(column.upper, most))
    }
    return DualProof(duals, of: bounded).bound
  }
}
