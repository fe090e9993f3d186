import CGLPK

/// What the last solve left, in the units of the loaded program.
extension Problem {
  /// Steps of the simplex method so far.
  var iterations: Int { isThere ? Int(glp_get_it_cnt(pointer)) : 0 }

  /// The objective at the basic solution.
  var objective: Double { isThere ? glp_get_obj_val(pointer) : .nan }

  /// Values of the columns in the basic solution.
  func basicPoint() -> [Double] {
    (0..<columnCount).map { glp_get_col_prim(pointer, Int32($0 + 1)) }
  }

  /// Dual values of the first rows in the basic solution.
  func rowDuals(count: Int) -> [Double] {
    (0..<count).map { glp_get_row_dual(pointer, Int32($0 + 1)) }
  }

  /// Dual values of the rows in the basic solution.
  func rowDuals() -> [Double] { rowDuals(count: rowCount) }

  /// Reduced cost of a column in the basic solution.
  func reducedCost(ofColumn index: Int) -> Double { glp_get_col_dual(pointer, Int32(index + 1)) }

  /// Reduced costs of the columns in the basic solution.
  func reducedCosts() -> [Double] { (0..<columnCount).map(reducedCost) }

  /// Activities of the rows in the basic solution.
  func activities() -> [Double] {
    (0..<rowCount).map { glp_get_row_prim(pointer, Int32($0 + 1)) }
  }

  /// Values of columns and duals in the basic solution.
  func basicValues() -> LinearValues {
    LinearValues(point: basicPoint(), rowDuals: rowDuals(), reducedCosts: reducedCosts())
  }

  /// Values of columns and duals in the interior solution.
  func interiorValues() -> LinearValues {
    LinearValues(
      point: (0..<columnCount).map { glp_ipt_col_prim(pointer, Int32($0 + 1)) },
      rowDuals: (0..<rowCount).map { glp_ipt_row_dual(pointer, Int32($0 + 1)) },
      reducedCosts: (0..<columnCount).map { glp_ipt_col_dual(pointer, Int32($0 + 1)) })
  }
}

/// What a method leaves in a problem, in the units of the loaded program.
struct LinearValues {
  let point: [Double]
  let rowDuals: [Double]
  let reducedCosts: [Double]
}
