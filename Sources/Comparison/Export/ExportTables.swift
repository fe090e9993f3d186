import Findings
import RunStore
import SupplyData
import SupplyPlan

/// The tables of an export that the store has as such.
enum ExportTables {
  /// The columns that name a plan.
  static let planNames: [Table.Column] = [
    .init("run", "the run's number; see `runs.csv`"),
    .init("plan", "the plan's file in the run, such as `plan.json` or `points/01/plan.json`"),
  ]

  /// The cells of ``planNames``.
  static func names(_ run: Int64, _ plan: String) -> [Table.Cell] {
    [.whole(Int(run)), .text(plan)]
  }

  static func runs(_ runs: [StoredRun]) -> Table {
    var table = Table("runs", "A run: what was asked, and how it ended.", runColumns)
    for run in runs {
      let key = run.request.key
      table.add([
        .whole(Int(run.id)), .text(key.dataset), .text(RunFacts.name(ofVariant: key.variant)),
        .init(run.request.sweep), .text(key.command), .text(key.options.joined(separator: " ")),
        .text(run.datasetName), .text(run.currency), .text(run.request.inputSHA256),
        .text(run.status.rawValue), .init(run.reason), .whole(run.attempts),
        .init(run.measure), .init(run.level), .init(run.cost), .init(run.bound), .init(run.gap),
        .init(run.salesAtRisk), .init(run.uncertainty), .init(run.solveSeconds),
        .init(run.wallSeconds), .init(run.processorSeconds),
        run.peakMemoryBytes.map { .whole(Int($0)) } ?? .missing, .init(run.host),
        .init(run.started), .init(run.finished), .init(run.shorewise), .init(run.glpk),
        .init(run.warnings.isEmpty ? nil : run.warnings),
      ])
    }
    return table
  }

  private static let runColumns: [Table.Column] = [
    .init("run", "the run's number, which all tables refer to"),
    .init("dataset", "the dataset's folder, relative to that of the store"),
    .init("variant", "the variant, or the member of a sweep; `-` for the dataset as its files are"),
    .init("sweep", "the sweep that the variant belongs to"), .init("command", "the command"),
    .init("options", "its options, as they are typed"),
    .init("dataset_name", "the dataset's title"),
    .init("currency", "what money is counted in"),
    .init("input_sha256", "SHA-256 of the dataset with all changes made"),
    .init(
      "status",
      "`solved`, `stopped`, `infeasible`, `invalid`, `failed`, `running`, or `pending`: not run"),
    .init("reason", "why it is not solved"), .init("attempts", "how many times it was tried"),
    .init("measure", "how risk is measured: `expected`, `worst` or `cvar`"),
    .init("level", "the level of `cvar`, from 0 to below 1"),
    .init("cost", "total discounted cost, money; of a frontier that of its cheapest point"),
    .init("bound", "what no plan costs less than, money"),
    .init("gap", "(cost − bound) / cost"), .init("sales_at_risk", "share of a year's sales"),
    .init("uncertainty", "of a frontier: area of the band over area of the box, a share"),
    .init("solve_seconds", "wall time of the solve, s"),
    .init("wall_seconds", "wall time of the worker, s"),
    .init("processor_seconds", "processor time of the worker, s"),
    .init("peak_memory_bytes", "the most memory that the worker held, bytes"),
    .init("host", "the machine"), .init("started", "when it began, UTC"),
    .init("finished", "when it ended, UTC"), .init("shorewise", "the version of Shorewise"),
    .init("glpk", "the version of GLPK"),
    .init("warnings", "what the dataset was warned of, a line each"),
  ]

  static func axes(_ runs: [StoredRun]) -> Table {
    var table = Table(
      "axes", "The value of an axis in a run of a sweep.",
      [
        .init("run", "the run's number"), .init("place", "the axis's place in the sweep, from 1"),
        .init("axis", "the axis"), .init("value", "the value, as a table of the dataset has it"),
      ])
    for run in runs {
      for (index, axis) in run.request.axes.enumerated() {
        table.add([
          .whole(Int(run.id)), .whole(index + 1), .text(axis.axis), .text(axis.value),
        ])
      }
    }
    return table
  }

