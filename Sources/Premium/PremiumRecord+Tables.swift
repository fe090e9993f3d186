import Findings
import SupplyPlan

extension PremiumRecord {
  /// A row for each step.
  var stepTable: Table {
    Table(
      "premium",
      columns: [
        "from_plan", "to_plan", "resilience_from", "resilience_to", "points", "cost",
        "price_per_point", "price_per_point_year", "least_price_per_point_year",
        "most_price_per_point_year", "break_even_scenario", "assumed_probability",
        "break_even_probability", "break_even_factor",
      ],
      rows: steps.map { step in
        let easiest = step.easiestBreakEven
        return [
          .number(Double(step.from)), .number(Double(step.to)),
          .number(1 - points[step.from - 1].salesAtRisk),
          .number(1 - points[step.to - 1].salesAtRisk), .number(step.points), .number(step.cost),
          .init(step.price?.total), .init(step.price?.perYear), .init(step.leastPrice?.perYear),
          .init(step.mostPrice?.perYear), .init(easiest?.scenario), .init(easiest?.probability),
          .init(easiest?.threshold.value), .init(step.factor?.value),
        ]
      })
  }

  /// A row for each thing that a step buys.
  var purchaseTable: Table {
    Table(
      "premium_purchases",
      columns: [
        "from_plan", "to_plan", "kind", "place", "module", "product", "country", "placement",
        "amount", "money", "words",
      ],
      rows: steps.flatMap { step in
        step.purchases.map { item in
          [
            .number(Double(step.from)), .number(Double(step.to)), .text(item.kind.rawValue),
            .init(item.place), .init(item.module), .init(item.product), .init(item.country),
            .init(item.placement?.rawValue), .number(item.amount), .init(item.money),
            .text(item.words),
          ]
        }
      })
  }

  /// A row for each step and scenario.
  var breakEvenTable: Table {
    Table(
      "premium_break_evens",
      columns: [
        "from_plan", "to_plan", "scenario", "assumed_probability", "pays", "probability",
        "greatest_probability", "saving_if_every_year",
      ],
      rows: steps.flatMap { step in
        step.breakEvens.map { item in
          [
            .number(Double(step.from)), .number(Double(step.to)), .text(item.scenario),
            .number(item.probability), .text(item.threshold.side.rawValue),
            .init(item.threshold.value), .number(item.threshold.most), .number(item.saving),
          ]
        }
      })
  }

  /// A row for each plan and comparator; `nil` where there is none.
  var comparisonTable: Table? {
    guard let comparisons, !comparisons.isEmpty else { return nil }
    return Table(
      "premium_comparisons",
      columns: [
        "comparator", "plan", "points", "cost", "spend", "sales_not_made", "break_even_scenario",
        "assumed_probability", "break_even_probability", "break_even_factor",
      ],
      rows: comparisons.map { row in
        let easiest = row.easiestBreakEven
        return [
          .text(row.comparator.rawValue), .number(Double(row.plan)), .number(row.points),
          .number(row.cost), .number(row.spend), .number(row.salesNotMade),
          .init(easiest?.scenario), .init(easiest?.probability), .init(easiest?.threshold.value),
          .init(row.factor?.value),
        ]
      })
  }
}
