package import Modeling
import SupplyData
package import SupplyNetwork

/// One recourse block as a program of its own, over the first stage that binds its period.
///
/// The first columns are the first stage, to be fixed where a design says: y by facility, n by module, z by buffer, w
/// by contract. The rest is the block in natural units: money per year of the state. Gates are bounds of columns: one of several columns bounds
/// each of them, which says less only where a facility is half open. All blocks of a network have the same columns and rows in the same order and differ in numbers alone, so that
/// duals and bases of one serve for another.
package struct RecourseProgram: Sendable {
  /// A bound `x ≤ most · (sum of stage columns)` on a column.
  package struct ColumnGate: Sendable {
    package var column: Int
    package var most: Double
    /// Alternatives, each a set of stage columns: all of them bound the column.
    package var keys: [[Int]]
  }

  package let period: Int
  package let state: Int
  /// The program; the objective is the operating cost plus the price of ``excess``.
  package private(set) var program: LinearProgram
  /// Number of columns that are the first stage.
  package let stageCount: Int
  package let block: RecourseBlock
  package let gates: [ColumnGate]
  /// The row `v − excess ≤ cap`; `nil` in a period without demand.
  package let lossRow: LinearProgram.RowID?
  /// Sales lost beyond the cap, at a price, so that the program always has a point.
  package let excess: LinearProgram.ColumnID?
  /// v.
  package let loss: LinearExpression

  /// How much dearer a sale lost beyond the cap is than a sale lost.
  private static let excessPrice = 50.0

  /// - Parameters:
  ///   - state: the state, by its index in the network.
  ///   - conditions: what the state is like, where it is none of the network's own.
  package init(
    network: Network, incidence: Incidence, period: Int, state: Int,
    conditions: NetworkState? = nil
  ) {
    self.period = period
    self.state = state
    var program = LinearProgram(name: "recourse")
    let stage = PeriodStage(
      open: network.dataset.facilities.map {
        LinearExpression(1, program.addColumn("open[\($0.id)]", to: 1))
      },
      count: network.dataset.capacity.map {
        LinearExpression(
          1, program.addColumn("modules[\($0.facility),\($0.module)]", to: Double($0.maximum)))
      },
      stock: network.dataset.buffers.map {
        LinearExpression(
          1, program.addColumn("stock[\($0.location),\($0.product)]", to: $0.maximum))
      },
      signed: network.dataset.contracts.map {
        LinearExpression(1, program.addColumn("sign[\($0.id)]", to: 1))
      })
    stageCount = program.columns.count
    let context = RecourseContext(
      network: network, incidence: incidence, period: period, state: state, stage: stage,
      form: .gates, weight: 1, conditions: conditions)
    let block = context.addBlock(to: &program)
    self.block = block

    let firstModule = network.dataset.facilities.count
    let firstStock = firstModule + network.dataset.capacity.count
    let firstContract = firstStock + network.dataset.buffers.count
    var gates: [ColumnGate] = []
    for gate in context.gates(block) {
      let keys: [[Int]]
      var greatest = gate.most
      switch gate.key {
      case .facility(let facility): keys = [[facility]]
      case .maker(let facility):
        keys = [[facility], network.modulesOfFacility[facility].map { firstModule + $0 }]
      case .contract(let contract): keys = [[firstContract + contract]]
      case .stock(let buffer):
        keys = [[firstStock + buffer]]
        greatest *= network.dataset.buffers[buffer].maximum
      }
      program.limit(gate.columns, to: greatest)
      gates += gate.columns.map { ColumnGate(column: $0.index, most: gate.most, keys: keys) }
    }
    self.gates = gates

    if let lost = SalesLost(network: network, period: period, state: context.state) {
      let loss = lost.expression(block)
      let greatest = loss.terms.reduce(0.0) {
        $0 + $1.coefficient * program.columns[$1.column.index].upper
      }
      let excess = program.addColumn(
        "excess", to: max(greatest, 1e-6), cost: Self.excessPrice * lost.shortagePerUnit)
      var capped = loss
      capped.add(-1, excess)
      lossRow = program.addRow("lost", capped)
      self.excess = excess
      self.loss = loss
    } else {
      lossRow = nil
      excess = nil
      loss = LinearExpression()
    }
    self.program = program
  }
  /// Tells the bound that each gate leaves its column at a first stage, units per year.
  ///
  /// - Parameter stage: values of the first ``stageCount`` columns.
  package func forEachGate(at stage: [Double], _ body: (_ column: Int, _ most: Double) -> Void) {
    for gate in gates {
      var most = program.columns[gate.column].upper
      for keys in gate.keys { most = min(most, gate.most * keys.reduce(0) { $0 + stage[$1] }) }
      body(gate.column, max(0, most))
    }
  }
}
