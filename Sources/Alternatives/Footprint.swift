public import SupplyData
public import SupplyPlan

/// What is open in a plan: the whole of it that alternatives are told apart by.
public struct Footprint: Sendable, Hashable {
  /// Whether it is open, by facility, then by period, both in the dataset's order.
  public var isOpen: [[Bool]]

  /// - Parameter isOpen: whether it is open, by facility, then by period.
  public init(isOpen: [[Bool]]) { self.isOpen = isOpen }

  /// The footprint of a plan for `dataset`.
  public init(_ plan: Plan, _ dataset: Dataset) {
    let open = Set(plan.facilities.filter(\.open).map { [$0.facility, $0.period] })
    isOpen = dataset.facilities.map { facility in
      dataset.settings.periods.map { open.contains([facility.id, $0.id]) }
    }
  }

  /// In how many pairs of a facility and a period the two differ (Hamming distance).
  public func distance(to other: Footprint) -> Int {
    zip(isOpen, other.isOpen).reduce(0) { sum, pair in
      sum + zip(pair.0, pair.1).count { $0 != $1 }
    }
  }

  /// In how many periods a facility is open.
  public func periodsOpen(_ facility: Int) -> Int { isOpen[facility].count { $0 } }
}
