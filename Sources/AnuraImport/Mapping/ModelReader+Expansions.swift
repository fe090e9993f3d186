import SupplyData
import TextFiles

extension ModelReader {
  /// Steps of throughput that may be bought become modules that may be built.
  ///
  /// The first step is the base, at no cost; each further one adds capacity at its own cost. The
  /// modules take the place of the facility's limit on shipments: what is made is what is shipped.
  func readExpansion(_ row: AnuraRow) {
    let type = row.choice(
      "ExpansionType",
      [
        "FacilityThroughputCapacity", "FacilityStorageCapacity", "WorkCenterThroughputCapacity",
        "UserDefinedVariable",
      ])
    guard type == "FacilityThroughputCapacity" else {
      return row.leaveOut("expansions of what a dataset does not limit")
    }
    guard let facilities = names.set(row, "EntityName", .facility),
      let name = row.required("ExpansionCost")
    else { return }
    guard let ladder = steps.steps(name), let first = ladder.first else {
      return row.refuse(
        "ExpansionCost", "there is no step cost \(quoted(name))",
        UnknownName.cure(for: name, among: steps.names))
    }
    guard let top = row.number("MaxExpansionUnits"), top > (ladder.last?.level ?? 0) else {
      return row.refuse(
        "MaxExpansionUnits", "the last step has no end above its beginning",
        "Give the most capacity that the last step reaches.")
    }
    guard
      let unit = units.unit(first.row, "ThroughputLevelUOM", .quantity, .weight, .volume)
    else { return }
    let ends = ladder.dropFirst().map(\.level) + [top]
    let rungs = zip(ladder, ends).map { (size: $1 - $0.level, cost: $0.cost) }
    let prices = rungs.map { $0.cost / $0.size }
    if zip(prices, prices.dropFirst()).contains(where: { $0 > $1 * (1 + 1e-9) }) {
      row.approximate(
        "ExpansionCost", "modules are built in any order, and a later step is the cheaper one here")
    }
    for facility in facilities.names { build(rungs, unit, facility, row) }
  }

  private func build(
    _ rungs: [(size: Double, cost: Double)], _ unit: UnitOfMeasure, _ facility: String,
    _ row: AnuraRow
  ) {
    guard capacities[facility] != nil else {
      row.drop("EntityName", "a facility that makes nothing has no modules to build")
      return
    }
    let isExisting = sites[facility]?.isExisting == true
    var modules: [Module] = []
    for (number, rung) in rungs.enumerated() where rung.size > 0 {
      let size = rung.size * horizon.perPeriod
      let existing = rung.cost == 0 && isExisting ? 1 : 0
      if let last = modules.indices.last, modules[last].size == size,
        modules[last].buildCost == rung.cost, modules[last].existing == existing
      {
        modules[last].maximum += 1
        continue
      }
      modules.append(
        Module(
          id: number == 0 ? "base" : "step-\(number)", size: size, existing: existing, maximum: 1,
          buildCost: rung.cost))
    }
    capacities[facility] = Capacity(modules: modules)
    for making in makings where making.site == facility {
      let use = amount(unit, of: making.product)
      guard use > 0 else {
        row.refuse(
          "ExpansionCost", "a unit of \(quoted(making.product)) has no \(unit.kind.rawValue)",
          "Give it one in Products.csv, or the steps in another unit.")
        return
      }
      capacities[facility]?.use[making.product] = use
    }
    if sites[facility]?.throughput != nil {
      sites[facility]?.throughput = nil
      row.approximate(
        "EntityName", "the base and its expansions limit what is made, in place of what is shipped")
    }
  }

  /// The most that a facility may make, where it is a limit of all that it makes.
  func readProductionConstraint(_ row: AnuraRow) {
    guard let facilities = names.set(row, "FacilityName", .facility, emptyIsAll: true),
      let products = names.set(row, "ProductName", .product, emptyIsAll: true)
    else { return }
    let type = row.choice("ConstraintType", Self.comparisons)
    let isEach = row.choice("FacilityNameGroupBehavior", ["Aggregate", "Enumerate"]) == "Enumerate"
    row.use("ProductNameGroupBehavior")
    guard type == "Max", facilities.members.count == 1 || isEach, isOfEveryPeriod(row),
      isAll(row, "BOMName"), isAll(row, "ProcessName")
    else {
      return row.leaveOut("a limit on production other than a facility's maximum")
    }
    guard let amount = row.number("ConstraintValue"),
      let unit = units.unit(row, "ConstraintValueUOM", .quantity, .weight, .volume)
    else { return }
    for facility in facilities.names {
      let made = makings.filter { $0.site == facility }.map(\.product)
      guard !made.isEmpty else { continue }
      guard Set(made).isSubset(of: products.names),
        made.count == 1
          || row.choice("ProductNameGroupBehavior", ["Aggregate", "Enumerate"])
            == "Aggregate",
        capacities[facility]?.use.isEmpty == true
      else {
        row.drop(
          "ProductName",
          "a limit of some of the products that a facility makes; its modules "
            + "are for all of them")
        continue
      }
      for product in made { capacities[facility]?.use[product] = self.amount(unit, of: product) }
      shrink(facility, to: amount * horizon.perPeriod, row)
    }
  }

  static let comparisons = ["Min", "Max", "Fixed", "Fixed With Tolerance", "Conditional Min"]

  /// Whether a limit is for each period by itself, or there is one period alone.
  func isOfEveryPeriod(_ row: AnuraRow) -> Bool {
    guard isAll(row, "PeriodName") else {
      guard let periods = names.set(row, "PeriodName", .period), !horizon.isMerged,
        horizon.periods.count == 1
      else { return false }
      return !periods.members.isEmpty
    }
    let behaviour = row.choice("PeriodNameGroupBehavior", ["Aggregate", "Enumerate"])
    return horizon.perPeriod == horizon.perHorizon || behaviour == "Enumerate"
  }

  /// Whether a column restricts nothing.
  func isAll(_ row: AnuraRow, _ column: String) -> Bool {
    guard let written = row.peek(column) else { return true }
    guard NameBook.isAll(written) else { return false }
    row.use(column)
    return true
  }
}
