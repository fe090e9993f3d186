/// What sites can hold, and what they ask for it.
extension EarlyDesigns {
  func isMaker(_ site: Int) -> Bool { !network.modulesOfFacility[site].isEmpty }

  func schedule(_ site: Int, _ loads: [Double], isUsed: [Bool]) -> FacilitySchedule? {
    FacilitySchedule(site, of: network, horizon: horizon, loads: loads, isUsed: isUsed)
  }

  func greatestCapacity(_ site: Int) -> Double {
    network.modulesOfFacility[site].reduce(0) {
      $0 + network.dataset.capacity[$1].size * Double(network.dataset.capacity[$1].maximum)
    }
  }

  func capacity(_ site: Int, _ t: Int, _ draft: Draft) -> Double {
    network.modulesOfFacility[site].enumerated().reduce(0) {
      $0 + network.dataset.capacity[$1.element].size
        * Double(draft.schedules[site].count[$1.offset][t])
    }
  }

  /// All that may stand at a site, at a price.
  func offer(of site: Int, in t: Int, at slope: Double) -> Filling.Offer {
    Filling.Offer(
      isOpen: network.dataset.facilities[site].decision != .closed,
      capacity: [Filling.Tier(room: greatestCapacity(site), price: slope)],
      shippingPrice: isMaker(site) ? 0 : slope)
  }

  /// What stands at a site for nothing, and what else may stand there at a price.
  func offer(
    of site: Int, in t: Int, beyond draft: Draft, at slope: Double, dearer factor: Double = 1
  ) -> Filling.Offer {
    guard draft.schedules[site].open[t] else {
      return offer(of: site, in: t, at: slope * factor)
    }
    let there = capacity(site, t, draft)
    return Filling.Offer(
      isOpen: true,
      capacity: [
        Filling.Tier(room: there),
        Filling.Tier(room: greatestCapacity(site) - there, price: factor * moduleSlope(site)),
      ])
  }

  /// Cost of a further module for each unit of its size.
  func moduleSlope(_ site: Int) -> Double {
    let years = horizon.yearly.reduce(0, +)
    return network.modulesOfFacility[site].map { index in
      let module = network.dataset.capacity[index]
      return (module.fixedCost + module.buildCost / years) / module.size
    }.min() ?? 0
  }

  func restrict(
    _ offer: inout Filling.Offer, _ need: inout Double, _ site: Int
  ) {
    guard network.dataset.facilities[site].status == .existing else {
      offer.isOpen = false
      return
    }
    let today = network.modulesOfFacility[site].reduce(0.0) {
      $0 + network.dataset.capacity[$1].size * Double(network.dataset.capacity[$1].existing)
    }
    need = min(need, today)
    var left = today
    for index in offer.capacity.indices {
      offer.capacity[index].room = min(left, offer.capacity[index].room)
      left -= offer.capacity[index].room
    }
  }
}
