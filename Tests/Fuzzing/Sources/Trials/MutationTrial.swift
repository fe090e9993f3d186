import DatasetReadings
import NetworkDesign
import Modeling
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import TestMutations

/// A random dataset with mutated files: it is refused with reasons, or it is a dataset that can be planned.
public struct MutationTrial: Trial {
  /// In one of how many valid datasets a plan is sought; 0 for never.
  public var plansOneIn: UInt64
  /// Seconds after which a plan's search is stopped.
  public var planSeconds = 2.0

  /// Creates a trial.
  public init(plansOneIn: UInt64 = 0) {
    self.plansOneIn = plansOneIn
  }

  /// The mutated files of a seed.
  public static func files(of seed: UInt64) -> [String: [UInt8]] {
    // A hundred mutations of each dataset: drawing one takes as long as reading it.
    let original = RandomDataset(seed: seed / 100).source.files
    var random = SplitMix64(seed: seed &* 0x2545_F491_4F6C_DD1D)
    return Mutation.mutated(original, with: &random)
  }

  /// Tries the seed.
  public func outcome(of seed: UInt64) -> TrialOutcome {
    let isPlanned = plansOneIn > 0 && seed % plansOneIn == 0
    switch ReadingOutcome(of: Self.files(of: seed)) {
    case .refused: return .well(kind: "refused")
    case .valid(let network): return isPlanned ? planned(network) : .well(kind: "valid")
    case .wrong(let words): return .wrong(words)
    }
  }

  private func planned(_ network: Network) -> TrialOutcome {
    let planner = MonolithPlanner(network: network, gap: 1e-3)
    let measure = network.dataset.settings.risk
    let limits = SolveLimits(deadline: .now + .seconds(planSeconds))
    do throws(PlanningError) {
      let plan = try planner.plan(for: DesignQuestion(measure: measure), limits: limits)
      return .well(kind: "planned, \(plan.termination)")
    } catch {
      return .wrong("\(error)")
    }
  }
}
