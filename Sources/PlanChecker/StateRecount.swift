import SupplyData

/// What one period and state comes to, once its rows are judged.
struct StateRecount {
  let operations: Operations
  let goods: GoodsBalance
  /// Money per year.
  let production: Double
  let moves: LaneCheck.Totals
  let sales: CustomerCheck.Totals
  let bufferDraws: Double
  /// Tonnes of CO2 equivalent per year, by facility that makes or ships.
  let emissions: [Double]

  /// Judges every row of the operations and adds them up.
  init(
    _ operations: Operations, conditions: StateConditions, firstStage: StatedFirstStage,
    lanes: LaneTable, duties: DutyTable, catalogue: Catalogue, findings: Findings
  ) {
    let goods = GoodsBalance(operations, catalogue)
    goods.check(operations, catalogue, findings)
    FacilityCheck(
      operations: operations, conditions: conditions, firstStage: firstStage,
      catalogue: catalogue, findings: findings
    ).run()
    moves =
      LaneCheck(
        operations: operations, conditions: conditions, lanes: lanes, duties: duties,
        catalogue: catalogue, findings: findings
      ).run()
    sales =
      CustomerCheck(
        operations: operations, goods: goods, conditions: conditions, catalogue: catalogue,
        findings: findings
      ).run()
    bufferDraws =
      DrawCheck(
        operations: operations, goods: goods, firstStage: firstStage, catalogue: catalogue,
        findings: findings
      ).run()

    var production = 0.0
    var emissions = moves.emissions
    for row in operations.production {
      guard let making = catalogue.makes[row.node][row.product] else { continue }
      production += making.unitCost * row.quantity
      emissions[row.node] += making.emissionsTonnes * row.quantity
    }
    self.production = production
    self.emissions = emissions
    self.operations = operations
    self.goods = goods
  }
}
