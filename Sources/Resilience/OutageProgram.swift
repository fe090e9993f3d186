import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// What a first stage can still do in a period while something is out: three linear programs over the recourse block, each
/// solved again and again from the last basis, since an outage is a matter of bounds.
///
/// It belongs to the thread of its workspace.
final class OutageProgram {
  /// What a network can still do.
  struct Answer {
    /// v: the least share of a year's sales that is lost, whatever the recourse costs.
    var salesLost: Double
    /// Operating cost without the value of lost sales, money per year of the outage: the least among the recourses that lose
    /// the least.
    var operatingCost: Double
    /// What is not delivered, units per year of the outage, by demand.
    var unmet: [Double]
  }

  private let network: Network
  private let recourse: RecourseProgram
  private let stage: [Double]
  private let period: Int
  /// Bounds of columns while nothing is out, for an outage of a year.
  private let most: [Double]
  private let lossProgram: LiveProgram
  private let costProgram: LiveProgram
  private let survivalProgram: LiveProgram
  private let pace: Int
  private let isOfAnyUse: [Bool]
  private let workspace: SolverWorkspace

  /// - Parameters:
  ///   - stage: what is held fixed.
  ///   - period: the period.
  init(
    network: Network, incidence: Incidence, stage: DecidedStage, period: Int,
    in workspace: SolverWorkspace
  ) {
    self.network = network
    self.workspace = workspace
    self.period = period
    self.stage = stage.values(period: period)
    let year = NetworkState.during(OutageTarget(joint: []), weeks: 52, of: network)
    let recourse = RecourseProgram(
      network: network, incidence: incidence, period: period, state: 0, conditions: year)
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
    var losing = program
    losing.minimise(recourse.loss)
    lossProgram = LiveProgram(losing, in: workspace, tolerance: Self.tolerance, isCrashed: false)
    costProgram = LiveProgram(program, in: workspace, tolerance: Self.tolerance, isCrashed: false)
    let (surviving, pace) = Self.survival(program, recourse, stock: stage.stock.map { $0[period] })
    survivalProgram = LiveProgram(
      surviving, in: workspace, tolerance: Self.tolerance, isCrashed: false)
    self.pace = pace.index
    isOfAnyUse = stage.stock.map { $0[period] > 0 }
  }

  /// All demand is met, and stocks are drawn at no more than `pace` times themselves a year: the least pace.
  ///
  /// `u = 0`, `w ≤ s · z`; an outage of 52/s weeks empties a stock at just that pace (Simchi-Levi et al. 2015,
  /// doi:10.1287/inte.2014.0789).
  private static func survival(
    _ program: LinearProgram, _ recourse: RecourseProgram, stock: [Double]
  ) -> (LinearProgram, LinearProgram.ColumnID) {
    var program = program
    for column in recourse.block.unmet { program.setBounds(of: column, from: 0, to: 0) }
    let pace = program.addColumn("pace")
    for (place, column) in recourse.block.drawn.enumerated() {
      guard let column else { continue }
      program.setBounds(of: column, from: 0, to: stock[place] > 0 ? .infinity : 0)
      guard stock[place] > 0 else { continue }
      var excess = LinearExpression(1, column)
      excess.add(-stock[place], pace)
      program.addRow("pace", excess, to: 0)
    }
    program.minimise(LinearExpression(1, pace))
    return (program, pace)
  }

  /// The least loss of an outage of `weeks`, and what it costs at least; `nil` if a solve failed.
  func answer(to effect: OutageEffect, weeks: Double) -> Answer? {
    for program in [lossProgram, costProgram] {
      impose(effect, on: program)
      for (place, column) in recourse.block.drawn.enumerated() {
        guard let column else { continue }
        let stock = stage[stage.count - recourse.block.drawn.count + place]
        program.setBounds(ofColumn: column.index, from: 0, to: 52 / weeks * stock)
      }
    }
    guard lossProgram.solve(seconds: seconds) == .optimal else { return nil }
    let lost = max(0, recourse.loss.value(at: lossProgram.point()))
    if let row = recourse.lossRow {
      costProgram.setBounds(ofFixedRow: row.index, from: -.infinity, to: lost * (1 + 1e-8) + 1e-8)
    }
    // The point of least loss costs more than it need: no figure is better than a wrong one.
    guard costProgram.solve(seconds: seconds) == .optimal else { return nil }
    let point = costProgram.point()
    let unmet = recourse.block.unmet.map { max(0, point[$0.index]) }
    let shortage = zip(network.demands, unmet)
      .reduce(0) { $0 + $1.0.shortageCost[period] * $1.1 }
    let salesLost = lost < Self.noise ? 0 : lost * weeks / 52
    return Answer(
      salesLost: salesLost,
      operatingCost: recourse.program.objectiveValue(at: point) - shortage, unmet: unmet)
  }

  /// The longest outage in which all demand is met, weeks; infinite where stock is not needed, 0 where it is of no help; `nil`
  /// if the solve failed.
  func timeToSurvive(_ effect: OutageEffect) -> Double? {
    impose(effect, on: survivalProgram)
    for (place, column) in recourse.block.drawn.enumerated() {
      guard let column else { continue }
      survivalProgram.setBounds(
        ofColumn: column.index, from: 0, to: isOfAnyUse[place] ? .infinity : 0)
    }
    switch survivalProgram.solve(seconds: seconds) {
    case .optimal:
      let pace = survivalProgram.point()[pace]
      return pace < Self.noise ? .infinity : 52 / pace
    case .infeasible: return 0
    case .beyondLimit, .unfinished, .failed: return nil
    }
  }

  /// What is out does nothing; all else is as it was.
  private func impose(_ effect: OutageEffect, on program: LiveProgram) {
    for (place, column) in recourse.block.flows.enumerated() {
      guard let column else { continue }
      let flow = network.flows[place]
      let isOut = effect.facilities.contains(flow.origin) || effect.lanes.contains(flow.lane)
      program.setBounds(ofColumn: column.index, from: 0, to: isOut ? 0 : most[column.index])
    }
    for (place, column) in recourse.block.produced.enumerated() {
      let isOut =
        effect.facilities.contains(network.recipes[place].facility)
        || effect.recipes.contains(place)
      program.setBounds(ofColumn: column.index, from: 0, to: isOut ? 0 : most[column.index])
    }
  }

  /// Seconds that a program may take.
  private var seconds: Double { min(Self.mostSeconds, workspace.limits.secondsLeft) }

  func close() {
    lossProgram.close()
    costProgram.close()
    survivalProgram.close()
  }

  private static let tolerance = 1e-9
  private static let mostSeconds = 60.0
  /// Shares of sales, and paces, below this are none: solvers meet bounds to 1e-9.
  private static let noise = 1e-8
}
