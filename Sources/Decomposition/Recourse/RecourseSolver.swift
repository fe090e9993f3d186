import GLPK
import NetworkDesign

/// Solves one recourse block again and again, each time from the last basis, and makes a cut of every solve.
///
/// It belongs to the thread of its workspace.
final class RecourseSolver {
  /// What a solve of the block says about a first stage x and an allowed loss v.
  struct Answer {
    /// The operating cost, money per year, without the price of ``excess``; `nil` if the solve failed.
    var cost: Double?
    /// Sales lost beyond v: more than nothing means that v cannot be kept.
    var excess: Double
    /// Sales lost.
    var loss: Double
    /// What was proved; it holds even where the solve failed.
    var cut: BendersCut?
    /// The duals behind it, by row: other blocks may try them.
    var duals: [Double] = []
  }

  let recourse: RecourseProgram
  let matrix: BlockMatrix
  private let costProgram: WarmProgram
  private let lossProgram: WarmProgram
  private let rowCount: Int
  /// Solves so far.
  private(set) var solves = 0
  /// Solves that gave no answer.
  private(set) var failures = 0

  /// The last question of least cost with its answer.
  private var last: (point: [Double], loss: Double?, answer: Answer)?
  /// Whether there is a basis to go on from.
  private var hasBasis = false
  /// The first stages that the solutions now loaded are of, for cost and for loss; `nil` where there is none.
  private var present: (cost: [Double]?, loss: [Double]?)

  init(_ recourse: RecourseProgram, matrix: BlockMatrix, in workspace: SolverWorkspace) {
    self.recourse = recourse
    self.matrix = matrix
    rowCount = recourse.program.rows.count
    costProgram = WarmProgram(recourse.program, in: workspace, isCrashed: false)
    var losing = recourse.program
    losing.minimise(recourse.loss)
    if let excess = recourse.excess { losing.setBounds(of: excess, from: 0, to: 0) }
    lossProgram = WarmProgram(losing, in: workspace, isCrashed: false)
  }

  /// The basis of the last solve for cost; other blocks of the network have the same rows and columns.
  var basis: WarmProgram.Basis? { solves > 0 ? costProgram.basis() : nil }

  /// Begins where another block has ended: the first time, and where a large block was last solved for a first stage far from this
  /// one. Those that were solved for this one are nearer then.
  func begin(
    from neighbour: @autoclosure () -> WarmProgram.Basis?, at point: [Double]
  ) {
    if solves > 0 {
      guard rowCount > Self.rowsWorthBeginning, isFar(point) else { return }
      hasBasis = false
    }
    guard let basis = neighbour() else { return }
    costProgram.restore(basis)
    hasBasis = true
  }

  /// Whether much of what is decided has changed since the last solve.
  private func isFar(_ point: [Double]) -> Bool {
    guard let present = present.cost else { return false }
    var (moved, total) = (0.0, 1.0)
    for (old, new) in zip(present, point) {
      moved += abs(new - old)
      total += max(old, new)
    }
    return moved > Self.farShare * total
  }

  /// Begins with the cheapest ways at a first stage, unless a basis is there.
  private func beginWithTree() {
    if hasBasis { return }
    hasBasis = true
    let upper = (0..<matrix.columnCount).map { column in
      min(matrix.upper[column], costProgram.bounds(ofColumn: column).upper)
    }
    if let basis = TreeBasis(matrix, upper: upper).basis() { costProgram.restore(basis) }
  }

  /// Least operating cost with a loss of at most v; `nil` for no cap.
  ///
  /// - Parameter isStrict: whether v is kept whatever that costs, where some sales cost more than the price of ``Answer/excess``;
  ///   to be asked only where v can be kept.
  func leastCost(at point: [Double], loss v: Double?, isStrict: Bool = false) -> Answer {
    // A state that does not feel what has changed is not solved again.
    if !isStrict, let last, last.point == point, last.loss == v { return last.answer }
    last = nil
    fix(costProgram, at: point)
    beginWithTree()
    if isStrict { limitExcess(to: 0) }
    defer { if isStrict { limitExcess(to: .infinity) } }
    if let row = recourse.lossRow {
      costProgram.setBounds(ofFixedRow: row.index, from: -.infinity, to: v ?? .infinity)
    }
    let answer = solve(costProgram, .cost, at: point)
    guard answer.cost != nil else { return answer }
    var priced = answer
    let price = recourse.excess.map { recourse.program.columns[$0.index].cost } ?? 0
    priced.cost = answer.cost.map { $0 - price * answer.excess }
    last = (point, v, priced)
    return priced
  }

