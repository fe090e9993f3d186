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
  /// The plans of today's network, unchanged and expanded, where a frontier has them.
  public var today: [(network: ComparatorNetwork, plan: Plan)] = []
  /// The plan that a frontier is set beside: its name, and its sales at risk, which the frontier's point is not to exceed.
  var beside: (name: String, salesAtRisk: Double)?

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

  /// The plan that stands for it: the one asked for; of a frontier the cheapest, beside a plan the cheapest with no more sales at risk
  /// than that, or the least of them where all have more.
  var plan: Plan? { point.map { plans[$0] } }

  /// The position of that plan.
  private var point: Int? {
    func key(_ position: Int) -> (Double, Double) {
      (plans[position].cost ?? 0, plans[position].risk.salesAtRisk ?? 0)
    }
    let found = plans.indices.filter { plans[$0].cost != nil }
    guard frontier != nil, let beside else { return found.min { key($0) < key($1) } }
    let asSafe = found.filter { key($0).1 <= beside.salesAtRisk + Self.slack }
    return asSafe.min { key($0) < key($1) }
      ?? found.min { (key($0).1, key($0).0) < (key($1).1, key($1).0) }
  }

  /// What two sales at risk may differ by and still count as one.
  static let slack = 1e-9

  /// Whether the point that stands for a frontier has no more sales at risk than the plan beside it.
  var isAsSafe: Bool {
    guard let beside, let risk = plan?.risk.salesAtRisk else { return true }
    return risk <= beside.salesAtRisk + Self.slack
  }

  /// What it is called where its plan is meant: of a frontier beside a plan with the number of its point.
  var planName: String {
    guard frontier != nil, beside != nil, let point else { return name }
    return "\(name), point\u{A0}\(point + 1)"
  }

  /// What was asked, in a few words.
  var question: String {
    if frontier != nil {
      return beside == nil || point == nil
        ? "frontier’s cheapest point" : "frontier’s point \((point ?? 0) + 1)"
    }
    guard let plan = plans.first else { return "" }
    if let comparator = plan.comparator { return "\(comparator.rawValue) network" }
    let words = plan.solve.objective == "risk" ? "least sales at risk" : "least cost"
    return plan.solve.maxRisk.map { "\(words), at most \(percent($0)) of sales at risk" }
      ?? words
  }

  /// With which point a frontier stands beside a plan, and why; `nil` for a plan, and without one.
  var standing: String? {
    guard frontier != nil, let beside, point != nil else { return nil }
    return isAsSafe
      ? """
      \(name) is represented by the \(question): the cheapest with no more sales at risk than \(beside.name) \
      (\(percent(beside.salesAtRisk))).
      """
      : "\(name) is represented by the \(question), its safest: all have more sales at risk than \(beside.name)."
  }
}
