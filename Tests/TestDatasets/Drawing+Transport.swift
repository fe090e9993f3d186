extension Drawing {
  /// Modes and lanes: a wide row for each mode, then narrower ones.
  mutating func drawTransport() {
    modes = Array(["truck", "plane"].prefix(random.whole(1...2)))
    write(
      "modes",
      "mode,cost_per_t_km,cost_per_t,speed_km_per_day,dwell_days,circuity,emissions_t_per_t_km",
      modes.map { mode in
        let isPlane = mode == "plane"
        return [
          mode, random.decimal(isPlane ? 30...80 : 5...20, hundredths: 1),
          sometimes(50, random.decimal(0...50)), random.decimal(isPlane ? 4000...8000 : 300...600),
          sometimes(50, random.decimal(0...3)), sometimes(50, random.one(of: ["1", "1.3"])),
          sometimes(50, isPlane ? "0.0006" : "0.0001"),
        ]
      })
    var rows: [[String]] = []
    for mode in modes { rows += drawLanes(of: mode) }
    write(
      "lanes",
      "origin,destination,mode,product,distance_km,unit_cost,lead_time_days,capacity", rows)
  }

  private mutating func drawLanes(of mode: String) -> [[String]] {
    // One capacity a mode: rows that win for different products of a pair may not contradict one
    // another.
    let capacity = random.percent(50) ? random.decimal(30...150) : ""
    let isLimited = !capacity.isEmpty && random.percent(60)
    if isLimited { limitedModes.append(mode) }
    let nodes = facilities + customers
    let everything = RandomSelector(
      text: "*", ranks: Dictionary(nodes.map { ($0.id, 5) }) { first, _ in first })
    var lanes: [(origin: RandomSelector, destination: RandomSelector, product: String)] = []
    if random.percent(80) { lanes.append((everything, everything, "*")) }
    for _ in 0..<random.whole(lanes.isEmpty ? 2...4 : 0...4) {
      let lane = (selector(of: facilities), selector(of: nodes), productOrAll())
      let ties = lanes.contains { other in
        guard other.product == lane.2 else { return false }
        let origins = other.origin.ties(with: lane.0)
        let destinations = other.destination.ties(with: lane.1)
        return origins.contains { origin in destinations.contains { $0 != origin } }
      }
      // A row that only leads from a node to itself stands for no lane.
      let leads = lane.0.ranks.keys.contains { origin in
        lane.1.ranks.keys.contains { $0 != origin }
      }
      if leads, !ties { lanes.append(lane) }
    }
    return lanes.map { lane in
      [
        lane.origin.text, lane.destination.text, mode, lane.product == "*" ? "" : lane.product,
        sometimes(25, random.decimal(100...3000)), sometimes(25, random.decimal(1...20)),
        sometimes(25, random.decimal(0...12)), isLimited ? capacity : sometimes(50, capacity),
      ]
    }
  }

  mutating func drawTariffs() {
    var rows: [[String]] = []
    for layer in ["general", "extra"] where random.percent(60) {
      layers.append(layer)
      var tariffs: [(origin: RandomSelector, destination: RandomSelector, product: String)] = []
      for _ in 0..<random.whole(1...4) {
        let tariff = (countrySelector(), countrySelector(), productOrAll())
        let ties = tariffs.contains { other in
          other.product == tariff.2 && !other.origin.ties(with: tariff.0).isEmpty
            && !other.destination.ties(with: tariff.1).isEmpty
        }
        if !ties { tariffs.append(tariff) }
      }
      rows += tariffs.map {
        [
          layer, $0.origin.text, $0.destination.text, $0.product,
          random.decimal(0...40, hundredths: 1),
        ]
      }
    }
    write("tariffs", "layer,origin,destination,product,rate", rows)
  }
}