  /// Least sales lost, whatever it costs.
  func leastLoss(at point: [Double]) -> Answer {
    fix(lossProgram, at: point)
    return solve(lossProgram, .loss, at: point)
  }

  /// The block's point of least cost within a loss, and among such points that of least loss, to the last digit that the
  /// solver gives; where costs weigh nothing, the least loss comes first.
  ///
  /// - Returns: values of the columns of the recourse program.
  func operation(at point: [Double], loss v: Double?, weighsCost: Bool) -> [Double]? {
    last = nil
    present = (nil, nil)
    let program = weighsCost ? costProgram : lossProgram
    program.tolerance = Self.exactTolerance
    defer { program.tolerance = Self.usualTolerance }
    fix(program, at: point)
    if let row = recourse.lossRow {
      program.setBounds(
        ofFixedRow: row.index, from: -.infinity, to: weighsCost ? v ?? .infinity : .infinity)
    }
    solves += 1
    guard program.solve(seconds: Self.mostSeconds) == .optimal else {
      failures += 1
      return nil
    }
    var first = program.point()
    if weighsCost, let excess = recourse.excess, first[excess.index] > Self.mostExcess {
      limitExcess(to: 0)
      defer { limitExcess(to: .infinity) }
      solves += 1
      guard program.solve(seconds: Self.mostSeconds) == .optimal else {
        failures += 1
        return nil
      }
      first = program.point()
      return program.leastAmongOptima(matrix.losses) ?? first
    }
    return program.leastAmongOptima(weighsCost ? matrix.losses : matrix.costs) ?? first
  }

  /// The block's point as its last solve left it: an operation without a solve of its own, though not to the last digit.
  ///
  /// - Returns: `nil` where what was solved last is another first stage, or loses more than is allowed.
  func solvedOperation(at point: [Double], loss v: Double?, weighsCost: Bool) -> [Double]? {
    let most = v.map { $0 + Self.mostExcess } ?? .infinity
    for (program, solved) in [(costProgram, present.cost), (lossProgram, present.loss)]
    where solved == point && (weighsCost || program === lossProgram) {
      let values = program.point()
      if !values.isEmpty, recourse.loss.value(at: values) <= most { return values }
    }
    return nil
  }

  private func solve(
    _ program: WarmProgram, _ subject: BendersCut.Subject, at point: [Double]
  ) -> Answer {
    solves += 1
    let outcome = program.solve(seconds: Self.mostSeconds)
    let solved = outcome == .optimal ? point : nil
    if subject == .cost { present.cost = solved } else { present.loss = solved }
    guard outcome == .optimal else {
      failures += 1
      let duals = program.rowDuals(count: rowCount)
      let isUsable = duals.count == rowCount && duals.allSatisfy(\.isFinite)
      return Answer(
        cost: nil, excess: .infinity, loss: .infinity,
        cut: isUsable ? matrix.cut(subject, duals: duals, at: point) : nil,
        duals: isUsable ? duals : [])
    }
    let values = program.point()
    let duals = program.rowDuals(count: rowCount)
    return Answer(
      cost: program.objective,
      excess: recourse.excess.map { max(0, values[$0.index]) } ?? 0,
      loss: recourse.loss.value(at: values),
      cut: matrix.cut(subject, duals: duals, at: point), duals: duals)
  }

  private func fix(_ program: WarmProgram, at point: [Double]) {
    for index in 0..<matrix.stageCount {
      program.setBounds(ofColumn: index, from: point[index], to: point[index])
    }
    recourse.forEachGate(at: point) { column, most in
      program.setBounds(ofColumn: column, from: 0, to: most)
    }
  }

  private func limitExcess(to most: Double) {
    guard let excess = recourse.excess else { return }
    let upper = recourse.program.columns[excess.index].upper
    costProgram.setBounds(ofColumn: excess.index, from: 0, to: min(most, upper))
  }

  func close() {
    costProgram.close()
    lossProgram.close()
  }

  /// Rows from which on a block begins anew after a jump.
  private static let rowsWorthBeginning = 2_000
  /// Share of the first stage that makes a jump.
  private static let farShare = 0.2
  /// A block that takes longer is given up: its cut holds all the same.
  private static let mostSeconds = 60.0
  private static let usualTolerance = 1e-7
  private static let exactTolerance = 1e-9
  /// Sales lost beyond what is allowed that rounding may cause, share of a year's sales.
  private static let mostExcess = 1e-8
}
