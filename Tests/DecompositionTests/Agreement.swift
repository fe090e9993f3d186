import NetworkDesign
import SupplyNetwork
import SupplyPlan
import Testing

@testable import Decomposition

/// Asks the monolith and the decomposition the same, and expects the same answer.
///
/// - Parameter seed: in every other dataset the columns of the master are deferred until they pay.
func compare(
  _ seed: UInt64, _ network: Network, _ question: DesignQuestion, _ what: Comment
) throws {
  let whole = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
  let split = try DecompositionPlanner(
    network: network, threads: 2,
    rowsWorthPricing: seed % 2 == 0 ? 0 : DecompositionSession.rowsWorthPricing
  ).plan(for: question, gap: 1e-7)
  #expect(
    split.termination == whole.termination,
    "\(what): \(split.stopReason ?? "") against \(whole.stopReason ?? "")")
  guard let cost = whole.cost, let found = split.cost, let bound = split.bound else {
    #expect(whole.cost == nil && split.cost == nil, what)
    return
  }
  if question.objective == .risk {
    let (risk, least) = (whole.risk.salesAtRisk ?? -1, split.risk.salesAtRisk ?? -1)
    #expect(abs(risk - least) <= 1e-6 * max(risk, 1e-2), "\(what): risk \(least) against \(risk)")
  } else {
    #expect(
      abs(cost - found) <= 1e-6 * max(cost, 1), "\(what): \(found) against \(cost)")
  }
  #expect(bound <= found * (1 + 1e-9), what)
  if let cap = question.maxRisk {
    #expect(split.risk.salesAtRisk ?? 1 <= cap + 1e-7, what)
  }
}
