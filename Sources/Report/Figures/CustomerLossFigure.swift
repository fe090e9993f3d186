import FigureDrawing
import Findings
import SupplyPlan
import Wording

/// Which customer loses how much of its sales in which scenario: a heat map, the worst scenario on top, the largest customer
/// on the left.
struct CustomerLossFigure {
  let context: PlanContext
  private let facts: CustomerLossFacts
  private let before: CustomerLossFacts?

  /// More columns than this make no figure; the table has them all.
  private static let mostCustomers = 24

  /// `nil` without scenarios or demand.
  init?(_ context: PlanContext) {
    self.context = context
    facts = CustomerLossFacts(context.resolved, context.plan)
    before = context.current?.customerLosses
    if facts.scenarios.isEmpty || facts.customers.isEmpty { return nil }
  }

  private var customers: [String] { Array(facts.customers.prefix(Self.mostCustomers)) }

  /// The figure with its table.
  func figure() -> Figure {
    let left = facts.customers.count - Self.mostCustomers
    let rest = left > 0 ? " The \(left) smallest customers are in the table alone." : ""
    return Figure(
      kind: "customers", title: title,
      subtitle: """
        Share of each customer’s own sales of a year that an event costs, mean over the years of the horizon. Customers by \
        sales, the largest first.\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        What is not delivered in the event counts at its sales value, over the weeks that it lasts; what is short in a \
        normal year is included. Among recourses of equal cost another may spread the loss otherwise.
        """ + " "
          + context.index.source(
            context.file("flows.csv"), context.file("draws.csv"), .table("demand.csv"),
            .table("disruptions.csv")))
  }

  private var title: String {
    var worst: (scenario: String, customer: String, share: Double)?
    for scenario in facts.scenarios {
      for customer in facts.customers {
        let share = facts.share(scenario, customer)
        if share > worst?.share ?? 0 { worst = (scenario, customer, share) }
      }
    }
    guard let worst, worst.share > 0.0005 else {
      return "No customer loses sales in any event"
    }
    let spared = facts.customers.filter { customer in
      facts.scenarios.allSatisfy { facts.share($0, customer) <= 0.0005 }
    }.count
    let head = """
      “\(context.index.name(ofScenario: worst.scenario))” costs \(context.index.name(ofNode: worst.customer)) \
      \(NumberFormat.percent(worst.share)) of a year’s sales
      """
    return spared == 0
      ? "\(head), more than any other event costs anyone"
      : "\(head); \(NumberFormat.count(spared, "customer loses nothing in any event", "customers lose nothing in any event"))"
  }

  /// Losses by scenario and customer, before and after.
  func table() -> Table {
    let index = context.index
    return Table(
      [.text("Scenario"), .text("Customer")] + (before == nil ? [] : [.share("Today")])
        + [.share(context.name)],
      rows: facts.scenarios.flatMap { scenario in
        ([nil] + facts.customers.map(Optional.some)).map { customer in
          [
            .text(index.name(ofScenario: scenario)),
            .text(customer.map(index.name(ofNode:)) ?? "All customers"),
          ]
            + [before, facts].compactMap(\.self).map { facts in
              .number(customer.map { facts.share(scenario, $0) } ?? facts.share(scenario))
            }
        }
      })
  }

  /// Shades from nothing to the greatest loss; the same for the plan as for today, so that they compare.
  private var greatest: Double { max(facts.greatest, before?.greatest ?? 0, 1e-9) }

  private var steps: Int { Palette.heatSteps }

  /// The class of a loss: nothing, then as many steps as there are shades.
  private func shade(_ share: Double) -> String {
    share <= 0.0005 ? "heat-0" : "heat-\(min(steps, Int(share / greatest * Double(steps)) + 1))"
  }

  /// Draws the figure.
  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 12.5 : 10.5
    let left = isWide ? 252.0 : 118
    let head = isWide ? 150.0 : 104
    let row = isWide ? 27.0 : 25
    let columns = customers
    let width = min(64, (size.points - left - (isWide ? 20 : 4)) / Double(columns.count + 1))
    var drawing = Drawing(
      width: size.points, height: head + Double(facts.scenarios.count) * row + 30,
      label:
        "Sales lost by scenario and customer of \(context.name). The table below has its figures.")
    for (position, name) in (["All customers"] + columns.map(context.index.name(ofNode:)))
      .enumerated()
    {
      let x = left + (Double(position) + 0.5) * width
      let n = Drawing.number
      drawing.group(.plain("transform", "translate(\(n(x + 4)) \(n(head - 6))) rotate(-62)")) {
        $0.text(
          TextWidth.fit(name, size: font, width: head - 6), 0, 0,
          class: position == 0 ? "small strong" : "small")
      }
    }
    for (line, scenario) in facts.scenarios.enumerated() {
      let y = head + Double(line) * row
      drawing.text(
        TextWidth.fit(context.index.name(ofScenario: scenario), size: font, width: left - 12),
        left - 8, y + row / 2 + 4, class: isWide ? "label" : "small", anchor: .end)
      for (position, customer) in ([nil] + columns.map(Optional.some)).enumerated() {
        let share = customer.map { facts.share(scenario, $0) } ?? facts.share(scenario)
        let shade = shade(share)
        let name = customer.map(context.index.name(ofNode:)) ?? "All customers"
        let frame = Frame(
          x: left + Double(position) * width + 0.5, y: y + 0.5,
          width: width - 1 - (position == 0 ? 3 : 0),
          height: row - 1)
        drawing.rectangle(
          frame, class: shade,
          title: """
            \(context.index.name(ofScenario: scenario)), \(name): \(NumberFormat.percent(share)) of a year’s sales
            """)
        let text =
          share <= 0.0005 ? "" : NumberFormat.decimal(share * 100, places: share < 0.0995 ? 1 : 0)
        if TextWidth.of(text, size: 11) < frame.width - 1, !text.isEmpty {
          drawing.text(
            text, frame.x + frame.width / 2, y + row / 2 + 4, class: "small on-\(shade)",
            anchor: .middle)
        }
      }
    }
    legend(&drawing, x: left, y: drawing.height - 20, isWide: isWide)
    return drawing
  }

  private func legend(_ drawing: inout Drawing, x: Double, y: Double, isWide: Bool) {
    drawing.text("nothing", x - 8, y + 11, class: "small muted", anchor: .end)
    for step in 0...steps {
      drawing.rectangle(
        Frame(x: x + Double(step) * 22, y: y, width: 21, height: 13), class: "heat-\(step)")
    }
    drawing.text(
      "\(NumberFormat.percent(greatest)) of a year’s sales", x + Double(steps + 1) * 22 + 6,
      y + 11,
      class: "small muted")
  }
}
