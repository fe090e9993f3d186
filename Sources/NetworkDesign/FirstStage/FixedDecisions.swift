public import SupplyData
public import SupplyPlan

/// First-stage decisions that are given: openings, modules, stocks, or any of them. Grants follow.
public struct FixedDecisions: Sendable, Hashable {
  /// Whether each facility is open, by its index in the dataset, then period; `nil` where openings are free.
  public var open: [[Bool]]?
  /// Modules in place, by index in the dataset, then period; `nil` where they are free.
  public var modules: [[Int]]?
  /// Units in stock, by the buffer's index in the dataset, then period; `nil` where they are free.
  public var stock: [[Double]]?

  /// Creates decisions.
  public init(open: [[Bool]]? = nil, modules: [[Int]]? = nil, stock: [[Double]]? = nil) {
    self.open = open
    self.modules = modules
    self.stock = stock
  }
}

extension FixedDecisions {
  /// The openings, modules and stocks of a plan for a dataset with the same facilities, modules, buffers and periods.
  public init(of plan: Plan, in dataset: Dataset) {
    let stage = DecidedStage(plan, in: dataset)
    self.init(open: stage.open, modules: stage.count, stock: stage.stock)
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

  /// Whether nothing whole is left to be chosen.
  package var isSettled: Bool {
    switch self {
    case .free, .expandedNetwork: false
    case .currentNetwork: true
    case .fixed(let decisions): decisions.open != nil && decisions.modules != nil
    }
  }

  /// The bounds of y for a facility in a period.
  func openRange(_ index: Int, _ facility: Facility, in t: Int) -> (lower: Double, upper: Double) {
    guard case .fixed(let decisions) = self, let open = decisions.open else {
      return decided(facility)
    }
    let value = open[index][t] ? 1.0 : 0
    return (value, value)
  }

  /// What a decision asks of y where what is given says otherwise: there is no plan then.
  func contradicted(_ index: Int, _ facility: Facility, in t: Int) -> Double? {
    guard case .fixed(let decisions) = self, let open = decisions.open else { return nil }
    let range = decided(facility)
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
