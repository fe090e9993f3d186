import RunStore
import SupplyData
import SupplyPlan
import TestDatasets

/// Stores that several tests look at.
enum Stores {
  /// The dataset, two variants and what has no plan.
  static func variants() throws -> StoreBuilder {
    let builder = try StoreBuilder()
    try builder.add(
      "", plans: [SyntheticPlan(1_000_000, bound: 998_000, risk: 0.12, open: ["plant"])])
    try builder.add(
      "dear",
      .init(
        input: TestDataset().replacing("production", "plant,widget,20", with: "plant,widget,30")),
      plans: [
        SyntheticPlan(
          1_250_000, bound: 1_240_000, risk: 0.08, open: ["plant", "second"],
          mix: [.domestic: 0.6, .nearshore: 0.4], modules: 2)
      ])
    try builder.add(
      "near",
      .init(
        input: TestDataset().adding("production", "second,widget,25")
          .adding("facilities", "second,BB,plant,candidate,10,20")
          .adding("capacity", "second,line,50,0,1,1,1")),
      plans: [SyntheticPlan(1_001_000, bound: 997_000, risk: 0.12, open: ["plant"])])
    try builder.add("none", status: .infeasible, reason: nil, plans: [])
    try builder.add("broken", status: .failed, reason: "out of memory", plans: [])
    try builder.ask("later")
    return builder
  }

  /// A sweep of 2 axes: 3 × 2 members, one failed, one stopped, one not run.
  static func grid() throws -> StoreBuilder {
    let builder = try StoreBuilder()
    for (row, rate) in ["0", "0.5", "1"].enumerated() {
      for (column, price) in ["10", "100"].enumerated() {
        let question = StoreBuilder.Question.member(
          of: "tariffs", ["rate": rate, "price": price])
        let name = "tariffs@rate=\(rate),price=\(price)"
        let cost = 1000.0 + 100 * Double(row) + 10 * Double(column)
        let plan = SyntheticPlan(
          cost, risk: 0.1 - 0.01 * Double(row), open: row == 2 ? ["plant", "second"] : ["plant"],
          mix: [.domestic: 0.2 * Double(row), .offshore: 1 - 0.2 * Double(row)])
        switch (row, column) {
        case (0, 1): try builder.add(name, question, status: .infeasible, plans: [])
        case (1, 0): try builder.add(name, question, status: .stopped, plans: [plan])
        case (2, 1): try builder.ask(name, question)
        default: try builder.add(name, question, plans: [plan])
        }
      }
    }
    return builder
  }

  /// Two frontiers.
  static func frontiers() throws -> StoreBuilder {
    let builder = try StoreBuilder()
    for (name, factor) in [("", 1.0), ("dear", 1.2)] {
      try builder.add(
        name, .init(command: "frontier"),
        plans: [
          SyntheticPlan(1000 * factor, bound: 990 * factor, risk: 0.2),
          SyntheticPlan(1100 * factor, bound: 1080 * factor, risk: 0.1, open: ["plant", "second"]),
          SyntheticPlan(1500 * factor, bound: 1450 * factor, risk: 0.01, open: ["second"]),
        ])
    }
    return builder
  }
}
