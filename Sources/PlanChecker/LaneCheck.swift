import SupplyData

/// Judges the flows of one period and state: that there is a lane, that it is open and wide enough, and that freight is what the
/// tables say. What moving the goods costs is added up along the way.
struct LaneCheck {
  /// Money and tonnes per year.
  struct Totals {
    var freight = 0.0
    var handling = 0.0
    var pipeline = 0.0
    var safetyStock = 0.0
    /// Tonnes, by facility the goods leave: those of handling included.
    var emissions: [Double]
    /// Tonnes of what customers return.
    var returnEmissions = 0.0
  }

  private struct Pair: Hashable, Comparable {
    var origin: Int
    var destination: Int
    var mode: Int

    static func < (left: Pair, right: Pair) -> Bool {
      (left.origin, left.destination, left.mode) < (right.origin, right.destination, right.mode)
    }
  }

  let operations: Operations
  let conditions: StateConditions
  let lanes: LaneTable
  let catalogue: Catalogue
  let findings: Findings

  /// Judges every flow and every lane used.
  func run() -> Totals {
    var totals = Totals(emissions: [Double](repeating: 0, count: catalogue.facilityCount))
    var loads: [Pair: (quantity: Double, least: Double)] = [:]
    for flow in operations.flows {
      let least = catalogue.least(flow.product)
      let pair = Pair(origin: flow.origin, destination: flow.destination, mode: flow.mode)
      let load = loads[pair] ?? (0, 0)
      loads[pair] = (load.quantity + flow.quantity, max(load.least, least))
      guard let lane = lane(of: flow) else { continue }
      add(flow, over: lane, to: &totals)
    }
    for (pair, load) in loads.sorted(by: { $0.key < $1.key }) { judge(pair, load) }
    return totals
  }

  /// The lane of a flow, judged; `nil` where there is none.
  private func lane(of flow: Operations.Flow) -> LaneTable.Lane? {
    let lane = lanes.lane(flow.origin, flow.destination, flow.mode, flow.product)
    findings.demand(
      lane != nil, .lane, place(flow), expected: "a row of lanes.csv that matches",
      found: "none")
    guard let lane else { return nil }
    if let rival = lane.rival {
      let rows = catalogue.dataset.lanes
      findings.note(
        .ambiguous, place(flow), expected: "one most specific row",
        found: "lanes.csv lines \(rows[lane.row].line) and \(rows[rival].line)")
    }
    findings.demand(
      flow.origin < catalogue.facilityCount || flow.destination < catalogue.facilityCount, .lane,
      place(flow), expected: "a facility to return goods to", found: "a customer")
    findings.demand(
      lane.isUsable, .lane, place(flow), expected: "a lead time within the shelf life",
      found: "\(lane.leadTimeDays) days")
    findings.demand(
      lanes.takes(flow.product, at: flow.destination), .lane, place(flow),
      expected: "a destination that asks for the product, consumes it, or leads to one that does",
      found: "none of these")
    if conditions.isLaneClosed(flow.origin, flow.destination, flow.mode, flow.product) {
      findings.atMost(
        .laneClosed, place(flow), limit: 0, found: flow.quantity,
        scale: max(flow.quantity, catalogue.least(flow.product)))
    }
    return lane
  }

  private func add(
    _ flow: Operations.Flow, over lane: LaneTable.Lane, to totals: inout Totals
  ) {
    let settings = catalogue.dataset.settings
    let value = flow.quantity * catalogue.dataset.products[flow.product].value
    let freight = flow.quantity * unitCost(flow, lane)
    // Next to the value of the goods, tiny freight is rounding.
    findings.equal(
      .freight, place(flow), expected: freight, found: flow.freight,
      scale: max(abs(freight), abs(flow.freight), value * Tolerance.smallMoney))
    totals.freight += freight
    totals.pipeline += value * settings.holdingRate * lane.leadTimeDays / 365
    totals.safetyStock += safetyStock(flow, lane, value)
    guard flow.origin < catalogue.facilityCount else {
      totals.returnEmissions += flow.quantity * lane.emissions
      return
    }
    let handling = catalogue.handling.handling(flow.origin, flow.product)
    totals.handling +=
      flow.quantity * handling.unitCost
      * catalogue.escalation.factor(.handling, flow.origin, operations.period)
    totals.emissions[flow.origin] += flow.quantity * (lane.emissions + handling.emissions)
  }

  /// Money per unit at the prices of the period and state; of what customers return, of the state alone.
  private func unitCost(_ flow: Operations.Flow, _ lane: LaneTable.Lane) -> Double {
    let escalation =
      flow.origin < catalogue.facilityCount
      ? catalogue.escalation.factor(.freight, flow.origin, operations.period) : 1
    return lane.unitCost * escalation
      * conditions.freightCostFactor(flow.origin, flow.destination, flow.mode, flow.product)
  }

  /// What holding stock against the swings of demand over the lead time costs a year: z standard deviations of it.
  private func safetyStock(_ flow: Operations.Flow, _ lane: LaneTable.Lane, _ value: Double)
    -> Double
  {
    guard catalogue.serviceQuantile > 0, flow.destination >= catalogue.facilityCount,
      let demand = catalogue.demandIndex[catalogue.pair(flow.destination, flow.product)]
    else { return 0 }
    let deviation = catalogue.demands[demand].deviation[operations.period]
    return catalogue.dataset.settings.holdingRate * value / 52 * catalogue.serviceQuantile
      * deviation * (lane.leadTimeDays / 7).squareRoot()
  }

  private func judge(_ pair: Pair, _ load: (quantity: Double, least: Double)) {
    let (capacity, isAmbiguous) = lanes.capacity(pair.origin, pair.destination, pair.mode)
    if isAmbiguous {
      findings.note(
        .ambiguous, place(pair), expected: "one capacity for all products", found: "several")
    }
    guard let capacity else { return }
    let limit = capacity * conditions.laneFactor(pair.origin, pair.destination, pair.mode)
    findings.atMost(
      .laneCapacity, place(pair), limit: limit, found: load.quantity,
      scale: max(limit, load.least))
  }

  private func place(_ pair: Pair) -> String {
    "lane \(catalogue.name(ofNode: pair.origin)) to \(catalogue.name(ofNode: pair.destination)) by "
      + "\(catalogue.dataset.modes[pair.mode].id), "
      + catalogue.place(operations.period, operations.state)
  }

  private func place(_ flow: Operations.Flow) -> String {
    "\(catalogue.name(ofNode: flow.origin)) to \(catalogue.name(ofNode: flow.destination)) by "
      + "\(catalogue.dataset.modes[flow.mode].id), "
      + catalogue.goods(flow.product, madeIn: flow.madeIn, claim: flow.claim) + ", "
      + catalogue.place(operations.period, operations.state)
  }
}
