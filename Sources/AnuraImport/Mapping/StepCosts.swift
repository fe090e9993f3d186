import TextFiles

/// The step costs of the model, by name.
struct StepCosts {
  /// A step.
  struct Step {
    /// The throughput from which it is, in the unit of the cell.
    var level: Double
    var cost: Double
    var row: AnuraRow
  }

  private var steps: [String: [Step]] = [:]

  init(_ rows: [AnuraRow]) {
    for row in rows {
      guard let name = row.peek("StepCostName") else { continue }
      let cost = row.number("Cost") ?? 0
      let level = row.number("ThroughputLevel") ?? 0
      steps[name, default: []].append(Step(level: level, cost: cost, row: row))
    }
    for name in steps.keys {
      steps[name]?.sort { $0.level < $1.level }
      let ladder = steps[name] ?? []
      for (one, next) in zip(ladder, ladder.dropFirst()) where one.level == next.level {
        next.row.refuse(
          "ThroughputLevel", "the step for this level is already in line \(one.row.line)",
          "Delete one of the rows, or give it another level.")
      }
    }
  }

  /// The names.
  var names: [String] { steps.keys.sorted() }

  /// The steps of a name in rising order, which count as used; `nil` where there are none.
  func steps(_ name: String) -> [Step]? {
    guard let steps = steps[name] else { return nil }
    for step in steps {
      step.row.use(
        "StepCostName", "StepCostBehavior", "ThroughputLevel", "ThroughputLevelUOM", "Cost")
    }
    return steps
  }

  /// The cost in a cell: a number, or a step cost; `nil` where it is empty and, with a fault, where
  /// it is neither.
  ///
  /// A dataset has one cost for every unit, so of several steps the first is taken, which is told.
  func cost(_ row: AnuraRow, _ column: String) -> Double? {
    guard let written = row.peek(column) else { return nil }
    guard let steps = steps(written), let first = steps.first else {
      if (try? plainNumber(written)) == nil, written.contains(where: \.isLetter) {
        row.use(column)
        row.refuse(
          column, "\(quoted(written)) is neither a number nor a step cost",
          names.isEmpty
            ? "Write a number: expressions and rate tables have no counterpart."
            : UnknownName.cure(for: written, among: names))
        return nil
      }
      return row.number(column)
    }
    row.use(column)
    if steps.count > 1 {
      row.approximate(
        column,
        "a stepped cost: every unit is charged the cost of the first step, \(first.cost)")
    }
    return first.cost
  }
}
