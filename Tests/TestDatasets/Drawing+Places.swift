extension Drawing {
  mutating func drawPeriods() {
    let count = random.whole(size.periods)
    periods = (0..<count).map { "t\($0 + 1)" }
  }

  mutating func drawSettings() {
    var lines = ["name: random", "currency: EUR", "periods:"]
    for period in periods { lines.append("- {id: \(period), years: \(random.whole(1...3))}") }
    if random.percent(80) { lines.append("discount_rate: \(random.one(of: ["0", "0.05", "0.1"]))") }
    if random.percent(50) { lines.append("holding_rate: \(random.one(of: ["0", "0.1", "0.25"]))") }
    if random.percent(50) {
      lines.append("carbon_price: \(random.decimal(0...20, hundredths: 500))")
    }
    if random.percent(85) {
      let measure = random.one(of: ["expected", "worst", "cvar", "cvar"])
      let level = random.one(of: ["0", "0.5", "0.8", "0.95"])
      lines.append(
        measure == "cvar" ? "risk: {measure: cvar, level: \(level)}" : "risk: {measure: \(measure)}"
      )
    }
    if random.percent(50) { lines.append("home: \(countries[0].id)") }
    tables = tables.replacing("plan.yaml", lines.joined(separator: "\n") + "\n")
  }

  mutating func drawCountries() {
    let count = random.whole(size.countries)
    let ids = (0..<count).map {
      ["AA", "BB", "CC", "DD", "EE", "FF"][$0 % 6] + ($0 < 6 ? "" : "\($0)")
    }
    countries = ids.map { ($0, random.one(of: ["North", "South"])) }
    write(
      "countries", "country,name,region,latitude,longitude",
      countries.map {
        [
          $0.id, sometimes(50, "\"Land, \($0.id)\""), $0.region, random.decimal(30...55),
          random.decimal(0...40),
        ]
      })
    drawGroups()
  }

  private mutating func drawGroups() {
    var rows: [[String]] = []
    for (group, kind) in [
      ("union", "customs_union"), ("pact", "trade_agreement"), ("friends", "alliance"),
    ] where random.percent(50) {
      members[group] = random.some(of: countries.map(\.id))
      rows += members[group, default: []].map { [group, kind, $0] }
    }
    write("groups", "group,kind,country", rows)
  }

  /// Customers, and what they want: the last product at least, which is the most elaborate.
  mutating func drawCustomers() {
    let count = random.whole(size.customers)
    customers = (0..<count).map {
      Place(id: "c\($0 + 1)", country: random.one(of: countries).id)
    }
    write(
      "customers", "customer,country,latitude,longitude",
      customers.map { [$0.id, $0.country] + coordinates() })
    var rows: [[String]] = []
    for customer in customers {
      for product in products where product == products.last || random.percent(25) {
        demands.append((customer.id, product))
        rows += demand(customer.id, product)
      }
    }
    write("demand", "customer,product,period,quantity,shortage_cost", rows)
  }

  private mutating func demand(_ customer: String, _ product: String) -> [[String]] {
    let cost = random.decimal(200...600)
    if random.percent(20) {
      // One period by name, so that the others are without demand.
      return [[customer, product, random.one(of: periods), random.decimal(20...80), cost]]
    }
    var rows = [[customer, product, "*", random.percent(5) ? "0" : random.decimal(20...80), cost]]
    if random.percent(30) {
      rows.append([
        customer, product, random.one(of: periods), random.decimal(10...100),
        random.decimal(200...600),
      ])
    }
    return rows
  }

  /// Latitude and longitude, or two empty cells.
  mutating func coordinates() -> [String] {
    random.percent(50) ? [random.decimal(30...55), random.decimal(0...40)] : ["", ""]
  }
}
