import FigureDrawing
import Findings
import Sensitivity
import TextFiles

/// Names of futures and plans as a reader meets them.
struct RegretWords {
  let index: ReportIndex
  let record: RegretRecord

  init(_ index: ReportIndex, _ record: RegretRecord) {
    self.index = index
    self.record = record
  }

  /// A future's name.
  func future(_ position: Int) -> String {
    let name = record.futures[position].name
    if name == "-" { return "as given" }
    // Members of one sweep differ in what stands behind its name.
    let sweeps = Set(record.futures.map { $0.name.prefix { $0 != "@" } })
    return sweeps.count == 1 ? String(name.dropFirst((sweeps.first?.count ?? 0) + 1)) : name
  }

  /// What a plan is called in a sentence.
  func name(_ position: Int) -> String {
    let plan = record.plans[position]
    guard let first = plan.bestOf.first else {
      return plan.name.contains("greatest")
        ? "the plan with the smallest maximum regret" : "the plan with the smallest expected regret"
    }
    return "the best plan for “\(future(first))”"
  }

  /// What a plan is called before a row.
  func label(_ position: Int) -> String {
    let plan = record.plans[position]
    var words: [String] = []
    if let first = plan.bestOf.first {
      let more = plan.bestOf.count > 1 ? " + \(plan.bestOf.count - 1)" : ""
      words.append("best for \(future(first))" + more)
    }
    if plan.name.contains("greatest") { words.append("smallest maximum regret") }
    if plan.name.contains("expected") { words.append("smallest expected regret") }
    return words.joined(separator: ", ").capitalizedFirst
  }

  /// A regret as a share of the least cost of its future.
  func share(_ regret: RegretRecord.Interval, _ future: Int) -> Double {
    guard let cost = record.futures[future].cost, cost > 0 else { return 0 }
    return regret.atLeast / cost
  }
}
