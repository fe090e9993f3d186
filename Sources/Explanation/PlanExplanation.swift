package import Modeling
package import NetworkDesign
import SupplyData
package import SupplyNetwork
package import SupplyPlan

/// Why a plan is as it is: what the other way with each facility would cost, what policies cost, and what a unit costs on arrival.
public struct PlanExplanation {
  /// Which paths are told.
  public struct PathFilter: Sendable, Equatable {
    /// Where they begin; `nil` for anywhere.
    public var origin: String?
    /// Where they end; `nil` for anywhere.
    public var destination: String?
    /// The product; `nil` for all.
    public var product: String?

    /// Creates a filter.
    public init(origin: String? = nil, destination: String? = nil, product: String? = nil) {
      self.origin = origin
      self.destination = destination
      self.product = product
    }

    func passes(_ path: ExplanationRecord.Path) -> Bool {
      (origin == nil || origin == path.origin)
        && (destination == nil || destination == path.destination)
        && (product == nil || product == path.product)
    }
  }

  /// How far it has come.
  public struct Progress: Sendable, Equatable {
    /// Questions answered.
    public var done: Int
    /// Questions in all.
    public var total: Int
    /// What is asked just now.
    public var what: String
  }

  private let network: Network
  private let plan: Plan
  private let facilities: [String]
  private let filter: PathFilter
  private let makePlanner: PlannerMaker
  private let gap: Double
  private let limits: SolveLimits

  /// - Parameters:
  ///   - network: the network of the plan.
  ///   - plan: a sound plan with a cost.
  ///   - facilities: those to ask about; all where it is empty.
  ///   - filter: paths to tell.
  ///   - gap: relative gap within which costs are to be proved.
  package init(
    network: Network, plan: Plan, facilities: [String], filter: PathFilter,
    makePlanner: @escaping PlannerMaker, gap: Double, limits: SolveLimits
  ) {
    self.network = network
    self.plan = plan
    self.facilities = facilities
    self.filter = filter
    self.makePlanner = makePlanner
    self.gap = gap
    self.limits = limits
  }

  /// Explains.
  ///
  /// - Parameters:
  ///   - progress: told before every solve.
  ///   - solving: told of the solves themselves.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  package func record(
    progress: (Progress) -> Void = { _ in }, solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> ExplanationRecord {
    let start = ContinuousClock.now
    var record = ExplanationRecord(
      dataset: plan.dataset,
      plan: ExplanationRecord.Subject(
        cost: plan.cost ?? 0, bound: plan.bound, salesAtRisk: plan.risk.salesAtRisk ?? 0,
        objective: plan.solve.objective, maxRisk: question.maxRisk))
    let landed = LandedCosts(plan, network)
    record.paths = landed.paths.filter(filter.passes)
    record.nextBest = landed.nextBest.filter {
      (filter.destination ?? $0.customer) == $0.customer
        && (filter.product ?? $0.product) == $0.product
    }
    record.reconciliation = landed.reconciliation
    if let comparator = plan.comparator {
      record.stopReason =
        "the \(comparator.rawValue) network keeps today's sites, so no opening of it was chosen"
    } else {
      try ask(&record, progress, solving)
      record.stopReason = limits.stopReason?.description
    }
    record.seconds = start.duration(to: .now) / .seconds(1)
    return record
  }

  private func ask(
    _ record: inout ExplanationRecord, _ progress: (Progress) -> Void,
    _ solving: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) {
    var costs = PolicyCosts(
      makePlanner: makePlanner, gap: gap, network: network, plan: plan,
      question: question, limits: limits)
    let slopes = try costs.slopes()
    record.capPrice = slopes.capPrice
    let dataset = network.dataset
    let asked = dataset.facilities.indices.filter {
      facilities.isEmpty || facilities.contains(dataset.facilities[$0].id)
    }
    // Asked about some facilities, it is not asked about policies.
    let policies = facilities.isEmpty ? slopes.policies : []
    let total = asked.count + policies.count(where: \.isBinding)
    func tell(_ what: String) {
      progress(Progress(done: record.solves, total: total, what: what))
    }
    var choices = OppositeChoices(
      makePlanner: makePlanner, network: network, plan: plan,
      question: question, limits: limits, gap: gap)
    // Half of the time left: what is open then is asked again with the rest.
    for facility in asked {
      tell(dataset.facilities[facility].id)
      choices.limits = shared(among: 2 * (total - record.solves))
      record.facilities.append(try choices.opposite(of: facility, solving: solving))
      record.solves += 1
    }
    for policy in policies {
      guard policy.isBinding else {
        record.policies.append(policy)
        continue
      }
      tell(policy.constraint)
      costs.limits = shared(among: 2 * (total - record.solves))
      record.policies.append(try costs.priced(policy, solving: solving))
      record.solves += 1
    }
    var answers = record.facilities
    try askAgain(&answers, asked, &choices, tell, solving)
    record.facilities = zip(answers, asked).map { choices.withFound($0, $1) }
  }

  /// Asks the questions about facilities that have no answer yet once more, as long as there is time, those that are nearest to
  /// one first: what the others have taught serves for them.
  private func askAgain(
    _ answers: inout [ExplanationRecord.Facility], _ asked: [Int],
    _ choices: inout OppositeChoices, _ tell: (String) -> Void,
    _ solving: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) {
    for _ in 0..<Self.mostRounds {
      let known = answers
      let open = known.indices.filter { known[$0].stopReason != nil }
        .sorted { known[$0].isNearer(than: known[$1]) }
      for (number, place) in open.enumerated() where limits.stopReason == nil {
        tell(known[place].facility)
        choices.limits = shared(among: open.count - number)
        let answer = try choices.opposite(of: asked[place], solving: solving)
        answers[place] = known[place].joined(with: answer)
      }
    }
  }

  private static let mostRounds = 2

  /// The limits of the next of so many questions: it may take twice its share of the time left. What makes a plan of what was
  /// found may take a part of that, or one hard question would take the time of all others.
  private func shared(among questions: Int) -> SolveLimits {
    guard limits.secondsLeft.isFinite else { return limits }
    let seconds = limits.secondsLeft * min(1, 2 / Double(max(1, questions)))
    var limits = limits
    limits.deadline = ContinuousClock.now + .seconds(seconds)
    limits.patience = min(limits.patience, .seconds(max(Self.leastPatience, seconds / 4)))
    return limits
  }

  private static let leastPatience = 0.2

  /// The question that the plan answers, as one for the least cost: a plan of the least risk is the cheapest at its risk.
  private var question: DesignQuestion {
    let level = plan.risk.level ?? 0.95
    let measure: RiskMeasure =
      switch plan.risk.measure {
      case "expected": .expected
      case "worst": .worst
      default: .conditionalValueAtRisk(level: level)
      }
    // Slightly above the plan's own risk, so that the plan itself keeps to the cap under rounding.
    let own = (plan.risk.salesAtRisk ?? 0) * (1 + 1e-7) + 1e-9
    let cap = plan.solve.maxRisk.map { max($0, own) }
    return DesignQuestion(
      maxRisk: plan.solve.objective == "risk" ? own : cap, measure: measure)
  }
}
