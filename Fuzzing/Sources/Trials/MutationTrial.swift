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

  /// Puts a trial together.
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
    return outcome(of: Self.files(of: seed), isPlanned: isPlanned)
  }

  /// Reads files, and resolves and plans what they are.
  public func outcome(of files: [String: [UInt8]], isPlanned: Bool) -> TrialOutcome {
    do throws(Faults) {
      let reading = try Dataset.reading(DatasetSource(files: files))
      let network = try Network(reading.dataset)
      if let wrong = (reading.warnings + network.warnings).lazy.compactMap(Self.flaw).first {
        return .wrong(wrong)
      }
      return isPlanned ? planned(network) : .well(kind: "valid")
    } catch {
      if error.all.isEmpty { return .wrong("refused without a reason") }
      if let wrong = error.all.lazy.compactMap(Self.flaw).first { return .wrong(wrong) }
      return .well(kind: "refused")
    }
  }

  /// What a fault lacks to be of use.
  private static func flaw(of fault: Fault) -> String? {
    if fault.cause.isEmpty || fault.cure.isEmpty { return "no cause or cure: \(fault)" }
    if fault.line < 0 || fault.column < 0 { return "no such place: \(fault)" }
    return fault.file.isEmpty ? "no file: \(fault)" : nil
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
