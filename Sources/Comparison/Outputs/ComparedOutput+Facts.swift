import FigureDrawing
import RunStore
import SupplyData
import SupplyPlan
import TextFiles
import Wording

extension ComparedOutput {
  /// The output as a run, so that it is compared like one of a store; `id` tells it from others.
  func facts(id: Int64) -> RunFacts {
    let shown = plan
    let rows = frontier == nil ? [] : points(id: id)
    return RunFacts(
      run: run(id: id, first: plans.first),
      plan: shown.flatMap {
        StoredPlanRow(
          $0, run: id, file: "plan.json", role: frontier == nil ? "plan" : "point",
          bound: bound(beside: rows) ?? $0.bound)
      },
      points: rows, bounds: frontier?.bounds ?? [],
      periods: dataset.settings.periods.map(\.id),
      mix: Dictionary(grouping: shown?.mix ?? [], by: \.period).mapValues { PlacementMix($0) },
      sites: Dictionary(grouping: shown?.facilities ?? [], by: \.period).mapValues { rows in
        Dictionary(
          rows.map { ($0.facility, .init(isOpen: $0.open, opens: $0.opened, closes: $0.closed)) },
          uniquingKeysWith: { first, _ in first })
      })
  }

  /// What the frontier proves at the risk of the plan that it is set beside: the question that both answer. `nil` without such a
  /// plan.
  private func bound(beside points: [StoredPlanRow]) -> Double? {
    guard let frontier, let beside, isAsSafe else { return nil }
    return FrontierLevels(points: points, bounds: frontier.bounds)
      .bound(at: 1 - beside.salesAtRisk)
  }

  private func points(id: Int64) -> [StoredPlanRow] {
    zip(frontier?.points ?? [], plans).compactMap { point, plan in
      StoredPlanRow(plan, run: id, file: point.plan, role: "point", bound: point.bound)
    }.sorted { ($0.cost, $1.salesAtRisk) < ($1.cost, $0.salesAtRisk) }
  }

  private func run(id: Int64, first: Plan?) -> StoredRun {
    let measure =
      frontier.map { ($0.measure, $0.level) }
      ?? first.map(\.risk).map {
        ($0.measure, $0.level)
      }
    return StoredRun(
      id: id,
      request: RunRequest(
        key: .init(
          dataset: dataset.settings.name, variant: name,
          command: frontier == nil ? "plan" : "frontier", options: []),
        inputSHA256: dataset.sha256),
      datasetName: dataset.settings.name, currency: dataset.settings.currency, status: status,
      reason: frontier == nil ? first?.stopReason : frontier?.stopReason,
      measure: measure?.0 ?? dataset.settings.risk.name,
      level: measure == nil ? dataset.settings.risk.level : measure?.1)
  }

  private var status: RunStatus {
    if let frontier {
      return frontier.termination == .stopped
        ? .stopped : frontier.points.isEmpty ? .infeasible : .solved
    }
    return switch plans.first?.termination {
    case .infeasible: .infeasible
    case .stopped: .stopped
    case .optimal, nil: .solved
    }
  }

  func percent(_ share: Double) -> String { NumberFormat.percent(share) }

  /// The share of a year's sales that a scenario costs the plan, in the mean of the horizon's years; `nil` without a plan, or
  /// without the scenario.
  func meanLoss(scenario: String) -> Double? {
    guard let plan, dataset.scenarios.contains(where: { $0.id == scenario }) else { return nil }
    let losses = Dictionary(
      plan.scenarios.filter { $0.scenario == scenario }.map { ($0.period, $0.salesLost) },
      uniquingKeysWith: { first, _ in first })
    let periods = dataset.settings.periods
    let years = periods.reduce(0) { $0 + Double($1.years) }
    let sum = periods.reduce(0) { $0 + (losses[$1.id] ?? 0) * Double($1.years) }
    return years > 0 ? sum / years : 0
  }
}
