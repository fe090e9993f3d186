package import SupplyData

/// A parameter in words.
package struct ParameterWords {
  /// Such as `the tariff rate (layer reciprocal)`.
  package let name: String

  /// A country by its name; other selectors as they are written.
  private static func place(_ value: String, _ dataset: Dataset) -> String {
    let id = value.hasPrefix("country:") ? String(value.dropFirst(8)) : value
    return dataset.countries.first { $0.id == id }.map { "in \($0.name)" } ?? value
  }

  package init(_ range: RangeExpression, _ dataset: Dataset) {
    let subjects = [
      "tariffs.rate": "the tariff", "production.unit_cost": "the cost of production",
      "settings.carbon_price": "the carbon price", "scenarios.probability": "the probability",
      "modes.cost_per_t_km": "freight per tonne and kilometre",
      "modes.cost_per_t": "freight per tonne", "lanes.unit_cost": "freight",
      "facilities.opening_cost": "the cost of opening",
      "facilities.fixed_cost": "the fixed cost of facilities",
      "facilities.closing_cost": "the cost of closing",
      "capacity.build_cost": "the cost of building",
      "capacity.fixed_cost": "the fixed cost of modules",
      "demand.shortage_cost": "the cost of a lost sale",
      "buffers.unit_cost": "the cost of stock",
    ]
    let key = "\(range.table).\(range.column)"
    let subject = subjects[key] ?? "“\(key)”"
    let scenarios = Dictionary(
      dataset.scenarios.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let scenario = range.conditions.first { $0.column == "scenario" }.map {
      " of “\(scenarios[$0.value] ?? $0.value)”"
    }
    let details = range.conditions.filter { $0.column != "scenario" }.map {
      "\($0.column) \(Self.place($0.value, dataset))"
    }
    name =
      subject + (scenario ?? "")
      + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}
