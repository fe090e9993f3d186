import Foundation

extension ModelReader {
  /// The lanes: what transportation policies say of pairs and modes, held against the policies that
  /// say where goods may come from.
  func readLanes() {
    var writer = LaneWriter(model: self, sourcing: readSourcing(), handling: readHandling())
    writer.readTransits()
    for row in folder.rows("TransportationPolicies") {
      guard let origins = names.set(row, "OriginName", .facility, .supplier),
        let destinations = names.set(row, "DestinationName", .customer, .facility),
        let products = names.set(row, "ProductName", .product, emptyIsAll: true),
        let modeNames = modeNames(row),
        let terms = laneTerms(
          row, breadth: [origins, destinations, products].map(\.breadth.rawValue))
      else { continue }
      for origin in origins.names {
        for destination in destinations.names where destination != origin {
          for mode in modeNames {
            let key = LaneKey(origin: origin, destination: destination, mode: mode)
            writer.add(terms, key, products.breadth == .all ? nil : products.names)
          }
        }
      }
    }
    writer.write()
    lanes = writer.lanes
  }

  private func modeNames(_ row: AnuraRow) -> [String]? {
    if row.peek("ModeName") != nil { return names.set(row, "ModeName", .mode)?.names }
    useNoMode(row, "ModeName")
    return [Self.noMode]
  }

  /// Makes the mode of lanes whose rows name none.
  func useNoMode(_ row: AnuraRow, _ column: String) {
    modes[Self.noMode] = modes[Self.noMode] ?? ModeTerms(speed: standardSpeed)
    row.assume(column, "no mode: one called \(Self.noMode), at the model's average speed")
  }

  /// Kilometres between two places by the great circle, times circuity (haversine, as the dataset's
  /// own lanes are measured).
  func distance(_ origin: String, _ destination: String) -> Double {
    guard let from = (sites[origin]?.place ?? ownPlace(origin)).map(coordinates),
      let to = (sites[destination]?.place ?? customers[destination]).map(coordinates)
    else { return 0 }
    let radian = Double.pi / 180
    let (a, b) = (from.latitude * radian, to.latitude * radian)
    let half = (sin((b - a) / 2), sin((to.longitude - from.longitude) * radian / 2))
    let chord = half.0 * half.0 + cos(a) * cos(b) * half.1 * half.1
    return 2 * 6371.0088 * asin(min(1, chord.squareRoot())) * circuity
  }

  /// Where a supplier is that has a facility for each of its products.
  private func ownPlace(_ name: String) -> Place? {
    ownSites.first { $0.key.site == name }.flatMap { sites[$0.value]?.place }
  }
}
