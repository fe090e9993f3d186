import TextFiles

extension DatasetReader {
  /// Scenarios and what they disrupt.
  func readRisks(_ selectors: SelectorReader) {
    scenarios = read(.scenarios) { row in
      let id = row.newIdentifier("scenario", in: directory.scenarios)
      return Scenario(
        id: id, name: row.name(or: id), probability: row.number("probability", .share),
        durationWeeks: row.number("duration_weeks", .weeks))
    }
    directory.scenarios.isComplete = scenarios.isComplete
    disruptions = read(.disruptions) { row in
      let scenario = row.reference("scenario", to: directory.scenarios)
      let name = row.choice("effect", EffectName.self)
      if let name, name != .tariff, let text = row.text("exempt") {
        row.refuse(
          "exempt",
          "'\(name.rawValue)' does not use the column 'exempt', which holds \(quoted(text))",
          "Leave it empty.")
      }
      return Disruption(
        line: row.line, scenario: scenario, effect: effect(name, row, selectors))
    }
  }

  private enum EffectName: String, CaseIterable {
    case capacity, lane, tariff, demand
    case productionCost = "production_cost"
    case freightCost = "freight_cost"
  }

  private func effect(_ name: EffectName?, _ row: RowReader, _ selectors: SelectorReader)
    -> Disruption.Effect
  {
    func selector(_ column: String, _ scope: Selector.Scope) -> Selector {
      row.selector(column, scope, selectors, emptyIsAll: true)
    }
    func product() -> String? { row.referenceOrAll("product", to: directory.products) }

    switch name {
    case .capacity:
      row.requireUnused(["destination", "mode", "product"], by: "capacity")
      return .capacity(
        facilities: selector("origin", .facilities), loss: row.number("value", .share))
    case .lane: return laneEffect(row, selectors)
    case .tariff:
      row.requireUnused(["mode"], by: "tariff")
      return .tariff(
        origin: selector("origin", .countries), destination: selector("destination", .countries),
        product: product(), addition: row.number("value", .rateChange),
        exempt: row.optionalReference("exempt", to: directory.groups))
    case .demand:
      row.requireUnused(["origin", "mode"], by: "demand")
      return .demand(
        customers: selector("destination", .customers), product: product(),
        change: row.number("value", .relativeChange))
    case .productionCost:
      row.requireUnused(["destination", "mode"], by: "production_cost")
      return .productionCost(
        facilities: selector("origin", .facilities), product: product(),
        change: row.number("value", .rateChange))
    case .freightCost:
      return .freightCost(
        origin: selector("origin", .nodes), destination: selector("destination", .nodes),
        mode: row.referenceOrAll("mode", to: directory.modes), product: product(),
        change: row.number("value", .rateChange))
    case nil:
      return .capacity(facilities: .everything(in: .facilities), loss: row.number("value", .any))
    }
  }

  private func laneEffect(_ row: RowReader, _ selectors: SelectorReader) -> Disruption.Effect {
    let product = row.referenceOrAll("product", to: directory.products)
    let loss = row.number("value", .share)
    if product != nil, loss < 1, row.isSound {
      row.refuse(
        "value", "a lane closed to one product alone is closed entirely, and 'value' is not 1",
        "Write 1 (an export control), or '*' for the product.")
    }
    return .lane(
      origin: row.selector("origin", .nodes, selectors, emptyIsAll: true),
      destination: row.selector("destination", .nodes, selectors, emptyIsAll: true),
      mode: row.referenceOrAll("mode", to: directory.modes), product: product, loss: loss)
  }
}
