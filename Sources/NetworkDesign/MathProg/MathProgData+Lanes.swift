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
    output.writeTitle("Rates of duty: product, made in, entering")
    output.writeTable("rate", rates)
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

  /// Flows lane by lane, so that the lane is written once.
  private var flowSlices: some Sequence<String> {
    let flows = network.flows
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

  /// One rate for all flows of a product between the same two countries; no row where it is 0.
  private var rates: [String] {
    var seen: Set<[Int]> = []
    let duties = DutyLayers(network)
    return network.flows.compactMap { flow in
      let arrival = network.countryIndex(of: flow.destination)
      let dutyRate = duties.layers(of: flow, period: 0).reduce(0) { $0 + $1.rate }
      guard dutyRate > 0, seen.insert([flow.product, flow.madeIn, arrival]).inserted else {
        return nil
      }
      return "\(product(flow.product)) \(country(flow.madeIn)) \(country(arrival))"
        + " \(dutyRate.mathProg)"
    }
  }

  private func ends(of lane: Lane, separator: String = " ") -> String {
    [symbols(network.id(of: lane.origin)), symbols(network.id(of: lane.destination)), mode(lane.mode)]
      .joined(separator: separator)
  }

  private func country(_ index: Int) -> String { symbols(dataset.countries[index].id) }
  private func product(_ index: Int) -> String { symbols(dataset.products[index].id) }
  private func facility(_ index: Int) -> String { symbols(dataset.facilities[index].id) }
  private func customer(_ index: Int) -> String { symbols(dataset.customers[index].id) }
  private func mode(_ index: Int) -> String { symbols(dataset.modes[index].id) }
}
