/// What all plans within the limit do with a facility, as far as it is proved.
public struct CoreClaim: Sendable, Equatable {
  /// What they do.
  public enum Verdict: String, Sendable, CaseIterable {
    /// All have it open in every period.
    case throughout
    /// All have it open in some period.
    case open
    /// None opens it in any period.
    case closed
    /// Some do and some do not: two plans show it.
    case differs
    /// Not decided in time.
    case undecided
  }

  /// The facility, by its place in the dataset.
  public var facility: Int
  /// What they do.
  public var verdict: Verdict
  /// The proven least cost of doing otherwise; of an undecided claim the bound so far.
  public var otherwiseAtLeast: Double?
  /// Whether no plan at all does otherwise, at any cost.
  public var isForced: Bool

  /// Creates a claim.
  public init(
    facility: Int, verdict: Verdict, otherwiseAtLeast: Double? = nil, isForced: Bool = false
  ) {
    self.facility = facility
    self.verdict = verdict
    self.otherwiseAtLeast = otherwiseAtLeast
    self.isForced = isForced
  }
}
