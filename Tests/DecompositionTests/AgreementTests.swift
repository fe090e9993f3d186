import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// The decomposition finds what the monolith finds, over the whole contract.
///
/// Twenty random datasets in every run; three hundred where `SHOREWISE_LONG_TESTS` is set.
@Suite(.serialized) struct AgreementTests {
  static let seeds: [UInt64] = Array(
    1...(runsLongTests ? 300 : 20))

  /// A dataset, and one of the questions it may be asked.
  private func network(_ seed: UInt64) throws -> Network {
    var size = RandomDataset.Size()
    size.facilities = 2...6
    size.scenarios = 1...4
    size.mostDecisions = 8
    return try Network(RandomDataset(seed: 300_000 + seed, size: size).read())
  }

  @Test(arguments: seeds) func costsAgree(_ seed: UInt64) throws {
    let network = try network(seed)
    try compare(seed, network, DesignQuestion(measure: measure(seed)), "seed \(seed), least cost")
  }

  @Test(arguments: seeds) func cappedCostsAgree(_ seed: UInt64) throws {
    let network = try network(seed)
    let measure = measure(seed)
    let cheapest = try MonolithPlanner(network: network, gap: 1e-7)
      .plan(for: DesignQuestion(measure: measure))
    let safest = try MonolithPlanner(network: network, gap: 1e-7)
      .plan(for: DesignQuestion(objective: .risk, measure: measure))
    guard let most = cheapest.risk.salesAtRisk, let least = safest.risk.salesAtRisk else { return }
    let cap = least + (most - least) * Double(seed % 4) / 4
    guard cap > least || seed % 4 == 0 else { return }
    try compare(
      seed, network, DesignQuestion(maxRisk: max(cap, least * (1 + 1e-7) + 1e-9), measure: measure),
      "seed \(seed), cap \(cap)")
  }

  @Test(arguments: seeds) func risksAgree(_ seed: UInt64) throws {
    let network = try network(seed)
    let question = DesignQuestion(objective: .risk, measure: measure(seed))
    try compare(seed, network, question, "seed \(seed), least risk")
  }

  @Test(arguments: seeds) func baselinesAgree(_ seed: UInt64) throws {
    let network = try network(seed)
    let question = DesignQuestion(measure: measure(seed), firstStage: .currentNetwork)
    try compare(seed, network, question, "seed \(seed), current network")
  }

  @Test(arguments: seeds) func expandedNetworksAgree(_ seed: UInt64) throws {
    let network = try network(seed)
    let question = DesignQuestion(
      objective: seed % 4 == 0 ? .risk : .cost, measure: measure(seed),
      firstStage: .expandedNetwork)
    try compare(seed, network, question, "seed \(seed), expanded network")
  }

  /// What once went wrong, by seed: a plant that must open and is not worth a module came with a trace of what it made; a least
  /// risk that rounding put just below what could be kept to was told to have no plan.
  @Test(arguments: [1_000_040, 1_000_820, 1_001_040])
  func leastRisksThatOnceDisagreed(_ seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.facilities = 2...6
    size.scenarios = 1...4
    size.mostDecisions = 8
    let dataset = try RandomDataset(seed: seed, size: size).read()
    let question = DesignQuestion(objective: .risk, measure: dataset.settings.risk)
    try compare(1, Network(dataset), question, "seed \(seed), least risk")
  }

  /// Openings that are given, those of the current network, and then anything but these.
  @Test(arguments: seeds.prefix(runsLongTests ? 400 : 20))
  func givenAndExcludedOpeningsAgree(_ seed: UInt64) throws {
    let network = try network(seed)
    let open = network.dataset.facilities.map { facility in
      network.dataset.settings.periods.map { _ in facility.status == .existing }
    }
    var question = DesignQuestion(
      measure: measure(seed), firstStage: .fixed(FixedDecisions(open: open)))
    try compare(seed, network, question, "seed \(seed), given openings")
    question.firstStage = .free
    question.requirements = [.unlike(open, distance: 1)]
    let whole = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
    let split = try DecompositionPlanner(network: network, threads: 2)
      .plan(for: question, gap: 1e-7)
    // A search may end before its proof; what it says then is true all the same.
    guard let cost = whole.cost, let found = split.cost, let bound = split.bound else {
      #expect(whole.cost == nil && split.cost == nil, "seed \(seed), other openings")
      return
    }
    #expect(abs(cost - found) <= 1e-6 * max(cost, 1), "seed \(seed), other openings")
    #expect(bound <= cost * (1 + 1e-7), "seed \(seed), other openings")
    #expect(Footprint(split, in: network.dataset).open != open)
  }

  private func measure(_ seed: UInt64) -> RiskMeasure {
    switch seed % 3 {
    case 0: .expected
    case 1: .worst
    default: .conditionalValueAtRisk(level: 0.8)
    }
  }
}
