import GLPK
import Modeling
import NetworkDesign
import SupplyNetwork

/// What is kept between the questions about one network: programs, cuts and good designs.
///
/// A cut holds under every cap, price and probability, so a frontier asks all its questions of one session. It answers one
/// question at a time and uses its threads for that.
final class DecompositionSession {
  let network: Network
  let master: MasterProgram
  let units: MasterUnits
  let recourse: [RecourseProgram]
  let matrices: [BlockMatrix]
  let workers: Workers
  /// Finds flow cuts and covers.
  private(set) lazy var networkCuts = NetworkCuts(master)
  /// Columns of the master that are deferred until they pay.
  let priced: [Int]
  /// Columns of the master that are whole.
  let wholeColumns: [Int]
  /// Rows that every question may use.
  var known: [CutPool.Entry] = []
  /// Designs found so far, the newest last.
  var designs: [Design] = []
  /// Whether what is proved is written down for a certificate.
  let isRecorded: Bool
  /// A basis from which a root may start.
  var rootBasis: MasterBasis?

  /// What branching has taught in the questions before, by whether they were for costs.
  var learnt: [Bool: PseudoCosts] = [:]

  /// - Parameters:
  ///   - network: the network.
  ///   - question: measure and first stage; objective and cap may differ from question to question.
  ///   - threads: 1 or 2.
  ///   - rowsWorthPricing: rows of a master from which on its columns are deferred until they pay.
  ///   - isRecorded: whether what is proved is written down for a certificate.
  init(
    network: Network, question: DesignQuestion, threads: Int,
    rowsWorthPricing: Int = rowsWorthPricing, isRecorded: Bool = false
  ) throws(GLPKError) {
    self.network = network
    self.isRecorded = isRecorded
    let master = MasterProgram(network: network, question: question)
    self.master = master
    units = MasterUnits(master)
    priced =
      master.program.rows.count >= rowsWorthPricing
      ? master.blocks.flatMap { $0.activities.map(\.index) } : []
    let recourse = master.estimates.map {
      RecourseProgram(
        network: network, incidence: master.incidence, period: $0.period, state: $0.state)
    }
    self.recourse = recourse
    let matrices = recourse.enumerated().map {
      BlockMatrix($0.element, block: $0.offset, isRecorded: isRecorded)
    }
    self.matrices = matrices
    wholeColumns = master.program.columns.indices.filter { master.program.columns[$0].isInteger }
    workers = try Workers(threads: threads)
    _ = workers.run(limits: SolveLimits()) { worker, workspace in
      worker.solvers = recourse.indices.map { block in
        block % Workers.count == worker.number
          ? RecourseSolver(recourse[block], matrix: matrices[block], in: workspace) : nil
      }
    }
  }

  /// Recourse programs solved so far, by both workers.
  var recourseSolves: Int {
    workers.all.reduce(0) { sum, worker in
      worker.solvers.reduce(sum) { $0 + ($1?.solves ?? 0) }
    }
  }

  /// Takes note of a good design for the questions to come.
  func remember(_ design: Design) {
    designs.removeAll { $0 == design }
    designs.append(design)
  }

  /// What is known of branching before a question's tree.
  func pseudoCosts(of aim: Aim) -> PseudoCosts {
    learnt[aim.needsCost] ?? PseudoCosts(count: wholeColumns.count)
  }

  /// In a smaller master one more solve, when columns are activated, takes longer than the deferred columns would have.
  static let rowsWorthPricing = 4_000

  deinit { workers.close() }
}
