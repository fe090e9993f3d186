import TestDatasets

/// Datasets whose plans can be computed by hand.
enum HandCase {
  /// A plant that costs 1000 a year and a line of 100 that costs 500 make 80 widgets at 20 each for one customer; the way
  /// costs 1 each and takes no time. A widget not sold costs 300. One year.
  static let base = TestDataset().replacing("lanes", lanes("plant,shop,truck,,1,0,"))

  /// `lanes.csv` with a length of 1000 km everywhere.
  static func lanes(_ rows: String...) -> String {
    "origin,destination,mode,product,unit_cost,lead_time_days,capacity,distance_km\n"
      + rows.map { "\($0),1000\n" }.joined()
  }

  /// `plan.yaml` with periods of so many years, called t1, t2, ….
  static func settings(discountRate: Double, years: Int...) -> String {
    "name: hand\ndiscount_rate: \(discountRate)\nperiods:\n"
      + years.enumerated().map { "- {id: t\($0 + 1), years: \($1)}\n" }.joined()
  }

  /// The base with the plant out for a quarter of a year, in one year of five: a twentieth of the time.
  static let strike =
    base
    .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.2,13")
    .adding(
      "disruptions", "scenario,effect,origin,destination,mode,product,value",
      "strike,capacity,plant,,,,1")

  /// A plant in AA, perhaps, makes widgets of two bolts each, which it makes too, for a shop in BB. Bolts and widgets can be
  /// stocked; a strike halves the plant's capacity for half a year.
  static let twoNodes = TestDataset()
    .replacing(
      "plan.yaml",
      """
      name: two nodes
      discount_rate: 0.25
      carbon_price: 10
      periods:
      - {id: now, years: 1}
      - {id: then, years: 2}

      """
    )
    .adding("products", "bolt,piece,2,0.001")
    .adding("bills_of_materials", "product,component,quantity", "widget,bolt,2")
    .replacing(
      "facilities",
      """
      facility,country,kind,status,opening_cost,closing_cost,fixed_cost,throughput
      plant,AA,plant,candidate,4000,700,1000,90

      """
    )
    .replacing("capacity", "plant,line,100,1,2", with: "plant,line,100,0,2")
    .replacing(
      "production",
      """
      facility,product,unit_cost,capacity_use,emissions_t
      plant,widget,20,1,0.5
      plant,bolt,1,0.25,0

      """
    )
    .adding("demand", "shop,bolt,now,10,5")
    .replacing("lanes", lanes("plant,shop,truck,,1,36.5,60"))
    .adding("tariffs", "layer,origin,destination,product,rate", "mfn,AA,BB,widget,0.1")
    .adding(
      "incentives", "incentive,facility,share,maximum", "home,plant,0.5,3000",
      "green,kind:plant,0.25,"
    )
    .adding(
      "buffers", "location,product,maximum,existing,unit_cost", "shop,widget,20,5,3",
      "plant,bolt,40,0,1"
    )
    .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.2,26", "surge,0.1,52")
    .adding(
      "disruptions", "scenario,effect,origin,destination,product,value",
      "strike,capacity,plant,*,*,0.5", "surge,demand,*,shop,widget,0.25"
    )
    .adding(
      "constraints", "constraint,kind,origin,destination,product,period,sense,value",
      "few,open_facilities,*,*,*,*,<=,1", "budget,investment,plant,*,*,now,<=,6000",
      "clean,emissions,*,*,*,then,<=,30", "foreign,share,AA,*,*,*,<=,0.8")
}
