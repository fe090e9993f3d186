import SupplyData
import SupplyPlan

/// What a plan has, over all periods.
struct PlanHoldings {
  /// Years in which each facility is open.
  var yearsOpen: [String: Int] = [:]
  /// Modules built, by facility and module.
  var built: [[String]: Int] = [:]
  /// Units held, the mean over the years, by location and product.
  var stock: [[String]: Double] = [:]
  /// Units made a year in the normal state, the mean over the years, by product and country; noise is left out.
  var madeIn: [String: [String: Double]] = [:]
  /// Share of deliveries by placement, the mean over the years.
  var mix: [PlacementClass: Double] = [:]

  init(_ plan: Plan, dataset: Dataset) {
    let years = Dictionary(
      dataset.settings.periods.map { ($0.id, $0.years) }, uniquingKeysWith: { first, _ in first })
    let all = Double(years.values.reduce(0, +))
    func share(_ period: String) -> Double { Double(years[period] ?? 0) / max(all, 1) }
    let country = Dictionary(
      dataset.facilities.map { ($0.id, $0.country) }, uniquingKeysWith: { first, _ in first })

    for row in plan.facilities where row.open {
      yearsOpen[row.facility, default: 0] += years[row.period] ?? 0
    }
    for row in plan.modules where row.built > 0 {
      built[[row.facility, row.module], default: 0] += row.built
    }
    for row in plan.buffers {
      stock[[row.location, row.product], default: 0] += share(row.period) * row.stock
    }
    for row in plan.production where row.scenario == nil && row.quantity > 0 {
      guard let country = country[row.facility] else { continue }
      madeIn[row.product, default: [:]][country, default: 0] += share(row.period) * row.quantity
    }
    // What a solve leaves below a thousandth is no source.
    madeIn = madeIn.mapValues { countries in
      let sum = countries.values.reduce(0, +)
      return countries.filter { $0.value > 1e-3 * sum }
    }
    for row in plan.mix { mix[row.class, default: 0] += share(row.period) * row.valueShare }
  }
}
