import SupplyData

/// Periods in which the tables ask for the same duties: what is computed once for all of them.
struct DutyClasses {
  /// The class of each period.
  let ofPeriod: [Int]
  /// For each class one of its periods, by its id.
  let periods: [String]

  init(_ dataset: Dataset) {
    let named = Set(dataset.tariffs.compactMap(\.period) + dataset.quotas.compactMap(\.period))
    var ofPeriod: [Int] = []
    var periods: [String] = []
    var others: Int?
    for period in dataset.settings.periods {
      if !named.contains(period.id), let others {
        ofPeriod.append(others)
        continue
      }
      if !named.contains(period.id) { others = periods.count }
      ofPeriod.append(periods.count)
      periods.append(period.id)
    }
    self.ofPeriod = ofPeriod
    self.periods = periods
  }
}
