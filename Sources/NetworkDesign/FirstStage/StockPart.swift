import Modeling
import SupplyData
import SupplyNetwork

/// Buffers: `0 ≤ z ≤ maximum`. The current network holds what is held today.
struct StockPart {
  let network: Network
  let horizon: Horizon
  let choice: DesignQuestion.FirstStageChoice

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    let periods = network.dataset.settings.periods
    for (index, buffer) in network.dataset.buffers.enumerated() {
      stage.stock.append(
        periods.indices.map { t in
          let key = "[\(buffer.location),\(buffer.product),\(periods[t].id)]"
          let fixed = choice.stock(index, buffer, in: t)
          let z = program.addColumn(
            "stock\(key)", from: fixed ?? 0, to: fixed ?? buffer.maximum,
            cost: horizon.yearly[t] * buffer.unitCost)
          if let fixed, fixed > buffer.maximum {
            // Said as a row, for a column may not have its bounds the wrong way round.
            program.addRow("stockMaximum\(key)", LinearExpression(1, z), to: buffer.maximum)
          }
          return LinearExpression(1, z)
        })
    }
  }
}
