public import SupplyData

/// A linear row over the openings that a question asks for besides all that a dataset says:
/// `Σ coefficient · y ≤ value` or `≥ value`.
///
/// It is how a planner is asked for a plan without a facility, with it, or unlike other plans. It binds the first stage alone,
/// so all that is known of the recourse stays true under it.
public struct OpeningRequirement: Sendable, Equatable {
  /// A coefficient times `y` of a facility and a period.
  public struct Term: Sendable, Equatable {
    /// The facility, by its index in the dataset.
    public var facility: Int
    /// The period, by its index in the dataset.
    public var period: Int
    /// What `y` is multiplied by.
    public var coefficient: Double

    /// Creates a term.
    public init(facility: Int, period: Int, coefficient: Double = 1) {
      self.facility = facility
      self.period = period
      self.coefficient = coefficient
    }
  }

  /// The left-hand side.
  public var terms: [Term]
  /// Which way it compares.
  public var sense: Comparison
  /// The right-hand side.
  public var value: Double

  /// Creates a row.
  public init(terms: [Term], sense: Comparison, value: Double) {
    self.terms = terms
    self.sense = sense
    self.value = value
  }

  /// The facility is open in at least, or at most, so many periods.
  ///
  /// - Parameters:
  ///   - facility: the facility, by its index in the dataset.
  ///   - periods: number of periods in the dataset.
  ///   - sense: at least or at most.
  ///   - count: how many periods.
  public static func open(
    _ facility: Int, of periods: Int, _ sense: Comparison, _ count: Int
  ) -> OpeningRequirement {
    OpeningRequirement(
      terms: (0..<periods).map { Term(facility: facility, period: $0) }, sense: sense,
      value: Double(count))
  }

  /// At least `distance` pairs of a facility and a period are open where they are not in `footprint`, or the other way round:
  /// `Σ_{open} (1 − y) + Σ_{not open} y ≥ distance`.
  ///
  /// - Parameters:
  ///   - footprint: what is open, by facility, then by period.
  ///   - distance: the least number of differences.
  public static func unlike(_ footprint: [[Bool]], distance: Int) -> OpeningRequirement {
    var terms: [Term] = []
    var open = 0
    for (facility, periods) in footprint.enumerated() {
      for (period, isOpen) in periods.enumerated() {
        terms.append(Term(facility: facility, period: period, coefficient: isOpen ? -1 : 1))
        if isOpen { open += 1 }
      }
    }
    return OpeningRequirement(terms: terms, sense: .atLeast, value: Double(distance - open))
  }
}
