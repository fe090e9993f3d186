import Findings
import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// What a first stage can still do in a period while something is out: three linear programs over the recourse block, each
/// solved again and again from the last basis, since an outage is a matter of bounds.
///
/// Each has a point whatever is out, and every column a finite bound, so that ``CheckedProgram`` proves what it answers.
/// Columns are in the units of a measured network. It belongs to the thread of its workspace.
final class OutageProgram {
  /// A figure, or what it is at least or at most where no more is known of it.
  struct Figure: Equatable {
    var value: Double
    /// `nil` where it is the figure itself.
    var side: StressRecord.Side?
  }

  /// What a network can still do.
  struct Answer {
    /// v: the least share of a year's sales that is lost, whatever the recourse costs.
    var salesLost: Figure
    /// Operating cost without the value of lost sales, money per year of the outage: the least among the recourses that lose
    /// the least.
    var operatingCost: Figure
    /// What is not delivered, units per year of the outage, by demand.
    var unmet: [Double]
  }

  private let network: Network
  private let recourse: RecourseProgram
  private let stage: [Double]
  private let period: Int
  /// Money of the dataset in a unit of the programs' money.
  private let money: Double
  /// Bounds of columns while nothing is out, for an outage of a year.
  private let most: [Double]
  /// Columns of draws, each with what it is at most for an outage of a year, and with what can be used of it.
  private let draws: [(column: Int, most: Double, usable: Double)]
  private let lossProgram: CheckedProgram
  private let costProgram: CheckedProgram
  private let survivalProgram: CheckedProgram
  private let pace: Int

  /// - Parameters:
  ///   - stage: what is held fixed.
  ///   - period: the period.
  ///   - ways: how programs are solved, one after another.
  init(
    network: Network, incidence: Incidence, stage: DecidedStage, period: Int,
    in workspace: SolverWorkspace, ways: [SolveWay] = SolveWay.allCases
  ) {
    self.network = network
    self.period = period
    let measured = network.measured
    money = measured.units.money
    self.stage = stage.measured(for: measured).values(period: period)
    let year = NetworkState.during(OutageTarget(joint: []), weeks: 52, of: measured)
    let recourse = RecourseProgram(
      network: measured, incidence: incidence, period: period, state: 0, conditions: year)
    self.recourse = recourse
    var program = recourse.program
    for (place, value) in self.stage.enumerated() {
      program.setBounds(of: LinearProgram.ColumnID(place), from: value, to: value)
    }
    recourse.forEachGate(at: self.stage) { column, most in
      program.setBounds(of: LinearProgram.ColumnID(column), from: 0, to: most)
    }
    if let excess = recourse.excess { program.setBounds(of: excess, from: 0, to: 0) }
    most = program.columns.map(\.upper)
    draws = Self.draws(recourse, program, at: self.stage)
    var losing = program
    losing.minimise(recourse.loss)
    lossProgram = CheckedProgram(losing, in: workspace, precision: Self.ofShares, ways: ways)
    costProgram = CheckedProgram(program, in: workspace, precision: Self.ofMoney, ways: ways)
    let (surviving, pace) = Self.survival(program, recourse, draws)
    survivalProgram = CheckedProgram(
      surviving, in: workspace, precision: Self.ofShares, ways: ways)
    self.pace = pace.index
  }

  /// The columns of draws with their bounds.
  private static func draws(
    _ recourse: RecourseProgram, _ program: LinearProgram, at stage: [Double]
  ) -> [(column: Int, most: Double, usable: Double)] {
    let columns = Set(recourse.block.drawn.compactMap { $0?.index })
    if columns.isEmpty { return [] }
    let rows = program.rowsOfColumns
    return recourse.gates.filter { columns.contains($0.column) }.map { gate in
      let most = gate.most * gate.keys.joined().reduce(0) { $0 + stage[$1] }
      let usable = program.impliedUpper(
        of: LinearProgram.ColumnID(gate.column), rowsOfColumn: rows[gate.column])
      return (gate.column, max(0, most), usable)
    }
  }

  /// All demand is met, and stocks are drawn at no more than `pace` times themselves a year: the least pace.
  ///
  /// `u = 0`, `w ≤ s · z`; an outage of 52/s weeks empties a stock at just that pace (Simchi-Levi et al. 2015,
  /// doi:10.1287/inte.2014.0789). No pace is of use beyond that at which every stock gives what can be used of it.
  private static func survival(
    _ program: LinearProgram, _ recourse: RecourseProgram,
    _ draws: [(column: Int, most: Double, usable: Double)]
  ) -> (LinearProgram, LinearProgram.ColumnID) {
    var program = program
    for column in recourse.block.unmet { program.setBounds(of: column, from: 0, to: 0) }
    let fastest = draws.map { $0.most > 0 ? $0.usable / $0.most : 0 }.max() ?? 0
    let pace = program.addColumn("pace", to: fastest)
    for draw in draws {
      let column = LinearProgram.ColumnID(draw.column)
      program.setBounds(of: column, from: 0, to: draw.most > 0 ? draw.usable : 0)
      guard draw.most > 0 else { continue }
      var excess = LinearExpression(1, column)
      excess.add(-draw.most, pace)
      program.addRow("pace", excess, to: 0)
    }
    program.minimise(LinearExpression(1, pace))
    return (program, pace)
  }

