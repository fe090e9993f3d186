public import Findings

extension ExplanationRecord {
  /// Facilities, policies, paths, the lines of paths, the next best ways and the reconciliation.
  public var tables: [Table] {
    [
      Table(
        "explain-facilities",
        columns: [
          "facility", "periods_open", "decision", "is_impossible", "at_least", "at_most",
          "sales_at_risk", "opens", "closes",
        ],
        rows: facilities.map {
          [
            .text($0.facility), .number(Double($0.periodsOpen)), .init($0.decision),
            .flag($0.isImpossible), .init($0.atLeast), .init($0.atMost), .init($0.salesAtRisk),
            .text($0.opens.joined(separator: " ")), .text($0.closes.joined(separator: " ")),
          ]
        }),
      Table(
        "explain-policies",
        columns: [
          "constraint", "kind", "sense", "value", "period", "product", "slack", "is_binding",
          "per_unit", "at_least", "at_most",
        ],
        rows: policies.flatMap { policy in
          policy.rows.map {
            [
              .text(policy.constraint), .text(policy.kind), .text(policy.sense),
              .number(policy.value), .text($0.period), .init($0.product), .number($0.slack),
              .flag($0.isBinding), .init($0.perUnit), .init(policy.atLeast),
              .init(policy.atMost),
            ]
          }
        }),
      Table(
        "explain-paths",
        columns: [
          "path", "period", "product", "made_in", "route", "modes", "is_consumed", "quantity",
          "unit_cost",
        ],
        rows: paths.enumerated().map { number, path in
          [
            .number(Double(number + 1)), .text(path.period), .text(path.product),
            .text(path.madeIn), .text(path.route.joined(separator: ">")),
            .text(path.modes.joined(separator: ">")), .flag(path.isConsumed),
            .number(path.quantity), .number(path.unitCost),
          ]
        }),
      Table(
        "explain-path-lines",
        columns: ["path", "line", "layer", "of_components", "money_per_unit"],
        rows: paths.enumerated().flatMap { number, path in
          path.lines.map {
            [
              .number(Double(number + 1)), .text($0.line), .init($0.layer),
              .flag($0.ofComponents), .number($0.money),
            ]
          }
        }),
      Table(
        "explain-next-best",
        columns: [
          "period", "customer", "product", "origin", "mode", "made_in", "unit_cost",
          "over_used",
        ],
        rows: nextBest.map {
          [
            .text($0.period), .text($0.customer), .text($0.product), .text($0.origin),
            .text($0.mode), .text($0.madeIn), .number($0.unitCost), .number($0.overUsed),
          ]
        }),
      Table(
        "explain-reconciliation", columns: ["period", "line", "delivered", "booked"],
        rows: reconciliation.map {
          [.text($0.period), .text($0.line), .number($0.delivered), .number($0.booked)]
        }),
    ]
  }
}
