public import NetworkDesign
public import SupplyPlan
import TextFiles

/// First stages in futures: what they cost there, and what is proved about the least regret.
public struct RegretResult: Sendable {
  /// Where a first stage comes from.
  public enum Origin: Sendable, Equatable {
    /// The best plan of a future.
    case best(of: Int)
    /// The program of the least greatest regret.
    case leastGreatestRegret
    /// The program of the least expected regret.
    case leastExpectedRegret
  }

  /// Why a first stage has no plan in a future.
  public enum Refusal: Sendable, Equatable {
    /// Its least sales at risk are above the cap.
    case aboveCap(leastRisk: Double)
    /// It breaks decisions, policy constraints or limits of the future.
    case rules
  }

  /// A first stage in a future.
  public enum Entry: Sendable {
    /// With the best recourse.
    case plan(Plan)
    /// Proven that there is none.
    case infeasible(Refusal)
    /// Not solved in time.
    case unknown(String)

    /// The cost, where there is a plan.
    public var cost: Double? {
      if case .plan(let plan) = self { plan.cost } else { nil }
    }
  }

  /// A first stage.
  public struct Candidate: Sendable {
    /// One or more: futures may have the same best first stage.
    public internal(set) var origins: [Origin]
    /// What is decided.
    public let decisions: FixedDecisions
    /// By future.
    public let entries: [Entry]
  }

  /// What was proved by a program of all futures.
  public struct Proof: Sendable, Equatable {
    /// No first stage has less regret.
    public internal(set) var bound: Double
    /// Whether it is proved that no first stage is possible in all futures.
    public var isInfeasible = false
    /// Why it was not solved to the gap.
    public var reason: String?
  }

  /// Weights of the futures.
  public let weights: [Double]
  /// The best plan of each future.
  public var best: [Plan] = []
  /// Futures proven to have no plan.
  public var infeasibleFutures: [Int] = []
  /// First stages: the futures' best ones, then those of the programs.
  public var candidates: [Candidate] = []
  /// What is proved of the least greatest regret, and of the least expected one.
  public var greatest = Proof(bound: 0)
  /// What is proved of the least expected regret.
  public var expected = Proof(bound: 0)
  /// Why the search ended early.
  public var stopReason: String?

  init(weights: [Double]) { self.weights = weights }

  /// Adds an origin to the candidate with the same decisions; `false` where there is none.
  mutating func merge(_ origin: Origin, _ decisions: FixedDecisions) -> Bool {
    guard let place = candidates.firstIndex(where: { $0.decisions.isNearly(decisions) }) else {
      return false
    }
    candidates[place].origins.append(origin)
    return true
  }

  /// The least cost known in a future: a first stage meant for another may be cheaper than the best plan found, within its gap.
  public func leastCost(_ future: Int) -> Double {
    min(
      best[future].cost ?? .infinity,
      candidates.compactMap { $0.entries[future].cost }.min() ?? .infinity)
  }

  /// The regret of a first stage in a future is at least the first number and at most the second; `nil` without a plan.
  public func regret(_ candidate: Candidate, _ future: Int) -> (atLeast: Double, atMost: Double)? {
    guard let cost = candidate.entries[future].cost else { return nil }
    let bound = min(best[future].bound ?? 0, leastCost(future))
    return (max(0, cost - leastCost(future)), max(0, cost - bound))
  }

  /// The greatest regret; `nil` where it has no plan in some future.
  public func greatestRegret(_ candidate: Candidate) -> (atLeast: Double, atMost: Double)? {
    let regrets = weights.indices.map { regret(candidate, $0) }
    let known = regrets.compactMap(\.self)
    guard known.count == regrets.count else { return nil }
    return (known.map(\.atLeast).max() ?? 0, known.map(\.atMost).max() ?? 0)
  }

  /// The regret expected by weight; `nil` where it has no plan in some future.
  public func expectedRegret(_ candidate: Candidate) -> (atLeast: Double, atMost: Double)? {
    let regrets = weights.indices.map { regret(candidate, $0) }
    let known = regrets.compactMap(\.self)
    guard known.count == regrets.count else { return nil }
    return (
      zip(weights, known).reduce(0) { $0 + $1.0 * $1.1.atLeast },
      zip(weights, known).reduce(0) { $0 + $1.0 * $1.1.atMost }
    )
  }

  /// The candidate with the least greatest, or the least expected regret.
  public func bestCandidate(_ isGreatest: Bool) -> Candidate? {
    let rated = candidates.compactMap { candidate in
      (isGreatest ? greatestRegret(candidate) : expectedRegret(candidate))
        .map { (candidate, $0.atLeast) }
    }
    return rated.min { $0.1 < $1.1 }?.0
  }
}

extension FixedDecisions {
  /// Whether others are the same but for noise in stocks.
  func isNearly(_ other: FixedDecisions) -> Bool {
    guard open == other.open, modules == other.modules else { return false }
    let (left, right) = ((stock ?? []).flatMap(\.self), (other.stock ?? []).flatMap(\.self))
    return left.count == right.count
      && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($0), abs($1)) }
  }
}
