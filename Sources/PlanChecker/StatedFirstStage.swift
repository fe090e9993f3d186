import SupplyData
import SupplyPlan

/// The decisions of a plan that all states share, by index instead of id.
struct StatedFirstStage {
  /// By facility, then period.
  private(set) var isOpen: [[Bool]]
  private(set) var isOpened: [[Bool]]
  private(set) var isClosed: [[Bool]]
  /// By row of `capacity.csv`, then period.
  private(set) var count: [[Int]]
  private(set) var built: [[Int]]
  private(set) var retired: [[Int]]
  /// By row of `buffers.csv`, then period.
  private(set) var stock: [[Double]]
  /// By row of `contracts.csv`, then period.
  private(set) var isSigned: [[Bool]]
  /// By row of `clusters.csv`, then period.
  private(set) var isMet: [[Bool]]
  /// By row of `incentives.csv`, facility and period.
  private(set) var granted: [[[Double]]]
  /// For each facility its rows of `capacity.csv`.
  let modules: [[Int]]

  /// Reads the decisions and notes rows that name unknown things, stand twice, or are missing.
  init(_ plan: Plan, _ catalogue: Catalogue, _ findings: Findings) {
    let dataset = catalogue.dataset
    let periods = catalogue.periodCount
    let rows = RowBook(periods: catalogue.periodIndex, findings)

    let no = [Bool](repeating: false, count: periods)
    isOpen = dataset.facilities.map { _ in no }
    isOpened = isOpen
    isClosed = isOpen
    for row in plan.facilities {
      let place = "facility \(row.facility), period \(row.period)"
      let facility = catalogue.facility(row.facility)
      guard let (facility, period) = rows.take("facilities", facility, row.period, place) else {
        continue
      }
      isOpen[facility][period] = row.open
      isOpened[facility][period] = row.opened
      isClosed[facility][period] = row.closed
    }
    rows.complete("facilities", dataset.facilities.count * periods) {
      "facility \(dataset.facilities[$0 / periods].id), \(catalogue.place($0 % periods))"
    }

    let zero = [Int](repeating: 0, count: periods)
    count = dataset.capacity.map { _ in zero }
    built = count
    retired = count
    let moduleIndices = Dictionary(
      dataset.capacity.enumerated().map { ([$1.facility, $1.module], $0) },
      uniquingKeysWith: { first, _ in first })
    for row in plan.modules {
      let place = "facility \(row.facility), module \(row.module), period \(row.period)"
      let module = moduleIndices[[row.facility, row.module]]
      guard let (module, period) = rows.take("modules", module, row.period, place) else { continue }
      count[module][period] = row.count
      built[module][period] = row.built
      retired[module][period] = row.retired
    }
    rows.complete("modules", dataset.capacity.count * periods) {
      let module = dataset.capacity[$0 / periods]
      return "facility \(module.facility), module \(module.module), "
        + catalogue.place($0 % periods)
    }

    stock = dataset.buffers.map { _ in [Double](repeating: 0, count: periods) }
    let bufferIndices = catalogue.bufferIndex
    for row in plan.buffers {
      let place = "location \(row.location), product \(row.product), period \(row.period)"
      let buffer = catalogue.nodeIndex[row.location].flatMap { node in
        catalogue.productIndex[row.product].flatMap { bufferIndices[catalogue.pair(node, $0)] }
      }
      guard let (buffer, period) = rows.take("buffers", buffer, row.period, place) else { continue }
      stock[buffer][period] = row.stock
    }
    rows.complete("buffers", dataset.buffers.count * periods) {
      let buffer = dataset.buffers[$0 / periods]
      return "location \(buffer.location), product \(buffer.product), "
        + catalogue.place($0 % periods)
    }

    isSigned = dataset.contracts.map { _ in no }
    let contracts = Dictionary(
      zip(dataset.contracts.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    for row in plan.contracts {
      let place = "contract \(row.contract), period \(row.period)"
      let contract = contracts[row.contract]
      guard let (contract, period) = rows.take("contracts", contract, row.period, place) else {
        continue
      }
      isSigned[contract][period] = row.signed
    }
    rows.complete("contracts", dataset.contracts.count * periods) {
      "contract \(dataset.contracts[$0 / periods].id), \(catalogue.place($0 % periods))"
    }

    isMet = dataset.clusters.map { _ in no }
    for row in plan.clusters {
      let place = "cluster \(row.cluster), at least \(row.atLeast), period \(row.period)"
      let cluster = dataset.clusters.firstIndex {
        $0.cluster == row.cluster && $0.atLeast == row.atLeast
      }
      guard let (cluster, period) = rows.take("clusters", cluster, row.period, place) else {
        continue
      }
      isMet[cluster][period] = row.met
    }
    rows.complete("clusters", dataset.clusters.count * periods) {
      let cluster = dataset.clusters[$0 / periods]
      return "cluster \(cluster.cluster), at least \(cluster.atLeast), "
        + catalogue.place($0 % periods)
    }

    granted = dataset.incentives.map { _ in
      dataset.facilities.map { _ in [Double](repeating: 0, count: periods) }
    }
    let incentives = Dictionary(
      zip(dataset.incentives.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    for row in plan.incentives {
      let place = "incentive \(row.incentive), facility \(row.facility), period \(row.period)"
      let pair = incentives[row.incentive].flatMap { incentive in
        catalogue.facility(row.facility).map { incentive * dataset.facilities.count + $0 }
      }
      guard let (pair, period) = rows.take("incentives", pair, row.period, place) else { continue }
      let (incentive, facility) = pair.quotientAndRemainder(dividingBy: dataset.facilities.count)
      granted[incentive][facility][period] = row.granted
    }

    var modules = [[Int]](repeating: [], count: dataset.facilities.count)
    for (index, module) in dataset.capacity.enumerated() {
      if let facility = catalogue.facility(module.facility) { modules[facility].append(index) }
    }
    self.modules = modules
  }

  /// Opening and build cost of a facility in a period at that period's prices, undiscounted.
  func investment(_ facility: Int, _ period: Int, _ catalogue: Catalogue) -> Double {
    let opening = isOpened[facility][period] ? catalogue.openingCost(facility, period) : 0
    return modules[facility].reduce(opening) {
      $0 + Double(built[$1][period]) * catalogue.buildCost($1, of: facility, period)
    }
  }

  /// What all incentives grant a facility in a period.
  func granted(_ facility: Int, _ period: Int) -> Double {
    granted.reduce(0) { $0 + $1[facility][period] }
  }
}

/// Keeps watch over the rows of a table: each once, none unknown, none missing.
private final class RowBook {
  private let periods: [String: Int]
  private let findings: Findings
  private var seen: [String: Set<Int>] = [:]

  init(periods: [String: Int], _ findings: Findings) {
    self.periods = periods
    self.findings = findings
  }

  /// Takes a row.
  ///
  /// - Parameter subject: the index of what it is about; `nil` where that is unknown.
  /// - Returns: the subject and the period; `nil` where the row is noted as unknown, or as a second one.
  func take(_ table: String, _ subject: Int?, _ period: String, _ place: String) -> (Int, Int)? {
    guard let subject, let period = periods[period] else {
      findings.note(
        .row, "\(table): \(place)", expected: "ids of the dataset", found: "an unknown id")
      return nil
    }
    guard seen[table, default: []].insert(subject * periods.count + period).inserted else {
      findings.note(.row, "\(table): \(place)", expected: "one row", found: "a second row")
      return nil
    }
    return (subject, period)
  }

  /// Notes every row below `count` that was not seen.
  func complete(_ table: String, _ count: Int, _ place: (Int) -> String) {
    let seen = seen[table] ?? []
    for number in 0..<count {
      findings.demand(
        seen.contains(number), .row, "\(table): \(place(number))", expected: "a row", found: "none")
    }
  }
}
