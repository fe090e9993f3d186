import GLPK
import Modeling
import Synchronization
import TestDatasets
import Testing

@testable import Decomposition
@testable import NetworkDesign

/// A cut is below what a block truly costs or loses, at every first stage.
@Suite struct CutTests {
  static let designs = runsLongTests ? 200 : 25

  /// What blocks truly cost and lose at random first stages.
  private struct Sample {
    var stage: [Double]
    /// Allowed loss; `nil` for no cap.
    var allowed: Double?
    var cost: Double
    var loss: Double
  }

  private func samples(_ session: DecompositionSession, block: Int, seed: UInt64) throws -> [Sample]
  {
    var stages = RandomStages(session.network, seed: seed)
    let truth = TrueRecourse(session, block: block)
    let estimate = session.master.estimates[block]
    return try (0..<Self.designs).map { number in
      let stage = stages.whole()
      let least = try truth.leastLoss(at: stage)
      var allowed: Double?
      if number % 3 > 0, estimate.loss != nil {
        // At the least loss itself a solver's tolerance may decide whether there is a point.
        let part = number % 3 == 1 ? 0 : stages.unit()
        allowed = least + part * max(0, estimate.greatestLoss - least) + 1e-7
      }
      let cost = try #require(try truth.leastCost(at: stage, loss: allowed))
      return Sample(stage: stage, allowed: allowed, cost: cost, loss: least)
    }
  }

