import SupplyData
import SupplyPlan

/// What is made of each product and who uses it, in the normal state of one period; units per year.
///
/// A facility uses what it makes and receives and does not ship, by country of origin; a customer what it receives. Goods that
/// pass through a warehouse are not used there.
struct ProductUses {
  /// Units used, by product and country of origin.
  private(set) var byCountry: [String: [String: Double]] = [:]
  /// Units made, by product and facility.
  private(set) var byFacility: [String: [String: Double]] = [:]
  /// Units delivered, by product and customer.
  private(set) var byCustomer: [String: [String: Double]] = [:]
  /// Units consumed, by product and by the product that is made of it.
  private(set) var byParent: [String: [String: Double]] = [:]

  /// The country of each facility.
  let countryOf: [String: String]

  init(_ plan: Plan, period: String, dataset: Dataset) {
    countryOf = Dictionary(
      dataset.facilities.map { ($0.id, $0.country) }, uniquingKeysWith: { first, _ in first })
    let components = Dictionary(grouping: dataset.billsOfMaterials, by: \.product)
    for row in plan.production where row.scenario == nil && row.period == period {
      byFacility[row.product, default: [:]][row.facility, default: 0] += row.quantity
      if let country = countryOf[row.facility] {
        byCountry[row.product, default: [:]][country, default: 0] += row.quantity
      }
      for line in components[row.product] ?? [] {
        byParent[line.component, default: [:]][row.product, default: 0] +=
          line.quantity * row.quantity
      }
    }
    for row in plan.flows where row.scenario == nil && row.period == period {
      // Between facilities a flow is received as much as it is shipped: over all of them nothing is used by it.
      if countryOf[row.destination] == nil {
        byCustomer[row.product, default: [:]][row.destination, default: 0] += row.quantity
      }
    }
  }
}
