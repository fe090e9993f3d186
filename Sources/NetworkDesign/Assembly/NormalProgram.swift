package import Modeling
import SupplyData
package import SupplyNetwork

/// The normal state of a period with the first stage decided, and the policies on its flows: what is left of a master for one
/// design, period by period.
package struct NormalProgram: Sendable {
  package let program: LinearProgram
  /// The block that it is; the policies' rows come after its rows.
  package let recourse: RecourseProgram
  private let period: Int

  package init(
    network: Network, incidence: Incidence, question: DesignQuestion, decided: DecidedStage,
    period t: Int
  ) {
    let recourse = RecourseProgram(network: network, incidence: incidence, period: t, state: 0)
    var program = recourse.program
    let values = decided.values(period: t)
    for (index, value) in values.enumerated() {
      program.setBounds(of: LinearProgram.ColumnID(index), from: value, to: value)
    }
    recourse.forEachGate(at: values) { column, most in
      program.setBounds(of: LinearProgram.ColumnID(column), from: 0, to: most)
    }
    let periods = network.dataset.settings.periods.indices
    let policies = PolicyPart(network: network, incidence: incidence)
    let stage = FirstStage(decided, of: network)
    for requirement in policies.requirements(stage, periods.map { _ in recourse.block })
    where requirement.period == t {
      program.addRow(
        policies.rowName(requirement), requirement.excess,
        from: requirement.sense == .atLeast ? 0 : -.infinity,
        to: requirement.sense == .atMost ? 0 : .infinity)
    }
    ServicePart(network: network, question: question).add(to: &program, [recourse.block])
    self.program = program
    self.recourse = recourse
    period = t
  }

  /// Puts a solution into a master's point.
  package func put(_ solution: [Double], into point: inout [Double], of master: MasterProgram) {
    let network = master.network
    let target = master.blocks[period]
    func copy(_ from: [LinearProgram.ColumnID?], _ to: [LinearProgram.ColumnID?]) {
      for (from, to) in zip(from, to) {
        if let to { point[to.index] = from.map { max(0, solution[$0.index]) } ?? 0 }
      }
    }
    copy(recourse.block.flows, target.flows)
    copy(recourse.block.produced, target.produced)
    copy(recourse.block.unmet, target.unmet)
    copy(recourse.block.extras, target.extras)
    // What is used is what comes and is made, less what leaves.
    var left: [Goods: Double] = [:]
    for (index, column) in target.produced.enumerated() {
      let recipe = network.recipes[index]
      left[network.goodsMade(by: recipe), default: 0] += point[column.index]
      for line in network.coproducts[recipe.product] {
        left[network.goodsYielded(line.product, at: recipe.facility), default: 0] +=
          line.quantity * point[column.index]
      }
    }
    for lot in target.lots {
      let recipe = network.recipes[lot.recipe]
      left[network.goodsMade(by: recipe), default: 0] -= point[lot.column.index]
      left[network.goodsMade(by: recipe, claim: lot.agreement), default: 0] +=
        point[lot.column.index]
    }
    for discard in target.discards {
      left[network.goodsYielded(discard.product, at: discard.facility), default: 0] -=
        point[discard.column.index]
    }
    for (index, column) in target.flows.enumerated() {
      guard let column else { continue }
      let flow = network.flows[index]
      if let sent = network.goodsSent(by: flow) { left[sent, default: 0] -= point[column.index] }
      if let goods = network.goodsReached(by: flow) {
        left[goods, default: 0] += point[column.index]
      }
    }
    for (index, column) in target.used.enumerated() {
      if let column { point[column.index] = max(0, left[network.goods[index]] ?? 0) }
    }
  }
}

extension MasterProgram {
  /// A point with the first stage as decided, and nothing else.
  package func point(of decided: DecidedStage) -> [Double] {
    stage.point(of: FirstStage(decided, of: network), count: program.columns.count)
  }

  /// How far a point misses the rows of a program that begins with this master's, where they are of the first stage and the normal
  /// states alone; relative.
  package func violation(at point: [Double], of program: LinearProgram) -> Double {
    let end = blocks.flatMap { $0.activities + $0.unmet }.map(\.index).max() ?? 0
    var greatest = 0.0
    for row in program.rows where row.terms.allSatisfy({ $0.column.index <= end }) {
      var activity = 0.0
      // Products are measured in about thousandths of their need: less than this is nothing.
      var scale = 1e-2
      for term in row.terms {
        let part = term.coefficient * point[term.column.index]
        activity += part
        scale = max(scale, abs(part))
      }
      let miss = max(row.lower - activity, activity - row.upper)
      if miss > 0 {
        greatest = max(greatest, miss / max(scale, min(abs(row.lower), abs(row.upper))))
      }
    }
    for (column, value) in zip(program.columns, point).prefix(end + 1) {
      let miss = max(column.lower - value, value - column.upper)
      if miss > 0 { greatest = max(greatest, miss / max(1, abs(value))) }
    }
    return greatest
  }
}
