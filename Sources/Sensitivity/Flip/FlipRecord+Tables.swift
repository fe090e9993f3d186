public import Findings

extension FlipRecord {
  /// The same as tables.
  public var tables: [FindingTable] {
    [
      FindingTable(
        "flip_turns",
        columns: [
          "parameter", "value", "from", "to", "cost", "change", "facility", "period", "is_proved",
        ], rows: studies.flatMap(turnRows)),
      FindingTable(
        "flip_pieces",
        columns: [
          "parameter", "from", "to", "cost_from", "cost_to", "excess", "is_proved", "period",
          "facility",
        ], rows: studies.flatMap(pieceRows)),
      FindingTable(
        "flip_costs", columns: ["parameter", "kind", "value", "cost"],
        rows: studies.flatMap(costRows)),
    ]
  }

  /// A row for each facility and period that changes.
  private func turnRows(_ study: Study) -> [[FindingTable.Cell]] {
    study.turns.flatMap { turn -> [[FindingTable.Cell]] in
      let changes = turn.opens.map { ("opens", $0) } + turn.closes.map { ("closes", $0) }
      return changes.map { word, site -> [FindingTable.Cell] in
        [
          .text(study.parameter.expression), .number(turn.value), .number(turn.from),
          .number(turn.to), .number(turn.cost), .text(word), .text(site.facility),
          .text(site.period), .flag(turn.isProved),
        ]
      }
    }
  }

  /// A row for each facility and period that is open.
  private func pieceRows(_ study: Study) -> [[FindingTable.Cell]] {
    study.pieces.flatMap { piece -> [[FindingTable.Cell]] in
      piece.footprint.flatMap { openings -> [[FindingTable.Cell]] in
        openings.open.map { facility -> [FindingTable.Cell] in
          [
            .text(study.parameter.expression), .number(piece.from), .number(piece.to),
            .number(piece.costFrom), .number(piece.costTo), .number(piece.excess),
            .flag(piece.isProved), .text(openings.period), .text(facility),
          ]
        }
      }
    }
  }

  private func costRows(_ study: Study) -> [[FindingTable.Cell]] {
    [("cost", study.costs), ("bound", study.bounds)].flatMap { kind, points in
      points.map { point -> [FindingTable.Cell] in
        [
          .text(study.parameter.expression), .text(kind), .number(point.value),
          .number(point.cost),
        ]
      }
    }
  }
}
