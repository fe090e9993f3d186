extension Drawing {
  mutating func drawAvailability() {
    let last = periods[periods.count - 1]
    let chosen = facilities.map {
      ($0.id, random.percent(80) ? last : random.one(of: ["", periods[0]]))
    }
    add("available_from", to: "facilities") { row in
      row["status"] == "candidate"
        ? chosen.first { $0.0 == row["facility"] }?.1 ?? "" : ""
    }
  }

  mutating func drawSafetyStock() {
    let level = random.one(of: ["0.5", "0.8", "0.95", "0.99"])
    tables = tables.adding("plan.yaml", "service_level: \(level)")
    var deviations: [String] = []
    for _ in 0..<100 { deviations.append(sometimes(75, random.decimal(5...100, hundredths: 1))) }
    var next = 0
    add("deviation", to: "demand") { _ in
      next += 1
      return deviations[(next - 1) % deviations.count]
    }
  }

  /// Factors for some kinds of cost in some periods.
  mutating func drawEscalation() {
    let costs = [
      "production", "handling", "freight", "facility_fixed", "module_fixed", "opening", "closing",
      "build",
    ]
    let keys = (0..<random.whole(2...6)).map { _ in
      "\(random.one(of: costs)),\(random.one(of: periods))"
    }
    var rows = untied(keys) { $0.selector(of: $0.facilities) }.map { row in
      let parts = row.key.split(separator: ",").map(String.init)
      return [parts[0], row.selector.text, parts[1], random.decimal(0...40, hundredths: 5)]
    }
    if random.percent(40) {
      rows.append([
        "carbon_price", sometimes(50, "*"), random.one(of: periods),
        random.decimal(0...40, hundredths: 10),
      ])
    }
    append("escalation", ["cost", "facility", "period", "factor"], rows)
  }

  mutating func drawHandling() {
    let keys = (0..<random.whole(1...3)).map { _ in productOrAll() }
    let rows = untied(keys) { $0.selector(of: $0.facilities) }.map { row in
      [
        row.selector.text, row.key == "*" ? sometimes(50, "*") : row.key,
        sometimes(85, random.decimal(1...120, hundredths: 10)),
        sometimes(40, random.decimal(0...20, hundredths: 5)),
      ]
    }
    append("handling", ["facility", "product", "unit_cost", "emissions_t"], rows)
  }

  /// One or two contracts for some of what facilities make: dearer and cheaper ones, with and without a minimum.
  mutating func drawContracts() {
    var rows: [[String]] = []
    let pairs = products.flatMap { product in (makers[product] ?? []).map { ($0, product) } }
    for (facility, product) in random.some(of: pairs).prefix(2) {
      var isFree = existing.contains(facility)
      for _ in 0..<random.whole(1...2) {
        let maximum = random.whole(10...80)
        let isExisting = isFree && random.percent(50)
        if isExisting { isFree = false }
        rows.append([
          "deal-\(rows.count + 1)", facility, product, random.decimal(0...30),
          sometimes(70, random.decimal(0...6, hundredths: 10_000)),
          sometimes(60, "\(random.whole(0...(maximum / 2)))"), "\(maximum)",
          isExisting ? "1" : sometimes(50, "0"),
        ])
      }
    }
    append(
      "contracts",
      [
        "contract", "facility", "product", "unit_cost", "fixed_cost", "minimum", "maximum",
        "existing",
      ], rows)
  }

  mutating func drawClusters() {
    var rows: [[String]] = []
    for cluster in ["valley", "coast"].prefix(random.whole(1...2)) {
      for count in 2...random.whole(2...3) {
        rows.append([
          cluster, random.percent(50) ? "*" : selector(of: facilities).text, "\(count)",
          random.decimal(1...15, hundredths: 10_000),
        ])
      }
    }
    append("clusters", ["cluster", "facility", "at_least", "saving"], rows)
  }

  /// Making and freight at other costs in some scenarios.
  mutating func drawCostEffects() {
    let scenarios = ids("scenarios")
    guard !scenarios.isEmpty else { return }
    let rows = (0..<random.whole(1...3)).map { _ in
      let sign = random.percent(30) ? "-" : ""
      let value = sign + random.decimal(1...24, hundredths: 5)
      let scenario = random.one(of: scenarios)
      if random.percent(50) {
        return [
          scenario, "production_cost", selector(of: facilities).text, "", "", productOrAll(), value,
        ]
      }
      let nodes = facilities + customers
      return [
        scenario, "freight_cost", selector(of: nodes).text, selector(of: nodes).text,
        random.percent(50) ? "*" : random.one(of: modes), productOrAll(), value,
      ]
    }
    append(
      "disruptions", ["scenario", "effect", "origin", "destination", "mode", "product", "value"],
      rows)
  }
}
