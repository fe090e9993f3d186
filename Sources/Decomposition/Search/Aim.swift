import Modeling
import NetworkDesign

/// What a master minimises, and under which cap.
struct Aim: Sendable, Equatable {
  enum Objective: Sendable, Equatable {
    /// Total cost plus a price on sales at risk, money per unit of R.
    case cost(riskPrice: Double)
    /// Sales at risk R.
    case risk
    /// How far the rule is exceeded that may be.
    case excess
  }

  var objective: Objective
  /// The cap on R; `nil` for none.
  var cap: Double?
  /// What R counts as where it is less; `nil` for itself. Under a price on R.
  var floor: Double?
  /// What is asked of the openings besides.
  var requirements = RequirementsPart()

  /// Whether θ counts.
  var needsCost: Bool { if case .cost = objective { true } else { false } }
  /// Whether v counts; where it does not, blocks are solved without a cap on their losses.
  var needsLoss: Bool { cap != nil || ![.cost(riskPrice: 0), .excess].contains(objective) }

  /// The master with this objective and cap; rows for the requirements come after its own.
  func program(of master: MasterProgram) -> LinearProgram {
    var program = master.program
    switch objective {
    case .cost(let price):
      var sum = master.cost
      if price != 0 { sum.add(master.salesAtRisk, times: price) }
      program.minimise(sum)
    case .risk: program.minimise(master.salesAtRisk)
    case .excess: program.minimise(master.excess?.expression ?? LinearExpression())
    }
    // R may be overstated, so a plan below the floor is a point of the program all the same.
    program.setBounds(of: master.capRow, from: floor ?? -.infinity, to: cap ?? .infinity)
    requirements.add(to: &program, master.stage)
    return program
  }
}
