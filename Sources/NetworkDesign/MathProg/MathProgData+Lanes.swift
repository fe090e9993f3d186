import SupplyData
import SupplyNetwork

/// Production, demand, and the lanes between them.
extension MathProgData {
  private var dataset: Dataset { network.dataset }

  func writeProductionAndDemand(to output: inout some TextOutputStream) {
    output.writeTitle("Production and demand")
    output.writeTable(
      set: "MAKES", "unit_cost capacity_use making_emissions",
      network.recipes.map {
        "\(facility($0.facility)) \(product($0.product)) \($0.unitCost.mathProg)"
          + " \($0.capacityUse.mathProg) \($0.emissionsTonnes.mathProg)"
      })
    if asksForRecipes {
      output.writeSet(
        "RECIPES", dataset.production.map { "\(symbols($0.facility)) \(symbols($0.product))" })
    }
    output.writeSet(
      "DEMANDS", network.demands.map { "\(customer($0.customer)) \(product($0.product))" })
    output.writeTable(
      "demand shortage_cost",
      network.demands.flatMap { demand in
        demand.quantity.indices.map { period in
          "\(customer(demand.customer)) \(product(demand.product)) \(period + 1)"
            + " \(demand.quantity[period].mathProg) \(demand.shortageCost[period].mathProg)"
        }
      })
    output.writeOptionalTable(
      "deviation",
      network.demands.flatMap { demand in
        demand.deviation.indices.filter { demand.deviation[$0] > 0 }.map { period in
          "\(customer(demand.customer)) \(product(demand.product)) \(period + 1)"
            + " \(demand.deviation[period].mathProg)"
        }
      })
    output.writeOptionalTable(set: "RETURNS", "return_share collection_cost", returns)
  }

  /// Whether something asks for products that a facility could make if it had the components.
  private var asksForRecipes: Bool {
    if network.recipes.count == dataset.production.count { return false }
    return !dataset.contracts.isEmpty
      || dataset.constraints.contains { constraint in
        switch constraint.kind {
        case .production, .minimumIfOpen: true
        default: false
        }
      }
  }

  /// What comes back for what is delivered: the narrowest row of a customer, product and returned product.
  private var returns: [String] {
    if dataset.returns.isEmpty { return [] }
    return network.demands.flatMap { demand -> [String] in
      let customer = dataset.customers[demand.customer].id
      let delivered = dataset.products[demand.product].id
      return dataset.products.compactMap { returned in
        narrowest(dataset.returns) { row in
          guard row.product == delivered, row.returned == returned.id else { return nil }
          return membership.specificity(of: row.customer, forNode: customer).map { [$0.rawValue] }
        }.map { row in
          "\(symbols(customer)) \(symbols(delivered)) \(symbols(returned.id))"
            + " \(row.share.mathProg) \(row.collectionCost.mathProg)"
        }
      }
    }
  }

  func writeLanes(to output: inout some TextOutputStream) {
    output.writeTitle("Modes and lanes")
    output.writeTable(
      set: "MODES", "cost_per_t_km cost_per_t speed dwell emissions_per_t_km",
      dataset.modes.map {
        "\(symbols($0.id)) \($0.costPerTonneKilometre.mathProg) \($0.costPerTonne.mathProg)"
          + " \($0.speedKilometresPerDay.mathProg) \($0.dwellDays.mathProg)"
          + " \($0.emissionsTonnesPerTonneKilometre.mathProg)"
      })
    output.writeTable(
      set: "CARRIED", "distance freight lead_time",
      network.lanes.lazy.flatMap { lane in lane.products.lazy.map { carried($0, on: lane) } })
    output.writeTable(
      "lane_capacity",
      network.lanes.lazy.compactMap { lane in
        guard let capacity = lane.capacity, !lane.products.isEmpty else { return nil }
        return "\(ends(of: lane)) \(capacity.mathProg)"
      })

    output.writeTitle("Goods on lanes, with the country they were made in")
    output.writeSet("FLOWS", flowSlices)
    writeTariffs(to: &output)
  }

  /// A lane and product with its distance; freight and lead time only where the lane names its own.
  private func carried(_ terms: Lane.Terms, on lane: Lane) -> String {
    let mode = dataset.modes[lane.mode]
    let distance = terms.distanceKilometres
    let freight =
      dataset.products[terms.product].weightTonnes
      * (distance * mode.costPerTonneKilometre + mode.costPerTonne)
    let leadTime = distance / mode.speedKilometresPerDay + mode.dwellDays
    return "\(ends(of: lane)) \(product(terms.product)) \(distance.mathProg)"
      + " \(own(terms.unitCost, insteadOf: freight)) \(own(terms.leadTimeDays, insteadOf: leadTime))"
  }

  private func own(_ number: Double, insteadOf usual: Double) -> String {
    number == usual ? "." : number.mathProg
  }

  /// Flows lane by lane, so that the lane is written once. What they may claim follows from where they were made.
  private var flowSlices: some Sequence<String> {
    let flows = network.flows.filter { $0.claim == nil }
    var start = flows.startIndex
    return AnyIterator {
      guard start < flows.endIndex else { return nil }
      let lane = flows[start].lane
      let end = flows[start...].firstIndex { $0.lane != lane } ?? flows.endIndex
      defer { start = end }
      let ends = ends(of: network.lanes[lane], separator: ",")
      return flows[start..<end].reduce(into: "(\(ends),*,*)") { line, flow in
        line += " \(product(flow.product)) \(country(flow.madeIn))"
      }
    }
  }

  private func ends(of lane: Lane, separator: String = " ") -> String {
    [
      symbols(network.id(of: lane.origin)), symbols(network.id(of: lane.destination)),
      mode(lane.mode),
    ]
    .joined(separator: separator)
  }

  func country(_ index: Int) -> String { symbols(dataset.countries[index].id) }
  private func product(_ index: Int) -> String { symbols(dataset.products[index].id) }
  private func facility(_ index: Int) -> String { symbols(dataset.facilities[index].id) }
  private func customer(_ index: Int) -> String { symbols(dataset.customers[index].id) }
  private func mode(_ index: Int) -> String { symbols(dataset.modes[index].id) }
}
