import SupplyData
import TextFiles

/// Makes rows of lanes of the policies that stand for each pair and mode.
struct LaneWriter {
  let model: ModelReader
  let sourcing: Sourcing
  let handling: Handling
  /// The rows.
  private(set) var lanes: [LaneDraft] = []

  private let products: [String]
  private let place: [String: Int]
  /// What each customer wants.
  private var wanted: [String: [String]] = [:]
  /// Suppliers whose products have facilities of their own.
  private let splitSites: Set<String>
  private var order: [LaneKey] = []
  /// The terms of each pair and mode by product; `nil` for all that have none of their own.
  private var terms: [LaneKey: [String?: LaneTerms]] = [:]
  private var transits: [Pair: (distance: Double?, days: Double?)] = [:]
  private var used: Set<Int> = []
  private var carried: Set<Flow> = []

  private struct Pair: Hashable {
    var origin: String
    var destination: String
  }

  private struct Flow: Hashable {
    var pair: Pair
    var product: String
  }

  init(model: ModelReader, sourcing: Sourcing, handling: Handling) {
    self.model = model
    self.sourcing = sourcing
    self.handling = handling
    products = model.names.all(.product)
    place = Dictionary(uniqueKeysWithValues: products.enumerated().map { ($1, $0) })
    for want in model.demand.keys { wanted[want.customer, default: []].append(want.product) }
    splitSites = Set(model.ownSites.keys.map(\.site))
  }

  /// Distances and times that hold where a policy gives none.
  mutating func readTransits() {
    var lines: [Pair: Int] = [:]
    for row in model.folder.rows("TransitMatrix") {
      guard
        let origins = model.names.set(row, "OriginName", .facility, .supplier, .customer),
        let destinations = model.names.set(row, "DestinationName", .customer, .facility, .supplier)
      else { continue }
      let distance = row.number("TransportDistance").flatMap { length in
        model.units.unit(row, "TransportDistanceUOM", .distance).map { length * $0.size }
      }
      let days = row.number("TransportTime").flatMap { time in
        model.units.unit(row, "TransportTimeUOM", .time).map { time * $0.size }
      }
      let isSymmetric = row.choice("IsSymmetric", ["True", "False"]) == "True"
      for origin in origins.names {
        for destination in destinations.names {
          let pair = Pair(origin: origin, destination: destination)
          if let line = lines[pair] {
            row.drop("TransportDistance", "the route is already in line \(line)")
            row.drop("TransportTime", "the route is already in line \(line)")
            continue
          }
          lines[pair] = row.line
          transits[pair] = (distance, days)
          let back = Pair(origin: destination, destination: origin)
          if isSymmetric, transits[back] == nil { transits[back] = (distance, days) }
        }
      }
    }
  }

  /// Takes a policy for a pair and mode; of two the one about fewer things wins.
  mutating func add(_ new: LaneTerms, _ key: LaneKey, _ products: [String]?) {
    if terms[key] == nil { order.append(key) }
    for product in products.map({ $0.map(Optional.some) }) ?? [nil] {
      guard let old = terms[key, default: [:]][product] else {
        terms[key, default: [:]][product] = new
        continue
      }
      if old.breadth == new.breadth {
        new.row.refuse(
          "OriginName",
          "\(quoted(key.origin)) to \(quoted(key.destination)) by \(quoted(key.mode)) is already in "
            + "line \(old.row.line)",
          "Keep one row for each origin, destination, product and mode.")
      } else if new.breadth.lexicographicallyPrecedes(old.breadth) {
        terms[key, default: [:]][product] = new
      }
    }
  }

  /// Writes the rows.
  mutating func write() {
    for key in order {
      guard let byProduct = terms[key] else { continue }
      for product in sorted(byProduct.keys.compactMap { $0 }) {
        if let terms = byProduct[product] { write(terms, key, product) }
      }
      guard let general = byProduct[nil] else { continue }
      let mode = model.modes[key.mode] ?? ModeTerms(speed: model.standardSpeed)
      if isSame(key), model.isCommon(general, mode) {
        write(general, key, nil)
      } else {
        for product in relevant(key) where byProduct[product] == nil {
          write(general, key, product)
        }
      }
    }
    writeBare()
    for row in model.folder.rows("TransportationPolicies") where !used.contains(row.line) {
      row.leaveOut(
        "a policy that nothing can flow by: under other policies, nothing leaves the place it leads to"
      )
    }
  }

  /// Whether nothing depends on the product but what the row itself says.
  private func isSame(_ key: LaneKey) -> Bool {
    !sourcing.destinations.contains(key.destination) && !handling.sites.contains(key.origin)
      && !handling.sites.contains(key.destination)
      && !splitSites.contains(key.origin)
  }

  /// The products that a lane may carry.
  private func relevant(_ key: LaneKey) -> [String] {
    model.customers[key.destination] == nil ? products : sorted(wanted[key.destination] ?? [])
  }

  /// In the order of their table.
  private func sorted(_ names: [String]) -> [String] {
    names.sorted { (place[$0] ?? 0) < (place[$1] ?? 0) }
  }

  private mutating func write(_ terms: LaneTerms, _ key: LaneKey, _ product: String?) {
    var extra = 0.0
    if let product {
      let sources = sourcing.sources[Stocked(site: key.destination, product: product)]
      if let sources {
        guard let source = sources[key.origin] else { return }
        extra = source.unitCost
      }
      let pair = Pair(origin: key.origin, destination: key.destination)
      carried.insert(Flow(pair: pair, product: product))
      extra += handlingCost(key, product)
    }
    used.insert(terms.row.line)
    let transit = transits[Pair(origin: key.origin, destination: key.destination)]
    let mode = model.modes[key.mode] ?? ModeTerms(speed: model.standardSpeed)
    let given = terms.distance ?? transit?.distance
    let distance = given ?? model.distance(key.origin, key.destination)
    let days = terms.days ?? transit?.days
    let any = product ?? products.first ?? ""
    lanes.append(
      LaneDraft(
        key: key, origin: origin(key.origin, product), product: product, distance: given,
        unitCost: model.unitCost(
          terms, of: any, mode, distance: distance, days: days ?? distance / mode.speed) + extra,
        days: days))
  }

  private func handlingCost(_ key: LaneKey, _ product: String) -> Double {
    (handling.outbound[Stocked(site: key.origin, product: product)] ?? 0)
      + (handling.inbound[Stocked(site: key.destination, product: product)] ?? 0)
  }

  /// The id of the facility that a product comes from.
  private func origin(_ name: String, _ product: String?) -> String {
    let own = product.flatMap { model.ownSites[Stocked(site: name, product: $0)] }
    return own.flatMap { model.sites[$0]?.id } ?? model.sites[name]?.id ?? name
  }

  /// Flows that a sourcing policy allows and no transportation policy carries: they use no mode.
  private mutating func writeBare() {
    let keys = sourcing.sources.keys.sorted { ($0.site, $0.product) < ($1.site, $1.product) }
    for want in keys {
      for (source, terms) in (sourcing.sources[want] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let pair = Pair(origin: source, destination: want.site)
        guard !carried.contains(Flow(pair: pair, product: want.product)) else { continue }
        guard model.sites[source] != nil || splitSites.contains(source) else { continue }
        model.useNoMode(terms.row, "SourceName")
        let key = LaneKey(origin: source, destination: want.site, mode: ModelReader.noMode)
        lanes.append(
          LaneDraft(
            key: key, origin: origin(source, want.product), product: want.product, distance: nil,
            unitCost: terms.unitCost + handlingCost(key, want.product), days: nil))
      }
    }
  }
}