  @Test(arguments: seeds(8, long: 60))
  func `the cuts of a search hold at every design`(_ seed: UInt64) throws {
    let session = try Samples.session(seed)
    session.search(.cost(riskPrice: 0))
    let least = session.search(.risk).state.best?.value ?? 0
    session.search(.cost(riskPrice: 0), cap: 1.3 * least + 0.01)
    session.search(.cost(riskPrice: 3 * session.units.money * 1e5))
    for block in session.recourse.indices {
      let estimate = session.master.estimates[block]
      let entries = session.known.filter { $0.kind == .cost(block) || $0.kind == .loss(block) }
      for sample in try samples(session, block: block, seed: seed) {
        var point = [Double](repeating: 0, count: session.master.program.columns.count)
        for (column, value) in zip(session.master.stageColumns[estimate.period], sample.stage) {
          point[column.index] = value
        }
        for entry in entries {
          if let column = estimate.cost {
            point[column.index] = estimate.weight * sample.cost
          }
          if let column = estimate.loss {
            point[column.index] =
              entry.kind == .loss(block) ? sample.loss : sample.allowed ?? estimate.greatestLoss
          }
          let size = zip(entry.row.columns, entry.row.coefficients)
            .reduce(abs(entry.row.lower)) { $0 + abs($1.1 * point[Int($1.0)]) }
          #expect(
            entry.row.violation(at: point) <= 1e-6 * size + 1e-7,
            "seed \(seed), block \(block), \(entry.kind) at \(sample.stage)")
        }
      }
    }
  }

  @Test(arguments: seeds(6, long: 60))
  func `the cuts of whatever duals hold`(_ seed: UInt64) throws {
    let session = try Samples.session(seed)
    var stages = RandomStages(session.network, seed: seed)
    for (block, matrix) in session.matrices.enumerated() {
      let prices = matrix.costs.map(abs).max() ?? 1
      let samples = try samples(session, block: block, seed: seed)
      for number in 0..<40 {
        // From wild numbers to such as a solver returns: mostly nothing, the rest of the size of costs.
        let size = number % 2 == 0 ? prices : 1e3 * prices
        let duals = matrix.rowLower.map { _ in
          stages.random.percent(50) ? 0 : (2 * stages.unit() - 1) * size
        }
        let point = number % 3 == 0 ? stages.fractional() : stages.whole()
        for (subject, scale) in [(BendersCut.Subject.cost, 1.0), (.loss, 1e-3 / prices)] {
          let cut = matrix.cut(subject, duals: duals.map { $0 * scale }, at: point)
          expect(
            cut, below: samples, in: session, block, "seed \(seed), block \(block), duals \(number)"
          )
        }
      }
    }
  }

  private func expect(
    _ cut: BendersCut, below samples: [Sample], in session: DecompositionSession, _ block: Int,
    _ name: String
  ) {
    let greatest = session.master.estimates[block].greatestLoss
    for sample in samples {
      let value = cut.value(stage: sample.stage, loss: sample.allowed ?? greatest)
      let size = cut.stage.reduce(abs(cut.constant)) {
        $0 + abs($1.coefficient * sample.stage[$1.index])
      }
      let truth = cut.subject == .cost ? sample.cost : sample.loss
      #expect(value <= truth + 1e-6 * max(size, truth) + 1e-7, "\(name) at \(sample.stage)")
    }
  }

  /// A solve of a block as the decomposition does it.
  private struct Solve: Sendable {
    var subject: BendersCut.Subject
    var stage: [Double]
    var allowed: Double?
    var cost: Double?
    var excess: Double
    var loss: Double
    /// The cut's value where it was made.
    var cut: Double?
  }

  private func solves(_ session: DecompositionSession, block: Int, seed: UInt64) throws -> [Solve] {
    let recourse = session.recourse[block]
    let matrix = session.matrices[block]
    let greatest = session.master.estimates[block].greatestLoss
    let stages = RandomStages(session.network, seed: seed)
    let made = Mutex<[Solve]>([])
    try SolverThreadPool(threads: 1).run(1) { _, workspace in
      let solver = RecourseSolver(recourse, matrix: matrix, in: workspace)
      var stages = stages
      for number in 0..<CutTests.designs {
        let stage = number % 2 == 0 ? stages.whole() : stages.fractional()
        let allowed = number % 3 == 0 ? nil : stages.unit() * greatest
        let cost = solver.leastCost(at: stage, loss: allowed)
        let loss = solver.leastLoss(at: stage)
        made.withLock {
          $0 += [
            Solve(
              subject: .cost, stage: stage, allowed: allowed, cost: cost.cost,
              excess: cost.excess, loss: cost.loss,
              cut: cost.cut?.value(stage: stage, loss: allowed ?? 0)),
            Solve(
              subject: .loss, stage: stage, cost: loss.cost, excess: 0, loss: loss.loss,
              cut: loss.cut?.value(stage: stage, loss: 0)),
          ]
        }
      }
      solver.close()
    }
    return made.withLock { $0 }
  }

  @Test(arguments: seeds(8, long: 60))
  func `a cut is tight where it was made`(_ seed: UInt64) throws {
    let session = try Samples.session(seed)
    for (block, recourse) in session.recourse.enumerated() {
      let price = recourse.excess.map { recourse.program.columns[$0.index].cost } ?? 0
      for solve in try solves(session, block: block, seed: seed) {
        let name = "seed \(seed), block \(block), \(solve)"
        let cost = try #require(solve.cost, "\(name)")
        let proved = solve.subject == .cost ? cost + price * solve.excess : solve.loss
        #expect(agree(solve.cut, proved, solve.subject == .cost ? 1e-6 : 1e-7), "\(name)")
      }
    }
  }

  @Test(arguments: seeds(8, long: 60))
  func `blocks are solved as the formulation in rows has them`(_ seed: UInt64) throws {
    let session = try Samples.session(seed)
    for block in session.recourse.indices {
      let truth = TrueRecourse(session, block: block)
      for solve in try solves(session, block: block, seed: seed)
      where solve.stage.dropLast(session.network.dataset.buffers.count).allSatisfy({
        $0 == $0.rounded()
      }) {
        let name = "seed \(seed), block \(block), \(solve)"
        switch solve.subject {
        case .loss:
          #expect(agree(solve.loss, try truth.leastLoss(at: solve.stage), 1e-7), "\(name)")
        case .cost where solve.excess <= 1e-7:
          let allowed = solve.allowed.map { $0 + 1e-9 }
          #expect(agree(solve.cost, try truth.leastCost(at: solve.stage, loss: allowed)), "\(name)")
        case .cost:
          // A loss beyond what is allowed is paid only where nothing else helps.
          let least = try truth.leastLoss(at: solve.stage)
          #expect(least > (solve.allowed ?? .infinity) - 1e-7, "\(name)")
        }
      }
    }
  }
}
