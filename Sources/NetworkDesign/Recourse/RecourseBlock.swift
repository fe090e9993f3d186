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
  /// What is made and paid for at the production row's cost, by recipe; `nil` where no contract may be signed, so that it is all of q.
  package var spot: [LinearProgram.ColumnID?] = []
  /// g: what is made under each contract, by contract; `nil` where it cannot be made.
  package var taken: [LinearProgram.ColumnID?] = []
  /// What is paid for without being made, by contract; `nil` where nothing has to be taken.
  package var untaken: [LinearProgram.ColumnID?] = []
  /// Lots that claim an agreement.
  package var lots: [Lot] = []
  /// What is thrown away of goods at facilities.
  package var discards: [Discard] = []
  /// v: what customers give back, by return in the network.
  package var collected: [LinearProgram.ColumnID] = []
  /// h: what enters in a quota.
  package var inQuota: [PartOfFlow] = []
  /// d: what is drawn back.
  package var drawnBack: [PartOfFlow] = []
  /// e: what is made and exported against which duty on components is paid back, by recipe.
  package var credited: [(recipe: Int, column: LinearProgram.ColumnID)] = []
  /// The rows that say where goods go.
  package var goodsRows: [GoodsRow] = []

  /// What moves, is made, used or drawn: everything but sales that are lost. All of it may be nothing.
  package var activities: [LinearProgram.ColumnID] {
    flows.compactMap(\.self) + produced + used.compactMap(\.self) + drawn.compactMap(\.self)
      + extras
  }

  /// The columns that only a wider vocabulary needs, in the same order in every block of a network.
  package var extras: [LinearProgram.ColumnID] {
    spot.compactMap(\.self) + taken.compactMap(\.self) + untaken.compactMap(\.self)
      + lots.flatMap { [$0.column] + $0.uses.map(\.column) } + discards.map(\.column) + collected
      + inQuota.map(\.column) + drawnBack.map(\.column) + credited.map(\.column)
  }
}

/// What a facility makes in lots that claim an agreement, with the components in it that originate there.
package struct Lot: Sendable {
  /// The recipe, by its place in the network.
  package var recipe: Int
  /// The agreement, by its place in the network.
  package var agreement: Int
  /// Units made.
  package var column: LinearProgram.ColumnID
  /// Units of goods that originate in the agreement, by their place in the network.
  package var uses: [(goods: Int, column: LinearProgram.ColumnID)]
}

/// What is thrown away of a facility's own make.
package struct Discard: Sendable {
  /// The facility, by its place in the dataset.
  package var facility: Int
  /// The product, by its place in the dataset.
  package var product: Int
  /// Units.
  package var column: LinearProgram.ColumnID
}

/// A part of a flow that pays otherwise.
package struct PartOfFlow: Sendable {
  /// The flow, by its place in the network.
  package var flow: Int
  /// Units.
  package var column: LinearProgram.ColumnID
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
  /// w, by contract.
  package var signed: [LinearExpression]

  /// All of it, in the order of a recourse program's first columns.
  package var all: [LinearExpression] { open + count + stock + signed }
}

extension FirstStage {
  /// The decisions that bind period `t`.
  func binding(period t: Int) -> PeriodStage {
    PeriodStage(
      open: open.map { $0[t] }, count: count.map { $0[t] }, stock: stock.map { $0[t] },
      signed: signed.map { $0[t] })
  }
}
