public import SupplyData
import SupplyPlan

/// What is asked of a network: what to minimise, under which cap on risk, by which measure, with which first stage.
public struct DesignQuestion: Sendable, Equatable {
  /// What is minimised.
  public enum Objective: String, Sendable {
    /// Total discounted cost.
    case cost
    /// Sales at risk.
    case risk
  }

  /// Which first stages are allowed.
  public enum FirstStageChoice: Sendable, Equatable {
    /// Every first stage that decisions and policy constraints allow.
    case free
    /// The current network alone: existing facilities open, with their existing modules and stocks; decisions and policy
    /// constraints do not bind.
    case currentNetwork
    /// The expanded network alone: existing facilities open and no others, in every period; their modules and stocks are chosen.
    /// Decisions and policy constraints do not bind. Incentives grant on what is built, as in any plan.
    case expandedNetwork
    /// Some decisions are given and the others free; decisions about facilities and policy constraints bind as in ``free``, so
    /// that what breaks them has no plan.
    case fixed(FixedDecisions)
  }

  /// What is minimised.
  public var objective: Objective
  /// The cap on sales at risk; `nil` for none.
  public var maxRisk: Double?
  /// Most of a normal year's sales that may go undelivered, a share, in each period by itself; `nil` for any. Policies bind
  /// the normal state and nothing there has to be delivered, so only under such a limit can they be too much.
  public var maxUnmet: Double?
  /// How risk is measured.
  public var measure: RiskMeasure
  /// Which first stages are allowed.
  public var firstStage: FirstStageChoice
  /// What is asked of the openings besides; a comparator ignores it.
  public var requirements: [OpeningRequirement]
  /// A rule that may be exceeded; `nil` for none. By how much is then all that is minimised.
  package var elastic: ElasticRule?

  /// Creates a question; without arguments but a measure, the least cost.
  public init(
    objective: Objective = .cost, maxRisk: Double? = nil, maxUnmet: Double? = nil,
    measure: RiskMeasure, firstStage: FirstStageChoice = .free,
    requirements: [OpeningRequirement] = []
  ) {
    self.objective = objective
    self.maxRisk = maxRisk
    self.maxUnmet = maxUnmet
    self.measure = measure
    self.firstStage = firstStage
    self.requirements = requirements
  }

  /// What `plan.json` says was minimised.
  public var recordedObjective: String { firstStage.comparator?.objective ?? objective.rawValue }

  /// The same where a rule may be exceeded.
  package func exceeding(_ rule: ElasticRule) -> DesignQuestion {
    var question = self
    question.elastic = rule
    return question
  }
}