  /// The least loss of an outage of `weeks`, and what it costs at least.
  func answer(to effect: OutageEffect, weeks: Double) -> Answer {
    let loss = leastLoss(effect, perStock: 52 / weeks)
    impose(effect, on: costProgram)
    for draw in draws {
      costProgram.setBounds(ofColumn: draw.column, from: 0, to: 52 / weeks * draw.most)
    }
    if let row = recourse.lossRow {
      costProgram.setBounds(
        of: row, from: -.infinity, to: loss.value * (1 + Self.noise) + Self.noise)
    }
    // The point of least loss costs more than it need, so that it is one of several.
    let cost = costProgram.solve(knowing: loss.point).times(money)
    let unmet = unmet(cost.point ?? loss.point)
    let shortage = zip(network.demands, unmet)
      .reduce(0) { $0 + $1.0.shortageCost[period] * $1.1 }
    return Answer(
      salesLost: Self.salesLost(loss, weeks: weeks),
      operatingCost: Self.operatingCost(cost, loss, shortage: shortage), unmet: unmet)
  }

  /// v for a year, with stocks that give `perStock` times themselves.
  private func leastLoss(_ effect: OutageEffect, perStock: Double) -> CheckedProgram.Answer {
    impose(effect, on: lossProgram)
    for draw in draws {
      lossProgram.setBounds(
        ofColumn: draw.column, from: 0,
        to: perStock.isFinite ? perStock * draw.most : draw.most > 0 ? draw.usable : 0)
    }
    // Nothing is made, nothing moves: all is lost.
    var idle = [Double](repeating: 0, count: recourse.program.columns.count)
    for (place, value) in stage.enumerated() { idle[place] = value }
    for column in recourse.block.unmet { idle[column.index] = most[column.index] }
    var answer = lossProgram.solve(knowing: idle)
    answer.value = max(0, answer.value)
    answer.bound = max(0, answer.bound)
    return answer
  }

  /// The share of a year's sales over the outage.
  private static func salesLost(_ loss: CheckedProgram.Answer, weeks: Double) -> Figure {
    let (value, bound) = (loss.value * weeks / 52, loss.bound * weeks / 52)
    if loss.isSolved || loss.value <= noise {
      return Figure(value: loss.value < noise ? 0 : value)
    }
    // Whatever is out, no more than all is lost: that says nothing.
    return loss.value > 1 - noise && loss.bound > noise
      ? Figure(value: bound, side: .atLeast) : Figure(value: value, side: .atMost)
  }

  /// - Parameter shortage: the value of what the point of `cost` loses.
  private static func operatingCost(
    _ cost: CheckedProgram.Answer, _ loss: CheckedProgram.Answer, shortage: Double
  ) -> Figure {
    // A recourse that loses less may cost more: then only the bound holds.
    guard loss.isSolved, cost.value.isFinite else {
      return Figure(value: max(0, cost.bound - shortage), side: .atLeast)
    }
    return Figure(value: cost.value - shortage, side: cost.isSolved ? nil : .atMost)
  }

  /// By demand, units per year; what a column is at most is what is asked for.
  private func unmet(_ point: [Double]?) -> [Double] {
    zip(network.demands, recourse.block.unmet).map { demand, column in
      let asked = most[column.index]
      guard let point, asked > 0 else { return 0 }
      return demand.quantity[period] * max(0, point[column.index]) / asked
    }
  }

  /// The longest outage in which all demand is met, weeks; infinite where stock is not needed, 0 where it is of no help.
  ///
  /// - Parameters:
  ///   - weeks: how long the target is out.
  ///   - lost: what that costs.
  func timeToSurvive(_ effect: OutageEffect, weeks: Double, losing lost: Figure) -> Figure {
    let isSurvived = lost.value == 0 && lost.side != .atLeast
    let isLost = lost.value > 0 && lost.side != .atMost
    if !isSurvived {
      // Does any pace serve?
      let loss = leastLoss(effect, perStock: .infinity)
      if loss.bound > Self.noise { return Figure(value: 0) }
      if loss.value > Self.noise {
        return isLost ? Figure(value: weeks, side: .atMost) : Figure(value: 0, side: .atLeast)
      }
    }
    impose(effect, on: survivalProgram)
    let answer = survivalProgram.solve()
    let slowest = answer.value < Self.noise ? .infinity : 52 / answer.value
    if answer.isSolved { return Figure(value: slowest) }
    if isLost {
      let longest = answer.bound < Self.noise ? .infinity : 52 / answer.bound
      return Figure(value: min(weeks, longest), side: .atMost)
    }
    return Figure(value: max(isSurvived ? weeks : 0, slowest), side: .atLeast)
  }

  /// What is out does nothing; all else is as it was.
  private func impose(_ effect: OutageEffect, on program: CheckedProgram) {
    for (place, column) in recourse.block.flows.enumerated() {
      guard let column else { continue }
      let flow = network.flows[place]
      let isOut =
        flow.origin.facility.map(effect.facilities.contains) ?? false
        || effect.lanes.contains(flow.lane)
      program.setBounds(ofColumn: column.index, from: 0, to: isOut ? 0 : most[column.index])
    }
    for (place, column) in recourse.block.produced.enumerated() {
      let isOut =
        effect.facilities.contains(network.recipes[place].facility)
        || effect.recipes.contains(place)
      program.setBounds(ofColumn: column.index, from: 0, to: isOut ? 0 : most[column.index])
    }
  }

  func close() {
    lossProgram.close()
    costProgram.close()
    survivalProgram.close()
  }

  /// Shares of sales, and paces, below this are none: solvers meet bounds to 1e-9.
  private static let noise = 1e-8
  private static let ofShares = CheckedProgram.Precision(absolute: 1e-8, relative: 1e-8)
  private static let ofMoney = CheckedProgram.Precision(absolute: 1e-6, relative: 1e-8)
}
