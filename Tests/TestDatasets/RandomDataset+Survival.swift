extension RandomDataset {
  /// The dataset with times to recover, and one or two constraints that want outages survived: of facilities, countries,
  /// regions, products in a country, corridors or two things at once.
  ///
  /// The limits are drawn so that some bind, some do not and some cannot be met.
  public func surviving() throws -> TestDataset {
    let known = try read()
    var random = SplitMix64(seed: seed &+ 0x5AFE)
    func facility() -> String { random.one(of: known.facilities.map(\.id)) }
    func country() -> String {
      "country:" + random.one(of: known.facilities.map(\.country))
    }
    func region() -> String {
      let country = random.one(of: known.facilities.map(\.country))
      return "region:" + (known.countries.first { $0.id == country }?.region ?? "")
    }
    func target() -> String {
      switch random.whole(0...7) {
      case 0: return facility()
      case 1: return country()
      case 2: return region()
      case 3: return "*"
      case 4: return "country:*"
      case 5: return known.production.isEmpty ? "*" : "product:*@country:*"
      case 6: return "\(country())>\(country())"
      default: return "\(country())|\(facility())"
      }
    }
    func weeks() -> String { random.decimal(4...40, hundredths: 50) }
    var tables = dataset
    tables = tables.replacing(
      "recovery", "target,weeks\n*,\(weeks())\n\(country()),\(weeks())\n\(facility()),\(weeks())\n")
    var lines: [String] = []
    for number in 1...random.whole(1...2) {
      let period = random.percent(70) ? "*" : random.one(of: known.settings.periods.map(\.id))
      lines.append(
        "survive-\(number),survive,\(target()),,,\(period),<=,\(random.decimal(0...30, hundredths: 1))"
      )
    }
    if tables.files["constraints.csv"] == nil {
      tables = tables.adding(
        "constraints", "constraint,kind,origin,destination,product,period,sense,value")
    }
    for line in lines { tables = tables.adding("constraints", line) }
    return tables
  }
}
