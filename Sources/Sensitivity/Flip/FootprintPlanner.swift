public import Modeling
public import NetworkDesign
import SupplyData
public import SupplyNetwork
import SupplyPlan
import Synchronization
import TextFiles

/// Plans at values of a parameter on which nothing but costs depends.
///
/// What a planner learns at a value serves for the next question there: which footprints are left out is a requirement, for which
/// all its cuts hold.
public final class FootprintPlanner: Sendable {
  private let varied: ParametricDataset
  private let low: Network
  private let high: Network
  private let question: DesignQuestion
  private let makePlanner: PlannerMaker
  private let solving: (@Sendable (SolveProgress) -> Void)?
  /// The planner of the value that was asked last.
  private let last = Mutex<(value: Double, planner: any Planner)?>(nil)

  /// - Parameters:
  ///   - varied: the dataset with its parameter.
  ///   - low: its network at the low end of the range.
  ///   - high: its network at the high end.
  ///   - question: what is asked at each value.
  ///   - makePlanner: makes the planners.
  ///   - solving: told of the solves themselves.
  public init(
    varied: ParametricDataset, low: Network, high: Network, question: DesignQuestion,
    makePlanner: @escaping PlannerMaker, solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) {
    self.varied = varied
    self.low = low
    self.high = high
    self.question = question
    self.makePlanner = makePlanner
    self.solving = solving
  }

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
  ) throws(PlanningError) -> Plan {
    guard let planner = planner(at: value, choice) else {
      // Both ends and the middle could be read, so only rounding could refuse what lies between.
      return Plan(
        dataset: Plan.DatasetReference(
          name: low.dataset.settings.name, sha256: low.dataset.sha256),
        termination: .stopped, stopReason: "at \(value) the dataset is not valid",
        risk: PlanRisk(measure: question.measure.name, level: question.measure.level),
        solve: Plan.SolveRecord(
          seconds: 0, method: "none", rows: 0, columns: 0, objective: "cost",
          maxRisk: question.maxRisk, nodes: 0))
    }
    return try planner.plan(
      for: choice.narrowing(question), gap: gap, neighbours: starts, limits: limits,
      progress: solving)
  }

  private func planner(at value: Double, _ choice: FootprintChoice) -> (any Planner)? {
    if let planner = last.withLock({ $0?.value == value ? $0?.planner : nil }),
      choice.isRequirement
    {
      return planner
    }
    guard let network = try? varied.network(at: value) else { return nil }
    let planner = makePlanner(network)
    // A footprint that is given is a question of another kind, for which what was learnt would be given up.
    if choice.isRequirement { last.withLock { $0 = (value, planner) } }
    return planner
  }

  /// What a plan costs at both ends of the range: all that can be known of it between.
  func costsAtEnds(of plan: Plan) -> (low: Double, high: Double) {
    (plan.costs(in: low).total, plan.costs(in: high).total)
  }

  /// The footprint of a plan.
  func footprint(of plan: Plan) -> Footprint { Footprint(plan, in: low.dataset) }
}

/// Which footprints a question allows.
public enum FootprintChoice: Sendable, Equatable {
  /// All.
  case any
  /// One.
  case only(Footprint)
  /// All but these.
  case except([Footprint])

  /// Whether it is asked as a requirement on openings, or none.
  var isRequirement: Bool { if case .only = self { false } else { true } }

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
