/// The optimal face of a loaded linear program, in its units: all points with the objective of its optimal basis.
///
/// By complementary slackness a column with a reduced cost and a row with a dual value keep the bound they are at; everything
/// else is free.
struct OptimalFace {
  /// The optimal point.
  let point: [Double]
  private let reducedCosts: [Double]
  private let activities: [Double]
  private let rowDuals: [Double]

  /// Read from the optimal basis.
  init(of problem: Problem) {
    point = problem.basicPoint()
    reducedCosts = problem.reducedCosts()
    activities = problem.activities()
    rowDuals = problem.rowDuals()
  }

  /// Holds columns and rows whose reduced cost or dual exceeds `tolerance` where they are.
  func hold(beyond tolerance: Double, in problem: Problem) {
    for (index, cost) in reducedCosts.enumerated() where abs(cost) > tolerance {
      problem.setBounds(ofColumn: index, BoundKind(from: point[index], to: point[index]))
    }
    for (index, dual) in rowDuals.enumerated() where abs(dual) > tolerance {
      problem.setBounds(ofRow: index, BoundKind(from: activities[index], to: activities[index]))
    }
  }
}

extension Problem {
  /// Replaces the objective by another, times a power of two: costs about 1 again, and the same optima.
  ///
  /// - Parameter costs: by column, in the units of the loaded program.
  /// - Returns: whether there is any cost; where there is none, nothing is replaced.
  @discardableResult
  func setDirection(_ costs: [Double]) -> Bool {
    let greatest = costs.reduce(0) { max($0, abs($1)) }
    guard greatest > 0 else { return false }
    let factor = Double(sign: .plus, exponent: -greatest.exponent, significand: 1)
    for (index, cost) in costs.enumerated() { setCost(cost * factor, ofColumn: index) }
    return true
  }
}
