import RunStore
import SupplyData
import TextFiles

/// What designs that were found in one run cost in others, as far as a store knows.
struct TriedDesigns {
  private let designs: [String: StoredDesign]
  private let trials: [Int64: [StoredTrial]]
  /// The designs that the runs of each question have found.
  private let found: [RunGroup.Key: [StoredDesign]]

  /// Reads them; `nil` where the runs have no designs to try.
  init?(_ runs: [StoredRun], in store: RunStore) throws(Faults) {
    guard runs.contains(where: { $0.design != nil }) else { return nil }
    let designs = try store.designs()
    let trials = Dictionary(grouping: try store.trials(), by: \.run)
    var found: [RunGroup.Key: [StoredDesign]] = [:]
    for run in try store.runs() {
      found[RunGroup.Key(run), default: []] += (trials[run.id] ?? []).filter(\.isFoundHere)
        .compactMap { designs[$0.design] }
    }
    self.designs = designs
    self.trials = trials
    self.found = found
  }

  /// The footprints besides the run's own with the least each is known to cost there, the cheapest first; where risk comes first, of
  /// designs that are as safe. `nil` where not all footprints that runs of the same question have found were tried.
  func rivals(of facts: RunFacts) -> [FootprintVerdict.Rival]? {
    guard let own = facts.run.design.flatMap({ designs[$0] }), let last = facts.periods.last,
      let footprint = facts.footprint
    else { return nil }
    let mostRisk =
      facts.run.minimisesRisk ? (facts.plan?.salesAtRisk ?? 0) + 1e-9 : Double.infinity
    var tried: Set<Set<String>> = [footprint]
    var least: [Set<String>: Double] = [:]
    for trial in trials[facts.run.id] ?? [] {
      guard let open = designs[trial.design].map({ $0.open[last] ?? [] }) else { continue }
      tried.insert(open)
      guard open != footprint, let cost = trial.cost, trial.salesAtRisk ?? 0 <= mostRisk else {
        continue
      }
      least[open] = min(cost, least[open] ?? cost)
    }
    let isComplete = (found[RunGroup.Key(facts.run)] ?? []).allSatisfy {
      $0.structure != own.structure || tried.contains($0.open[last] ?? [])
    }
    if !isComplete { return nil }
    return least.map { FootprintVerdict.Rival(facilities: $0.key, cost: $0.value) }
      .sorted { ($0.cost, $0.name) < ($1.cost, $1.name) }
  }

  /// Whether the design of a run's plan was found in another run.
  func isAdopted(_ run: StoredRun) -> Bool {
    (trials[run.id] ?? []).contains { $0.design == run.design && !$0.isFoundHere }
  }
}

extension FootprintVerdict.Rival {
  /// A name that does not depend on the order of sets.
  fileprivate var name: String { facilities.sorted().joined(separator: " ") }
}

extension StoredRun {
  /// Whether risk was minimised before cost.
  fileprivate var minimisesRisk: Bool {
    let options = request.key.options
    return options.contains("--minimise=risk")
      || zip(options, options.dropFirst()).contains { $0 == ("--minimise", "risk") }
  }
}
