public import Findings

extension FlipRecord {
  /// The same as tables.
  public var tables: [Table] {
    [
      Table(
        "flip_turns",
        columns: [
          "parameter", "value", "from", "to", "cost", "change", "facility", "period", "is_proved",
        ], rows: studies.flatMap(turnRows)),
      Table(
        "flip_pieces",
        columns: [
          "parameter", "from", "to", "cost_from", "cost_to", "excess", "is_proved", "period",
          "facility",
        ], rows: studies.flatMap(pieceRows)),
      Table(
        "flip_costs", columns: ["parameter", "kind", "value", "cost"],
        rows: studies.flatMap(costRows)),
    ]
  }

  /// A row for each facility and period that changes.
  private func turnRows(_ study: Study) -> [[Table.Cell]] {
    study.turns.flatMap { turn -> [[Table.Cell]] in
      let changes = turn.opens.map { ("opens", $0) } + turn.closes.map { ("closes", $0) }
      return changes.map { word, site -> [Table.Cell] in
        [
          .text(study.parameter.expression), .number(turn.value), .number(turn.from),
          .number(turn.to), .number(turn.cost), .text(word), .text(site.facility),
          .text(site.period), .flag(turn.isProved),
        ]
      }
    }
  }

  /// A row for each facility and period that is open.
  private func pieceRows(_ study: Study) -> [[Table.Cell]] {
    study.pieces.flatMap { piece -> [[Table.Cell]] in
      piece.footprint.flatMap { openings -> [[Table.Cell]] in
        openings.open.map { facility -> [Table.Cell] in
          [
            .text(study.parameter.expression), .number(piece.from), .number(piece.to),
            .number(piece.costFrom), .number(piece.costTo), .number(piece.excess),
            .flag(piece.isProved), .text(openings.period), .text(facility),
          ]
        }
      }
    }
  }

  private func costRows(_ study: Study) -> [[Table.Cell]] {
    [("cost", study.costs), ("bound", study.bounds)].flatMap { kind, points in
      points.map { point -> [Table.Cell] in
        [
          .text(study.parameter.expression), .text(kind), .number(point.value),
          .number(point.cost),
        ]
      }
    }
  }
}
