public import NetworkDesign

/// Which facilities are open in which period.
public struct Footprint: Hashable, Sendable {
  /// By the facility's place in the dataset, then period.
  public let open: [[Bool]]

  /// - Parameter open: by the facility's place in the dataset, then period.
  public init(open: [[Bool]]) { self.open = open }

  /// As decisions that leave modules and stocks free.
  public var decisions: FixedDecisions { FixedDecisions(open: open) }
}
