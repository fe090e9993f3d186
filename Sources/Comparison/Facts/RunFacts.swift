import FigureDrawing
import RunStore
import SupplyPlan

/// A run with all that is compared of it.
struct RunFacts {
  /// A facility in a period of the plan.
  struct Site: Equatable {
    let isOpen: Bool
    let opens: Bool
    let closes: Bool
  }

  let run: StoredRun
  /// The plan; of a frontier its cheapest point. `nil` where none was found.
  let plan: StoredPlanRow?
  /// The points of a frontier, in rising cost; empty for a plan.
  let points: [StoredPlanRow]
  /// The bounds of a frontier, in rising cap.
  let bounds: [FrontierRecord.Bound]
  /// The periods, in order.
  let periods: [String]
  /// The mix of the plan, by period.
  let mix: [String: PlacementMix]
  /// The facilities that are open, or close, by period.
  let sites: [String: [String: Site]]

  /// Footprints besides the plan's that were tried in this run, with the least each costs there; `nil` where not all were.
  var rivals: [FootprintVerdict.Rival]?

  /// Whether the design of the plan was found in another run.
  var isAdopted = false

  /// How sure it is that the plan's footprint is the best; `nil` without a plan.
  var verdict: FootprintVerdict? { plan.map { FootprintVerdict($0, rivals: rivals) } }

  /// What the variant is called: `-` for the dataset as its files are.
  var name: String { Self.name(ofVariant: run.request.key.variant) }

  /// What the variant is called in figures and heads of columns, where `-` alone would be overlooked.
  var label: String { name == "-" ? "- (as is)" : name }

  /// What a variant is called.
  static func name(ofVariant variant: String) -> String { variant.isEmpty ? "-" : variant }

  /// The share of a year's sales that is kept: 1 less the sales at risk.
  var resilience: Double? { plan.map { 1 - $0.salesAtRisk } }

  /// The mix of the last period.
  var lastMix: PlacementMix? { periods.last.flatMap { mix[$0] } }

  /// The facilities that are open in a period.
  func open(in period: String) -> Set<String> {
    Set((sites[period] ?? [:]).filter(\.value.isOpen).keys)
  }

  /// The facilities that are open in the last period; `nil` without a plan.
  var footprint: Set<String>? {
    plan == nil ? nil : periods.last.map { open(in: $0) } ?? []
  }

  /// Why there is no plan, in a word or two; `nil` where there is one.
  var lack: String? {
    if plan != nil { return nil }
    return switch run.status {
    case .pending: "not run"
    case .running: "running"
    case .solved, .stopped: "no plan"
    case .infeasible, .invalid, .failed: run.status.rawValue
    }
  }

  /// The status, with the reason where there is one.
  var standing: String {
    let status = run.status == .pending ? "not run" : run.status.rawValue
    return run.reason.map { "\(status): \($0)" } ?? status
  }

  /// What the costs of this run and another say.
  func difference(to other: RunFacts) -> CostDifference? {
    guard let plan, let second = other.plan else { return nil }
    return CostDifference(from: (plan.cost, plan.bound), to: (second.cost, second.bound))
  }
}
