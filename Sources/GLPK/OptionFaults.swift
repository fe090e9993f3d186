import Modeling

extension GLPKSolver.Options {
  /// What cannot be honoured, each with cause and cure; empty if all can.
  func faults(for program: LinearProgram) -> [String] {
    var faults: [String] = []
    if !(relativeGap >= 0 && relativeGap.isFinite) {
      faults.append("The relative gap is \(relativeGap). Give a number from 0 upwards.")
    }
    for (name, value) in [
      ("integrality", integralityTolerance), ("feasibility", feasibilityTolerance),
      ("dual", dualTolerance),
    ] where !(value >= 1e-12 && value <= 1e-2) {
      faults.append("The \(name) tolerance is \(value). Give one between 1e-12 and 0.01.")
    }
    if let cutoff, !cutoff.isFinite {
      faults.append("The cutoff is \(cutoff). Leave it out or give a finite one.")
    }
    if let start {
      let startFaults = Self.startFaults(start, program)
      faults += startFaults
      if startFaults.isEmpty && !allows(program.objectiveValue(at: start)) {
        faults.append(
          "The start is worse than the cutoff. Leave out the one that is not meant.")
      }
    }
    let isPure = program.columns.allSatisfy { !$0.isInteger || ($0.lower >= 0 && $0.upper <= 1) }
    if heuristics.contains(.proximitySearch) && !isPure {
      faults.append(
        "Proximity search needs whole columns that are all 0 or 1. Take it out of the heuristics.")
    }
    return faults
  }

  private static func startFaults(_ start: [Double], _ program: LinearProgram) -> [String] {
    if start.count != program.columns.count {
      return [
        "The start has \(start.count) numbers for \(program.columns.count) columns. Give one each."
      ]
    }
    let violation = program.violation(at: start)
    if violation.relative > SolveRun.acceptedViolation {
      return [
        "The start misses \(violation.place ?? "a bound") by \(violation.relative). "
          + "Give a feasible one."
      ]
    }
    if violation.fraction > SolveRun.acceptedViolation {
      return ["The start is not whole where it must be. Round it and solve for the rest."]
    }
    return []
  }
}
