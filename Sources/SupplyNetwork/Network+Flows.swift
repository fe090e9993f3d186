import SupplyData

extension Network {
  /// Makes a flow for all goods on all lanes.
  ///
  /// - Returns: what they pay in duties while nothing happens.
  mutating func expandFlows(_ duties: inout DutyRatesOfFlows, _ handling: Handling) -> DutyRates {
    let territories = CustomsTerritories(groups: dataset.groups)
    let originsOfGoods = Dictionary(grouping: goods, by: { [$0.facility, $0.product] })
    let classes = Set(dutyClassOfPeriod).count
    var rates = DutyRates(
      ofFlow: Array(repeating: [], count: classes),
      inQuota: Array(repeating: [:], count: classes))
    quotaOfFlow = Array(repeating: [:], count: classes)
    for (place, lane) in lanes.enumerated() {
      let arrival = countryIndex(of: lane.destination)
      for terms in lane.products {
        let leaving = handling.terms(lane.origin, terms.product)
        for goods in goodsLeaving(lane.origin, terms.product, originsOfGoods) {
          let isDutiable = territories.isDutyDue(
            madeIn: dataset.countries[goods.madeIn].id, from: country(of: lane.origin),
            to: dataset.countries[arrival].id)
          if isDutiable {
            let known = duties.rates(
              product: terms.product, madeIn: goods.madeIn, claim: goods.claim, arrival: arrival)
            for (index, known) in known.enumerated() {
              rates.ofFlow[index].append(known.rates)
              rates.inQuota[index][flows.count] = known.inQuota
              quotaOfFlow[index][flows.count] = known.quota
            }
          } else {
            for index in rates.ofFlow.indices { rates.ofFlow[index].append(DutyRates.Rates()) }
          }
          flows.append(
            Flow(
              lane: place, origin: lane.origin, destination: lane.destination,
              product: terms.product, madeIn: goods.madeIn, claim: goods.claim,
              freight: terms.unitCost, handling: leaving.unitCost, isDutiable: isDutiable,
              pipelineCost: dataset.products[terms.product].value * dataset.settings.holdingRate
                * terms.leadTimeDays / 365,
              safetyStockCost: safetyStockCost(lane.destination, terms),
              emissionsTonnes: terms.emissionsTonnes + leaving.emissionsTonnes,
              distanceKilometres: terms.distanceKilometres, leadTimeDays: terms.leadTimeDays))
        }
      }
    }
    return rates
  }

  /// Goods that may leave a node; what a customer returns was made in its country.
  private func goodsLeaving(_ origin: Node, _ product: Int, _ goods: [[Int]: [Goods]]) -> [(
    madeIn: Int, claim: Int?
  )] {
    switch origin {
    case .facility(let facility):
      (goods[[facility, product]] ?? []).map { ($0.madeIn, $0.claim) }
    case .customer(let customer): [(countryOfCustomer[customer], nil)]
    }
  }

  /// Money a year per unit delivered to a customer and unit of deviation.
  private func safetyStockCost(_ destination: Node, _ terms: Lane.Terms) -> Double {
    guard case .customer = destination, let level = dataset.settings.serviceLevel else { return 0 }
    return SafetyStock.unitCost(
      value: dataset.products[terms.product].value, holdingRate: dataset.settings.holdingRate,
      serviceLevel: level, leadTimeDays: terms.leadTimeDays)
  }
}
