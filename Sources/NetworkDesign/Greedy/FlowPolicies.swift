import Modeling
import SupplyData
import SupplyNetwork

/// Policies on what flows in the normal state, as prices that make a filling keep them: the multipliers of their rows, raised
/// where one is broken.
struct FlowPolicies {
  private struct Row {
    var period: Int
    /// At most 0: coefficients of activities, and the constant.
    var excess: LinearExpression
    /// Money per unit of excess.
    var price = 0.0
  }

  private let flowCount: Int
  private let recipeCount: Int
  private let goodsCount: Int
  private var rows: [Row] = []

  init(_ graph: FlowGraph) {
    let network = graph.network
    flowCount = network.flows.count
    recipeCount = network.recipes.count
    goodsCount = network.goods.count
    let periods = network.dataset.settings.periods.indices
    let blocks = periods.map { Self.block(network, period: $0, state: 0) }
    let nothing = DecidedStage(
      open: network.dataset.facilities.map { _ in periods.map { _ in false } },
      count: network.dataset.capacity.map { _ in periods.map { _ in 0 } },
      stock: network.dataset.buffers.map { _ in periods.map { _ in 0 } },
      signed: network.dataset.contracts.map { _ in periods.map { _ in false } })
    let requirements = PolicyPart(network: network, incidence: graph.incidence)
      .requirements(FirstStage(nothing, of: network), blocks)
    for requirement in requirements where !requirement.excess.terms.isEmpty {
      var excess = LinearExpression()
      excess.add(requirement.excess, times: requirement.sense == .atMost ? 1 : -1)
      rows.append(Row(period: requirement.period, excess: excess.compacted()))
    }
  }

  /// Whether there are any.
  var isEmpty: Bool { rows.isEmpty }

  /// A block whose columns are its activities: flows, then recipes, goods used, and demands unmet.
  static func block(_ network: Network, period: Int, state: Int) -> RecourseBlock {
    var block = RecourseBlock(period: period, state: state)
    var next = 0
    func column() -> LinearProgram.ColumnID {
      next += 1
      return LinearProgram.ColumnID(next - 1)
    }
    block.flows = network.flows.map { _ in column() }
    block.produced = network.recipes.map { _ in column() }
    block.used = network.goods.map { _ in column() }
    block.unmet = network.demands.map { _ in column() }
    block.drawn = network.dataset.buffers.map { _ in nil }
    return block
  }

  /// What the prices add to the cost of each activity; `nil` for nothing.
  func surcharges(period: Int) -> UnitCosts? {
    guard rows.contains(where: { $0.period == period && $0.price > 0 }) else { return nil }
    var sum = [Double](repeating: 0, count: flowCount + recipeCount + goodsCount)
    for row in rows where row.period == period && row.price > 0 {
      for term in row.excess.terms where term.column.index < sum.count {
        sum[term.column.index] += row.price * term.coefficient
      }
    }
    return UnitCosts(
      flows: Array(sum[..<flowCount]), recipes: Array(sum[flowCount..<(flowCount + recipeCount)]),
      use: Array(sum[(flowCount + recipeCount)...]))
  }

  /// Raises the prices of what an operation breaks, and lowers those of what it keeps with room to spare.
  ///
  /// - Returns: whether it keeps them all.
  mutating func learn(from operation: Filling.Operation, period: Int) -> Bool {
    let point = operation.flows + operation.produced + operation.used + operation.unmet
    var isKept = true
    for index in rows.indices where rows[index].period == period {
      let excess = rows[index].excess
      let size = excess.terms.reduce(abs(excess.constant)) {
        $0 + abs($1.coefficient * point[$1.column.index])
      }
      let broken = excess.value(at: point)
      if broken > Self.tolerance * size {
        isKept = false
        // One per cent of what all costs, were all of it charged.
        let first = size > 0 ? 0.01 * operation.cost / size : 0
        rows[index].price = max(first, 1.6 * rows[index].price)
      } else if broken < -0.02 * size {
        rows[index].price *= 0.9
      }
    }
    return isKept
  }

  private static let tolerance = 1e-9
}
