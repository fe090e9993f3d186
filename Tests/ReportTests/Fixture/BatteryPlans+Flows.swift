import Foundation

@testable import Report
@testable import SupplyData
@testable import SupplyPlan

extension BatteryPlans {
  /// Buys every product where a mix of low cost and nearness says, from the packs down to the lithium.
  func supply(_ plan: inout Plan, period: String, open: Set<String>, nearness: Double) {
    var needs: [String: [String: Double]] = [:]
    for row in dataset.demand where row.quantity > 0 {
      needs["packs", default: [:]][row.customer, default: 0] += row.quantity
    }
    for product in ["packs", "cells", "cathode", "graphite", "lithium"] {
      var made: [String: Double] = [:]
      let sources = BatteryTables.sites.filter { $0.product == product && open.contains($0.id) }
      for (node, quantity) in (needs[product] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let ranked = sources.sorted {
          effort($0, to: node, nearness) < effort($1, to: node, nearness)
        }
        for (source, share) in zip(ranked, ranked.count > 1 ? [0.72, 0.28] : [1]) {
          made[source.id, default: 0] += quantity * share
          ship(&plan, period, product, from: source, to: node, quantity * share)
        }
      }
      for (facility, quantity) in made.sorted(by: { $0.key < $1.key }) {
        plan.production.append(
          ProductionFlowRow(
            period: period, scenario: nil, facility: facility, product: product,
            quantity: quantity))
        for line in dataset.billsOfMaterials where line.product == product {
          needs[line.component, default: [:]][facility, default: 0] += quantity * line.quantity
        }
      }
    }
  }

  private func effort(_ site: BatteryTables.Site, to node: String, _ nearness: Double) -> Double {
    let cheap: [String: Double] = [
      "CN": 0.55, "VN": 0.6, "MX": 0.8, "KR": 0.85, "CL": 0.7, "AU": 0.75,
    ]
    let place = index.location(ofNode: node) ?? Coordinates(latitude: 0, longitude: 0)
    let radians = Double.pi / 180
    let cosine =
      sin(place.latitude * radians) * sin(site.latitude * radians)
      + cos(place.latitude * radians) * cos(site.latitude * radians)
      * cos((place.longitude - site.longitude) * radians)
    let distance = acos(min(1, max(-1, cosine))) / .pi
    return (cheap[site.country] ?? 1) * (1 - nearness * 0.6) + distance * (0.25 + 1.6 * nearness)
  }

  private func ship(
    _ plan: inout Plan, _ period: String, _ product: String, from site: BatteryTables.Site,
    to node: String, _ quantity: Double
  ) {
    func row(_ origin: String, _ destination: String) {
      plan.flows.append(
        FlowRow(
          period: period, scenario: nil, origin: origin, destination: destination, mode: "sea",
          product: product, madeIn: site.country, quantity: quantity, freight: quantity * 90,
          duty: quantity * 40))
    }
    let region = index.countries[index.country(ofNode: node) ?? ""]?.region
    if product == "packs", site.country == "CN", region == "europe" {
      row(site.id, "wh-rotterdam")
      row("wh-rotterdam", node)
    } else {
      row(site.id, node)
    }
  }

  /// As many modules as the production asks for.
  func addModules(_ plan: inout Plan, isBaseline: Bool) {
    let made = Dictionary(
      plan.production.map { ([$0.period, $0.facility], $0.quantity) }, uniquingKeysWith: +)
    for module in dataset.capacity {
      var count = module.existing
      for period in dataset.settings.periods {
        let isOpen = plan.facilities.contains {
          $0.facility == module.facility && $0.period == period.id && $0.open
        }
        let asked = (made[[period.id, module.facility]] ?? 0) / module.size
        let needed = isBaseline ? module.existing : isOpen ? max(count, Int(asked.rounded(.up))) : 0
        plan.modules.append(
          ModuleRow(
            facility: module.facility, module: module.module, period: period.id, count: needed,
            built: max(0, needed - count), retired: max(0, count - needed)))
        count = needed
      }
    }
  }

  /// The placements of what customers receive.
  func mix(_ plan: Plan) -> [MixRow] {
    let customers = Set(dataset.customers.map(\.id))
    return dataset.settings.periods.flatMap { period -> [MixRow] in
      let rows = plan.flows.filter {
        $0.period == period.id && $0.scenario == nil && customers.contains($0.destination)
      }
      let total = rows.reduce(0) { $0 + $1.quantity }
      guard total > 0 else { return [] }
      return rows.map { row in
        MixRow(
          period: period.id,
          class: index.placement(
            madeIn: row.madeIn, usedIn: index.country(ofNode: row.destination) ?? ""),
          country: row.madeIn, microfactory: index.facilities[row.origin]?.kind == .microfactory,
          valueShare: row.quantity / total)
      }
    }
  }

  /// Losses that fall as the network comes nearer, at another pace for each scenario.
  func losses(_ nearness: Double, isBaseline: Bool) -> [ScenarioLossRow] {
    dataset.scenarios.enumerated().flatMap { position, scenario in
      dataset.settings.periods.enumerated().map { time, period in
        let pace = 0.35 + 0.09 * Double(position)
        let height = scenario.durationWeeks / 52 * (0.75 - 0.06 * Double(position % 5))
        let kept = 1 - nearness * min(pace, 0.95) - (isBaseline ? -0.08 : 0.05 * Double(time))
        return ScenarioLossRow(
          scenario: scenario.id, period: period.id, salesLost: max(0, height * kept))
      }
    }
  }

  /// Cost lines that sum to `cost`.
  func costs(_ plan: Plan, cost: Double, nearness: Double) -> CostLines {
    let moves = MoveFacts(index, plan)
    var lines = CostLines()
    let scale = cost / 22e9
    lines.opening = moves.opened.reduce(0) { $0 + $1.facility.openingCost } * 0.86
    lines.building = max(0, moves.total - lines.opening) * 0.8
    lines.closing = moves.closing.reduce(0, +) * 0.75
    lines.incentives = -lines.building * 0.08
    lines.facilityFixed = (3.1e9 + 1.2e9 * nearness) * scale
    lines.moduleFixed = (0.42e9 + 0.3e9 * nearness) * scale
    lines.buffers = 0.12e9 * nearness
    lines.freight = (2.2e9 - 1.15e9 * nearness) * scale
    lines.duty = (1.9e9 - 1.35e9 * nearness) * scale
    lines.pipeline = (0.36e9 - 0.2e9 * nearness) * scale
    lines.carbon = (0.52e9 - 0.1e9 * nearness) * scale
    lines.shortage = (0.85e9 - 0.6e9 * nearness) * scale
    lines.production = cost - lines.total
    return lines
  }
}
