import SupplyData
import TextFiles

/// Turns the rows of `lanes.csv`, which stand for many pairs, into lanes.
///
/// A pair, mode and product that several rows match takes the most specific one: origins are compared first, then
/// destinations, then products.
struct LaneExpansion {
  /// How narrowly a row names a pair and product; the narrower is the smaller.
  private struct Rank: Comparable {
    var origin: Selector.Specificity
    var destination: Selector.Specificity
    var isAnyProduct: Bool

    static func < (left: Rank, right: Rank) -> Bool {
      if left.origin != right.origin { return left.origin < right.origin }
      if left.destination != right.destination { return left.destination < right.destination }
      return !left.isAnyProduct && right.isAnyProduct
    }
  }

  private struct Candidate {
    var row: Int
    var rank: Rank
  }

  private let dataset: Dataset
  private let productIndices: [String: Int]
  private let locations: [Node: Coordinates]
  /// For each customer the products that it may give back: it is an origin of these alone.
  private let returned: [Set<Int>]

  /// The lanes, in the order of origin, destination and mode, with every product for which a row wins and which keeps
  /// for as long as the way takes.
  private(set) var lanes: [Lane] = []
  /// Ways on which products do not keep.
  private(set) var spoiled: [SpoiledWay] = []
  /// The rows of `lanes.csv` that win somewhere.
  private(set) var usedRows: Set<Int> = []
  /// Rows between which nothing decides, and capacities that contradict one another.
  private(set) var faults: [Fault] = []

