import SupplyData

/// Judges what facilities make and ship in one period and state: capacity, throughput, outages, closed doors.
struct FacilityCheck {
  let operations: Operations
  let conditions: StateConditions
  let firstStage: StatedFirstStage
  let catalogue: Catalogue
  let findings: Findings

  /// Judges every facility.
  func run() {
    var activity = [Activity](repeating: Activity(), count: catalogue.facilityCount)
    for row in operations.production {
      activity[row.node].made += row.quantity
      let least = catalogue.least(row.product)
      activity[row.node].least = max(activity[row.node].least, least)
      let name = catalogue.dataset.products[row.product].id
      guard let making = catalogue.makes[row.node][row.product] else {
        findings.note(
          .making, place(row.node) + ", product \(name)", expected: "a production row",
          found: "none")
        continue
      }
      if conditions.isStopped(row.product, in: catalogue.nodeCountry[row.node]) {
        findings.atMost(
          .outage, place(row.node) + ", product \(name)", limit: 0, found: row.quantity,
          scale: max(row.quantity, least))
      }
      activity[row.node].capacityUsed += making.capacityUse * row.quantity
      activity[row.node].leastCapacity = max(
        activity[row.node].leastCapacity, making.capacityUse * least)
    }
    for flow in operations.flows {
      let least = catalogue.least(flow.product)
      if flow.origin < catalogue.facilityCount {
        activity[flow.origin].shipped += flow.quantity
        activity[flow.origin].least = max(activity[flow.origin].least, least)
      }
      if flow.destination < catalogue.facilityCount {
        activity[flow.destination].received += flow.quantity
        activity[flow.destination].least = max(activity[flow.destination].least, least)
      }
    }
    for (facility, activity) in activity.enumerated() { judge(facility, activity) }
  }

  /// What one facility does, and the least natural scales of it.
  private struct Activity {
    var made = 0.0
    var received = 0.0
    var shipped = 0.0
    var capacityUsed = 0.0
    var least = 0.0
    var leastCapacity = 0.0
  }

  private func judge(_ facility: Int, _ activity: Activity) {
    let row = catalogue.dataset.facilities[facility]
    let availability = conditions.availability[facility]
    let size = firstStage.modules[facility].reduce(0) {
      $0 + catalogue.dataset.capacity[$1].size
        * Double(firstStage.count[$1][operations.period])
    }
    findings.atMost(
      .capacity, place(facility), limit: availability * size, found: activity.capacityUsed,
      scale: max(availability * size, activity.leastCapacity))
    if let throughput = row.throughput {
      findings.atMost(
        .throughput, place(facility), limit: availability * throughput, found: activity.shipped,
        scale: max(availability * throughput, activity.least))
    }
    if availability == 0 {
      findings.atMost(
        .outage, place(facility), limit: 0, found: activity.shipped,
        scale: max(activity.shipped, activity.least))
    }
    if !firstStage.isOpen[facility][operations.period] {
      for (quantity, word) in [
        (activity.made, "made"), (activity.received, "received"), (activity.shipped, "shipped"),
      ] {
        findings.atMost(
          .closedFacility, "\(place(facility)), \(word)", limit: 0, found: quantity,
          scale: max(quantity, activity.least))
      }
    }
  }

  private func place(_ facility: Int) -> String {
    "facility \(catalogue.name(ofNode: facility)), "
      + catalogue.place(operations.period, operations.state)
  }
}
