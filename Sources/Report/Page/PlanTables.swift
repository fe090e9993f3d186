import FigureDrawing
import SupplyPlan
import TextFiles

/// The tables of a plan as they stand in its files, for the appendix: to sort there and to take away as CSV.
struct PlanTables {
  /// A table.
  struct Table {
    /// The name of its file, without the ending.
    let name: String
    let title: String
    /// RFC 4180, with its header.
    let text: String

    /// Rows, the header left out.
    var rows: Int { max(0, text.utf8.count { $0 == UInt8(ascii: "\n") } - 1) }
  }

  let plan: Plan

  /// The tables that have rows.
  var tables: [Table] {
    [
      Table(name: "costs", title: "Cost lines", text: costs),
      Table(name: "facilities", title: "Sites by period", text: facilities),
      Table(name: "modules", title: "Modules by period", text: modules),
      Table(name: "buffers", title: "Stocks", text: buffers),
      Table(name: "incentives", title: "Incentives granted", text: incentives),
      Table(name: "mix", title: "Mix of placements", text: mix),
      Table(name: "scenarios", title: "Sales lost by scenario", text: scenarios),
      Table(name: "flows", title: "Flows of the normal state", text: normalState.flowsText),
      Table(
        name: "production", title: "Production of the normal state",
        text: normalState.productionText),
      Table(name: "draws", title: "Draws from stock in scenarios", text: plan.drawsText),
    ].filter { $0.rows > 0 }
  }

  /// Flows and production of scenarios would make the page many times as large; they are in the plan's files.
  private var normalState: Plan {
    var plan = plan
    plan.flows.removeAll { $0.scenario != nil }
    plan.production.removeAll { $0.scenario != nil }
    return plan
  }

  private func table<Row>(
    _ columns: [String], _ rows: [Row], _ add: (Row, inout TableText) -> Void
  ) -> String {
    var table = TableText(columns: columns, rows: rows.count)
    for row in rows {
      add(row, &table)
      table.endRow()
    }
    return table.text
  }

  private var costs: String {
    table(["line", "cost"], CostLines.lines.map(\.self)) { line, table in
      table.add(line.name)
      table.add(plan.costs[keyPath: line.value])
    }
  }

  private var facilities: String {
    table(["facility", "period", "open", "opened", "closed"], plan.facilities) { row, table in
      table.add(row.facility)
      table.add(row.period)
      for flag in [row.open, row.opened, row.closed] { table.add(flag ? "true" : "false") }
    }
  }

  private var modules: String {
    table(["facility", "module", "period", "count", "built", "retired"], plan.modules) {
      row, table in
      for text in [row.facility, row.module, row.period] { table.add(text) }
      for number in [row.count, row.built, row.retired] { table.add(Double(number)) }
    }
  }

  private var buffers: String {
    table(["location", "product", "period", "stock"], plan.buffers) { row, table in
      for text in [row.location, row.product, row.period] { table.add(text) }
      table.add(row.stock)
    }
  }

  private var incentives: String {
    table(["incentive", "facility", "period", "granted"], plan.incentives) { row, table in
      for text in [row.incentive, row.facility, row.period] { table.add(text) }
      table.add(row.granted)
    }
  }

  private var mix: String {
    table(["period", "class", "country", "microfactory", "value_share"], plan.mix) { row, table in
      for text in [row.period, row.class.rawValue, row.country] { table.add(text) }
      table.add(row.microfactory ? "true" : "false")
      table.add(row.valueShare)
    }
  }

  private var scenarios: String {
    table(["scenario", "period", "sales_lost"], plan.scenarios) { row, table in
      table.add(row.scenario)
      table.add(row.period)
      table.add(row.salesLost)
    }
  }
}
