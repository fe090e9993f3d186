import RunStore
import SupplyData
import SupplyPlan
import TextFiles

/// Two runs side by side: what differs in what they read, and in what they found.
struct PlanPair {
  /// How many modules of a kind a facility has in a period in the two plans.
  struct ModuleDifference: Equatable {
    let facility: String
    let module: String
    let period: String
    let first: Int
    let second: Int
  }

  let first: RunFacts
  let second: RunFacts
  /// The rows of the input that differ.
  let changes: [PatchedDataset.Change]
  /// The modules that differ in number.
  let modules: [ModuleDifference]

  /// Reads what is compared.
  init(_ first: StoredRun, _ second: StoredRun, in store: RunStore) throws(Faults) {
    var reader = FactReader(store)
    let facts = try reader.facts(of: [first, second])
    self.first = facts[0]
    self.second = facts[1]
    if first.request.inputSHA256 == second.request.inputSHA256 {
      changes = []
    } else {
      let old = DatasetSource(files: try store.inputFiles(first.request.inputSHA256))
      let new = DatasetSource(files: try store.inputFiles(second.request.inputSHA256))
      changes = new.changes(since: old)
    }
    modules = Self.differences(
      try Self.modules(of: facts[0], in: store), try Self.modules(of: facts[1], in: store))
  }

  /// What the two are called in heads and figures: by their variants, or where these are the same, by their numbers.
  var names: (first: String, second: String) {
    if let sweep = first.run.request.sweep, sweep == second.run.request.sweep,
      first.name != second.name
    {
      // The axes alone tell two members of a sweep apart.
      func axes(_ facts: RunFacts) -> String { String(facts.name.dropFirst(sweep.count + 1)) }
      return (axes(first), axes(second))
    }
    if first.name != second.name { return (first.label, second.label) }
    return ("run \(first.run.id)", "run \(second.run.id)")
  }

  /// What the two are called in sentences.
  var words: (first: String, second: String) {
    func words(_ facts: RunFacts, _ name: String) -> String {
      name == facts.label && facts.name == "-" ? "the unchanged dataset" : name
    }
    return (words(first, names.first), words(second, names.second))
  }

  /// The periods of both.
  var periods: [String] {
    first.periods + second.periods.filter { !first.periods.contains($0) }
  }

  /// The facilities that are open in one of them and not in the other, in a period.
  func opened(in period: String) -> (onlyFirst: [String], onlySecond: [String]) {
    let (before, after) = (first.open(in: period), second.open(in: period))
    return (before.subtracting(after).sorted(), after.subtracting(before).sorted())
  }

  private static func modules(of facts: RunFacts, in store: RunStore) throws(Faults)
    -> [ModuleRow]
  {
    guard let plan = facts.plan else { return [] }
    return try store.planDocuments(of: facts.run.id).first { $0.file == plan.plan }?.plan.modules
      ?? []
  }

  private static func differences(_ before: [ModuleRow], _ after: [ModuleRow])
    -> [ModuleDifference]
  {
    typealias Counts = (first: Int, second: Int)
    var counts: [[String]: Counts] = [:]
    var order: [[String]] = []
    for (rows, isFirst) in [(before, true), (after, false)] {
      for row in rows {
        let key = [row.facility, row.module, row.period]
        if counts[key] == nil { order.append(key) }
        var count = counts[key] ?? (0, 0)
        if isFirst { count.first = row.count } else { count.second = row.count }
        counts[key] = count
      }
    }
    return order.compactMap { key in
      guard let count = counts[key], count.first != count.second else { return nil }
      return ModuleDifference(
        facility: key[0], module: key[1], period: key[2], first: count.first,
        second: count.second)
    }
  }
}
