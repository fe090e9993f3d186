import TestDatasets

/// Datasets for the command line; small enough that a solve takes no time.
enum Cases {
  /// A plant abroad, which may strike; a dearer one at home that may be opened; stock at the customer.
  static let small = TestDataset()
    .replacing("plan.yaml", "name: small\nrisk: {measure: expected}\nhome: BB\n")
    .adding("facilities", "second,BB,plant,candidate,1500,600")
    .adding("capacity", "second,line,40,0,2,200,50")
    .adding("production", "second,widget,60")
    .adding("lanes", "second,shop,truck")
    .adding("buffers", "location,product,maximum,unit_cost", "shop,widget,20,40")
    .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.1,26")
    .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")

  /// The same with another price.
  static let changed = small.replacing("production", "plant,widget,20", with: "plant,widget,21")

  /// The same without scenarios: nothing is at risk.
  static let certain = small.removing("scenarios").removing("disruptions")

  /// Faults in three tables.
  static let invalid =
    small
    .replacing("facilities", "second,BB,plant", with: "second,XX,plant")
    .replacing("production", "second,widget,60", with: "second,widgit,-60")
    .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,eighty,300")

  /// Demand beyond all capacity: it can hardly be meant, but it means something.
  static let doubtful = small.replacing("demand", "*,80,300", with: "*,800,300")

  /// Neither plant may be open, and one must be.
  static let infeasible = small.adding(
    "constraints", "constraint,kind,sense,value", "some,open_facilities,>=,3")

  /// So many places for plants that no solver is done with them in a moment.
  static func hard() -> TestDataset {
    let plants = (0..<24).map { "p\($0)" }
    let shops = (0..<48).map { "s\($0)" }
    func place(_ seed: Int) -> String {
      "\(40 + Double(seed * 37 % 100) / 10),\(10 + Double(seed * 53 % 100) / 5)"
    }
    var dataset = TestDataset()
      .replacing("plan.yaml", "name: hard\nrisk: {measure: expected}\n")
      .replacing(
        "facilities", "facility,country,latitude,longitude,kind,status,opening_cost,fixed_cost"
      )
      .replacing("capacity", "facility,module,size,maximum,build_cost,fixed_cost")
      .replacing("production", "facility,product,unit_cost")
      .replacing("customers", "customer,country,latitude,longitude")
      .replacing("demand", "customer,product,period,quantity,shortage_cost")
      .replacing("lanes", "origin,destination,mode\n*,*,truck\n")
      .adding("scenarios", "scenario,probability,duration_weeks")
      .adding("disruptions", "scenario,effect,origin,value")
    for (number, plant) in plants.enumerated() {
      // Lines of all sizes at much the same cost: which of them fit together is a hard question.
      let size = 41 + number * 17 % 37
      let costs = (opening: 3000 + number * 17, fixed: 900 + number * 3)
      dataset =
        dataset
        .adding(
          "facilities",
          "\(plant),AA,\(place(number + 3)),plant,candidate,\(costs.opening),\(costs.fixed)"
        )
        .adding(
          "capacity",
          "\(plant),line,\(size),3,\(25 * size + number * 7),\(4 * size + number * 3)"
        )
        .adding("production", "\(plant),widget,\(20 + Double(number * 7 % 9) / 10)")
    }
    for (number, shop) in shops.enumerated() {
      dataset =
        dataset
        .adding("customers", "\(shop),BB,\(place(number + 40))")
        .adding("demand", "\(shop),widget,*,\(10 + number * 7 % 19),300")
    }
    for number in 0..<5 {
      dataset =
        dataset
        .adding("scenarios", "e\(number),0.05,\(10 + number * 6)")
        .adding("disruptions", "e\(number),capacity,p\(number * 2)|p\(number * 2 + 1),1")
    }
    return dataset
  }
}
