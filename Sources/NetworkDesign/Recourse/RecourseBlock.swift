package import Modeling
package import SupplyNetwork

/// The variables of one recourse block: what the network does in one period and state.
///
/// All are annual rates.
package struct RecourseBlock: Sendable {
  /// The period.
  package var period: Int
  /// The state, by its index in the network.
  package var state: Int
  /// x, by flow; `nil` where the state closes it.
  package var flows: [LinearProgram.ColumnID?] = []
  /// q, by recipe.
  package var produced: [LinearProgram.ColumnID] = []
  /// Use of goods as components at their facility, by goods; `nil` where nothing there consumes them.
  package var used: [LinearProgram.ColumnID?] = []
  /// w, by buffer; `nil` in the normal state.
  package var drawn: [LinearProgram.ColumnID?] = []
  /// u, by demand.
  package var unmet: [LinearProgram.ColumnID] = []
  /// The rows that say where goods go.
  package var goodsRows: [GoodsRow] = []

  /// What moves, is made, used or drawn: everything but sales that are lost. All of it may be nothing.
  package var activities: [LinearProgram.ColumnID] {
    flows.compactMap(\.self) + produced + used.compactMap(\.self) + drawn.compactMap(\.self)
  }
}

/// A row that says where a product goes: what comes in, with coefficients above 0, goes out or is what a customer wants.
package struct GoodsRow: Sendable {
  /// What kind of row it is.
  package enum Kind: Sendable {
    /// Made and received = shipped and used.
    case balance
    /// Components used = what is made of them.
    case component
    /// Received and unmet = wanted.
    case demand
  }

  /// The row.
  package var row: LinearProgram.RowID
  /// What kind it is.
  package var kind: Kind
  /// The product, by its index in the dataset; a component's own.
  package var product: Int
  /// Where it holds.
  package var node: Node
}

/// The first-stage decisions that bind a period.
package struct PeriodStage: Sendable {
  /// y, by facility.
  package var open: [LinearExpression]
  /// n, by module.
  package var count: [LinearExpression]
  /// z, by buffer.
  package var stock: [LinearExpression]
}

extension FirstStage {
  /// The decisions that bind period `t`.
  func binding(period t: Int) -> PeriodStage {
    PeriodStage(open: open.map { $0[t] }, count: count.map { $0[t] }, stock: stock.map { $0[t] })
  }
}
