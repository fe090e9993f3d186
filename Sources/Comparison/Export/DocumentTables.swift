import Findings
import SupplyPlan

/// The tables of an export that are read off the plans' files.
struct DocumentTables {
  private(set) var modules = Table(
    "modules", "How many modules of a kind a facility has in a period of a plan.",
    ExportTables.planNames + [
      .init("facility", "the facility"), .init("module", "the module"),
      .init("period", "the period"), .init("count", "modules in place in the period"),
      .init("built", "modules built at its start"),
      .init("retired", "modules retired at its start"),
    ])
  private(set) var buffers = Table(
    "buffers", "The stock of a buffer in a period of a plan.",
    ExportTables.planNames + [
      .init("location", "the facility or customer"), .init("product", "the product"),
      .init("period", "the period"), .init("stock", "units of the product"),
    ])
  private(set) var contracts = Table(
    "contracts", "Whether a contract is signed in a period of a plan.",
    ExportTables.planNames + [
      .init("contract", "the contract"), .init("period", "the period"),
      .init("signed", "signed in the period"),
    ])
  private(set) var clusters = Table(
    "clusters", "Whether a row of a cluster saves in a period of a plan.",
    ExportTables.planNames + [
      .init("cluster", "the cluster"),
      .init("at_least", "how many of its facilities must be open"), .init("period", "the period"),
      .init("met", "whether so many are"),
    ])
  private(set) var incentives = Table(
    "incentives", "What an incentive grants to a facility in a period of a plan.",
    ExportTables.planNames + [
      .init("incentive", "the incentive"), .init("facility", "the facility"),
      .init("period", "the period"), .init("granted", "money, undiscounted"),
    ])
  private(set) var scenarios = Table(
    "scenarios", "What a scenario costs in sales in a period of a plan.",
    ExportTables.planNames + [
      .init("scenario", "the scenario"), .init("period", "the period"),
      .init("sales_lost", "share of a normal year's sales value"),
    ])

  /// Appends the rows of a plan.
  mutating func add(_ plan: Plan, run: Int64, file: String) {
    let names = ExportTables.names(run, file)
    for row in plan.modules {
      modules.add(
        names + [
          .text(row.facility), .text(row.module), .text(row.period), .whole(row.count),
          .whole(row.built), .whole(row.retired),
        ])
    }
    for row in plan.buffers {
      buffers.add(
        names + [
          .text(row.location), .text(row.product), .text(row.period), .number(row.stock),
        ])
    }
    for row in plan.contracts {
      contracts.add(names + [.text(row.contract), .text(row.period), .flag(row.signed)])
    }
    for row in plan.clusters {
      clusters.add(
        names + [.text(row.cluster), .whole(row.atLeast), .text(row.period), .flag(row.met)])
    }
    for row in plan.incentives {
      incentives.add(
        names + [
          .text(row.incentive), .text(row.facility), .text(row.period), .number(row.granted),
        ])
    }
    for row in plan.scenarios {
      scenarios.add(
        names + [.text(row.scenario), .text(row.period), .number(row.salesLost)])
    }
  }
}
