public import Modeling
public import NetworkDesign
public import SupplyPlan

/// What a search for flips asks of planners.
public protocol FootprintOracle: Sendable {
  /// The plan of least cost at a value, with its bound.
  ///
  /// - Parameters:
  ///   - value: of the parameter.
  ///   - choice: which footprints are allowed.
  ///   - starts: plans that may be good there too, the best first.
  ///   - gap: relative gap within which the cost is to be proved.
  ///   - limits: when to stop.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  func plan(
    at value: Double, _ choice: FootprintChoice, starts: [Plan], gap: Double, limits: SolveLimits
  ) throws(PlanningError) -> Plan

  /// What a plan costs at both ends of the range: all that can be known of it between.
  func costsAtEnds(of plan: Plan) -> (low: Double, high: Double)

  /// The footprint of a plan.
  func footprint(of plan: Plan) -> Footprint
}

/// Which footprints a question allows.
public enum FootprintChoice: Sendable, Equatable {
  /// All.
  case any
  /// One.
  case only(Footprint)
  /// All but these.
  case except([Footprint])

  /// A question with the choice made.
  public func narrowing(_ question: DesignQuestion) -> DesignQuestion {
    var question = question
    switch self {
    case .any: break
    case .only(let footprint): question.firstStage = .fixed(footprint.decisions)
    case .except(let footprints):
      question.requirements += footprints.map { .unlike($0.open, distance: 1) }
    }
    return question
  }
}
