import Modeling
import SupplyData
import SupplyNetwork
import TestDatasets

@testable import Decomposition
@testable import NetworkDesign

/// Seeds of a test: few in every run, more in the long one.
func seeds(_ few: UInt64, long many: UInt64) -> Range<UInt64> {
  1..<(runsLongTests ? many : few) + 1
}

/// Random networks that have scenarios, and so something to decompose.
enum Samples {
  static func network(_ seed: UInt64) throws -> Network {
    try Network(drawn(seed).read())
  }

  /// The same as tables.
  static func tables(_ seed: UInt64) -> TestDataset { drawn(seed).dataset }

  private static func drawn(_ seed: UInt64) -> RandomDataset {
    var size = RandomDataset.Size()
    size.facilities = 2...5
    size.scenarios = 1...3
    size.mostDecisions = 8
    return RandomDataset(seed: 500_000 + seed, size: size)
  }

  /// Networks that take more than a moment, in which every first stage within capacity is allowed.
  static func largeNetwork(_ seed: UInt64) throws -> Network {
    var size = RandomDataset.Size()
    size.facilities = 7...9
    size.customers = 3...5
    size.periods = 2...2
    size.scenarios = 3...3
    size.mostDecisions = 40
    size.mostDesigns = 1_000_000_000_000
    return try Network(RandomDataset(seed: seed, size: size, withoutPolicies: true).read())
  }

  static func measure(_ seed: UInt64) -> RiskMeasure {
    switch seed % 3 {
    case 0: .worst
    case 1: .expected
    default: .conditionalValueAtRisk(level: 0.8)
    }
  }

  static func session(_ seed: UInt64, threads: Int = 1) throws -> DecompositionSession {
    let question = DesignQuestion(measure: measure(seed))
    return try DecompositionSession(
      network: network(seed), question: question, threads: threads)
  }
}

extension DecompositionSession {
  /// Searches for `aim`; what was learnt stays in the session.
  @discardableResult
  func search(
    _ objective: Aim.Objective, cap: Double? = nil, gap: Double = 1e-7,
    limits: SolveLimits = SolveLimits()
  ) -> DecompositionRun {
    let run = DecompositionRun(
      session: self, aim: Aim(objective: objective, cap: cap), gap: gap, limits: limits,
      progress: nil)
    run.search()
    return run
  }
}

/// Whether two numbers agree to `tolerance`, relative where they are large.
func agree(_ first: Double?, _ second: Double?, _ tolerance: Double = 1e-6) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= tolerance * max(1, abs(first), abs(second))
}
