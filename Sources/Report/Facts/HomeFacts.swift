import SupplyPlan

/// What comes home: production beyond what the current network makes there, and jobs.
struct HomeFacts {
  /// Jobs in a period, at home and elsewhere.
  struct Jobs: Equatable {
    var home = 0.0
    var elsewhere = 0.0
    /// At home and elsewhere.
    var total: Double { home + elsewhere }
  }

  /// For each period what is made at home beyond the current network, by product, as customs value a year;
  /// `nil` without a baseline to compare with.
  let reshored: [[String: Double]]?
  /// For each period the plan's jobs.
  let jobs: [Jobs]
  /// For each period the current network's jobs.
  let jobsBefore: [Jobs]?

  init(_ index: ReportIndex, _ plan: Plan, baseline: Plan?, home: String) {
    let periods = index.periods.map(\.id)
    jobs = Self.jobs(index, plan, home: home)
    jobsBefore = baseline.map { Self.jobs(index, $0, home: home) }
    guard let baseline else {
      reshored = nil
      return
    }
    let after = Self.made(index, plan, at: home)
    let before = Self.made(index, baseline, at: home)
    reshored = periods.map { period in
      var values: [String: Double] = [:]
      for product in index.dataset.products {
        let key = [period, product.id]
        let more = (after[key] ?? 0) - (before[key] ?? 0)
        // What floating point leaves of two equal sums is not a shift of production.
        if more > 1e-6 * (after[key] ?? 0) {
          values[product.id] = index.value(more, of: product.id)
        }
      }
      return values
    }
  }

  /// For each period the value of what came home.
  var reshoredValues: [Double]? { reshored?.map { $0.values.reduce(0, +) } }

  private static func made(_ index: ReportIndex, _ plan: Plan, at home: String)
    -> [[String]: Double]
  {
    let rows = plan.production.filter {
      $0.scenario == nil && index.facilities[$0.facility]?.country == home
    }
    return Dictionary(
      rows.map { ([$0.period, $0.product], $0.quantity) }, uniquingKeysWith: +)
  }

  private static func jobs(_ index: ReportIndex, _ plan: Plan, home: String) -> [Jobs] {
    let perModule = Dictionary(
      index.dataset.capacity.map { ([$0.facility, $0.module], $0.jobs) },
      uniquingKeysWith: { first, _ in first })
    return index.periods.map { period in
      var jobs = Jobs()
      func add(_ count: Double, at facility: String) {
        if index.facilities[facility]?.country == home {
          jobs.home += count
        } else {
          jobs.elsewhere += count
        }
      }
      for row in plan.facilities where row.period == period.id && row.open {
        add(index.facilities[row.facility]?.fixedJobs ?? 0, at: row.facility)
      }
      for row in plan.modules where row.period == period.id {
        add(Double(row.count) * (perModule[[row.facility, row.module]] ?? 0), at: row.facility)
      }
      return jobs
    }
  }
}
