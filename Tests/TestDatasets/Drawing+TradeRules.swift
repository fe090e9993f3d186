extension Drawing {
  private static let tariffColumns = [
    "layer", "origin", "destination", "product", "rate", "unit_rate", "period", "claim",
  ]

  /// A layer that asks for duty everywhere, of which some goods are spared.
  private mutating func addLayer(_ layer: String, _ rows: [[String]]) {
    layers.append(layer)
    let wide = [layer, "*", "*", "*", random.decimal(5...40, hundredths: 1), "", "", ""]
    append("tariffs", Self.tariffColumns, [wide] + rows)
  }

  private mutating func rate(_ range: ClosedRange<Int>) -> String {
    random.decimal(range, hundredths: 1)
  }

  /// Rows of one period each, and rows with money per unit.
  mutating func drawPhasedTariffs() {
    var rows: [[String]] = []
    for period in random.some(of: periods) {
      let isByUnit = random.percent(50)
      rows.append([
        "phase", "*", "*", "*", isByUnit ? "" : rate(0...60),
        isByUnit || random.percent(40) ? random.decimal(1...15) : "", period, "",
      ])
    }
    if random.percent(60) {
      rows.append([
        "phase", countrySelector().text, countrySelector().text, random.one(of: products),
        rate(0...30), sometimes(50, random.decimal(0...10)), "*", "",
      ])
    }
    addLayer("phase", rows)
  }

  /// An agreement of most countries, a layer that its goods are spared, and rules of what counts as its goods.
  mutating func drawClaims() {
    let agreements = ["accord", "treaty"].prefix(random.percent(35) ? 2 : 1)
    var rows: [[String]] = []
    var rules: [[String]] = []
    for agreement in agreements {
      let ids = countries.map(\.id)
      members[agreement] = random.percent(60) ? ids : random.some(of: ids)
      append(
        "groups", ["group", "kind", "country"],
        members[agreement, default: []].map { [agreement, "trade_agreement", $0] })
      rows.append(["treaty-duty", "*", "*", "*", rate(0...4), "", "", agreement])
      if random.percent(40) {
        rows.append([
          "treaty-duty", countrySelector().text, "*", random.one(of: products), rate(0...20),
          sometimes(40, random.decimal(0...3)), sometimes(40, random.one(of: periods)), agreement,
        ])
      }
      for product in products where random.percent(60) {
        rules.append([agreement, product, rate(0...100)])
      }
      if random.percent(30) { rules.append([agreement, sometimes(50, "*"), rate(0...80)]) }
    }
    addLayer("treaty-duty", rows)
    append("rules_of_origin", ["agreement", "product", "content"], rules)
    drawExemptions(Array(agreements))
  }

  /// A scenario's tariff of which goods of an agreement are spared.
  private mutating func drawExemptions(_ agreements: [String]) {
    let scenarios = ids("scenarios")
    guard !scenarios.isEmpty, random.percent(60) else { return }
    append(
      "disruptions", ["scenario", "effect", "origin", "destination", "product", "value", "exempt"],
      [
        [
          random.one(of: scenarios), "tariff", "*", countrySelector().text, productOrAll(),
          random.decimal(5...60, hundredths: 1), random.one(of: agreements),
        ]
      ])
  }

  /// Duty is paid back in some countries, where there is any.
  mutating func drawDrawback() {
    drawImports()
    if layers.isEmpty || random.percent(50) { addLayer("levy", []) }
    let keys = (0..<random.whole(1...2)).map { _ in productOrAll() }
    var rows = untied(keys) { $0.countrySelector() }.map { row in
      [row.selector.text, row.key, random.decimal(40...100, hundredths: 1)]
    }
    if random.percent(50), !rows.contains(where: { $0[0] == "*" && $0[1] == "*" }) {
      // What is as wide as the last is never as narrow as the others.
      rows.removeAll { $0[0] == "*" || $0[0].contains("|") }
      rows.append(["*", "*", "0.9"])
    }
    append("drawback", ["country", "component", "share"], rows)
  }

  /// A component that is made cheaply in another country than what is made of it, so that something
  /// crosses a border before it is made into something else.
  private mutating func drawImports() {
    let equipped = Set(makers.values.flatMap(\.self))
    func country(_ facility: String) -> String {
      facilities.first { $0.id == facility }?.country ?? ""
    }
    var chances: [(facility: String, component: String)] = []
    for product in products {
      let homes = Set(makers[product, default: []].map(country))
      for component in components[product] ?? [] {
        for place in facilities where equipped.contains(place.id) && homes != [place.country] {
          if let known = makers[component], !known.contains(place.id) {
            chances.append((place.id, component))
          }
        }
      }
    }
    guard !chances.isEmpty else { return }
    let chance = random.one(of: chances)
    makers[chance.component, default: []].append(chance.facility)
    append(
      "production", ["facility", "product", "unit_cost", "capacity_use"],
      [[chance.facility, chance.component, random.decimal(1...4), "0.5"]])
  }

  /// Quotas of different products, or of different periods.
  mutating func drawQuotas() {
    if layers.isEmpty || random.percent(50) { addLayer("levy-2", []) }
    let header = [
      "quota", "layer", "origin", "destination", "product", "period", "quantity", "rate",
      "unit_rate",
    ]
    func quota(
      _ number: Int, _ product: String, _ period: String, _ drawing: inout Drawing
    ) -> [String] {
      [
        "quota-\(number)", drawing.random.one(of: drawing.layers),
        drawing.random.percent(50) ? "*" : drawing.countrySelector().text,
        drawing.random.percent(50) ? "*" : drawing.countrySelector().text, product, period,
        drawing.random.decimal(0...80), drawing.rate(0...6),
        drawing.sometimes(30, drawing.random.decimal(0...2)),
      ]
    }
    var rows: [[String]] = []
    switch random.whole(0...2) {
    case 0: rows = [quota(1, "*", sometimes(50, "*"), &self)]
    case 1:
      for product in products {
        rows.append(quota(rows.count + 1, product, "*", &self))
      }
    default:
      for period in periods { rows.append(quota(rows.count + 1, productOrAll(), period, &self)) }
    }
    append("quotas", header, rows)
  }
}
