public import SupplyData
public import SupplyPlan

/// Which facilities are open in which period: what plans are told apart by.
public struct Footprint: Hashable, Sendable {
  /// By the facility's index in the dataset, then period.
  public let open: [[Bool]]

  /// - Parameter open: by the facility's index in the dataset, then period.
  public init(open: [[Bool]]) { self.open = open }

  /// The footprint of a plan for a dataset with the same facilities and periods.
  public init(_ plan: Plan, in dataset: Dataset) {
    self.init(open: DecidedStage(plan, in: dataset).open)
  }

  /// As decisions that leave modules and stocks free.
  public var decisions: FixedDecisions { FixedDecisions(open: open) }

  /// In how many pairs of a facility and a period the two differ (Hamming distance).
  public func distance(to other: Footprint) -> Int {
    zip(open, other.open).reduce(0) { sum, pair in
      sum + zip(pair.0, pair.1).count { $0 != $1 }
    }
  }

  /// In how many periods a facility is open.
  public func periodsOpen(_ facility: Int) -> Int { open[facility].count { $0 } }
}
