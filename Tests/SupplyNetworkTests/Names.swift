import SupplyData
import SupplyNetwork

/// What a network holds, by the ids of the tables: places are for programs, not for tests.
extension Network {
  func lane(_ origin: String, _ destination: String, by mode: String = "truck") -> Lane? {
    lanes.first {
      id(of: $0.origin) == origin && id(of: $0.destination) == destination
        && dataset.modes[$0.mode].id == mode
    }
  }

  func lanePlace(_ origin: String, _ destination: String, by mode: String = "truck") -> Int? {
    lanes.firstIndex {
      id(of: $0.origin) == origin && id(of: $0.destination) == destination
        && dataset.modes[$0.mode].id == mode
    }
  }

  func terms(
    _ product: String, _ origin: String, _ destination: String, by mode: String = "truck"
  ) -> Lane.Terms? {
    lane(origin, destination, by: mode)?.products.first {
      dataset.products[$0.product].id == product
    }
  }

  /// Ids of the products that a lane carries; empty where there is no lane.
  func carried(_ origin: String, _ destination: String) -> [String] {
    lane(origin, destination)?.products.map { dataset.products[$0.product].id } ?? []
  }

  /// The goods at a facility as `product from country`, in order.
  func goods(at facility: String) -> [String] {
    goods.filter { dataset.facilities[$0.facility].id == facility }
      .map { "\(dataset.products[$0.product].id) from \(dataset.countries[$0.madeIn].id)" }
      .sorted()
  }

  func flowPlace(
    _ product: String, madeIn country: String, _ origin: String, _ destination: String,
    by mode: String = "truck"
  ) -> Int? {
    flows.firstIndex { flow in
      dataset.products[flow.product].id == product && dataset.countries[flow.madeIn].id == country
        && id(of: flow.origin) == origin && id(of: flow.destination) == destination
        && dataset.modes[lanes[flow.lane].mode].id == mode
    }
  }

  func flow(
    _ product: String, madeIn country: String, _ origin: String, _ destination: String,
    by mode: String = "truck"
  ) -> Flow? {
    flowPlace(product, madeIn: country, origin, destination, by: mode).map { flows[$0] }
  }

  /// The rate of duty on a flow, a share of the customs value, up to the rounding of a division.
  func dutyRate(_ flow: Int, in state: NetworkState) -> Double {
    let share = state.duties[0][flow] / dataset.products[flows[flow].product].value
    return (share * 1e12).rounded() / 1e12
  }

  func facilityPlace(_ id: String) -> Int? { dataset.facilities.firstIndex { $0.id == id } }
}
