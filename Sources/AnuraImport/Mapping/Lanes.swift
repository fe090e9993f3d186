/// A pair and mode of the model.
struct LaneKey: Hashable {
  var origin: String
  var destination: String
  var mode: String
}

/// What a flow constraint limits: a pair, and a mode where one is named.
struct LaneLimit: Hashable {
  var origin: String
  var destination: String
  var mode: String?
}

/// A row of the dataset's lanes.
struct LaneDraft {
  var key: LaneKey
  /// The id of the origin: a supplier's product may have a facility for itself.
  var origin: String
  /// The name of the product; `nil` for all.
  var product: String?
  /// Kilometres; `nil` for the great circle times circuity.
  var distance: Double?
  /// Money a unit.
  var unitCost: Double
  /// Days; `nil` for distance by speed.
  var days: Double?
}

/// What a transportation policy says of the lanes it stands for.
struct LaneTerms {
  var row: AnuraRow
  /// How wide the row's names are, the narrowest winning: origin, destination, product.
  var breadth: [Int]
  var transport: TransportTerms
  /// The share of a cost per unit, and money a unit, that fuel adds.
  var surcharge: (share: Double, money: Double) = (0, 0)
  /// Share of the value of the goods.
  var dutyRate = 0.0
  /// Money for a unit of measure: the value of the goods for this duty.
  var dutyValue: (money: Double, unit: UnitOfMeasure)?
  var distance: Double?
  var days: Double?
}

extension ModelReader {
  /// Reads a transportation policy; `nil` where it cannot be used.
  func laneTerms(_ row: AnuraRow, breadth: [Int]) -> LaneTerms? {
    var lane = LaneTerms(row: row, breadth: breadth, transport: terms(row))
    row.use("ProductNameGroupBehavior")
    let policy = row.choice(
      "OptimizationPolicy", ["To Optimize", "By Ratio (Auto Scale)", "By Ratio (No Scale)"])
    if policy != "To Optimize" {
      row.drop("OptimizationPolicy", "shares of modes: the plan chooses")
      row.drop("OptimizationPolicyValue", "shares of modes: the plan chooses")
    }
    if let fuel = row.number("FuelSurcharge"), fuel > 0 {
      switch row.choice("FuelSurchargeBasis", ["Percentage", "Per Unit", "Per Distance"]) {
      case "Percentage": lane.surcharge.share = fuel / 100
      case "Per Unit": lane.surcharge.money = fuel
      default:
        row.drop("FuelSurcharge", "a surcharge by distance")
      }
    }
    if let rate = row.number("DutyRate") {
      lane.dutyRate = rate / 100
      if rate > 0 { row.approximate("DutyRate", "the lane's duty is included in its freight") }
      if let money = row.number("ProductValueForDutyCost"),
        let unit = units.unit(row, "ProductValueForDutyCostUOM", .quantity, .weight, .volume)
      {
        lane.dutyValue = (money, unit)
      }
    }
    if let distance = row.number("TransportDistance"),
      let unit = units.unit(row, "TransportDistanceUOM", .distance)
    {
      lane.distance = distance * unit.size
    }
    if let time = row.number("TransportTime"), let unit = units.unit(row, "TransportTimeUOM", .time)
    {
      lane.days = time * unit.size
    }
    if let percentage = row.peek("InventoryCarryingCostPercentage"),
      percentage == settings?.peek("InventoryCarryingCostPercentage")
    {
      row.use("InventoryCarryingCostPercentage")
    }
    return lane
  }

  /// Money a unit of the product on a lane.
  ///
  /// With `m` the money, `a` the amount of the unit of measure in a unit of the product, `L` the
  /// length or time of the lane and `s` the units of the product in a shipment: `m·a` for goods,
  /// `m·L/s` for trips, `m·a·L` for goods and way; a surcharge on it; `F/s` for a shipment's fixed
  /// cost `F`; and duty.
  func unitCost(
    _ lane: LaneTerms, of product: String, _ mode: ModeTerms, distance: Double, days: Double
  ) -> Double {
    let terms = lane.transport.over(mode.terms)
    let shipment: Double =
      terms.shipment.map { $0.amount / max(amount($0.unit, of: product), 1e-12) } ?? 1
    func length(_ unit: UnitOfMeasure) -> Double {
      (unit.kind == .distance ? distance : days) / unit.size
    }
    var cost =
      switch terms.cost?.basis {
      case .goods(let unit): (terms.cost?.money ?? 0) * amount(unit, of: product)
      case .trip(let unit): (terms.cost?.money ?? 0) * length(unit) / shipment
      case .goodsTrip(let unit, let trip):
        (terms.cost?.money ?? 0) * amount(unit, of: product) * length(trip)
      case nil: 0.0
      }
    cost = cost * (1 + lane.surcharge.share) + lane.surcharge.money
    cost += (terms.fixedCost ?? 0) / shipment
    let value =
      lane.dutyValue.map { $0.money * amount($0.unit, of: product) }
      ?? goods[product]?.value ?? 0
    return cost + (value > Self.noValue ? lane.dutyRate * value : 0)
  }

  /// Whether a unit costs the same on a lane whatever the product.
  func isCommon(_ lane: LaneTerms, _ mode: ModeTerms) -> Bool {
    let terms = lane.transport.over(mode.terms)
    guard lane.dutyRate == 0, terms.shipment.map({ units.isCommon($0.unit) }) ?? true else {
      return false
    }
    return switch terms.cost?.basis {
    case .goods(let unit), .goodsTrip(let unit, _): units.isCommon(unit)
    case .trip, nil: true
    }
  }
}
