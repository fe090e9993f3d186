import Foundation
import GLPK
public import NetworkDesign
import PlanChecker
public import SupplyNetwork

/// Answers questions about a network by decomposition, and keeps what it learns from one for the next.
///
/// Any thread may ask; questions are answered one after another, each with all the threads. Every plan passes the
/// checker before it is returned.
public final class DecompositionPlanner: FrontierPlanner, @unchecked Sendable {
  let network: Network
  /// The network with origins merged, in units that suit it: what programs are made of.
  let measured: Network
  let threads: Int
  private let rowsWorthPricing: Int
  let checker: PlanChecker
  let lock = NSLock()
  /// Programs and cuts of the last kind of question; guarded by ``lock``.
  private var session: (kind: DesignQuestion, DecompositionSession)?

  /// - Parameters:
  ///   - network: the network.
  ///   - threads: 1 or 2; the answers are the same.
  public convenience init(network: Network, threads: Int) {
    self.init(
      network: network, threads: threads, rowsWorthPricing: DecompositionSession.rowsWorthPricing)
  }

  /// A planner that measures in given units, so that what it learns can be joined with what others learn.
  ///
  /// - Parameters:
  ///   - network: the network, in the units of its tables.
  ///   - threads: 1 or 2; the answers are the same.
  ///   - units: those that it is measured in.
  public convenience init(network: Network, threads: Int, units: NetworkUnits) {
    self.init(
      network: network, measured: network.merged.measured(in: units), threads: threads,
      rowsWorthPricing: DecompositionSession.rowsWorthPricing)
  }

  /// - Parameter rowsWorthPricing: see ``DecompositionSession/rowsWorthPricing``.
  convenience init(network: Network, threads: Int, rowsWorthPricing: Int) {
    self.init(
      network: network, measured: network.merged.measured, threads: threads,
      rowsWorthPricing: rowsWorthPricing)
  }

  private init(network: Network, measured: Network, threads: Int, rowsWorthPricing: Int) {
    self.network = network
    self.measured = measured
    self.threads = threads
    self.rowsWorthPricing = rowsWorthPricing
    checker = PlanChecker(network.dataset)
  }

  /// The session for a kind of question, in measured units; to be asked for under the lock alone.
  func session(for question: DesignQuestion) throws(PlanningError) -> DecompositionSession {
    // Objective, cap and requirements may differ from question to question.
    var kind = question
    kind.requirements = []
    kind.objective = .cost
    kind.maxRisk = nil
    if let session, session.kind == kind { return session.1 }
    session = nil
    let fresh = try freshSession(for: question, isRecorded: false)
    session = (kind, fresh)
    return fresh
  }

  /// A session that knows nothing yet.
  ///
  /// - Parameter isRecorded: whether what is proved is written down for a certificate.
  func freshSession(
    for question: DesignQuestion, isRecorded: Bool
  ) throws(PlanningError) -> DecompositionSession {
    try PlanningError.wrapping { () throws(GLPKError) in
      try DecompositionSession(
        network: measured, question: question, threads: threads, rowsWorthPricing: rowsWorthPricing,
        isRecorded: isRecorded)
    }
  }

  func locked<Answer>(
    _ work: () throws(PlanningError) -> Answer
  ) throws(PlanningError) -> Answer {
    lock.lock()
    defer { lock.unlock() }
    return try work()
  }
}
