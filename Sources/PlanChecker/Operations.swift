import SupplyData
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
    /// The number of the claim, see `Agreements`; 0 for none.
    var claim = 0
    var inQuota = 0.0
    var drawnBack = 0.0
  }

  /// Something made at a facility.
  struct Made {
    var node: Int
    var product: Int
    var quantity: Double
    /// The index of the contract that it is made under.
    var contract: Int?
    var claim: Int
  }

  /// A component of a lot.
  struct Use {
    var node: Int
    var product: Int
    var claim: Int
    var component: Int
    /// The country it was made in; `nil` for what is drawn from stock.
    var madeIn: Int?
    var componentClaim: Int
    var quantity: Double
  }

  /// Something drawn at a node.
  struct Amount {
    var node: Int
    var product: Int
    var quantity: Double
  }

  let period: Int
  let state: Int
  var flows: [Flow] = []
  var production: [Made] = []
  var draws: [Amount] = []
  var uses: [Use] = []

  /// The operations of every period and state, periods first; rows that name unknown things are noted and left out,
  /// and so is what is negative or no number.
  static func all(_ plan: Plan, _ catalogue: Catalogue, _ findings: Findings) -> [Operations] {
    let contracts = Dictionary(
      zip(catalogue.dataset.contracts.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
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
        let origin = catalogue.nodeIndex[row.origin],
        let destination = catalogue.nodeIndex[row.destination],
        let mode = catalogue.modeIndex[row.mode],
        let product = catalogue.productIndex[row.product],
        let madeIn = catalogue.countryIndex[row.madeIn],
        let claim = catalogue.agreements.claim(row.claim),
        catalogue.ships(origin, product)
      else {
        unknown("flows: \(words(row))")
        continue
      }
      guard isQuantity(row.quantity, product, { "flows: \(words(row))" }),
        isQuantity(row.inQuota, product, { "flows, in_quota: \(words(row))" }),
        isQuantity(row.drawnBack, product, { "flows, drawn_back: \(words(row))" })
      else { continue }
      cells[cell].flows.append(
        Flow(
          origin: origin, destination: destination, mode: mode, product: product, madeIn: madeIn,
          quantity: row.quantity, freight: row.freight, duty: row.duty, claim: claim,
          inQuota: row.inQuota, drawnBack: row.drawnBack))
    }
    for row in plan.production {
      let place = {
        "production: facility \(row.facility), product \(row.product), "
          + words(row.period, row.scenario)
      }
      guard let cell = cell(row.period, row.scenario),
        let facility = catalogue.facility(row.facility),
        let product = catalogue.productIndex[row.product],
        let claim = catalogue.agreements.claim(row.claim),
        row.contract == nil
          || catalogue.contracts[catalogue.pair(facility, product)]?
            .contains(where: { catalogue.dataset.contracts[$0].id == row.contract }) == true
      else {
        unknown(place())
        continue
      }
      guard isQuantity(row.quantity, product, place) else { continue }
      cells[cell].production.append(
        Made(
          node: facility, product: product, quantity: row.quantity,
          contract: row.contract.flatMap { contracts[$0] }, claim: claim))
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
    for row in plan.uses {
      let place = {
        "uses: facility \(row.facility), product \(row.product), component \(row.component), "
          + words(row.period, row.scenario)
      }
      guard let cell = cell(row.period, row.scenario),
        let facility = catalogue.facility(row.facility),
        let product = catalogue.productIndex[row.product],
        let claim = catalogue.agreements.claim(row.claim),
        let component = catalogue.productIndex[row.component],
        let componentClaim = catalogue.agreements.claim(row.componentClaim),
        row.madeIn == nil || row.madeIn.flatMap({ catalogue.countryIndex[$0] }) != nil,
        row.madeIn != nil || componentClaim == 0
      else {
        unknown(place())
        continue
      }
      guard isQuantity(row.quantity, component, place) else { continue }
      cells[cell].uses.append(
        Use(
          node: facility, product: product, claim: claim, component: component,
          madeIn: row.madeIn.flatMap { catalogue.countryIndex[$0] },
          componentClaim: componentClaim, quantity: row.quantity))
    }
    return cells
  }

  private static func words(_ row: FlowRow) -> String {
    "\(row.origin) to \(row.destination) by \(row.mode), product \(row.product) made in "
      + "\(row.madeIn)\(row.claim.map { " under \($0)" } ?? ""), "
      + words(row.period, row.scenario)
  }

  private static func words(_ period: String, _ scenario: String?) -> String {
    "period \(period)" + (scenario.map { ", scenario \($0)" } ?? "")
  }
}
