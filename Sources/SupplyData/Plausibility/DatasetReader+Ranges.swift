import Foundation
import TextFiles

/// A number that stands in one row of a program with others, in its natural scale, and the cell that it comes from.
private struct ScaledNumber {
  /// How much: what all that is needed of a product takes or costs, a module's size, a limit.
  var value: Double
  /// What it is, as the subject of a sentence.
  var what: () -> String
  /// The file and line.
  var place: () -> String
  /// Reports at the cell, with cause and cure.
  var report: (_ cause: String, _ cure: String) -> Void
}

/// Where numbers are further apart than doubles can tell, whatever the units.
///
/// A program brings quantities of each product, money and capacities to scales of their own. What stands in one row after that
/// and is still more than 1e12 times apart from the rest of the row drowns in its rounding: a solver can neither see nor prove it.
extension DatasetReader {
  /// How far apart numbers of one row may be.
  private static let widest = 1e12

  /// Warns of each row that holds numbers too far apart, by the rows of the tables that make it.
  func checkRanges(of dataset: Dataset) {
    let made = Set(dataset.production.map(\.product))
    let needs = Needs(dataset, makeable: made).ofPeriod
    var need: [String: Double] = [:]
    for period in needs { need.merge(period, uniquingKeysWith: max) }
    need = need.filter { $0.value > 0 }
    checkDemands()
    checkComponents(need)
    checkCapacities(need)
    checkShipments(of: dataset, need)
    checkBufferSizes(need)
    checkAgreedQuantities(need)
    checkMoney(need)
    checkLimits(of: dataset, need)
    checkWeights(of: dataset)
  }

  private func number<Row>(
    _ table: Table<Row>, _ place: RowPlace, _ column: String, _ value: Double,
    _ what: @escaping @autoclosure () -> String
  ) -> ScaledNumber {
    ScaledNumber(
      value: value, what: what, place: { "\(table.text?.file ?? ""), line \(place.line)" }
    ) { [self] cause, cure in
      refuse(table, place, column, cause, cure: cure, severity: .warning)
    }
  }

  /// Reports the least of some numbers where the greatest is too far above it; those of 0 stand in no row.
  ///
  /// - Returns: whether it is.
  @discardableResult
  private func check(_ numbers: [ScaledNumber], in row: String, cure: String) -> Bool {
    let present = numbers.filter { $0.value > 0 }
    guard let least = present.min(by: { $0.value < $1.value }),
      let greatest = present.max(by: { $0.value < $1.value }),
      greatest.value > least.value * Self.widest
    else { return false }
    func text(_ value: Double) -> String { String(format: "%.3g", value) }
    least.report(
      "\(least.what()) is \(text(least.value)), but \(greatest.what()) is \(text(greatest.value)) "
        + "(\(greatest.place())): both are in \(row), and more than 1e12 times apart they are "
        + "too far apart to compute with", cure)
    return true
  }

  // MARK: Quantities

  /// What customers ask of one product.
  private func checkDemands() {
    for (product, rows) in Dictionary(grouping: demand.soundRows, by: { $0.1.product })
      .sorted(by: { $0.key < $1.key })
    {
      check(
        rows.map {
          number(
            demand, $0, "quantity", $1.quantity, "the demand of \(quoted($1.customer))")
        }, in: "the balance of \(quoted(product))",
        cure: "Check the units of quantities, or delete negligible demands.")
    }
  }

  /// What the products made of a component need of it.
  private func checkComponents(_ need: [String: Double]) {
    for (component, rows) in Dictionary(
      grouping: billsOfMaterials.soundRows, by: { $0.1.component }
    ).sorted(by: { $0.key < $1.key }) {
      check(
        rows.map {
          number(
            billsOfMaterials, $0, "quantity", $1.quantity * (need[$1.product] ?? 0),
            "what all of \(quoted($1.product)) needs of \(quoted(component))")
        }, in: "the balance of \(quoted(component))",
        cure: "Check 'quantity' and the units of both products, or delete the row.")
    }
  }

  /// What a facility's modules make, and what all that is needed would take of them.
  private func checkCapacities(_ need: [String: Double]) {
    let modules = Dictionary(grouping: capacity.soundRows, by: { $0.1.facility })
    for (facility, rows) in Dictionary(grouping: production.soundRows, by: { $0.1.facility })
      .sorted(by: { $0.key < $1.key })
    {
      let used = rows.map {
        number(
          production, $0, "capacity_use", $1.capacityUse * (need[$1.product] ?? 0),
          "the capacity of \(quoted(facility)) that all of \(quoted($1.product)) takes")
      }
      let sizes = (modules[facility] ?? []).map {
        number(
          capacity, $0, "size", $1.maximum > 0 ? $1.size : 0,
          "the size of the module \(quoted($1.module))")
      }
      check(
        used + sizes, in: "the capacity of \(quoted(facility))",
        cure: "Check 'capacity_use', 'size' and the units of demand, or split the facility.")
    }
  }

