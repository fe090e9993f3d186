import FigureDrawing
import RunStore
import SupplyData
import TextFiles
import Wording

/// All runs of a store, or those of a sweep, in groups that may be compared.
struct RunsOverview {
  /// A group with its facts.
  struct Group {
    let key: RunGroup.Key
    let runs: [RunFacts]
    let footprints: Footprints
    let sweeps: [SweepGrid]

    init(key: RunGroup.Key, runs: [RunFacts]) {
      self.key = key
      self.runs = runs
      footprints = Footprints(of: runs)
      var names: [String] = []
      for name in runs.compactMap(\.run.request.sweep) where !names.contains(name) {
        names.append(name)
      }
      sweeps = names.map { name in
        SweepGrid(name: name, members: runs.filter { $0.run.request.sweep == name })
      }
    }

    /// The dataset as its files are.
    var base: RunFacts? { runs.first { $0.run.request.key.variant.isEmpty } }
    /// The runs that belong to no sweep, the dataset as its files are first.
    var single: [RunFacts] {
      let single = runs.filter { $0.run.request.sweep == nil }
      return single.filter { $0.run.request.key.variant.isEmpty }
        + single.filter { !$0.run.request.key.variant.isEmpty }
    }
    var money: MoneyFormat { MoneyFormat(currency: runs.first?.run.currency ?? "") }
    /// Its dataset and question, in a line.
    var title: String { "\(key.dataset), \(key.question)" }
  }

  /// The store's path.
  let store: String
  /// The sweep that was asked for.
  let sweep: String?
  let groups: [Group]

  init(_ groups: [RunGroup], sweep: String?, in store: RunStore) throws(Faults) {
    self.store = store.path
    self.sweep = sweep
    var reader = FactReader(store)
    let facts = try reader.facts(of: groups.flatMap(\.runs))
    var byRun: [Int64: RunFacts] = [:]
    for fact in facts { byRun[fact.run.id] = fact }
    self.groups = groups.map { group in
      Group(key: group.key, runs: group.runs.compactMap { byRun[$0.id] })
    }
  }
}
