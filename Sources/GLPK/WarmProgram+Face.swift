import Modeling

extension WarmProgram {
  /// Minimises a second objective among the optima of the last solve.
  ///
  /// Columns with a reduced cost and rows with a dual value keep the bound they are at (complementary slackness); the second
  /// solve begins at the first optimum, which is feasible on that face. The program is loaded anew by its next
  /// solve.
  ///
  /// - Parameter costs: the second objective, by column.
  /// - Returns: the point; `nil` where the second solve fails.
  public func leastAmongOptima(_ costs: [Double]) -> [Double]? {
    guard let problem else { return nil }
    defer { self.problem = nil }
    activateIndifferent()
    let face = OptimalFace(of: problem)
    face.hold(beyond: tolerance, in: problem)
    let scaled = zip(costs, scaling.columnFactors).map { $0 * $1 }
    guard problem.setDirection(scaled) else { return scaling.naturalPoint(face.point) }
    var options = SimplexOptions()
    options.method = .primal
    options.feasibilityTolerance = tolerance
    options.dualTolerance = tolerance
    // On a face that is a point or nearly so the primal method may go round in circles; then the first optimum will do.
    options.iterationLimit = Int32(clamping: 2 * rowCount + 1_000)
    do throws(Interruption) {
      guard try problem.solveSimplex(options) == .optimal else { return nil }
      return scaling.naturalPoint(problem.basicPoint())
    } catch {
      return nil
    }
  }
}
