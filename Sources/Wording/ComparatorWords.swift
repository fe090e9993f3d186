package import SupplyPlan

/// What people call the networks of today that plans are compared with.
package enum ComparatorWords {
  /// In a title or before a row: `Today’s sites, expanded`.
  package static func name(_ comparator: ComparatorNetwork) -> String {
    switch comparator {
    case .current: "Today’s network"
    case .expanded: "Today’s sites, expanded"
    }
  }

  /// As what a cost is more or less than: `4.3 % more than expanding today’s sites`.
  package static func than(_ comparator: ComparatorNetwork) -> String {
    switch comparator {
    case .current: "today’s network as it is"
    case .expanded: "expanding today’s sites"
    }
  }
}
