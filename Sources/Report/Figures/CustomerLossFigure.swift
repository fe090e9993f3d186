import FigureDrawing
import Findings
import SupplyPlan
import TextFiles
import Wording

/// Which customer loses how much of its sales in which scenario, as a heat map: the worst scenario and the largest customer first.
struct CustomerLossFigure {
  let context: PlanContext
  private let facts: CustomerLossFacts
  private let before: CustomerLossFacts?

  /// More customers than this make no figure; the table has them all.
  private static let mostCustomers = 24
  /// What is less counts as nothing, and is shown as such.
  static let leastShare = 0.0005

  /// `nil` without scenarios or demand.
  init?(_ context: PlanContext) {
    self.context = context
    facts = CustomerLossFacts(context.resolved, context.plan)
    before = context.current?.customerLosses
    if facts.scenarios.isEmpty || facts.customers.isEmpty { return nil }
  }

  private var customers: [String] { Array(facts.customers.prefix(Self.mostCustomers)) }

  /// The scenarios that cost some customer sales, the worst first; the first of all where none does.
  private var costly: [String] {
    let costly = facts.scenarios.filter { scenario in
      facts.customers.contains { facts.share(scenario, $0) > Self.leastShare }
    }
    return costly.isEmpty ? Array(facts.scenarios.prefix(1)) : costly
  }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "customers", title: title,
      subtitle: ([
        "Per cent of each customer’s own annual sales lost in an event, averaged over the horizon."
      ]
        + leftOut + (facts.hasEquals ? [Self.choice] : [])).joined(separator: " "),
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Losses are valued at sales, over the weeks that the event lasts, and include what is short in a normal year. Largest \
        customers first.
        """ + " "
          + context.index.source(
            context.file("flows.csv"), context.file("draws.csv"), .table("demand.csv"),
            .table("disruptions.csv")))
  }

  /// Who goes short is not told by the plan's cost alone.
  private static let choice = """
    Where a lost sale costs the same at several customers, which of them goes short is an arbitrary choice: \
    the total is firm, its split is not.
    """

  /// What the figure leaves out.
  private var leftOut: [String] {
    let customers = facts.customers.count - Self.mostCustomers
    let scenarios = facts.scenarios.count - costly.count
    var words: [String] = []
    if scenarios > 0 {
      let events = NumberFormat.count(
        scenarios, "other event costs", "other events cost", inWords: true)
      words.append("\(events.capitalizedFirst) no customer any sales.")
    }
    if customers > 0 {
      words.append(
        plural(
          customers, one: "The smallest customer is in the table only.",
          many: "The \(customers) smallest customers are in the table only."))
    }
    return words
  }

  private var title: String {
    guard let worst = facts.scenarios.first, facts.share(worst) > Self.leastShare else {
      return facts.greatest > Self.leastShare
        ? "No event costs more than \(NumberFormat.percent(Self.leastShare, places: 2)) of all sales"
        : "No customer loses sales in any event"
    }
    let all = facts.customers.count
    let hit = facts.customers.filter { facts.share(worst, $0) > Self.leastShare }.count
    let whom =
      hit == all
      ? all == 1 ? "the only customer" : all == 2 ? "both customers" : "all \(all) customers"
      : "\(hit) of \(NumberFormat.count(all, "customer", "customers"))"
    return """
      “\(context.index.name(ofScenario: worst))” costs \(NumberFormat.percent(facts.share(worst))) of a year’s sales and hits \(whom)
      """
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
            .text(index.name(ofScenario: scenario)), .text(name(customer)),
          ]
            + [before, facts].compactMap(\.self).map { facts in
              .number(customer.map { facts.share(scenario, $0) } ?? facts.share(scenario))
            }
        }
      })
  }

  private func name(_ customer: String?) -> String {
    customer.map(context.index.name(ofNode:)) ?? "All customers"
  }

  /// Shades from nothing to the greatest loss; the same for the plan as for today, so that they compare.
  private var greatest: Double { max(facts.greatest, before?.greatest ?? 0, 1e-9) }

  private func draw(_ size: FigureWidth) -> Drawing {
    let rows = costly
    let all = [nil] + customers.map(Optional.some)
    return LossGrid(
      size: size, scenarios: rows.map(context.index.name(ofScenario:)), customers: all.map(name),
      shares: rows.map { scenario in
        all.map { customer in
          customer.map { facts.share(scenario, $0) } ?? facts.share(scenario)
        }
      }, greatest: greatest,
      label:
        "Sales lost by event and customer under \(context.name). The table below has the figures."
    ).drawing()
  }
}
