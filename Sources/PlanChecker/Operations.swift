import SupplyPlan

/// What a plan does in one period of one state, by index instead of id.
struct Operations {
  /// A row of `flows.csv` with the lane it goes over.
  struct Flow {
    var origin: Int
    var destination: Int
    var mode: Int
    var product: Int
    var madeIn: Int
    var quantity: Double
    var freight: Double
    var duty: Double
  }

  /// Something made, or drawn, at a node.
  struct Amount {
    var node: Int
    var product: Int
    var quantity: Double
  }

  let period: Int
  let state: Int
  var flows: [Flow] = []
  var production: [Amount] = []
  var draws: [Amount] = []

  /// The operations of every period and state, periods first; rows that name unknown things are noted and left out,
  /// and so is what is negative or no number.
  static func all(_ plan: Plan, _ catalogue: Catalogue, _ findings: Findings) -> [Operations] {
    let states = catalogue.stateCount
    var cells = (0..<catalogue.periodCount * states).map {
      Operations(period: $0 / states, state: $0 % states)
    }

    func cell(_ period: String, _ scenario: String?) -> Int? {
      guard let period = catalogue.periodIndex[period] else { return nil }
      guard let scenario else { return period * states }
      return catalogue.stateIndex[scenario].map { period * states + $0 }
    }
    func isQuantity(_ quantity: Double, _ product: Int, _ place: () -> String) -> Bool {
      findings.atLeast(
        .negative, place(), limit: 0, found: quantity,
        scale: max(abs(quantity), catalogue.least(product)))
      findings.demand(
        quantity < .infinity, .negative, place(), expected: "a number", found: "\(quantity)")
      return quantity.isFinite
    }
    func unknown(_ place: String) {
      findings.note(.row, place, expected: "ids of the dataset", found: "an unknown id")
    }

    for row in plan.flows {
      guard let cell = cell(row.period, row.scenario),
        let origin = catalogue.facility(row.origin),
        let destination = catalogue.nodeIndex[row.destination],
        let mode = catalogue.modeIndex[row.mode],
        let product = catalogue.productIndex[row.product],
        let madeIn = catalogue.countryIndex[row.madeIn]
      else {
        unknown("flows: \(words(row))")
        continue
      }
      guard isQuantity(row.quantity, product, { "flows: \(words(row))" }) else { continue }
      cells[cell].flows.append(
        Flow(
          origin: origin, destination: destination, mode: mode, product: product, madeIn: madeIn,
          quantity: row.quantity, freight: row.freight, duty: row.duty))
    }
    for row in plan.production {
      let place = {
        "production: facility \(row.facility), product \(row.product), "
          + words(row.period, row.scenario)
      }
      guard let cell = cell(row.period, row.scenario),
        let facility = catalogue.facility(row.facility),
        let product = catalogue.productIndex[row.product]
      else {
        unknown(place())
        continue
      }
      guard isQuantity(row.quantity, product, place) else { continue }
      cells[cell].production.append(
        Amount(node: facility, product: product, quantity: row.quantity))
    }
    for row in plan.draws {
      let place = {
        "draws: location \(row.location), product \(row.product), "
          + words(row.period, row.scenario)
      }
      guard let cell = cell(row.period, row.scenario),
        let node = catalogue.nodeIndex[row.location],
        let product = catalogue.productIndex[row.product]
      else {
        unknown(place())
        continue
      }
      guard isQuantity(row.quantity, product, place) else { continue }
      cells[cell].draws.append(Amount(node: node, product: product, quantity: row.quantity))
    }
    return cells
  }

  private static func words(_ row: FlowRow) -> String {
    "\(row.origin) to \(row.destination) by \(row.mode), product \(row.product) made in "
      + "\(row.madeIn), \(words(row.period, row.scenario))"
  }

  private static func words(_ period: String, _ scenario: String?) -> String {
    "period \(period)" + (scenario.map { ", scenario \($0)" } ?? "")
  }
}