  /// What shares the throughput of a facility, or the capacity of a lane: units of all products together.
  private func checkShipments(of dataset: Dataset, _ need: [String: Double]) {
    func quantities(_ names: Set<String>) -> [ScaledNumber] {
      products.soundRows.filter { names.contains($0.1.id) }.map {
        number(products, $0, "unit", need[$1.id] ?? 0, "what is needed of \(quoted($1.id))")
      }
    }
    let cure =
      "Measure the products in units of similar size, or give them separate lanes and docks."
    let needed = Set(need.keys)
    // Of what is all alike nobody need be asked what goes where.
    let (least, greatest) = (need.values.min() ?? 0, need.values.max() ?? 0)
    func mayBeWide(_ limit: Double) -> Bool {
      limit > 0 && max(greatest, limit) > min(least, limit) * Self.widest
        || greatest > least * Self.widest
    }
    for (place, row) in lanes.soundRows {
      guard let capacity = row.capacity, mayBeWide(capacity) else { continue }
      let limit = number(lanes, place, "capacity", capacity, "the capacity of the lane")
      check(
        quantities(row.product.map { [$0] } ?? needed) + [limit], in: "the capacity of the lane",
        cure: cure)
    }
    let limited = Array(facilities.soundRows.filter { mayBeWide($0.1.throughput ?? 0) })
    if limited.isEmpty { return }
    let membership = Membership(dataset)
    for (place, row) in limited where row.throughput != nil {
      let shipped = dataset.lanes.filter {
        membership.matches($0.origin, node: row.id)
      }.reduce(into: Set<String>()) { $0.formUnion($1.product.map { [$0] } ?? needed) }
      let limit = number(
        facilities, place, "throughput", row.throughput ?? 0,
        "the throughput of \(quoted(row.id))")
      check(
        quantities(shipped) + [limit], in: "the throughput of \(quoted(row.id))", cure: cure)
    }
  }

  /// Stocks against what is needed in a year.
  private func checkBufferSizes(_ need: [String: Double]) {
    let places = Dictionary(
      products.soundRows.map { ($0.1.id, $0.0) }, uniquingKeysWith: { first, _ in first })
    for (place, row) in buffers.soundRows {
      guard let needed = need[row.product], let product = places[row.product] else { continue }
      check(
        [
          number(buffers, place, "maximum", row.maximum, "the greatest stock"),
          number(products, product, "product", needed, "what is needed of it in a year"),
        ], in: "the stock of \(quoted(row.product))",
        cure: "Check the unit of 'maximum', or delete the row.")
    }
  }

  // MARK: Money

  /// What a plan may cost, item by item, and what sales are worth.
  private func checkMoney(_ need: [String: Double]) {
    let sales = demand.soundRows.map {
      number(
        demand, $0, "shortage_cost", $1.quantity * $1.shortageCost,
        "what the sales to \(quoted($1.customer)) are worth")
    }
    let cure = "Check the unit of money, or write 0 for negligible amounts."
    if check(sales, in: "sales at risk", cure: cure) { return }
    let sites = facilities.soundRows.flatMap { place, row in
      [
        ("opening_cost", row.openingCost), ("closing_cost", row.closingCost),
        ("fixed_cost", row.fixedCost),
      ].map { column, value in
        number(facilities, place, column, value, "'\(column)' of \(quoted(row.id))")
      }
    }
    let modules = capacity.soundRows.flatMap { place, row in
      [("build_cost", row.buildCost), ("fixed_cost", row.fixedCost)].map { column, value in
        number(
          capacity, place, column, value,
          "'\(column)' of the module \(quoted(row.module)) at \(quoted(row.facility))")
      }
    }
    let making = production.soundRows.map {
      number(
        production, $0, "unit_cost", $1.unitCost * (need[$1.product] ?? 0),
        "making all of \(quoted($1.product)) at \(quoted($1.facility))")
    }
    check(
      sales + sites + modules + making + terms(), in: "the cost of a plan", cure: cure)
  }

  /// What contracts cost a year and clusters save.
  private func terms() -> [ScaledNumber] {
    let agreed = contracts.soundRows.flatMap { place, row in
      [("fixed_cost", row.fixedCost), ("unit_cost", row.unitCost * row.maximum)].map {
        column, value in
        number(contracts, place, column, value, "what the contract \(quoted(row.id)) costs")
      }
    }
    let saved = clusters.soundRows.map {
      number(clusters, $0, "saving", $1.saving, "what the cluster \(quoted($1.cluster)) saves")
    }
    return agreed + saved
  }

