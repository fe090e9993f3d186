public import SupplyData

extension Dataset {
  /// The same years in more periods: each of several years is cut in two, and every row of it holds in
  /// both parts.
  ///
  /// A plan of the dataset is one of this, at the same cost; with more freedom there may be a cheaper
  /// one.
  public var withSplitPeriods: Dataset {
    var dataset = self
    /// The second part of each period that has one.
    var second: [String: String] = [:]
    dataset.settings.periods = settings.periods.flatMap { period in
      guard period.years > 1 else { return [period] }
      var (first, rest) = (period, period)
      first.years = 1
      rest.years -= 1
      rest.id += "-rest"
      second[period.id] = rest.id
      return [first, rest]
    }

    func parts<Row>(_ rows: [Row], _ period: WritableKeyPath<Row, String?>) -> [Row] {
      rows.flatMap { row in
        guard let name = row[keyPath: period], let other = second[name] else { return [row] }
        var copy = row
        copy[keyPath: period] = other
        return [row, copy]
      }
    }
    dataset.demand = parts(demand, \.period)
    dataset.tariffs = parts(tariffs, \.period)
    dataset.constraints = parts(constraints, \.period)
    dataset.quotas = parts(quotas, \.period)
    dataset.escalation = escalation.flatMap { row in
      guard let other = second[row.period] else { return [row] }
      var copy = row
      copy.period = other
      return [row, copy]
    }
    // Rows that have an id need one of their own.
    for place in dataset.constraints.indices {
      guard let period = dataset.constraints[place].period, period.hasSuffix("-rest") else {
        continue
      }
      dataset.constraints[place].id += "-rest"
    }
    for place in dataset.quotas.indices {
      guard let period = dataset.quotas[place].period, period.hasSuffix("-rest") else { continue }
      dataset.quotas[place].id += "-rest"
    }
    return dataset
  }
}
