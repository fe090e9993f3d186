import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import Wording

/// The small print: what was assumed, what the current network breaks, how the plans were found.
struct Appendix {
  let index: ReportIndex
  let input: ReportInput
  let measure: MeasureWords

  /// The settings that the figures rest on.
  var assumptions: [Definition] {
    let dataset = index.dataset
    let settings = dataset.settings
    let periods = settings.periods.map {
      "\($0.id) (\(NumberFormat.count($0.years, "year", "years")))"
    }
    let items: [(String, String?)] = [
      ("Periods", periods.joined(separator: ", ")),
      (
        "Money",
        "\(index.money.name), discounted at \(percent(settings.discountRate)) a year"
      ),
      (
        "Sales at risk",
        "\(measure.definition). Resilience is 100 % less the sales at risk"
      ),
      ("Holding stock", "\(percent(settings.holdingRate)) of its value a year"),
      (
        "Carbon price",
        settings.carbonPrice > 0
          ? "\(index.money(settings.carbonPrice)) a tonne of CO₂e" : "none"
      ),
      (
        "Network",
        """
        \(NumberFormat.count(dataset.facilities.filter { $0.status == .existing }.count, "site", "sites")) \
        today and \(NumberFormat.count(dataset.facilities.filter { $0.status == .candidate }.count, "candidate", "candidates")), \
        \(NumberFormat.count(dataset.customers.count, "customer", "customers")), \
        \(NumberFormat.count(dataset.products.count, "product", "products")), \
        \(NumberFormat.count(dataset.countries.count, "country", "countries")) in the tables
        """
      ),
      ("Home", settings.home.map(index.name(ofCountry:))),
    ]
    return items.compactMap { name, text in
      text.map { Definition(name: name, text: $0) }
    }
  }

  /// The scenarios; `nil` where there are none.
  var scenarios: Table? {
    guard !index.dataset.scenarios.isEmpty else { return nil }
    return Table(
      [.text("Scenario"), .givenShare("Probability a year"), .quantity("Lasts, weeks")],
      rows: index.dataset.scenarios.map {
        [.text($0.name), .number($0.probability), .number($0.durationWeeks)]
      })
  }

  /// What the current network breaks; `nil` where nothing.
  var broken: Table? {
    let rows = (input.baseline ?? input.plans.first)?.broken ?? []
    guard !rows.isEmpty else { return nil }
    return Table(
      ["Constraint or decision", "Site", "Period"].map { .text($0, missing: "") },
      rows: rows.map { row in
        [
          .init(row.constraint ?? row.decision.map { "decision: \($0)" }),
          .init(row.facility.map(index.name(ofNode:))), .text(row.period),
        ]
      })
  }

  /// How each plan was found; `nil` where there is none.
  var statistics: Table? {
    if input.isFindingsAlone { return nil }
    let plans =
      input.plans.enumerated().map { position, plan in
        (input.frontier == nil ? "Plan" : "Plan \(position + 1)", plan)
      }
      + [(ComparatorNetwork.current, input.baseline), (.expanded, input.expanded)]
      .compactMap { network, plan in plan.map { (ComparatorWords.name(network), $0) } }
    var rows = plans.map { name, plan -> [Table.Cell] in
      [
        .text(name), .text(plan.termination.rawValue), .text(plan.solve.method),
        .number(plan.solve.seconds), .whole(plan.solve.rows), .whole(plan.solve.columns),
        .whole(plan.solve.nodes),
        plan.gap.map { .number(max(0, $0)) } ?? .shown(.missing, as: "–"),
      ]
    }
    if let solve = input.frontier?.solve, let termination = input.frontier?.termination {
      rows.append(
        [
          .text("Frontier (\(NumberFormat.count(solve.solves, "solve", "solves")))"),
          .text(termination.rawValue), .text(solve.method), .number(solve.seconds),
        ] + Array(repeating: .missing, count: 4))
    }
    var gap = Table.Column.share("Gap", places: 2, rounding: .up)
    gap.missing = ""
    return Table(
      [.text("", name: "plan"), .text("Ended"), .text("Method"), .decimal("Seconds", places: 1)]
        + ["Rows", "Columns", "Nodes"].map { .whole($0, missing: "") } + [gap], rows: rows)
  }

  private func percent(_ share: Double) -> String { NumberFormat.given(share) }
}