  /// Quantities of contracts and quotas against what is needed in a year.
  private func checkAgreedQuantities(_ need: [String: Double]) {
    let places = Dictionary(
      products.soundRows.map { ($0.1.id, $0.0) }, uniquingKeysWith: { first, _ in first })
    func check<Row>(
      _ table: Table<Row>, _ place: RowPlace, _ product: String, _ numbers: [(String, Double)]
    ) {
      guard let needed = need[product], let home = places[product] else { return }
      for (column, value) in numbers {
        self.check(
          [
            number(table, place, column, value, "'\(column)'"),
            number(products, home, "product", needed, "what is needed of \(quoted(product))"),
          ], in: "the balance of \(quoted(product))",
          cure: "Check the unit of the quantity, or delete the row.")
      }
    }
    for (place, row) in contracts.soundRows {
      check(
        contracts, place, row.product, [("minimum", row.minimum), ("maximum", row.maximum)])
    }
    for (place, row) in quotas.soundRows {
      if let product = row.product { check(quotas, place, product, [("quantity", row.quantity)]) }
    }
  }

  // MARK: Limits and weights

  /// Budgets and limits of emissions against what they add up, and shares that are as good as 0 or 1.
  private func checkLimits(of dataset: Dataset, _ need: [String: Double]) {
    let membership = Membership(dataset)
    for (place, row) in constraints.soundRows {
      let limit = number(constraints, place, "value", row.value, "the limit")
      let cure = "Check the unit of the limit, or write 0 for a negligible one."
      switch row.kind {
      case .openFacilities, .requires, .sources: break
      case .production(_, let product), .flow(_, _, let product), .minimumIfOpen(_, let product):
        let quantities = products.soundRows.filter { product == nil || $0.1.id == product }.map {
          number(products, $0, "product", need[$1.id] ?? 0, "what is needed of \(quoted($1.id))")
        }
        check(quantities + [limit], in: "the constraint \(quoted(row.id))", cure: cure)
      case .share, .survive, .within:
        let one = ScaledNumber(value: 1, what: { "all" }, place: { "a share of 1" }) { _, _ in }
        var rest = limit
        rest.value = row.kind.isOfShare && row.value < 1 ? 1 - row.value : 0
        rest.what = { "what the limit leaves" }
        check([limit, one], in: "the constraint \(quoted(row.id))", cure: cure)
        check([rest, one], in: "the constraint \(quoted(row.id))", cure: cure)
      case .investment(let selector):
        let matching = facilities.soundRows.filter {
          membership.matches(selector, node: $0.1.id)
        }
        let ids = Set(matching.map(\.1.id))
        let opening = matching.map {
          number(facilities, $0, "opening_cost", $1.openingCost, "opening \(quoted($1.id))")
        }
        let building = capacity.soundRows.filter { ids.contains($0.1.facility) }.map {
          number(
            capacity, $0, "build_cost", $1.buildCost, "building \(quoted($1.module))")
        }
        check(
          opening + building + [limit], in: "the constraint \(quoted(row.id))", cure: cure)
      case .emissions(let selector):
        let making = production.soundRows.filter {
          membership.matches(selector, node: $0.1.facility)
        }.map {
          number(
            production, $0, "emissions_t", $1.emissionsTonnes * (need[$1.product] ?? 0),
            "what making all of \(quoted($1.product)) emits")
        }
        check(making + [limit], in: "the constraint \(quoted(row.id))", cure: cure)
      }
    }
  }

  /// Events that as good as never come, and years that as good as do not count.
  private func checkWeights(of dataset: Dataset) {
    for (place, row) in scenarios.soundRows {
      let weight = row.probability * row.durationWeeks / 52
      guard weight > 0, weight * Self.widest < 1 else { continue }
      refuse(
        scenarios, place, "probability",
        "the scenario's share of the time is \(String(format: "%.3g", weight)), less than 1e-12: too little to compute "
          + "with beside a normal year",
        cure: "Check 'probability' and 'duration_weeks', or delete the scenario.",
        severity: .warning)
    }
    let years = dataset.settings.periods.map(\.years).reduce(0, +)
    let last = pow(1 + dataset.settings.discountRate, Double(1 - years))
    if last > 0, last * Self.widest < 1 {
      log.add(
        SettingsReader.file, at: settings.discountRatePosition,
        "money in the last of \(years) years has \(String(format: "%.3g", last)) of the weight of the first year's, less than 1e-12: "
          + "too little to compute with",
        cure: "Choose a lower rate or a shorter horizon.", severity: .warning)
    }
  }
}
