import FigureDrawing
import Findings
import SupplyPlan
import TextFiles
import Wording

/// The plans that stand for frontiers against today's networks, unchanged and expanded: spend, sales not made and risk apart.
struct TodaySection {
  let outputs: [ComparedOutput]
  let money: MoneyFormat

  /// A plan beside a network of today.
  private struct Row {
    let output: String
    let network: ComparatorNetwork
    let plan: Plan
    let before: Plan

    var difference: Double { plan.costs.total - before.costs.total }
    var share: Double? { before.costs.total > 0 ? difference / before.costs.total : nil }
  }

  private var rows: [Row] {
    outputs.flatMap { output in
      output.today.compactMap { network, before in
        output.plan.map { Row(output: output.planName, network: network, plan: $0, before: before) }
      }
    }
  }

  /// The section; `nil` where no output has a network of today.
  var section: Section? {
    let rows = rows
    guard !rows.isEmpty else { return nil }
    let table = Table(
      [
        .text("Output"), .text("Compared with"), .money("Its cost", money, digits: 4),
        .money("Its spend", money, digits: 4), .money("Not made", money), .share("At risk"),
        .money("Extra cost", money, isSigned: true), .money("Extra spend", money, isSigned: true),
        .money("Extra not made", money, isSigned: true),
      ],
      rows: rows.map { row in
        [
          .text(row.output), .text(ComparatorWords.name(row.network)),
          .number(row.before.costs.total), .number(row.before.costs.spend),
          .number(row.before.costs.salesNotMade), .init(row.before.risk.salesAtRisk),
          .number(row.difference), .number(row.plan.costs.spend - row.before.costs.spend),
          .number(row.plan.costs.salesNotMade - row.before.costs.salesNotMade),
        ]
      })
    return Section(
      title: title(rows),
      blocks: [
        .table(
          title: "Against today’s networks", table,
          note: """
            Not made: the value of sales not made. Extra: what the output has beyond the network that it is compared with. \
            Expanded: no site opens or closes, and capacity and stocks are what serves demand at least cost. Today’s network \
            as it is cannot serve growth, so part of its cost is the value of sales that it cannot make.
            """)
      ])
  }

  private func title(_ rows: [Row]) -> String {
    guard let row = rows.first(where: { $0.network == .expanded }) ?? rows.first,
      let share = row.share
    else { return "Against today’s networks" }
    let than = ComparatorWords.than(row.network)
    let amount = NumberFormat.percent(abs(share))
    if abs(share) < 1e-6 { return "\(row.output) costs as much as \(than)" }
    return "\(row.output) costs \(amount) \(share > 0 ? "more" : "less") than \(than)"
  }
}
