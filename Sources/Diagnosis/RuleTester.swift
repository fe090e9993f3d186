import Modeling
import SupplyPlan

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

  private let oracle: any PlanOracle
  private let progress: (Int) -> Void
  private var possible: [Set<Rule>] = []
  private var impossible: [Set<Rule>] = []
  /// The last plans found: one of them is often a plan for the next question too.
  private var recent: [Plan] = []
  /// The last answer of ``safest(keeping:_:)``.
  private var safest: (rules: Set<Rule>, changes: RuleBook.Changes, plan: Plan?)?

  /// - Parameter progress: told of the number of solves, before each.
  init(
    book: RuleBook, oracle: any PlanOracle, limits: SolveLimits,
    progress: @escaping (Int) -> Void
  ) {
    self.book = book
    self.oracle = oracle
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

  /// Whether a plan keeps some rules, where others are changed.
  func isPossible(keeping rules: Set<Rule>, _ changes: RuleBook.Changes) throws(Undecided) -> Bool {
    try plan(.existence, book.posed(keeping: rules, changes)) != nil
  }

  /// The safest plan that keeps some rules, where others are changed; the same question is asked once.
  func safest(keeping rules: Set<Rule>, _ changes: RuleBook.Changes) throws(Undecided) -> Plan? {
    if let safest, safest.rules == rules, safest.changes == changes { return safest.plan }
    let plan = try plan(.leastRisk, book.posed(keeping: rules, changes))
    safest = (rules, changes, plan)
    return plan
  }

  /// The plan for a question; `nil` where it is proven that there is none.
  func plan(_ purpose: PlanPurpose, _ posed: PosedQuestion) throws(Undecided) -> Plan? {
    if let reason = limits.stopReason { throw Undecided(reason: reason.description) }
    progress(solves)
    solves += 1
    let asked = purpose == .existence ? posed.withoutIdleScenarios : posed
    switch oracle.answer(asked, for: purpose, neighbours: recent, limits: limits) {
    case .none: return nil
    case .unknown(let reason): throw Undecided(reason: reason)
    case .plan(let plan):
      recent = recent.suffix(1) + [plan]
      return plan
    }
  }
}
