import FigureDrawing
import RunStore
import SupplyData
import SupplyPlan
import TextFiles

/// Reads what is compared from a store.
struct FactReader {
  let store: RunStore
  /// The periods of datasets that have been read.
  private var orders: [String: [String]] = [:]

  init(_ store: RunStore) { self.store = store }

  /// The facts of runs, in their order.
  mutating func facts(of runs: [StoredRun]) throws(Faults) -> [RunFacts] {
    // Two runs of a large store are read alone, many of them at once.
    if runs.count > 8 { return try facts(of: runs, reading: nil) }
    var facts: [RunFacts] = []
    for run in runs { facts += try self.facts(of: [run], reading: run.id) }
    return facts
  }

  private mutating func facts(of runs: [StoredRun], reading run: Int64?) throws(Faults)
    -> [RunFacts]
  {
    let plans = Dictionary(grouping: try store.plans(of: run), by: \.run)
    let bounds = Dictionary(grouping: try store.frontierBounds(of: run), by: \.run)
    let shown = plans.compactMapValues(Self.shown)
    let isShown = { (run: Int64, plan: String) in shown[run]?.plan == plan }
    let sites = Dictionary(
      grouping: try store.facilities(of: run).filter { isShown($0.run, $0.plan) }, by: \.run)
    let mixes = Dictionary(
      grouping: try store.mixes(of: run).filter { isShown($0.run, $0.plan) }, by: \.run)
    let tried = try TriedDesigns(runs, in: store)
    var facts: [RunFacts] = []
    for run in runs {
      let sites = Dictionary(grouping: (sites[run.id] ?? []).map(\.row), by: \.period)
      let mix = Dictionary(grouping: (mixes[run.id] ?? []).map(\.row), by: \.period)
      let points = (plans[run.id] ?? []).filter { $0.role == "point" }
      var fact = RunFacts(
        run: run, plan: shown[run.id],
        points: points.sorted { ($0.cost, $1.salesAtRisk) < ($1.cost, $0.salesAtRisk) },
        bounds: (bounds[run.id] ?? []).map(\.bound),
        periods: try order(of: Set(sites.keys).union(mix.keys), in: run),
        mix: mix.mapValues { PlacementMix($0) },
        sites: sites.mapValues { rows in
          Dictionary(
            rows.map {
              ($0.facility, .init(isOpen: $0.open, opens: $0.opened, closes: $0.closed))
            }, uniquingKeysWith: { first, _ in first })
        })
      fact.rivals = tried?.rivals(of: fact)
      fact.isAdopted = tried?.isAdopted(fact.run) ?? false
      facts.append(fact)
    }
    return facts
  }

  /// The plan that stands for a run: the one asked for, of a frontier the cheapest.
  private static func shown(_ plans: [StoredPlanRow]) -> StoredPlanRow? {
    plans.filter { ComparatorNetwork(objective: $0.role) == nil }
      .min { ($0.cost, $0.salesAtRisk) < ($1.cost, $1.salesAtRisk) }
  }

  /// The periods of the dataset, in order: their names alone need not tell it.
  private mutating func order(of periods: Set<String>, in run: StoredRun) throws(Faults)
    -> [String]
  {
    if let order = orders[run.request.key.dataset], Set(order) == periods { return order }
    if periods.isEmpty { return [] }
    let source = DatasetSource(files: try store.inputFiles(run.request.inputSHA256))
    // What was solved can be read; were it not so, the order of names is better than none.
    let dataset = try? Dataset.reading(source).dataset
    let order = dataset?.settings.periods.map(\.id) ?? periods.sorted()
    orders[run.request.key.dataset] = order
    return order
  }
}
