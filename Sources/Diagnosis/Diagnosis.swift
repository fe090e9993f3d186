public import Modeling
public import NetworkDesign
import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// Why a question has no plan: what the tables say, which rules contradict one another, and what would make room at what cost.
public struct Diagnosis {
  /// What it is busy with.
  public struct Progress: Sendable {
    /// In a few words.
    public var step: String
    /// Questions put to the solver so far.
    public var solves: Int
  }

  let network: Network
  let question: DesignQuestion
  let makePlanner: PlannerMaker
  let gap: Double
  let isKnownImpossible: Bool
  let limits: SolveLimits

  /// Creates a diagnosis.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - question: what is asked of it; its requirements are none.
  ///   - makePlanner: makes the planners of this network and of others with fewer or looser rules.
  ///   - gap: relative gap of costs.
  ///   - isKnownImpossible: whether a solve has proved already that there is no plan.
  ///   - limits: when to stop; what is known by then is told, and that it is not all.
  public init(
    network: Network, question: DesignQuestion, makePlanner: @escaping PlannerMaker, gap: Double,
    isKnownImpossible: Bool = false, limits: SolveLimits = SolveLimits()
  ) {
    self.network = network
    self.question = question
    self.makePlanner = makePlanner
    self.gap = gap
    self.isKnownImpossible = isKnownImpossible
    self.limits = limits
  }

  /// Diagnoses.
  ///
  /// - Parameters:
  ///   - reference: how the record is to name the dataset.
  ///   - progress: told before every solve.
  ///   - solving: told of the solves themselves.
  /// - Returns: what was found; ``DiagnosisRecord/stopReason`` says why some of it is missing.
  public func record(
    of reference: Plan.DatasetReference, progress: @escaping (Progress) -> Void = { _ in },
    solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) -> DiagnosisRecord {
    let run = DiagnosisRun(self, reference, progress, solving)
    run.run()
    return run.record
  }

  /// What the tables say by themselves, the graver first.
  static func readings(
    _ network: Network, _ question: DesignQuestion, _ words: RuleWords
  ) -> [DiagnosisRecord.Reason] {
    var reasons: [DiagnosisRecord.Reason] = []
    if question.firstStage.bindsPolicies {
      reasons += FirstStageReasons(dataset: network.dataset, words: words).reasons
    }
    reasons += SupplyReasons(network: network, question: question, words: words).reasons
    reasons += CapacityReasons(network: network, question: question, words: words).reasons
    return reasons.filter(\.isDecisive) + reasons.filter { !$0.isDecisive }
  }
}
