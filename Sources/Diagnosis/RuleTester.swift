import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TextFiles

/// A question that no solve has answered, and why.
struct Undecided: Error {
  var reason: String
}

/// Tells which sets of rules can be kept together, each answer by a solve or by one before it.
///
/// What can be kept together can be kept without some of it, and what cannot be kept together cannot be with more.
final class RuleTester {
  let book: RuleBook
  let limits: SolveLimits
  /// Questions put to the solver.
  private(set) var solves = 0

  private let makePlanner: PlannerMaker
  /// Relative gap of costs.
  private let gap: Double
  private let solving: (@Sendable (SolveProgress) -> Void)?
  private let progress: (Int) -> Void
  private var possible: [Set<Rule>] = []
  private var impossible: [Set<Rule>] = []
  /// The last plans found: one of them is often a plan for the next question too.
  private var recent: [Plan] = []
  /// Seconds that the slowest answer took.
  private var slowest = 0.0
  /// The last answer of ``safest(keeping:_:)``.
  private var safest: (rules: Set<Rule>, changes: RuleBook.Changes, plan: Plan?)?

  /// - Parameters:
  ///   - book: the rules.
  ///   - makePlanner: makes the planner of a dataset without some of them.
  ///   - gap: relative gap of costs.
  ///   - limits: when to stop.
  ///   - solving: told of the solves themselves.
  ///   - progress: told of the number of solves, before each.
  init(
    book: RuleBook, makePlanner: @escaping PlannerMaker, gap: Double, limits: SolveLimits,
    solving: (@Sendable (SolveProgress) -> Void)? = nil,
    progress: @escaping (Int) -> Void
  ) {
    self.book = book
    self.makePlanner = makePlanner
    self.gap = gap
    self.solving = solving
    self.limits = limits
    self.progress = progress
  }

  /// Takes note of a proof.
  func note(impossible rules: Set<Rule>) { impossible.append(rules) }

  /// Whether a plan keeps all of some rules.
  func isPossible(keeping rules: Set<Rule>) throws(Undecided) -> Bool {
    if possible.contains(where: rules.isSubset) { return true }
    if impossible.contains(where: rules.isSuperset) { return false }
    let isPossible = try plan(.existence, book.posed(keeping: rules)) != nil
    if isPossible { possible.append(rules) } else { impossible.append(rules) }
    return isPossible
  }

  /// What a solve says that has not all the time there is.
  enum Trial {
    /// There is a plan; with what it makes of a rule.
    case possible(Double?)
    /// There is none.
    case impossible
    /// It took too long.
    case givenUp
  }

  /// Tries whether a plan keeps some rules, where others are changed.
  ///
  /// - Parameter rule: what the plan makes of it is told.
  func attempt(
    keeping rules: Set<Rule>, _ changes: RuleBook.Changes, measuring rule: Rule? = nil
  ) throws(Undecided) -> Trial {
    do throws(Undecided) {
      let plan = try plan(
        .existence, book.posed(keeping: rules, changes), seconds: patience)
      guard let plan else { return .impossible }
      return .possible(rule.flatMap { PlanMeasure(book: book, plan: plan).value(of: $0) })
    } catch {
      if limits.stopReason != nil { throw error }
      return .givenUp
    }
  }

  /// The safest plan that keeps some rules, where others are changed, as safe as some time allows; the same question is asked
  /// once.
  func safest(keeping rules: Set<Rule>, _ changes: RuleBook.Changes) throws(Undecided) -> Plan? {
    if let safest, safest.rules == rules, safest.changes == changes { return safest.plan }
    let plan = try plan(
      .leastRisk, book.posed(keeping: rules, changes),
      seconds: max(Self.secondsToMinimise, patience)
    )
    safest = (rules, changes, plan)
    return plan
  }

  /// How far a rule has to give way where some are kept and others are changed, as near as some time allows.
  ///
  /// - Returns: `nil` for a rule of which this cannot be asked, or where the solver refuses.
  func leastExcess(
    of rule: Rule, keeping rules: Set<Rule>, _ changes: RuleBook.Changes
  ) throws(Undecided) -> LeastExcess? {
    guard let elastic = book.elastic(rule) else { return nil }
    var changes = changes
    changes.values[rule] = book.value(of: rule)
    let limits = try limits(within: Self.secondsToMinimise)
    let posed = book.posed(keeping: rules, changes).withoutIdleScenarios
    guard let network = try? Network(posed.dataset) else { return nil }
    let least = try? makePlanner(network).leastExcess(
      of: elastic, for: posed.question, gap: Self.excessGap, neighbours: recent, limits: limits,
      progress: solving)
    if let design = least?.design { recent = recent.suffix(1) + [design] }
    return least
  }

  /// The cheapest plan that keeps some rules, where others are changed, as cheap as some time allows.
  func cheapest(keeping rules: Set<Rule>, _ changes: RuleBook.Changes) throws(Undecided) -> Plan? {
    try plan(
      .leastCost, book.posed(keeping: rules, changes),
      seconds: max(Self.secondsToMinimise, patience))
  }

  /// The plan for a question; `nil` where it is proven that there is none.
  private func plan(
    _ purpose: PlanPurpose, _ posed: PosedQuestion, seconds: Double = .infinity
  ) throws(Undecided) -> Plan? {
    let limits = try limits(within: seconds)
    let start = ContinuousClock.now
    let asked = purpose == .existence ? posed.withoutIdleScenarios : posed
    let plan = try plan(asked, purpose, limits)
    if purpose == .existence, seconds == .infinity {
      slowest = max(slowest, start.duration(to: .now) / .seconds(1))
    }
    guard let plan else { return nil }
    recent = recent.suffix(1) + [plan]
    return plan
  }

  /// Puts a question to the planner of its dataset.
  private func plan(
    _ posed: PosedQuestion, _ purpose: PlanPurpose, _ limits: SolveLimits
  ) throws(Undecided) -> Plan? {
    var question = posed.question
    question.objective = purpose == .leastRisk ? .risk : .cost
    let plan: Plan
    do {
      plan = try makePlanner(try Network(posed.dataset)).plan(
        for: question, gap: purpose.gap(ofCost: gap),
        costGapAtLeastRisk: purpose.costGapAtLeastRisk, neighbours: recent, limits: limits,
        progress: solving, found: nil)
    } catch let error as Faults {
      let reason = "a dataset without some rules is not valid"
      throw Undecided(reason: error.all.first?.cause ?? reason)
    } catch {
      throw Undecided(reason: "\(error)")
    }
    if plan.termination == .infeasible { return nil }
    guard plan.cost != nil else {
      throw Undecided(reason: plan.stopReason ?? "no plan was found")
    }
    return plan
  }

  /// Limits of the next solve, which is told of.
  private func limits(within seconds: Double) throws(Undecided) -> SolveLimits {
    if let reason = limits.stopReason { throw Undecided(reason: reason.description) }
    progress(solves)
    solves += 1
    var limits = limits
    if seconds < limits.secondsLeft { limits.deadline = .now + .seconds(seconds) }
    return limits
  }

  /// Seconds after which a trial is given up: several times as long as any question has taken that was answered.
  private var patience: Double { max(Self.leastPatience, 3 * slowest) }

  private static let leastPatience = 10.0
  private static let secondsToMinimise = 30.0
  /// How far a rule has to give way is told to two digits.
  private static let excessGap = 0.005
}
