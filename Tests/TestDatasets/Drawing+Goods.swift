extension Drawing {
  /// Products, each perhaps made of ones before it.
  mutating func drawProducts() {
    let count = random.whole(size.products)
    products = (0..<count).map { "p\($0 + 1)" }
    write(
      "products", "product,name,unit,value,weight_t,shelf_life_days",
      products.map {
        [
          $0, "", "piece", random.decimal(50...150), random.decimal(0...10, hundredths: 1),
          sometimes(15, random.decimal(2...15)),
        ]
      })
    var rows: [[String]] = []
    for (index, product) in products.enumerated() where index > 0 {
      for component in products[..<index] where random.percent(65) {
        components[product, default: []].append(component)
        rows.append([product, component, random.decimal(1...4, hundredths: 50)])
      }
    }
    write("bills_of_materials", "product,component,quantity", rows)
  }

  mutating func drawFacilities() {
    let decided = max(1, size.mostDecisions / periods.count)
    let count = min(random.whole(size.facilities), max(size.facilities.lowerBound, decided))
    facilities = (0..<count).map { index in
      let kinds = ["supplier", "plant", "plant", "microfactory", "warehouse"]
      // The first can make things, so that there is something to plan.
      let kind = index == 0 ? "plant" : random.one(of: kinds)
      return Place(id: "f\(index + 1)", country: random.one(of: countries).id, kind: kind)
    }
    drawMakers()
    let modules = drawCapacity()
    existing = Set(
      facilities.map(\.id).filter { id in
        modules.contains { $0[0] == id && $0[3] != "" && $0[3] != "0" } || random.percent(30)
      })
    write(
      "facilities",
      "facility,name,country,latitude,longitude,kind,status,decision,opening_cost,closing_cost,"
        + "fixed_cost,throughput,fixed_jobs",
      facilities.enumerated().map { index, place in facility(place, isFixed: index >= decided) })
  }

  private mutating func facility(_ place: Place, isFixed: Bool) -> [String] {
    let fixing = random.one(of: ["open", "open", "closed"])
    let isDecided = isFixed || (!withoutPolicies && random.percent(15))
    let head = [place.id, "", place.country] + coordinates() + [place.kind]
    return head + [
      existing.contains(place.id) ? "existing" : "candidate",
      isDecided ? fixing : sometimes(50, "consider"),
      random.decimal(0...40, hundredths: 10_000), random.decimal(0...20, hundredths: 10_000),
      random.decimal(0...20, hundredths: 10_000), sometimes(35, random.decimal(40...200)),
      sometimes(50, random.decimal(1...50)),
    ]
  }

  /// Who makes what: every product somewhere.
  private mutating func drawMakers() {
    let able = facilities.filter { $0.kind != "warehouse" }.map(\.id)
    var rows: [[String]] = []
    for product in products {
      makers[product] = random.some(of: able)
      for maker in makers[product, default: []] {
        rows.append([
          maker, product, random.decimal(5...40),
          sometimes(40, random.decimal(1...4, hundredths: 50)),
          sometimes(50, random.decimal(0...30, hundredths: 10)),
        ])
      }
    }
    write("production", "facility,product,unit_cost,capacity_use,emissions_t", rows)
  }

  /// One or two modules for each that makes something, as many as keep the first stages few.
  private mutating func drawCapacity() -> [[String]] {
    var rows: [[String]] = []
    for facility in facilities.map(\.id) {
      guard makers.values.contains(where: { $0.contains(facility) }) else { continue }
      var choices = 1
      for module in ["big", "small"].prefix(random.whole(1...2)) {
        let drawn = random.whole(1...2)
        let affordable = [drawn, 1].first { choices * ($0 + 1) <= mostChoices }
        // Without a module nothing could be made, so the first is there whatever it costs.
        guard let maximum = affordable ?? (choices == 1 ? 1 : nil) else { continue }
        choices *= maximum + 1
        let existing = random.percent(45) ? random.whole(0...maximum) : 0
        rows.append([
          facility, module, random.decimal(module == "big" ? 60...150 : 20...60),
          existing == 0 ? sometimes(50, "0") : "\(existing)", "\(maximum)",
          random.decimal(0...50, hundredths: 10_000), random.decimal(0...10, hundredths: 10_000),
          sometimes(50, random.decimal(0...30)),
        ])
      }
    }
    write(
      "capacity", "facility,module,size,existing,maximum,build_cost,fixed_cost,jobs", rows)
    return rows
  }

  /// The most module counts of an open facility that keep the first stages within `mostDesigns`,
  /// closed counting as one more.
  private var mostChoices: Int {
    let factors = facilities.count * periods.count
    func designs(_ choices: Int) -> Double {
      (0..<factors).reduce(1.0) { product, _ in product * Double(choices + 1) }
    }
    var choices = 2
    while choices < 9, designs(choices + 1) <= Double(size.mostDesigns) { choices += 1 }
    return choices
  }

  /// Stocks at customers and at facilities that consume.
  mutating func drawBuffers() {
    var places = demands.map { (location: $0.customer, product: $0.product) }
    for product in products {
      for component in components[product] ?? [] {
        for maker in makers[product] ?? []
        where !places.contains(where: { $0.location == maker && $0.product == component }) {
          places.append((maker, component))
        }
      }
    }
    var rows: [[String]] = []
    for place in places where random.percent(35) {
      let maximum = random.whole(5...40)
      let isCustomer = customers.contains { $0.id == place.location }
      let stock = isCustomer || existing.contains(place.location) ? random.whole(0...maximum) : 0
      rows.append([
        place.location, place.product, "\(maximum)", stock == 0 ? "" : "\(stock)",
        sometimes(40, random.decimal(1...30)),
      ])
    }
    write("buffers", "location,product,maximum,existing,unit_cost", rows)
  }
}
