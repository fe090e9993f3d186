/// A network of today's sites that plans are compared with: none opens and none closes.
///
/// Decisions about facilities and policy constraints do not bind it; what it breaks stands in ``Plan/broken``.
public enum ComparatorNetwork: String, Sendable, Codable, CaseIterable {
  /// The current network: existing sites with their existing modules and stocks.
  case current
  /// Today's sites, expanded: their modules, up to the maximum, and stocks are chosen at least cost. The fair comparator where
  /// demand grows.
  case expanded

  /// What `plan.json` says was minimised. A folder of a frontier has its plan under this name, too.
  public var objective: String {
    switch self {
    case .current: "baseline"
    case .expanded: "expanded"
    }
  }

  /// The path of its `plan.json` in the folder of a frontier.
  public var path: String { "\(objective)/plan.json" }

  /// The comparator whose plans say so of what was minimised; `nil` where they are plans like others.
  public init?(objective: String) {
    guard let found = Self.allCases.first(where: { $0.objective == objective }) else { return nil }
    self = found
  }
}

extension Plan {
  /// The comparator that this is the plan of; `nil` for a plan that was free to open and close.
  ///
  /// A plan that lists what it breaks and does not say what it is was written when there was but one.
  public var comparator: ComparatorNetwork? {
    ComparatorNetwork(objective: solve.objective) ?? (broken == nil ? nil : .current)
  }
}