  /// - Parameter returned: for each customer the products that it may give back.
  init(dataset: Dataset, membership: Membership, returned: [Set<Int>]) {
    self.dataset = dataset
    self.returned = returned
    productIndices = Dictionary(
      dataset.products.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var locations: [Node: Coordinates] = [:]
    for (place, facility) in dataset.facilities.enumerated() {
      locations[.facility(place)] = facility.location
    }
    for (place, customer) in dataset.customers.enumerated() {
      locations[.customer(place)] = customer.location
    }
    self.locations = locations
    expand(membership)
  }

  private mutating func expand(_ membership: Membership) {
    let rows = dataset.lanes
    let nodes =
      dataset.facilities.indices.map { (Node.facility($0), dataset.facilities[$0].id) }
      + dataset.customers.indices.map { (Node.customer($0), dataset.customers[$0].id) }
    let destinationMatches = nodes.map { node in
      rows.map { membership.specificity(of: $0.destination, forNode: node.1) }
    }
    let rowsOfMode = dataset.modes.map { mode in rows.indices.filter { rows[$0].mode == mode.id } }
    let origins = nodes.filter { node, _ in
      guard case .customer(let customer) = node else { return true }
      return !returned[customer].isEmpty
    }
    for (origin, id) in origins {
      let originMatches = rows.map { membership.specificity(of: $0.origin, forNode: id) }
      let candidatesOfMode = rowsOfMode.map { $0.filter { originMatches[$0] != nil } }
      for (nodePlace, (destination, _)) in nodes.enumerated()
      where destination != origin && (origin.isFacility || destination.isFacility) {
        for mode in dataset.modes.indices {
          let candidates = candidatesOfMode[mode].compactMap { row -> Candidate? in
            guard let originSpecificity = originMatches[row],
              let destinationSpecificity = destinationMatches[nodePlace][row]
            else { return nil }
            return Candidate(
              row: row,
              rank: Rank(
                origin: originSpecificity, destination: destinationSpecificity,
                isAnyProduct: rows[row].product == nil))
          }
          if !candidates.isEmpty { addLane(origin, destination, mode, candidates) }
        }
      }
    }
  }

  private mutating func addLane(
    _ origin: Node, _ destination: Node, _ mode: Int, _ candidates: [Candidate]
  ) {
    var winningRows: [Int] = []
    var terms: [Lane.Terms] = []
    for (place, product) in dataset.products.enumerated() where mayLeave(place, origin) {
      let matching = candidates.filter {
        dataset.lanes[$0.row].product == nil || dataset.lanes[$0.row].product == product.id
      }
      guard let best = matching.min(by: { $0.rank < $1.rank }) else { continue }
      if let rival = matching.first(where: { $0.row != best.row && !(best.rank < $0.rank) }) {
        reportTie(best.row, rival.row, origin, destination)
      }
      if !winningRows.contains(best.row) { winningRows.append(best.row) }
      let way = self.terms(
        product: place, row: dataset.lanes[best.row], mode: dataset.modes[mode], origin,
        destination)
      if let keeps = product.shelfLifeDays, keeps < way.leadTimeDays {
        spoiled.append(
          SpoiledWay(
            product: place, origin: origin, destination: destination, mode: mode,
            leadTimeDays: way.leadTimeDays, row: best.row))
        continue
      }
      terms.append(way)
    }
    usedRows.formUnion(winningRows)
    if winningRows.isEmpty { return }
    let capacity = commonCapacity(winningRows, origin, destination)
    lanes.append(
      Lane(
        origin: origin, destination: destination, mode: mode, capacity: capacity, products: terms))
  }

  private func mayLeave(_ product: Int, _ origin: Node) -> Bool {
    guard case .customer(let customer) = origin else { return true }
    return returned[customer].contains(product)
  }

  private func terms(
    product place: Int, row: LaneRow, mode: Mode, _ origin: Node, _ destination: Node
  ) -> Lane.Terms {
    let product = dataset.products[place]
    let distance: Double
    if let given = row.distanceKilometres {
      distance = given
    } else if let start = locations[origin], let end = locations[destination] {
      distance = GreatCircle.kilometres(from: start, to: end) * mode.circuity
    } else {
      preconditionFailure("both ends are facilities or customers of the dataset")
    }
    return Lane.Terms(
      product: place, distanceKilometres: distance,
      unitCost: row.unitCost
        ?? product.weightTonnes * (distance * mode.costPerTonneKilometre + mode.costPerTonne),
      leadTimeDays: row.leadTimeDays ?? distance / mode.speedKilometresPerDay + mode.dwellDays,
      emissionsTonnes: product.weightTonnes * distance * mode.emissionsTonnesPerTonneKilometre)
  }

  /// The capacity that the winning rows of a pair and mode agree on; one given among empty ones limits all.
  private mutating func commonCapacity(_ rows: [Int], _ origin: Node, _ destination: Node)
    -> Double?
  {
    var given: (row: Int, capacity: Double)?
    for row in rows {
      guard let capacity = dataset.lanes[row].capacity else { continue }
      if let first = given, first.capacity != capacity {
        report(
          first.row, row, origin, destination,
          cause: "gives a different capacity (\(capacity)) from line",
          cure: "Give both rows the same capacity, or leave one of them empty.")
      } else if given == nil {
        given = (row, capacity)
      }
    }
    return given?.capacity
  }

  private mutating func reportTie(_ first: Int, _ second: Int, _ origin: Node, _ destination: Node)
  {
    report(
      first, second, origin, destination, cause: "is as specific as line",
      cure: "Delete one of the two rows or make one narrower.")
  }

  private mutating func report(
    _ first: Int, _ second: Int, _ origin: Node, _ destination: Node, cause: String, cure: String
  ) {
    let (earlier, later) = (min(first, second), max(first, second))
    func name(_ node: Node) -> String {
      switch node {
      case .facility(let place): dataset.facilities[place].id
      case .customer(let place): dataset.customers[place].id
      }
    }
    let pair = "from '\(name(origin))' to '\(name(destination))'"
    let fault = Fault(
      file: "lanes.csv", line: dataset.lanes[later].line, column: 1,
      cause: "this lane \(cause) \(dataset.lanes[earlier].line) \(pair)", cure: cure)
    // The same two rows meet on many pairs: the first pair is enough to mend them.
    let isKnown = faults.contains {
      $0.line == fault.line && $0.cure == fault.cure
        && $0.cause.hasPrefix("this lane \(cause) \(dataset.lanes[earlier].line) ")
    }
    if !isKnown { faults.append(fault) }
  }
}
