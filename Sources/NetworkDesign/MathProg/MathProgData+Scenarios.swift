import SupplyData
import SupplyNetwork
import TextFiles

/// Scenarios with their effects, and policy constraints: rows of tables, numbered as they stand there.
extension MathProgData {
  private var dataset: Dataset { network.dataset }

  func writeScenarios(to output: inout some TextOutputStream) {
    output.writeTitle("Scenarios, and the rows of disruptions with what they match")
    output.writeTable(
      set: "SCENARIOS", "probability weeks",
      dataset.scenarios.map {
        "\(symbols($0.id)) \($0.probability.mathProg) \($0.durationWeeks.mathProg)"
      })
    let effects = dataset.disruptions.map(resolve)
    output.writeTable(
      set: "EFFECTS", "effect_scenario effect effect_mode effect_product effect_value",
      zip(dataset.disruptions, effects).enumerated().map { index, row in
        "\(index + 1) \(symbols(row.0.scenario)) \(row.1.name) \(symbolOrStar(row.1.mode))"
          + " \(symbolOrStar(row.1.product)) \(row.1.value.mathProg)"
      })
    for (index, effect) in effects.enumerated() {
      output.writeSet("FROM", of: "\(index + 1)", effect.from)
      output.writeSet("TO", of: "\(index + 1)", effect.to)
    }
    output.writeOptionalTable(
      "exempt",
      dataset.disruptions.enumerated().compactMap { index, row in
        guard case .tariff(_, _, _, _, let exempt?) = row.effect else { return nil }
        return "\(index + 1) \(agreement(exempt))"
      })
  }

  func writePolicies(to output: inout some TextOutputStream) {
    output.writeTitle("Policy constraints with what they match")
    let policies = dataset.constraints.map(resolve)
    output.writeTable(
      set: "POLICIES", "kind policy_product policy_period sense bound",
      zip(dataset.constraints, policies).enumerated().map { index, row in
        "\(index + 1) \(row.1.name) \(symbolOrStar(row.1.product)) \(period(row.0.period))"
          + " \(MathProgSymbols.quoted(row.0.sense.rawValue)) \(row.0.value.mathProg)"
          + "   # \(comment(row.0.id))"
      })
    for (index, policy) in policies.enumerated() {
      output.writeSet("ORIGINS", of: "\(index + 1)", policy.from)
      output.writeSet("DESTINATIONS", of: "\(index + 1)", policy.to)
      if !policy.outages.isEmpty {
        output.writeSet("TARGETS", of: "\(index + 1)", policy.outages)
      }
    }
    output.writeOptionalTable(
      "limit",
      policies.enumerated().compactMap { index, policy in
        policy.limit.map { "\(index + 1) \($0.mathProg)" }
      })
  }

  /// A row of disruptions or constraints in the words of the model.
  private struct Row {
    var name: String
    var from: [String] = []
    var to: [String] = []
    var outages: [String] = []
    var mode: String?
    var product: String?
    var value = 0.0
    var limit: Double?
  }

  private func resolve(_ disruption: Disruption) -> Row {
    switch disruption.effect {
    case .capacity(let selector, let loss):
      Row(name: "capacity", from: facilities(matching: selector), value: loss)
    case .lane(let origin, let destination, let mode, let product, let loss):
      Row(
        name: "lane", from: nodes(matching: origin), to: nodes(matching: destination), mode: mode,
        product: product, value: loss)
    case .tariff(let origin, let destination, let product, let addition, _):
      Row(
        name: "tariff", from: countries(matching: origin), to: countries(matching: destination),
        product: product, value: addition)
    case .demand(let selector, let product, let change):
      Row(name: "demand", to: customers(matching: selector), product: product, value: change)
    case .productionCost(let selector, let product, let change):
      Row(
        name: "production_cost", from: facilities(matching: selector), product: product,
        value: change)
    case .freightCost(let origin, let destination, let mode, let product, let change):
      Row(
        name: "freight_cost", from: nodes(matching: origin), to: nodes(matching: destination),
        mode: mode, product: product, value: change)
    }
  }

  private func resolve(_ constraint: PolicyConstraint) -> Row {
    switch constraint.kind {
    case .openFacilities(let selector):
      Row(name: "open_facilities", from: facilities(matching: selector))
    case .share(let origin, let destination, let product):
      Row(
        name: "share", from: countries(matching: origin), to: nodes(matching: destination),
        product: product)
    case .investment(let selector):
      Row(name: "investment", from: facilities(matching: selector))
    case .emissions(let selector):
      Row(name: "emissions", from: facilities(matching: selector))
    case .survive(let selector): Row(name: "survive", outages: outages(matching: selector))
    case .production(let selector, let product):
      Row(name: "production", from: facilities(matching: selector), product: product)
    case .flow(let origin, let destination, let product):
      Row(
        name: "flow", from: facilities(matching: origin), to: nodes(matching: destination),
        product: product)
    case .minimumIfOpen(let selector, let product):
      Row(name: "minimum_if_open", from: facilities(matching: selector), product: product)
    case .sources(let selector, let product):
      Row(name: "sources", to: nodes(matching: selector), product: product)
    case .requires(let facility, let needed):
      Row(
        name: "requires", from: facilities(matching: facility), to: facilities(matching: needed))
    case .within(.days(let limit), let selector, let product):
      Row(
        name: "within_days", to: customers(matching: selector), product: product, limit: limit)
    case .within(.kilometres(let limit), let selector, let product):
      Row(name: "within_km", to: customers(matching: selector), product: product, limit: limit)
    }
  }
}
