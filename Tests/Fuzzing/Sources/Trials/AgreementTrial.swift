import Decomposition
import Foundation
import Modeling
import NetworkDesign
import PlanChecker
import Studies
import SupplyData
import SupplyPlan
import TestDatasets

/// A random dataset goes the way of a user: it is checked, planned by both methods, and each plan is written, read
/// again and verified. The two agree to 1e-6.
public struct AgreementTrial: Trial {
  /// The relative difference of costs and risks that is no disagreement.
  public static let tolerance = 1e-6
  /// The gap within which each method proves its plan.
  static let gap = 1e-7

  /// Seconds after which a search is stopped; a plan of a stopped search is verified but compared by its bound alone.
  public var seconds: Double

  /// Creates a trial.
  public init(seconds: Double = 60) {
    self.seconds = seconds
  }

  /// The files of a seed: tiny, small or with more of everything.
  public static func files(of seed: UInt64) -> [String: [UInt8]] {
    dataset(of: seed).source.files
  }

  private static func dataset(of seed: UInt64) -> RandomDataset {
    var size = RandomDataset.Size()
    if seed % 3 > 0 {
      size.facilities = 2...6
      size.scenarios = 1...4
      size.mostDecisions = 8
    }
    if seed % 3 == 2 {
      size.products = 1...4
      size.customers = 1...5
      size.mostDesigns = 1_000_000
    }
    return RandomDataset(seed: 1_000_000 + seed, size: size)
  }

  /// Tries the seed.
  public func outcome(of seed: UInt64) -> TrialOutcome {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-trial-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let files = folder.appendingPathComponent("dataset").path
      try Self.dataset(of: seed).dataset.write(to: files)
      let loaded = try LoadedDataset(folder: files)
      let asked = try question(of: seed, loaded, in: folder)
      return try compared(asked, loaded, in: folder)
    } catch {
      return .wrong("\(error)")
    }
  }

  /// What is asked: the least cost, the least cost under a cap between the extremes, the least risk, or a comparator.
  private func question(of seed: UInt64, _ loaded: LoadedDataset, in folder: URL) throws
    -> (words: String, question: DesignQuestion)
  {
    let measure = loaded.dataset.settings.risk
    switch seed % 6 {
    case 0: return ("risk", DesignQuestion(objective: .risk, measure: measure))
    case 1: return ("baseline", DesignQuestion(measure: measure, firstStage: .currentNetwork))
    case 2: return ("expanded", DesignQuestion(measure: measure, firstStage: .expandedNetwork))
    case 3, 4:
      let share = Double(seed % 7) / 8 + 0.05
      let cheapest = try plan(DesignQuestion(measure: measure), .monolith, loaded)
      let cap = (cheapest.risk.salesAtRisk ?? 1) * share
      // Often less than the network can reach: then both methods must prove that there is no plan.
      return ("cap", DesignQuestion(maxRisk: cap, measure: measure))
    default: return ("cost", DesignQuestion(measure: measure))
    }
  }

  private func plan(_ question: DesignQuestion, _ method: SolveMethod, _ loaded: LoadedDataset)
    throws -> Plan
  {
    try study(question, method, loaded).run()
  }

  private func study(_ question: DesignQuestion, _ method: SolveMethod, _ loaded: LoadedDataset)
    -> PlanStudy
  {
    PlanStudy(
      loaded: loaded, question: question, gap: Self.gap, method: method, threads: 1,
      limits: SolveLimits(deadline: .now + .seconds(seconds)))
  }

  private func compared(
    _ asked: (words: String, question: DesignQuestion), _ loaded: LoadedDataset, in folder: URL
  ) throws -> TrialOutcome {
    var plans: [Plan] = []
    for method in [SolveMethod.monolith, .decomposition] {
      let output = folder.appendingPathComponent(method.rawValue).path
      let study = study(asked.question, method, loaded)
      try study.write(try study.run(), to: output)
      let verify = VerifyStudy(dataset: nil, plan: output)
      let written = try verify.readPlan()
      let verdict = verify.verdict(
        on: written, for: try verify.readDataset(in: try verify.findDataset()))
      if let violation = verdict.violations.first {
        return .wrong("\(asked.words), \(method): \(violation)")
      }
      plans.append(written)
    }
    if let difference = PlanDifference(
      plans[0], plans[1], byRisk: asked.question.objective == .risk)
    {
      return .wrong("\(asked.words): \(difference.words)")
    }
    let isStopped = plans.contains { $0.termination == .stopped }
    return .well(kind: "\(asked.words), \(isStopped ? "stopped" : "\(plans[0].termination)")")
  }
}
