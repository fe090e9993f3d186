public import SupplyData
public import SupplyPlan

/// A first stage that has been decided, as numbers: what a stress test holds fixed.
public struct DecidedStage: Sendable, Equatable {
  /// y, by facility and period.
  public let open: [[Bool]]
  /// n, modules in place, by module and period.
  public let count: [[Int]]
  /// z, units, by buffer and period.
  public let stock: [[Double]]
  /// w, by contract and period.
  public let signed: [[Bool]]

  /// The first stage of a plan for a dataset with the same facilities, modules, buffers, contracts and periods; what the plan
  /// does not name is closed, not built, not held and not signed.
  public init(_ plan: Plan, in dataset: Dataset) {
    let periods = dataset.settings.periods.map(\.id)
    let openings = Set(plan.facilities.filter(\.open).map { [$0.facility, $0.period] })
    let counts = Dictionary(
      plan.modules.map { ([$0.facility, $0.module, $0.period], $0.count) },
      uniquingKeysWith: { first, _ in first })
    let stocks = Dictionary(
      plan.buffers.map { ([$0.location, $0.product, $0.period], $0.stock) },
      uniquingKeysWith: { first, _ in first })
    let contracts = Set(plan.contracts.filter(\.signed).map { [$0.contract, $0.period] })
    signed = dataset.contracts.map { row in
      periods.map { contracts.contains([row.id, $0]) }
    }
    open = dataset.facilities.map { facility in
      periods.map { openings.contains([facility.id, $0]) }
    }
    count = dataset.capacity.map { row in
      periods.map { counts[[row.facility, row.module, $0]] ?? 0 }
    }
    stock = dataset.buffers.map { row in
      periods.map { stocks[[row.location, row.product, $0]] ?? 0 }
    }
  }

  /// The current network: existing facilities, with their existing modules, stocks and contracts.
  public init(currentNetworkOf dataset: Dataset) {
    let periods = dataset.settings.periods
    open = dataset.facilities.map { row in periods.map { _ in row.status == .existing } }
    count = dataset.capacity.map { row in periods.map { _ in row.existing } }
    stock = dataset.buffers.map { row in periods.map { _ in row.existing } }
    signed = dataset.contracts.map { row in periods.map { _ in row.isExisting } }
  }

  package init(open: [[Bool]], count: [[Int]], stock: [[Double]], signed: [[Bool]]) {
    self.open = open
    self.count = count
    self.stock = stock
    self.signed = signed
  }

  /// The first columns of a recourse program of a period: y by facility, n by module, z by buffer, w by
  /// contract.
  package func values(period t: Int) -> [Double] {
    open.map { $0[t] ? 1 : 0 } + count.map { Double($0[t]) } + stock.map { $0[t] }
      + signed.map { $0[t] ? 1 : 0 }
  }
}
