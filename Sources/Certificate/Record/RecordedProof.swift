/// What a search has recorded for one claim.
public struct RecordedProof: Sendable {
  /// What is bounded.
  public var objective: BoundCertificate.Objective
  /// The cap on sales at risk; `nil` for none.
  public var cap: Double?
  /// The bound that the search states, the units of its program; `nil` where it proved that there is no plan.
  public var bound: Double?
  /// The closed nodes.
  public var recorder: ProofRecorder
  /// How the rows after the master's and the links are proved, in the order of the pool; `nil` for one that nobody knows of.
  public var derivations: [RowDerivation?]

  /// Creates a proof.
  public init(
    objective: BoundCertificate.Objective, cap: Double?, bound: Double?, recorder: ProofRecorder,
    derivations: [RowDerivation?]
  ) {
    self.objective = objective
    self.cap = cap
    self.bound = bound
    self.recorder = recorder
    self.derivations = derivations
  }
}
