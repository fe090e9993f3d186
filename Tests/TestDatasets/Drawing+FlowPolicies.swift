extension Drawing {
  /// One to three policies about what is made and shipped, mostly loose.
  mutating func drawFlowPolicies() {
    let rows = (0..<random.whole(1...3)).map { ["policy-\($0 + 1)"] + flowPolicy() }
    append(
      "constraints",
      [
        "constraint", "kind", "origin", "destination", "product", "period", "sense", "value",
        "limit",
      ], rows)
  }

  /// A kind and the rest of its row.
  private mutating func flowPolicy() -> [String] {
    let period = random.percent(60) ? "*" : random.one(of: periods)
    let product = random.one(of: products)
    let maker = random.one(of: makers[product] ?? [facilities[0].id])
    let demand = random.one(of: demands)
    let isLeast = random.percent(50)
    switch random.whole(0...6) {
    case 0:
      return [
        "production", random.percent(50) ? maker : "*", "", random.percent(60) ? product : "*",
        period, isLeast ? ">=" : "<=", random.decimal(isLeast ? 0...15 : 10...120), "",
      ]
    case 1:
      return [
        "flow", random.percent(50) ? "*" : selector(of: facilities).text,
        random.percent(50) ? demand.customer : selector(of: facilities + customers).text,
        random.percent(60) ? demand.product : "*", period, isLeast ? ">=" : "<=",
        random.decimal(isLeast ? 0...12 : 10...120), "",
      ]
    case 2:
      return [
        "minimum_if_open", random.percent(50) ? maker : selector(of: facilities).text, "*",
        productOrAll(), period, ">=", random.decimal(1...30), "",
      ]
    case 3:
      return [
        "sources", "", selector(of: facilities + customers).text, productOrAll(), period, "<=",
        "\(random.whole(1...2))", "",
      ]
    case 4:
      return [
        "requires", random.one(of: facilities).id,
        random.percent(50) ? "*" : random.one(of: facilities).id, "", period, ">=", "1", "",
      ]
    default:
      let isByDays = random.percent(50)
      return [
        isByDays ? "within_days" : "within_km", "", selector(of: customers).text,
        random.percent(50) ? demand.product : "*", period, ">=",
        random.decimal(0...14, hundredths: 5),
        isByDays ? random.decimal(0...12) : random.decimal(2...30, hundredths: 10_000),
      ]
    }
  }
}
