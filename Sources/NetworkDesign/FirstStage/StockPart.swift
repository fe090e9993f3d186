import Modeling
import SupplyData
import SupplyNetwork

/// Buffers: `0 ≤ z ≤ maximum`. The baseline holds what is held today.
struct StockPart {
  let network: Network
  let horizon: Horizon
  let choice: DesignQuestion.FirstStageChoice

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    for buffer in network.dataset.buffers {
      let isFixed = choice == .currentNetwork
      let periods = network.dataset.settings.periods
      stage.stock.append(
        periods.indices.map { t in
          LinearExpression(
            1,
            program.addColumn(
              "stock[\(buffer.location),\(buffer.product),\(periods[t].id)]",
              from: isFixed ? buffer.existing : 0, to: isFixed ? buffer.existing : buffer.maximum,
              cost: horizon.yearly[t] * buffer.unitCost))
        })
    }
  }
}
