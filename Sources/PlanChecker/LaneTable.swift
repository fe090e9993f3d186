import Foundation
import SupplyData

/// Which row of `lanes.csv` a pair of nodes, a mode and a product take, and what the lane is like.
final class LaneTable {
  /// A lane for a product.
  struct Lane {
    /// The index of the row that won.
    var row: Int
    /// Another row that is just as specific, if the dataset has one.
    var rival: Int?
    var kilometres: Double
    /// Money per unit.
    var unitCost: Double
    var leadTimeDays: Double
    /// Tonnes of CO2 equivalent per unit.
    var emissions: Double
    /// Whether the product keeps for the way.
    var isUsable: Bool
  }

  /// What is asked for, as a key.
  private struct Key: Hashable {
    var origin: Int
    var destination: Int
    var mode: Int
    var product: Int
  }

  private struct Candidate {
    var row: Int
    var originRank: UInt8
  }

  private let catalogue: Catalogue
  /// For each mode and origin the rows that match.
  private var candidates: [[[Candidate]]]
  /// For each row the ranks of all destinations.
  private var destinationRanks: [[UInt8]] = []
  private var lanes: [Key: Lane?] = [:]
  private var capacities: [Key: (capacity: Double?, isAmbiguous: Bool)] = [:]
  private var takers: [Int: [Bool]] = [:]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    candidates = [[[Candidate]]](
      repeating: [[Candidate]](repeating: [], count: catalogue.nodeCountry.count),
      count: catalogue.dataset.modes.count)
    var ranks: [Selector: [UInt8]] = [:]
    func ranked(_ selector: Selector) -> [UInt8] {
      if let known = ranks[selector] { return known }
      let computed = catalogue.matching.nodeRanks(selector)
      ranks[selector] = computed
      return computed
    }
    for (row, lane) in catalogue.dataset.lanes.enumerated() {
      destinationRanks.append(ranked(lane.destination))
      guard let mode = catalogue.modeIndex[lane.mode] else { continue }
      for (origin, rank) in ranked(lane.origin).enumerated()
      where rank != Matching.none {
        candidates[mode][origin].append(Candidate(row: row, originRank: rank))
      }
    }
  }

  /// The lane from a node to another by a mode for a product, or `nil` where no row matches.
  func lane(_ origin: Int, _ destination: Int, _ mode: Int, _ product: Int) -> Lane? {
    let key = Key(origin: origin, destination: destination, mode: mode, product: product)
    if let known = lanes[key] { return known }
    let lane = winner(key).map { describe(key, row: $0.row, rival: $0.rival) }
    lanes[key] = .some(lane)
    return lane
  }

  /// The capacity of a pair and mode, all products together: that of any row that wins for some product, from a customer for
  /// one that it returns; ambiguous where two of them differ.
  func capacity(_ origin: Int, _ destination: Int, _ mode: Int) -> (
    capacity: Double?, isAmbiguous: Bool
  ) {
    let pair = Key(origin: origin, destination: destination, mode: mode, product: 0)
    if let known = capacities[pair] { return known }
    var given: Set<Double> = []
    var key = pair
    for product in catalogue.dataset.products.indices where catalogue.ships(origin, product) {
      key.product = product
      if let row = winner(key)?.row, let capacity = catalogue.dataset.lanes[row].capacity {
        given.insert(capacity)
      }
    }
    let answer = (given.min(), given.count > 1)
    capacities[pair] = answer
    return answer
  }

  /// Whether lanes carry the product to the node: a customer with demand for it, a facility that consumes it,
  /// or one with a usable lane to a node that takes it.
  func takes(_ product: Int, at node: Int) -> Bool {
    if node >= catalogue.facilityCount {
      return catalogue.demandIndex[catalogue.pair(node, product)] != nil
    }
    if catalogue.consumes[node].contains(product) { return true }
    if let known = takers[product] { return known[node] }
    let computed = leastFixedPoint(product)
    takers[product] = computed
    return computed[node]
  }

  /// Whether some usable lane carries the product between two nodes.
  func carries(_ product: Int, from origin: Int, to destination: Int) -> Bool {
    takes(product, at: destination) && hasUsableLane(origin, destination, product)
  }

  /// Which facilities take the product: consumers and who reaches a taker, found backwards from the takers.
  private func leastFixedPoint(_ product: Int) -> [Bool] {
    let facilities = 0..<catalogue.facilityCount
    var takes = facilities.map { catalogue.consumes[$0].contains(product) }
    var reached = facilities.filter { takes[$0] }
    reached += catalogue.demands.filter { $0.product == product }.map(\.node)
    while let node = reached.popLast() {
      for origin in facilities where !takes[origin] && hasUsableLane(origin, node, product) {
        takes[origin] = true
        reached.append(origin)
      }
    }
    return takes
  }

  private func hasUsableLane(_ origin: Int, _ destination: Int, _ product: Int) -> Bool {
    catalogue.dataset.modes.indices.contains { mode in
      let key = Key(origin: origin, destination: destination, mode: mode, product: product)
      guard let row = winner(key)?.row else { return false }
      return describe(key, row: row, rival: nil).isUsable
    }
  }

  /// The most specific row: origins compared first, then destinations, then products.
  private func winner(_ key: Key) -> (row: Int, rival: Int?)? {
    guard key.origin != key.destination else { return nil }
    var best: (row: Int, rival: Int?)?
    var bestRank = Int.max
    for candidate in candidates[key.mode][key.origin] {
      let destinationRank = destinationRanks[candidate.row][key.destination]
      guard destinationRank != Matching.none else { continue }
      let wanted = catalogue.dataset.lanes[candidate.row].product
      if let wanted, wanted != catalogue.dataset.products[key.product].id { continue }
      let rank =
        Int(candidate.originRank) * 100 + Int(destinationRank) * 10 + (wanted == nil ? 1 : 0)
      if rank < bestRank {
        (best, bestRank) = ((candidate.row, nil), rank)
      } else if rank == bestRank, best?.rival == nil {
        best?.rival = candidate.row
      }
    }
    return best
  }

  private func describe(_ key: Key, row: Int, rival: Int?) -> Lane {
    let given = catalogue.dataset.lanes[row]
    let mode = catalogue.dataset.modes[key.mode]
    let product = catalogue.dataset.products[key.product]
    let kilometres =
      given.distanceKilometres
      ?? Self.greatCircle(
        catalogue.nodeLocation[key.origin], catalogue.nodeLocation[key.destination])
      * mode.circuity
    let days = given.leadTimeDays ?? kilometres / mode.speedKilometresPerDay + mode.dwellDays
    return Lane(
      row: row, rival: rival, kilometres: kilometres,
      unitCost: given.unitCost
        ?? product.weightTonnes * (kilometres * mode.costPerTonneKilometre + mode.costPerTonne),
      leadTimeDays: days,
      emissions: product.weightTonnes * kilometres * mode.emissionsTonnesPerTonneKilometre,
      isUsable: product.shelfLifeDays.map { days <= $0 } ?? true)
  }

  /// Kilometres between two points, by the haversine formula on a sphere of the mean radius of the Earth.
  static func greatCircle(_ from: Coordinates, _ to: Coordinates) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let north = sin(radians(to.latitude - from.latitude) / 2)
    let east = sin(radians(to.longitude - from.longitude) / 2)
    let haversine =
      north * north + cos(radians(from.latitude)) * cos(radians(to.latitude)) * east * east
    // Rounding may carry points that face each other beyond 1.
    return 2 * 6371.0088 * asin(min(1, haversine.squareRoot()))
  }
}
