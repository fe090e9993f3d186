import SupplyData

/// The duties of the normal state before anything happens to them: rates of customs value and rates per unit.
struct DutyRates {
  /// Rates of a flow that add up.
  struct Rates {
    /// Share of the customs value.
    var rate = 0.0
    /// Money per unit.
    var unitRate = 0.0
  }

  /// By class of period, then flow.
  var ofFlow: [[Rates]]
  /// By class of period, for flows that a quota speaks of, the rates of what is in it.
  var inQuota: [[Int: Rates]]
}

extension DutyRates.Rates {
  /// Money per unit: `max(0, rate + addition) · value + unit rate`.
  func duty(value: Double, addition: Double = 0) -> Double {
    max(0, rate + addition) * value + unitRate
  }
}

/// Computes the duties of flows, each kind of goods once.
struct DutyRatesOfFlows {
  private struct Key: Hashable {
    var product: Int
    var madeIn: Int
    var claim: Int?
    var arrival: Int
  }

  private let dataset: Dataset
  private let schedule: DutySchedule
  private let agreements: [Agreement]
  private let classes: DutyClasses
  private let quotas: [Quota]
  private var known: [Key: [(rates: DutyRates.Rates, inQuota: DutyRates.Rates?, quota: Int?)]] = [:]
  /// Rows of `tariffs.csv` that some goods pay by.
  private(set) var usedRows: Set<Int> = []

  init(
    _ dataset: Dataset, _ schedule: DutySchedule, _ agreements: [Agreement],
    _ classes: DutyClasses, _ quotas: [Quota]
  ) {
    self.dataset = dataset
    self.schedule = schedule
    self.agreements = agreements
    self.classes = classes
    self.quotas = quotas
  }

  /// The agreements that goods qualify under and of which they enter a member.
  static func qualifying(
    _ agreements: [Agreement], product: Int, madeIn: Int, claim: Int?, arrival: Int
  ) -> [Int] {
    agreements.indices.filter {
      agreements[$0].members.contains(arrival)
        && agreements[$0].qualifies(product, madeIn: madeIn, isClaimed: claim == $0)
    }
  }

  /// The rates of goods that enter a country, by class of period.
  mutating func rates(product: Int, madeIn: Int, claim: Int?, arrival: Int) -> [(
    rates: DutyRates.Rates, inQuota: DutyRates.Rates?, quota: Int?
  )] {
    let key = Key(product: product, madeIn: madeIn, claim: claim, arrival: arrival)
    if let known = known[key] { return known }
    let qualifying = Self.qualifying(
      agreements, product: product, madeIn: madeIn, claim: claim, arrival: arrival)
    let rates = classes.periods.map { period in
      let levies = schedule.levies(
        on: dataset.products[product], origin: madeIn, destination: arrival, period: period,
        qualifying: qualifying)
      usedRows.formUnion(levies.map(\.row))
      let rates = DutyRates.Rates(
        rate: schedule.rate(of: levies), unitRate: schedule.unitRate(of: levies))
      guard
        let quota = quotas.firstIndex(where: {
          $0.matches(product: product, madeIn: madeIn, arrival: arrival, period: period)
        })
      else { return (rates: rates, inQuota: DutyRates.Rates?.none, quota: Int?.none) }
      let others = levies.filter { schedule.layers[$0.layer] != quotas[quota].layer }
      let inQuota = DutyRates.Rates(
        rate: schedule.rate(of: others) + quotas[quota].rate,
        unitRate: schedule.unitRate(of: others) + quotas[quota].unitRate)
      return (rates: rates, inQuota: inQuota, quota: quota)
    }
    known[key] = rates
    return rates
  }
}
