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
}
