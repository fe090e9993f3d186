public import NetworkDesign
import SupplyData
public import SupplyPlan

/// What a certificate is about: a question that a plan answers, as text.
public struct AskedQuestion: Sendable, Equatable, Codable {
  /// Which first stages are allowed.
  public enum AllowedFirstStages: String, Sendable, Equatable, Codable {
    /// All that decisions and policies allow.
    case free
    /// The current network alone.
    case current
    /// Today's sites, expanded.
    case expanded
  }

  /// What is minimised.
  public var objective: BoundCertificate.Objective
  /// Which first stages are allowed.
  public var firstStage: AllowedFirstStages
  /// The cap on sales at risk; `nil` for none.
  public var maxRisk: Double?
  /// Most of a normal year's sales that may go undelivered; `nil` for any.
  public var maxUnmet: Double?
  /// The measure of risk: `expected`, `worst` or `cvar`.
  public var measure: String
  /// The level of `cvar`, else `nil`.
  public var level: Double?

  enum CodingKeys: String, CodingKey {
    case objective, measure, level
    case firstStage = "first_stage"
    case maxRisk = "max_risk"
    case maxUnmet = "max_unmet"
  }

  /// `nil` for a question that only analyses ask: with given decisions, with requirements on openings, with a rule that may
  /// give way.
  public init?(_ question: DesignQuestion) {
    guard question.requirements.isEmpty, question.elastic == nil else { return nil }
    switch question.firstStage {
    case .free: firstStage = .free
    case .currentNetwork: firstStage = .current
    case .expandedNetwork: firstStage = .expanded
    case .fixed: return nil
    }
    objective = question.objective == .risk ? .risk : .cost
    maxRisk = question.maxRisk
    maxUnmet = question.maxUnmet
    measure = question.measure.name
    level = question.measure.level
  }

  /// The network of today's sites that is asked for; `nil` where sites may open and close.
  public var comparator: ComparatorNetwork? { ComparatorNetwork(rawValue: firstStage.rawValue) }

  /// The question; `nil` where the words are no measure.
  public var question: DesignQuestion? {
    let risk: RiskMeasure
    switch (measure, level) {
    case ("expected", nil): risk = .expected
    case ("worst", nil): risk = .worst
    case ("cvar", let level?) where level >= 0 && level < 1:
      risk = .conditionalValueAtRisk(level: level)
    default: return nil
    }
    let choice: DesignQuestion.FirstStageChoice =
      switch comparator {
      case nil: .free
      case .current: .currentNetwork
      case .expanded: .expandedNetwork
      }
    return DesignQuestion(
      objective: objective == .risk ? .risk : .cost, maxRisk: maxRisk, maxUnmet: maxUnmet,
      measure: risk, firstStage: choice)
  }
}
