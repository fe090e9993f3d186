/// Judges what incentives grant: within share, maximum and cost.
struct IncentiveCheck {
  let catalogue: Catalogue
  let firstStage: StatedFirstStage
  let findings: Findings

  /// Judges every grant, every incentive, and all incentives together.
  func run() {
    let dataset = catalogue.dataset
    var total = [Double](repeating: 0, count: dataset.incentives.count)
    for (index, incentive) in dataset.incentives.enumerated() {
      let ranks = catalogue.matching.nodeRanks(incentive.facility)
      for facility in dataset.facilities.indices {
        for period in 0..<catalogue.periodCount {
          let granted = firstStage.granted[index][facility][period]
          let cost = firstStage.investment(facility, period, catalogue)
          let scale = scale(facility, cost)
          let where_ = "incentive \(incentive.id), " + self.place(facility, period)
          let limit = ranks[facility] == Matching.none ? 0 : incentive.share * cost
          findings.atLeast(.incentive, where_, limit: 0, found: granted, scale: scale)
          findings.atMost(.incentive, where_, limit: limit, found: granted, scale: scale)
          total[index] += granted
        }
      }
      if let maximum = incentive.maximum {
        findings.atMost(
          .incentive, "incentive \(incentive.id), all facilities and periods", limit: maximum,
          found: total[index], scale: max(maximum, total[index]))
      }
    }
    guard !dataset.incentives.isEmpty else { return }
    for facility in dataset.facilities.indices {
      for period in 0..<catalogue.periodCount {
        let cost = firstStage.investment(facility, period, catalogue)
        findings.atMost(
          .incentive, "all incentives, " + place(facility, period), limit: cost,
          found: firstStage.granted(facility, period), scale: scale(facility, cost))
      }
    }
  }

  /// The cost itself, yet at least a hundredth of what the facility may cost at most: where nothing is opened
  /// or built, rounding still needs a scale.
  private func scale(_ facility: Int, _ cost: Double) -> Double {
    let dataset = catalogue.dataset
    let most = firstStage.modules[facility].reduce(dataset.facilities[facility].openingCost) {
      $0 + Double(dataset.capacity[$1].maximum) * dataset.capacity[$1].buildCost
    }
    return max(cost, most * Tolerance.smallShare)
  }

  private func place(_ facility: Int, _ period: Int) -> String {
    "facility \(catalogue.dataset.facilities[facility].id), \(catalogue.place(period))"
  }
}
