public import SupplyData
public import SupplyPlan

/// What an output folder holds, to be set beside others: the dataset, and a frontier with its plans or a plan.
public struct ComparedOutput: Sendable {
  /// What it is called: by its folder.
  public var name: String
  /// Where it stands, for messages.
  public var path: String
  /// The copy of the dataset.
  public var source: DatasetSource
  /// The dataset.
  public var dataset: Dataset
  /// The frontier; `nil` for a single plan.
  public var frontier: FrontierRecord?
  /// The plans of the frontier's points in their order, or the single plan.
  public var plans: [Plan]

  /// Creates an output.
  public init(
    name: String, path: String, source: DatasetSource, dataset: Dataset,
    frontier: FrontierRecord? = nil, plans: [Plan]
  ) {
    self.name = name
    self.path = path
    self.source = source
    self.dataset = dataset
    self.frontier = frontier
    self.plans = plans
  }

  /// The plan that stands for it: the one asked for, of a frontier the cheapest.
  var plan: Plan? {
    plans.filter { $0.cost != nil }.min {
      ($0.cost ?? 0, $0.risk.salesAtRisk ?? 0) < ($1.cost ?? 0, $1.risk.salesAtRisk ?? 0)
    }
  }

  /// What was asked, in a few words.
  var question: String {
    if frontier != nil { return "frontier’s cheapest point" }
    guard let plan = plans.first else { return "" }
    if let comparator = plan.comparator { return "\(comparator.rawValue) network" }
    let words = plan.solve.objective == "risk" ? "least sales at risk" : "least cost"
    return plan.solve.maxRisk.map { "\(words), at most \(percent($0)) of sales at risk" }
      ?? words
  }
}
