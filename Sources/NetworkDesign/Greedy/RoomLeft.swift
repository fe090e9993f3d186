import SupplyNetwork

/// What room a filling has left at facilities and on lanes, in one state.
struct RoomLeft {
  /// What a unit delivered takes of each room.
  struct Need {
    /// Capacity units, by facility.
    var ofCapacity: [Int: Double] = [:]
    /// Units of the dataset, by facility; only where there is a limit.
    var ofThroughput: [Int: Double] = [:]
    /// Units of the dataset, by lane; only where there is a limit.
    var ofLanes: [Int: Double] = [:]

    mutating func removeAll() {
      ofCapacity.removeAll(keepingCapacity: true)
      ofThroughput.removeAll(keepingCapacity: true)
      ofLanes.removeAll(keepingCapacity: true)
    }
  }

  /// Something that has no room left.
  enum End {
    /// The cheapest capacity of a facility.
    case tier(Int)
    /// What a facility may ship.
    case throughput(Int)
    /// What a lane may carry.
    case lane(Int)
  }

  /// By facility, the dearest first.
  private(set) var capacity: [[Filling.Tier]]
  /// By facility.
  private(set) var throughput: [Double]
  /// By lane.
  private(set) var lanes: [Double]

  /// - Parameter offers: by facility; capacity of the normal state.
  init(_ offers: [Filling.Offer], _ state: NetworkState, _ network: Network) {
    capacity = offers.enumerated().map { facility, offer in
      offer.capacity.reversed().compactMap { tier in
        let room = tier.room * state.availability[facility]
        return offer.isOpen && room > 0 ? Filling.Tier(room: room, price: tier.price) : nil
      }
    }
    throughput = offers.enumerated().map { facility, offer in
      guard offer.isOpen, state.availability[facility] > 0 else { return 0 }
      return network.dataset.facilities[facility].throughput.map {
        $0 * state.availability[facility]
      } ?? .infinity
    }
    lanes = network.lanes.enumerated().map { index, lane in
      lane.capacity.map { $0 * state.laneAvailability[index] } ?? .infinity
    }
  }

  /// Most units delivered that have room; of capacity, the cheapest of each facility.
  func most(of need: Need) -> Double {
    var most = Double.infinity
    for (facility, use) in need.ofCapacity {
      most = min(most, (capacity[facility].last?.room ?? 0) / use)
    }
    for (facility, use) in need.ofThroughput { most = min(most, throughput[facility] / use) }
    for (lane, use) in need.ofLanes { most = min(most, lanes[lane] / use) }
    return most
  }

  /// Takes the room for so many units delivered.
  ///
  /// - Returns: what has none left.
  mutating func take(_ amount: Double, of need: Need) -> [End] {
    var ends: [End] = []
    for (facility, use) in need.ofCapacity {
      let left = (capacity[facility].last?.room ?? 0) - amount * use
      if left > Self.least * amount * use {
        capacity[facility][capacity[facility].count - 1].room = left
      } else {
        capacity[facility].removeLast()
        ends.append(.tier(facility))
      }
    }
    for (facility, use) in need.ofThroughput {
      throughput[facility] -= amount * use
      if throughput[facility] <= Self.least * amount * use { ends.append(.throughput(facility)) }
    }
    for (lane, use) in need.ofLanes {
      lanes[lane] -= amount * use
      if lanes[lane] <= Self.least * amount * use { ends.append(.lane(lane)) }
    }
    return ends
  }

  /// Share of an amount that counts as none.
  private static let least = 1e-9
}