  static func plans(_ plans: [StoredPlanRow]) -> Table {
    var table = Table(
      "plans", "A plan of a run.",
      planNames + [
        .init(
          "role",
          "`plan`, a frontier's `point`, `baseline` (the current network) or `expanded` (today's sites, expanded)"
        ),
        .init("termination", "`optimal` within the gap, or `stopped`"),
        .init("cost", "total discounted cost, money"),
        .init("bound", "what no plan costs less than under the same cap on risk, money"),
        .init("gap", "(cost − bound) / cost"), .init("sales_at_risk", "share of a year's sales"),
      ])
    for plan in plans {
      table.add(
        names(plan.run, plan.plan) + [
          .text(plan.role), .text(plan.termination), .number(plan.cost), .init(plan.bound),
          .init(plan.gap), .number(plan.salesAtRisk),
        ])
    }
    return table
  }

  static func costLines(_ plans: [StoredPlanRow]) -> Table {
    let shown = CostLines.lines.map(\.name).filter { name in
      CostLines.isShown(
        name, at: plans.flatMap(\.costLines).lazy.filter { $0.name == name }.map(\.value))
    }
    var table = Table(
      "cost_lines", "A line of a plan's cost; the lines add up to it.",
      planNames + [
        .init("line", "one of \(shown.map { "`\($0)`" }.joined(separator: ", "))"),
        .init("cost", "discounted money over the horizon"),
      ])
    for plan in plans {
      for line in plan.costLines where shown.contains(line.name) {
        table.add(names(plan.run, plan.plan) + [.text(line.name), .number(line.value)])
      }
    }
    return table
  }

  static func facilities(_ rows: [(run: Int64, plan: String, row: FacilityDecisionRow)])
    -> Table
  {
    var table = Table(
      "facilities",
      "A facility in a period of a plan, where it is open or closes; what is not listed is closed.",
      planNames + [
        .init("period", "the period"), .init("facility", "the facility"),
        .init("open", "open in the period"), .init("opened", "opens at the period's start"),
        .init("closed", "closes at the period's start"),
      ])
    for (run, plan, row) in rows {
      table.add(
        names(run, plan) + [
          .text(row.period), .text(row.facility), .flag(row.open), .flag(row.opened),
          .flag(row.closed),
        ])
    }
    return table
  }

  static func mix(_ rows: [(run: Int64, plan: String, row: MixRow)]) -> Table {
    var table = Table(
      "mix", "A share of what a plan delivers in a period in normal times.",
      planNames + [
        .init("period", "the period"),
        .init(
          "class", "nearness to the customer: `domestic`, `nearshore`, `friendshore`, `offshore`"),
        .init("country", "the country that the goods are made in"),
        .init("microfactory", "whether micro-factories make them"),
        .init("value_share", "share by customs value, 0 to 1"),
      ])
    for (run, plan, row) in rows {
      table.add(
        names(run, plan) + [
          .text(row.period), .text(row.class.rawValue), .text(row.country),
          .flag(row.microfactory), .number(row.valueShare),
        ])
    }
    return table
  }

  static func bounds(_ rows: [(run: Int64, bound: FrontierRecord.Bound)]) -> Table {
    var table = Table(
      "frontier_bounds",
      "A proven statement of a frontier: no plan with at most `cap` of sales at risk costs less than `bound`.",
      [
        .init("run", "the run's number"),
        .init("cap", "cap on sales at risk, share of a year's sales"),
        .init("bound", "money"),
      ])
    for (run, bound) in rows {
      table.add([.whole(Int(run)), .number(bound.cap), .number(bound.bound)])
    }
    return table
  }
}
