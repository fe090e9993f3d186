import Foundation
import Modeling
import NetworkDesign
import PlanChecker
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import TestMutations
import TextFiles

/// Mutated files of a plan: refused with reasons, or judged by the checker, which must not let a changed cost pass.
public struct PlanFileTrial: Trial {
  /// Creates a trial.
  public init() {}

  /// Tries the seed.
  public func outcome(of seed: UInt64) -> TrialOutcome {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-plan-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let original = try Self.original(of: seed / 200)
      var random = SplitMix64(seed: seed)
      var files = original.files
      for _ in 0..<random.whole(1...3) { Mutation.change(&files, with: &random) }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
      return judged(folder.path, original)
    } catch {
      return .wrong("\(error)")
    }
  }

  private func judged(_ folder: String, _ original: Original) -> TrialOutcome {
    do throws(Faults) {
      let plan = try Plan.read(from: folder)
      let verdict = PlanChecker(original.dataset).check(plan)
      guard verdict.isSound else { return .well(kind: "judged wrong") }
      let isTrue =
        plan.cost == nil || abs((plan.cost ?? 0) - original.cost) <= 1e-4 * max(1, original.cost)
        // Another plan may be as sound; its cost is then its own.
        || verdict.recount.map { abs($0.cost - (plan.cost ?? 0)) <= 1e-4 * max(1, $0.cost) }
          ?? false
      return isTrue ? .well(kind: "judged sound") : .wrong("a false cost is judged sound")
    } catch {
      return error.all.isEmpty ? .wrong("refused without a reason") : .well(kind: "refused")
    }
  }

  private struct Original {
    let dataset: Dataset
    let files: [String: [UInt8]]
    let cost: Double
  }

  /// The plan of a random dataset, as it is written.
  private static func original(of seed: UInt64) throws -> Original {
    if let known = cache.value(of: seed) { return known }
    let dataset = try RandomDataset(seed: seed).read()
    let plan = try MonolithPlanner(network: Network(dataset), gap: 1e-3)
      .plan(for: DesignQuestion(measure: dataset.settings.risk))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-original-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try plan.write(to: folder.path)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    let original = Original(dataset: dataset, files: files, cost: plan.cost ?? 0)
    cache.keep(original, of: seed)
    return original
  }

  private static let cache = Cache()

  /// The last plan, which two hundred seeds in a row share.
  private final class Cache: @unchecked Sendable {
    private var last: (seed: UInt64, original: Original)?

    func value(of seed: UInt64) -> Original? { last?.seed == seed ? last?.original : nil }

    func keep(_ original: Original, of seed: UInt64) { last = (seed, original) }
  }
}
