import FigureDrawing
import SupplyData
import SupplyPlan

/// The small print: what was assumed, what the current network breaks, how the plans were found.
struct Appendix {
  let index: ReportIndex
  let input: ReportInput
  let measure: MeasureWords

  /// The settings that the figures rest on.
  var assumptions: [PageView.Assumption] {
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
      text.map { PageView.Assumption(name: name, text: $0) }
    }
  }

  /// The scenarios; `nil` where there are none.
  var scenarios: FigureTable? {
    guard !index.dataset.scenarios.isEmpty else { return nil }
    return FigureTable(
      ["Scenario", "Probability a year", "Lasts, weeks"],
      rows: index.dataset.scenarios.map {
        [$0.name, percent($0.probability), NumberFormat.quantity($0.durationWeeks)]
      })
  }

  /// What the current network breaks; `nil` where nothing.
  var broken: FigureTable? {
    let rows = (input.baseline ?? input.plans.first)?.broken ?? []
    guard !rows.isEmpty else { return nil }
    return FigureTable(
      ["Constraint or decision", "Site", "Period"], names: 3,
      rows: rows.map { row in
        [
          row.constraint ?? row.decision.map { "decision: \($0)" } ?? "",
          row.facility.map(index.name(ofNode:)) ?? "", row.period,
        ]
      })
  }

  /// How each plan was found; `nil` where there is none.
  var statistics: FigureTable? {
    if input.isFindingsAlone { return nil }
    let plans =
      input.plans.enumerated().map { position, plan in
        (input.frontier == nil ? "Plan" : "Plan \(position + 1)", plan)
      } + (input.baseline.map { [("Current network", $0)] } ?? [])
    var rows = plans.map { name, plan in
      [
        name, plan.termination.rawValue, plan.solve.method,
        NumberFormat.decimal(plan.solve.seconds, places: 1),
        NumberFormat.whole(Double(plan.solve.rows)), NumberFormat.whole(Double(plan.solve.columns)),
        NumberFormat.whole(Double(plan.solve.nodes)),
        plan.gap.map { NumberFormat.percent(max(0, $0), places: 2, rounding: .up) } ?? "–",
      ]
    }
    if let solve = input.frontier?.solve, let termination = input.frontier?.termination {
      rows.append([
        "Frontier (\(NumberFormat.count(solve.solves, "solve", "solves")))",
        termination.rawValue,
        solve.method, NumberFormat.decimal(solve.seconds, places: 1), "", "", "", "",
      ])
    }
    return FigureTable(
      ["", "Ended", "Method", "Seconds", "Rows", "Columns", "Nodes", "Gap"], names: 3,
      rows: rows)
  }

  private func percent(_ share: Double) -> String { NumberFormat.given(share) }
}
