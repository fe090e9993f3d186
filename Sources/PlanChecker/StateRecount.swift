import SupplyData

/// What one period and state comes to, once its rows are judged.
struct StateRecount {
  let operations: Operations
  let goods: GoodsBalance
  /// Money per year.
  let production: Double
  let moves: LaneCheck.Totals
  let duties: DutyCheck.Totals
  let sales: CustomerCheck.Totals
  let bufferDraws: Double
  let collection: Double
  /// Tonnes of CO2 equivalent per year, by facility that makes or ships.
  let emissions: [Double]

  /// Tonnes of CO2 equivalent per year, those of what customers return included.
  var allEmissions: Double { emissions.reduce(0, +) + moves.returnEmissions }

  /// Judges every row of the operations and adds them up.
  init(
    _ operations: Operations, conditions: StateConditions, firstStage: StatedFirstStage,
    tables: TransportTables, catalogue: Catalogue, findings: Findings
  ) {
    let goods = GoodsBalance(operations, catalogue)
    goods.check(operations, findings)
    LotCheck(operations: operations, goods: goods, catalogue: catalogue, findings: findings).run()
    FacilityCheck(
      operations: operations, conditions: conditions, firstStage: firstStage,
      catalogue: catalogue, findings: findings
    ).run()
    production =
      ContractCheck(
        operations: operations, conditions: conditions, firstStage: firstStage,
        catalogue: catalogue, findings: findings
      ).run()
    moves =
      LaneCheck(
        operations: operations, conditions: conditions, lanes: tables.lanes,
        catalogue: catalogue, findings: findings
      ).run()
    duties =
      DutyCheck(
        operations: operations, conditions: conditions, duties: tables.duties,
        drawback: tables.drawback, catalogue: catalogue, findings: findings
      ).run()
    sales =
      CustomerCheck(
        operations: operations, goods: goods, conditions: conditions, catalogue: catalogue,
        findings: findings
      ).run()
    collection =
      ReturnCheck(operations: operations, goods: goods, catalogue: catalogue, findings: findings)
      .run()
    bufferDraws =
      DrawCheck(
        operations: operations, goods: goods, firstStage: firstStage, catalogue: catalogue,
        findings: findings
      ).run()

    var emissions = moves.emissions
    for row in operations.production {
      guard let making = catalogue.makes[row.node][row.product] else { continue }
      emissions[row.node] += making.emissionsTonnes * row.quantity
    }
    self.emissions = emissions
    self.operations = operations
    self.goods = goods
  }
}

/// What lanes and borders ask for, looked up once for all states.
struct TransportTables {
  let lanes: LaneTable
  let duties: DutyTable
  let drawback: DrawbackTable

  init(_ catalogue: Catalogue, _ findings: Findings) {
    lanes = LaneTable(catalogue)
    duties = DutyTable(catalogue)
    drawback = DrawbackTable(catalogue)
    for rows in drawback.ambiguous + catalogue.handling.ambiguous + catalogue.escalation.ambiguous
      + catalogue.circular.ambiguous
    {
      findings.note(
        .ambiguous, rows, expected: "one most specific row", found: "two that are equally specific")
    }
  }
}
