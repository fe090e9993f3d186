import TextFiles

@testable import SupplyData

extension BatteryTables {
  /// The dataset; `home` and the demand can be taken away.
  static func dataset(home: String? = "US", demandFactor: Double = 1) -> Dataset {
    let all = Selector.everything(in: .facilities)
    return Dataset(
      settings: PlanSettings(
        name: "Batteries for the next decade", currency: "USD", periods: periods,
        discountRate: 0.08, holdingRate: 0.15, carbonPrice: 60,
        risk: .conditionalValueAtRisk(level: 0.95), home: home),
      countries: countries, groups: groups, products: products,
      billsOfMaterials: billsOfMaterials, facilities: facilities, capacity: capacity,
      production: production, customers: customers.map(\.customer),
      demand: customers.map {
        DemandRow(
          customer: $0.customer.id, product: "packs", period: nil,
          quantity: $0.demand * demandFactor, shortageCost: 150_000)
      },
      modes: [
        Mode(
          id: "sea", costPerTonneKilometre: 0.01, costPerTonne: 40, speedKilometresPerDay: 600,
          dwellDays: 6, circuity: 1.4, emissionsTonnesPerTonneKilometre: 0.00001)
      ],
      lanes: [
        LaneRow(
          line: 2, origin: all, destination: .everything(in: .nodes), mode: "sea", product: nil,
          distanceKilometres: nil, unitCost: nil, leadTimeDays: nil, capacity: nil)
      ],
      tariffs: [], incentives: [], buffers: [], scenarios: scenarios, disruptions: [],
      constraints: [], sha256: String(repeating: "5a", count: 32))
  }

  private static var facilities: [Facility] {
    sites.map { site in
      let isSmall = site.kind == .microfactory
      return Facility(
        id: site.id, name: site.name, country: site.country,
        location: Coordinates(latitude: site.latitude, longitude: site.longitude),
        kind: site.kind, status: site.existing ? .existing : .candidate, decision: .consider,
        openingCost: site.existing ? 0 : isSmall ? 18e6 : 140e6, closingCost: 25e6,
        fixedCost: isSmall ? 3e6 : 22e6, throughput: nil,
        fixedJobs: isSmall ? 30 : site.kind == .warehouse ? 60 : 220)
    }
  }

  private static var capacity: [CapacityModule] {
    sites.filter { !$0.product.isEmpty }.map { site in
      CapacityModule(
        facility: site.id, module: "line", size: site.size, existing: site.existing ? 2 : 0,
        maximum: 9, buildCost: site.kind == .microfactory ? 22e6 : site.size * 6_000,
        fixedCost: 2e6, jobs: site.kind == .microfactory ? 45 : 160)
    }
  }

  private static var production: [ProductionRow] {
    sites.filter { !$0.product.isEmpty }.map {
      ProductionRow(
        facility: $0.id, product: $0.product, unitCost: 1000, capacityUse: 1, emissionsTonnes: 0.1)
    }
  }
}
