import GLPK
import Modeling

extension SolvedDesign {
  /// The same design with the recourse of least loss in each outage, and of least cost among these: what a stress test finds.
  ///
  /// An outage weighs nothing in the cost, so a program is content with any recourse that a constraint allows, and in the
  /// current network, which no constraint binds, with any at all.
  func losingLeastInOutages(_ limits: SolveLimits) throws(GLPKError) -> SolvedDesign {
    let outages = network.states.indices.filter {
      if case .outage = network.states[$0].event { true } else { false }
    }
    if outages.isEmpty { return self }
    var design = self
    for t in operations.indices {
      let values = stageValues(period: t)
      for state in outages {
        let recourse = RecourseProgram(
          network: network, incidence: incidence, period: t, state: state)
        guard let point = try leastLoss(recourse, at: values, limits) else { continue }
        design.operations[t][state] = Operation(block: recourse.block, point: point)
      }
    }
    return design
  }

  /// y by facility, n by module, z by buffer: the first columns of a recourse program.
  private func stageValues(period t: Int) -> [Double] {
    let binding = stage.binding(period: t)
    return binding.open.map { $0.value(at: point).rounded() }
      + binding.count.map { $0.value(at: point).rounded() }
      + binding.stock.map { max(0, $0.value(at: point)) }
  }

  private func leastLoss(_ recourse: RecourseProgram, at stage: [Double], _ limits: SolveLimits)
    throws(GLPKError)
    -> [Double]?
  {
    var program = recourse.program
    for (index, value) in stage.enumerated() {
      program.setBounds(of: LinearProgram.ColumnID(index), from: value, to: value)
    }
    recourse.forEachGate(at: stage) { column, most in
      program.setBounds(of: LinearProgram.ColumnID(column), from: 0, to: most)
    }
    if let excess = recourse.excess { program.setBounds(of: excess, from: 0, to: 0) }
    let cost = program.objective
    program.minimise(recourse.loss)
    var options = GLPKSolver.Options()
    options.feasibilityTolerance = 1e-9
    options.dualTolerance = 1e-9
    let solution = try GLPKSolver(options: options).solveLexicographically(
      program, then: cost, limits: limits)
    return solution.second.point ?? solution.first.point
  }
}
