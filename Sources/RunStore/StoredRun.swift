package import SupplyPlan

/// A run as the store has it: what was asked, how it ended, and what was found in figures.
public struct StoredRun: Sendable, Equatable {
  /// Its number.
  public var id: Int64
  /// What was asked.
  public var request: RunRequest
  /// The dataset's title.
  public var datasetName: String
  /// What money is counted in.
  public var currency: String
  /// How it stands.
  public var status: RunStatus
  /// Why, in words, where it is not solved.
  public var reason: String?
  /// The design of its plan: see ``StoredDesign``; `nil` where designs were not exchanged.
  public var design: String?
  /// How many times it was tried.
  public var attempts: Int
  /// How risk is measured.
  public var measure: String?
  /// The level of `cvar`.
  public var level: Double?
  /// Total discounted cost, of a frontier its least.
  public var cost: Double?
  /// What the cost is proved to be at least.
  public var bound: Double?
  /// `(cost − bound) / cost`.
  public var gap: Double?
  /// Sales at risk of that plan.
  public var salesAtRisk: Double?
  /// Of a frontier: area of the band over area of the box.
  public var uncertainty: Double?
  /// Wall seconds of the solve.
  public var solveSeconds: Double?
  /// Wall seconds of the worker.
  public var wallSeconds: Double?
  /// Processor seconds of the worker.
  public var processorSeconds: Double?
  /// The most memory that the worker held.
  public var peakMemoryBytes: Int64?
  /// The machine.
  public var host: String?
  /// When it began.
  public var started: String?
  /// When it ended.
  public var finished: String?
  /// The version of Shorewise.
  public var shorewise: String?
  /// The version of GLPK.
  public var glpk: String?
  /// What the dataset was warned of, a line each.
  public var warnings: String
  /// What the worker wrote to standard error.
  public var log: String
}

extension StoredRun {
  /// A result that was found outside of a store, so that it can be set beside runs of one.
  package init(
    id: Int64, request: RunRequest, datasetName: String, currency: String, status: RunStatus,
    reason: String?, measure: String, level: Double?
  ) {
    self.init(
      id: id, request: request, datasetName: datasetName, currency: currency, status: status,
      reason: reason, design: nil, attempts: 1, measure: measure, level: level, cost: nil,
      bound: nil, gap: nil,
      salesAtRisk: nil, uncertainty: nil, solveSeconds: nil, wallSeconds: nil,
      processorSeconds: nil, peakMemoryBytes: nil, host: nil, started: nil, finished: nil,
      shorewise: nil, glpk: nil, warnings: "", log: "")
  }
}

/// A plan of a run, in figures.
public struct StoredPlanRow: Sendable, Equatable {
  /// The run.
  public var run: Int64
  /// The file of the run that holds it, such as `points/01/plan.json`.
  public var plan: String
  /// `plan`, a frontier's `point`, `baseline` or `expanded`.
  public var role: String
  /// `optimal` or `stopped`.
  public var termination: String
  /// Total discounted cost.
  public var cost: Double
  /// What it is proved to be at least.
  public var bound: Double?
  /// `(cost − bound) / cost`.
  public var gap: Double?
  /// Sales at risk.
  public var salesAtRisk: Double
  /// The cost by line, in the order of `CostLines.lines`.
  public var costLines: [(name: String, value: Double)]

  /// Two are equal where all their figures are.
  public static func == (left: Self, right: Self) -> Bool {
    (left.run, left.plan, left.role, left.termination) == (
      right.run, right.plan, right.role, right.termination
    )
      && (left.cost, left.bound, left.gap, left.salesAtRisk) == (
        right.cost, right.bound, right.gap, right.salesAtRisk
      )
      && left.costLines.elementsEqual(right.costLines) {
        $0.name == $1.name && $0.value == $1.value
      }
  }
}

extension StoredPlanRow {
  /// A plan in figures; `nil` where it has no cost.
  package init?(_ plan: Plan, run: Int64, file: String, role: String, bound: Double?) {
    guard let cost = plan.cost, let salesAtRisk = plan.risk.salesAtRisk else { return nil }
    self.init(
      run: run, plan: file, role: role, termination: plan.termination.rawValue, cost: cost,
      bound: bound, gap: bound.map { Plan.gap(cost: cost, bound: $0) }, salesAtRisk: salesAtRisk,
      costLines: CostLines.lines.map { ($0.name, plan.costs[keyPath: $0.value]) })
  }
}
