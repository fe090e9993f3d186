public import Certificate
public import Modeling
public import NetworkDesign
public import SupplyPlan

/// Plans with a proof of their bound.
extension DecompositionPlanner {
  /// Finds a plan, and makes a certificate of its bound.
  ///
  /// It begins from nothing: what was learnt for other questions was not recorded.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - gap: relative gap within which the objective is to be proved.
  ///   - limits: when to stop; the certificate is then of the bound that was proved by then.
  ///   - progress: told of the search.
  /// - Returns: the plan, its bound and risk bound no greater than what the certificate proves, and the certificate, or why none
  ///   could be made.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func certifiedPlan(
    for question: DesignQuestion, gap: Double, limits: SolveLimits = SolveLimits(),
    progress: (@Sendable (SolveProgress) -> Void)? = nil, found: (@Sendable (Plan) -> Void)? = nil
  ) throws(PlanningError) -> (plan: Plan, certificate: Result<BoundCertificate, CertificateFault>) {
    try locked { () throws(PlanningError) in
      let log = ProofLog()
      let asked = question.measured(for: measured)
      var plan: Plan
      do {
        let session = try freshSession(for: asked, isRecorded: true)
        plan = try answer(
          session, asked, gap: gap, costGapAtLeastRisk: nil, limits: limits, progress: progress,
          found: found, proofs: log)
      }
      do throws(CertificateFault) {
        guard var assembly = CertificateAssembly(network: network, question: question) else {
          throw CertificateFault("question", "a certificate cannot name it")
        }
        let certificate = try assembly.certificate(
          of: log.proofs, dataset: plan.dataset, cost: plan.cost)
        plan.lowerBounds(to: certificate, gap: gap)
        return (plan, .success(certificate))
      } catch {
        return (plan, .failure(error))
      }
    }
  }
}
