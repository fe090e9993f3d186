import Modeling

/// The variables of one recourse block: what the network does in one period and state.
///
/// All are annual rates.
struct RecourseBlock: Sendable {
  /// The period.
  var period: Int
  /// The state, by its place in the network.
  var state: Int
  /// x, by flow; `nil` where the state closes it.
  var flows: [LinearProgram.ColumnID?] = []
  /// q, by recipe.
  var produced: [LinearProgram.ColumnID] = []
  /// Use of goods as components at their facility, by goods; `nil` where nothing there consumes them.
  var used: [LinearProgram.ColumnID?] = []
  /// w, by buffer; `nil` in the normal state.
  var drawn: [LinearProgram.ColumnID?] = []
  /// u, by demand.
  var unmet: [LinearProgram.ColumnID] = []
}

/// The first-stage decisions that bind a period.
struct PeriodStage: Sendable {
  /// y, by facility.
  var open: [LinearExpression]
  /// n, by module.
  var count: [LinearExpression]
  /// z, by buffer.
  var stock: [LinearExpression]
}

extension FirstStage {
  /// The decisions that bind period `t`.
  func binding(period t: Int) -> PeriodStage {
    PeriodStage(open: open.map { $0[t] }, count: count.map { $0[t] }, stock: stock.map { $0[t] })
  }
}
