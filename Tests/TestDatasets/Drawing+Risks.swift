extension Drawing {
  mutating func drawScenarios() {
    let ids = (0..<random.whole(size.scenarios)).map { "s\($0 + 1)" }
    // In hundredths, so that all together stay below 1.
    let likeliest = max(1, min(30, 90 / max(1, ids.count)))
    write(
      "scenarios", "scenario,name,probability,duration_weeks",
      ids.map {
        [
          $0, "", random.percent(10) ? "0" : random.decimal(1...likeliest, hundredths: 1),
          random.percent(20) ? "52" : random.decimal(4...104, hundredths: 50),
        ]
      })
    var rows: [[String]] = []
    for scenario in ids {
      for _ in 0..<random.whole(1...3) { rows.append([scenario] + disruption()) }
    }
    write("disruptions", "scenario,effect,origin,destination,mode,product,value", rows)
  }

  private mutating func disruption() -> [String] {
    switch random.whole(0...4) {
    case 0, 1:
      let value = random.percent(50) ? "1" : random.decimal(1...19, hundredths: 5)
      return ["capacity", selector(of: facilities).text, "", "*", "", value]
    case 2: return laneDisruption()
    case 3:
      // Some tariffs fall.
      let sign = random.percent(25) ? "-" : ""
      return [
        "tariff", countrySelector().text, countrySelector().text, "", productOrAll(),
        sign + random.decimal(1...40, hundredths: 2),
      ]
    default:
      let sign = random.percent(40) ? "-" : ""
      return [
        "demand", "*", selector(of: customers).text, "", productOrAll(),
        sign + random.decimal(1...20, hundredths: 5),
      ]
    }
  }

  private mutating func laneDisruption() -> [String] {
    let nodes = facilities + customers
    let origin = selector(of: nodes).text
    let destination = selector(of: nodes).text
    if random.percent(40), !limitedModes.isEmpty {
      // A partial loss needs lanes whose capacity is given.
      return [
        "lane", origin, destination, random.one(of: limitedModes), "*",
        random.decimal(1...19, hundredths: 5),
      ]
    }
    let mode = random.percent(50) ? "*" : random.one(of: modes)
    return ["lane", origin, destination, mode, productOrAll(), "1"]
  }
}
