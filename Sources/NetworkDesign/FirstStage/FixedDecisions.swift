public import SupplyData
public import SupplyPlan

/// First-stage decisions that are given: openings, modules, stocks, contracts, or any of them. Grants and clusters follow.
public struct FixedDecisions: Sendable, Hashable {
  /// Whether each facility is open, by its index in the dataset, then period; `nil` where openings are free.
  public var open: [[Bool]]?
  /// Modules in place, by index in the dataset, then period; `nil` where they are free.
  public var modules: [[Int]]?
  /// Units in stock, by the buffer's index in the dataset, then period; `nil` where they are free.
  public var stock: [[Double]]?
  /// Whether each contract is signed, by its index in the dataset, then period; `nil` where they are free.
  public var contracts: [[Bool]]?

  /// Creates decisions.
  public init(
    open: [[Bool]]? = nil, modules: [[Int]]? = nil, stock: [[Double]]? = nil,
    contracts: [[Bool]]? = nil
  ) {
    self.open = open
    self.modules = modules
    self.stock = stock
    self.contracts = contracts
  }
}

extension FixedDecisions {
  /// The openings, modules, stocks and contracts of a plan for a dataset with the same facilities, modules, buffers, contracts and
  /// periods.
  public init(of plan: Plan, in dataset: Dataset) {
    let stage = DecidedStage(plan, in: dataset)
    self.init(
      open: stage.open, modules: stage.count, stock: stage.stock, contracts: stage.signed)
  }
}

extension DesignQuestion.FirstStageChoice {
  /// The network of today's sites that is asked for; `nil` where sites may open and close.
  public var comparator: ComparatorNetwork? {
    switch self {
    case .currentNetwork: .current
    case .expandedNetwork: .expanded
    case .free, .fixed: nil
    }
  }

  /// Whether decisions about facilities and policy constraints bind.
  package var bindsPolicies: Bool { comparator == nil }

  /// Whether some of it is searched for and none of it given as numbers, which have units.
  package var isSearched: Bool {
    switch self {
    case .free, .expandedNetwork: true
    case .currentNetwork, .fixed: false
    }
  }

  /// What is decided about a facility beforehand.
  package func decision(about facility: Facility) -> FacilityDecision {
    if bindsPolicies { return facility.decision }
    return facility.status == .existing ? .open : .closed
  }

  /// Whether nothing whole is left to be chosen for a dataset.
  package func isSettled(for dataset: Dataset) -> Bool {
    switch self {
    case .free, .expandedNetwork: false
    case .currentNetwork: true
    case .fixed(let decisions):
      decisions.open != nil && decisions.modules != nil
        && (decisions.contracts != nil || dataset.contracts.isEmpty) && !dataset.countsSources
    }
  }

  /// Whether a contract is signed; `nil` where that is free.
  func isSigned(_ index: Int, _ contract: Contract, in t: Int) -> Bool? {
    switch self {
    case .free, .expandedNetwork: nil
    case .currentNetwork: contract.isExisting
    case .fixed(let decisions): decisions.contracts?[index][t]
    }
  }

  /// The bounds of y for a facility in a period.
  ///
  /// - Parameter opensFrom: the first period in which it can be open.
  func openRange(_ index: Int, _ facility: Facility, in t: Int, opensFrom: Int) -> (
    lower: Double, upper: Double
  ) {
    guard case .fixed(let decisions) = self, let open = decisions.open else {
      return t < opensFrom ? (0, 0) : decided(facility)
    }
    let value = open[index][t] ? 1.0 : 0
    return (value, value)
  }

  /// What a decision asks of y where what is given says otherwise: there is no plan then.
  func contradicted(_ index: Int, _ facility: Facility, in t: Int, opensFrom: Int) -> Double? {
    guard case .fixed(let decisions) = self, let open = decisions.open else { return nil }
    let range = t < opensFrom ? (lower: 0, upper: 0) : decided(facility)
    let value = open[index][t] ? 1.0 : 0
    return value < range.lower ? range.lower : value > range.upper ? range.upper : nil
  }

  private func decided(_ facility: Facility) -> (lower: Double, upper: Double) {
    switch decision(about: facility) {
    case .consider: (0, 1)
    case .open: (1, 1)
    case .closed: (0, 0)
    }
  }

  /// The modules given for an index and period; `nil` where they are free.
  func modules(_ index: Int, _ module: CapacityModule, in t: Int) -> Int? {
    switch self {
    case .free, .expandedNetwork: nil
    case .currentNetwork: module.existing
    case .fixed(let decisions): decisions.modules?[index][t]
    }
  }

  /// The stock given for an index and period; `nil` where it is free.
  func stock(_ index: Int, _ buffer: Buffer, in t: Int) -> Double? {
    switch self {
    case .free, .expandedNetwork: nil
    case .currentNetwork: buffer.existing
    case .fixed(let decisions): decisions.stock?[index][t]
    }
  }
}

extension Dataset {
  /// Whether a policy counts the sources of a node.
  package var countsSources: Bool {
    constraints.contains { if case .sources = $0.kind { true } else { false } }
  }

  /// For each facility the first period in which it can be open, by its place.
  package var firstOpenPeriods: [Int] {
    facilities.map { facility in
      facility.availableFrom.flatMap { id in settings.periods.firstIndex { $0.id == id } } ?? 0
    }
  }
}
