import Foundation
import SupplyPlan

/// The network of the plan that a report opens with as GeoJSON (RFC 7946), for geographic information systems: sites and customers
/// as points, flows of the normal state as lines, each of a period, product, mode and country of origin.
public struct NetworkGeoJSON: Sendable {
  private let input: ReportInput

  /// The network of the plan that the report of `input` opens with.
  public init(_ input: ReportInput) {
    self.input = input
  }

  /// The text; `nil` where there is no plan.
  ///
  /// - Throws: ``ReportError`` where the parts of the input do not belong together.
  public func text() throws -> String? {
    try input.validate()
    guard let plan = input.chosenPlan, plan.cost != nil else { return nil }
    let index = ReportIndex(input.dataset)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let features = sites(index, plan) + customers(index, plan) + flows(index, plan)
    // A line for each feature: a collection of thousands can still be looked at, and compared by line.
    let lines = try features.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    let name = String(decoding: try encoder.encode(input.dataset.settings.name), as: UTF8.self)
    let currency = String(
      decoding: try encoder.encode(input.dataset.settings.currency), as: UTF8.self)
    return """
      {"type":"FeatureCollection","name":\(name),"currency":\(currency),"features":[
      \(lines.joined(separator: ",\n"))
      ]}

      """
  }

  private func sites(_ index: ReportIndex, _ plan: Plan) -> [GeoFeature] {
    let open = Set(plan.facilities.filter(\.open).map { [$0.facility, $0.period] })
    let periods = index.periods.map(\.id)
    let capacity = periods.map { CapacityFacts.inPlace(index, plan, period: $0) }
    return SiteFacts.sites(index, plan).map { site in
      let facility = site.facility
      var properties: [String: GeoFeature.Value] = [
        "feature": .text("site"), "id": .text(facility.id), "name": .text(facility.name),
        "country": .text(facility.country), "kind": .text(facility.kind.rawValue),
        "status": .text(facility.status.rawValue), "state": .text(site.state.rawValue),
        "value": .number(site.value),
      ]
      for (period, capacity) in zip(periods, capacity) {
        properties["open_\(period)"] = .flag(open.contains([facility.id, period]))
        properties["capacity_\(period)"] = .number(capacity[facility.id] ?? 0)
      }
      return GeoFeature(geometry: .init(facility.location), properties: properties)
    }
  }

  private func customers(_ index: ReportIndex, _ plan: Plan) -> [GeoFeature] {
    let received = Dictionary(
      plan.flows.filter { $0.scenario == nil && $0.period == index.lastPeriod }.map {
        ($0.destination, index.value($0.quantity, of: $0.product))
      }, uniquingKeysWith: +)
    return index.dataset.customers.map { customer in
      GeoFeature(
        geometry: .init(customer.location),
        properties: [
          "feature": .text("customer"), "id": .text(customer.id), "name": .text(customer.name),
          "country": .text(customer.country), "value": .number(received[customer.id] ?? 0),
        ])
    }
  }

  private func flows(_ index: ReportIndex, _ plan: Plan) -> [GeoFeature] {
    plan.flows.filter { $0.scenario == nil && $0.quantity > 0 }.compactMap { flow in
      guard let origin = index.location(ofNode: flow.origin),
        let destination = index.location(ofNode: flow.destination),
        let country = index.country(ofNode: flow.destination)
      else { return nil }
      return GeoFeature(
        geometry: .init(from: origin, to: destination),
        properties: [
          "feature": .text("flow"), "origin": .text(flow.origin),
          "destination": .text(flow.destination), "product": .text(flow.product),
          "product_name": .text(index.name(ofProduct: flow.product)),
          "quantity": .number(flow.quantity),
          "unit": .text(index.products[flow.product]?.unit ?? ""),
          "value": .number(index.value(flow.quantity, of: flow.product)),
          "placement": .text(index.placement(madeIn: flow.madeIn, usedIn: country).rawValue),
          "made_in": .text(flow.madeIn), "mode": .text(flow.mode), "period": .text(flow.period),
          "freight": .number(flow.freight), "duty": .number(flow.duty),
        ])
    }
  }
}
