public import Findings

extension DiagnosisRecord {
  /// Reasons, proposals by change, and the conflict.
  public var tables: [Table] {
    [
      Table(
        "diagnosis-reasons",
        columns: ["kind", "text", "proof", "unmet_at_least", "risk_at_least", "is_decisive"],
        rows: reasons.map {
          [
            .text($0.kind), .text($0.text), .text($0.proof.rawValue), .init($0.unmetAtLeast),
            .init($0.riskAtLeast), .flag($0.isDecisive),
          ]
        }),
      Table(
        "diagnosis-proposals",
        columns: [
          "proposal", "file", "line", "id", "from", "to", "not_enough", "option", "cost", "bound",
          "sales_at_risk",
        ],
        rows: proposals.enumerated().flatMap { place, proposal in
          proposal.changes.map { change in
            [
              .number(Double(place + 1)), .init(change.row.file),
              .init(change.row.line.map(Double.init)), .text(change.row.id), .init(change.from),
              .init(change.to), .init(change.notEnough), .text(change.option),
              .init(proposal.cost), .init(proposal.bound), .init(proposal.salesAtRisk),
            ]
          }
        }),
      Table(
        "diagnosis-conflict", columns: ["file", "line", "id", "says", "period"],
        rows: (conflict?.rows ?? []).map {
          [
            .init($0.file), .init($0.line.map(Double.init)), .text($0.id), .text($0.says),
            .init($0.period),
          ]
        }),
    ]
  }
}
