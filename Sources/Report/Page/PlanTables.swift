import FigureDrawing
import Findings
import SupplyPlan
import TextFiles

/// The tables of a plan, for the appendix: to sort there and to take away as CSV.
struct PlanTables {
  let plan: Plan

  /// The tables that have rows, with their titles.
  var tables: [(title: String, table: Table)] {
    [
      ("Cost lines", costs), ("Sites by period", facilities), ("Modules by period", modules),
      ("Stocks", buffers), ("Contracts", contracts), ("Clusters", clusters),
      ("Incentives granted", incentives), ("Mix of placements", mix),
      ("Sales lost by scenario", scenarios), ("Flows of the normal state", flows),
      ("Production of the normal state", production), ("Draws from stock in scenarios", draws),
      ("Components of the lots of the normal state", uses),
    ].filter { !$0.1.rows.isEmpty }
  }

  private var costs: Table {
    Table(
      "costs", columns: ["line", "cost"],
      rows: CostLines.lines(shownOf: [plan.costs]).map {
        [.text($0.name), .number(plan.costs[keyPath: $0.value])]
      })
  }

  private var facilities: Table {
    Table(
      "facilities", columns: ["facility", "period", "open", "opened", "closed"],
      rows: plan.facilities.map { row in
        [
          .text(row.facility), .text(row.period), .flag(row.open), .flag(row.opened),
          .flag(row.closed),
        ]
      })
  }

  private var modules: Table {
    Table(
      "modules", columns: ["facility", "module", "period", "count", "built", "retired"],
      rows: plan.modules.map { row in
        [
          .text(row.facility), .text(row.module), .text(row.period), .whole(row.count),
          .whole(row.built), .whole(row.retired),
        ]
      })
  }

  private var buffers: Table {
    Table(
      "buffers", columns: ["location", "product", "period", "stock"],
      rows: plan.buffers.map { row in
        [.text(row.location), .text(row.product), .text(row.period), .number(row.stock)]
      })
  }

  private var contracts: Table {
    Table(
      "contracts", columns: ["contract", "period", "signed"],
      rows: plan.contracts.map { row in
        [.text(row.contract), .text(row.period), .flag(row.signed)]
      })
  }

  private var clusters: Table {
    Table(
      "clusters", columns: ["cluster", "at_least", "period", "met"],
      rows: plan.clusters.map { row in
        [.text(row.cluster), .whole(row.atLeast), .text(row.period), .flag(row.met)]
      })
  }

  private var incentives: Table {
    Table(
      "incentives", columns: ["incentive", "facility", "period", "granted"],
      rows: plan.incentives.map { row in
        [.text(row.incentive), .text(row.facility), .text(row.period), .number(row.granted)]
      })
  }

  private var mix: Table {
    Table(
      "mix", columns: ["period", "class", "country", "microfactory", "value_share"],
      rows: plan.mix.map { row in
        [
          .text(row.period), .text(row.class.rawValue), .text(row.country),
          .flag(row.microfactory), .number(row.valueShare),
        ]
      })
  }

  private var scenarios: Table {
    Table(
      "scenarios", columns: ["scenario", "period", "sales_lost"],
      rows: plan.scenarios.map { row in
        [.text(row.scenario), .text(row.period), .number(row.salesLost)]
      })
  }

  // Flows and production of scenarios would make the page many times as large; they are in the plan's files.

  // As in the files, a column that is not always needed is left out where no row has anything in it.

  private var flows: Table {
    let rows = plan.flows.filter { $0.scenario == nil }
    let optional: [(name: String, isNeeded: Bool, cell: (FlowRow) -> Table.Cell)] = [
      ("claim", plan.flows.contains { $0.claim != nil }, { .init($0.claim) }),
      ("in_quota", plan.flows.contains { $0.inQuota != 0 }, { .number($0.inQuota) }),
      ("drawn_back", plan.flows.contains { $0.drawnBack != 0 }, { .number($0.drawnBack) }),
    ].filter(\.isNeeded)
    return Table(
      "flows",
      columns: [
        "period", "scenario", "origin", "destination", "mode", "product", "made_in", "quantity",
        "freight", "duty",
      ] + optional.map(\.name),
      rows: rows.map { row in
        [
          .text(row.period), .missing, .text(row.origin), .text(row.destination), .text(row.mode),
          .text(row.product), .text(row.madeIn), .number(row.quantity), .number(row.freight),
          .number(row.duty),
        ] + optional.map { $0.cell(row) }
      })
  }

  private var production: Table {
    let rows = plan.production.filter { $0.scenario == nil }
    let optional: [(name: String, isNeeded: Bool, cell: (ProductionFlowRow) -> Table.Cell)] = [
      ("contract", plan.production.contains { $0.contract != nil }, { .init($0.contract) }),
      ("claim", plan.production.contains { $0.claim != nil }, { .init($0.claim) }),
    ].filter(\.isNeeded)
    return Table(
      "production",
      columns: ["period", "scenario", "facility", "product", "quantity"] + optional.map(\.name),
      rows: rows.map { row in
        [
          .text(row.period), .missing, .text(row.facility), .text(row.product),
          .number(row.quantity),
        ] + optional.map { $0.cell(row) }
      })
  }

  private var uses: Table {
    Table(
      "uses",
      columns: [
        "period", "scenario", "facility", "product", "claim", "component", "made_in",
        "component_claim", "quantity",
      ],
      rows: plan.uses.filter { $0.scenario == nil }.map { row in
        [
          .text(row.period), .missing, .text(row.facility), .text(row.product), .init(row.claim),
          .text(row.component), .init(row.madeIn), .init(row.componentClaim),
          .number(row.quantity),
        ]
      })
  }

  private var draws: Table {
    Table(
      "draws", columns: ["period", "scenario", "location", "product", "quantity"],
      rows: plan.draws.map { row in
        [
          .text(row.period), .init(row.scenario), .text(row.location), .text(row.product),
          .number(row.quantity),
        ]
      })
  }
}
