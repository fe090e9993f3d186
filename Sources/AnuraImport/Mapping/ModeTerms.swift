import SupplyData

/// What a row says of moving goods: of a mode, or of a policy, which is read before its mode's.
struct TransportTerms {
  /// Money for a basis.
  var cost: (money: Double, basis: CostBasis)?
  /// Money a shipment.
  var fixedCost: Double?
  /// What a shipment holds.
  var shipment: (amount: Double, unit: UnitOfMeasure)?

  /// These terms, and those of the mode where these say nothing.
  func over(_ mode: TransportTerms) -> TransportTerms {
    TransportTerms(
      cost: cost ?? mode.cost, fixedCost: fixedCost ?? mode.fixedCost,
      shipment: shipment ?? mode.shipment)
  }
}

/// A mode of the model.
struct ModeTerms {
  var terms = TransportTerms()
  /// Kilometres a day.
  var speed: Double
  /// CO2 a tonne and kilometre, in the model's unit of it.
  var emissions = 0.0
}

extension ModelReader {
  /// The mode of a lane whose row names none.
  static let noMode = "unspecified"

  static func isMetric(_ row: AnuraRow?, _ column: String) -> Bool {
    row?.choice(column, ["MPH", "KPH"]) == "KPH"
  }

  /// Modes.
  func readModes() {
    for row in folder.rows("TransportationModes") {
      guard let name = row.text("ModeName") else { continue }
      ids[Entity(kind: .mode, name: name)] = identifier(row, "ModeName", name, noun: "mode")
      var mode = ModeTerms(terms: terms(row), speed: standardSpeed)
      if let speed = row.number("ModeSpeed", least: 1e-6) {
        let isMetric =
          row.peek("ModeSpeedUOM") == nil
          ? Self.isMetric(settings, "PrimarySpeedUOM") : Self.isMetric(row, "ModeSpeedUOM")
        mode.speed = speed * (isMetric ? 1 : 1.609_344) * 24
      }
      mode.emissions = emissions(row)
      modes[name] = mode
    }
    guard folder.table("TransportationModes") == nil else { return }
    // Without a table of modes, those that rows name are all there are.
    for row in folder.rows("TransportationPolicies") {
      guard let name = row.peek("ModeName"), modes[name] == nil else { continue }
      names.add(Entity(kind: .mode, name: name))
      ids[Entity(kind: .mode, name: name)] = identifier(row, "ModeName", name, noun: "mode")
      modes[name] = ModeTerms(speed: standardSpeed)
    }
  }

  /// Costs of a row of a policy or a mode.
  func terms(_ row: AnuraRow) -> TransportTerms {
    var terms = TransportTerms()
    if let money = steps.cost(row, "UnitCost"), let basis = units.basis(row, "UnitCostUOM") {
      terms.cost = (money, basis)
    }
    if let money = steps.cost(row, "FixedCost") {
      terms.fixedCost = money
      if row.choice("FixedCostRule", ["Prorate", "Treat As Full"]) != "Prorate", money > 0 {
        row.approximate("FixedCostRule", "shipments are not rounded up to whole ones")
      }
    }
    if let size = row.number("AverageShipmentSize", least: 1e-12),
      let unit = units.unit(row, "AverageShipmentSizeUOM", .quantity, .weight, .volume)
    {
      terms.shipment = (size, unit)
    }
    return terms
  }

  /// CO2 a tonne and kilometre, where the unit says it so.
  private func emissions(_ row: AnuraRow) -> Double {
    guard row.peek("CO2EmissionRate") != nil else { return 0 }
    guard let written = row.peek("CO2EmissionRateUOM"),
      case .goodsTrip(let goods, let trip)? = units.basis(row, "CO2EmissionRateUOM"),
      trip.kind == .distance
    else {
      row.drop("CO2EmissionRate", "freight emissions depend on weight and distance")
      row.drop("CO2EmissionRateUOM", "freight emissions depend on weight and distance")
      return 0
    }
    guard goods.kind == .weight else {
      row.drop(
        "CO2EmissionRate",
        "emissions by \(written); freight emissions depend on weight and distance")
      return 0
    }
    return (row.number("CO2EmissionRate") ?? 0) / goods.size / trip.size
  }
}
