/// Collects what a search proves, node by node; at the end a certificate is made of it.
///
/// A search that is to be recorded calls ``close(_:_:)`` for each node that it is done with, and for those still open when
/// it ends, with the multipliers that proved the node's bound: its own, or its parent's. The boxes of these nodes come of
/// one branching after another, so a tree can be found in them again.
public struct ProofRecorder: Sendable {
  /// A bound of a whole column that differs from the root's.
  public struct Change: Sendable, Equatable {
    /// The column, by index in the master.
    public var column: Int
    /// The least value; −∞ for the root's.
    public var lower: Double
    /// The greatest value; ∞ for the root's.
    public var upper: Double

    /// Creates a change.
    public init(column: Int, lower: Double, upper: Double) {
      self.column = column
      self.lower = lower
      self.upper = upper
    }
  }

  struct ClosedNode: Sendable {
    var changes: [Change]
    var multipliers: ProofMultipliers
  }

  /// A part beyond a value of a whole column, closed by itself: reduced-cost fixing.
  struct Fixing: Sendable {
    var column: Int
    /// The part has the column at most at this value, or at least one above it.
    var value: Int
    var isBelow: Bool
    var multipliers: ProofMultipliers
  }

  private(set) var nodes: [ClosedNode] = []
  private(set) var fixings: [Fixing] = []
  /// What holds everywhere, where nothing better is known.
  public var root: ProofMultipliers?

  /// A recorder of a search that begins.
  public init() {}

  /// A node is done with.
  ///
  /// - Parameters:
  ///   - changes: bounds of whole columns below the node that differ from the root's.
  ///   - multipliers: what proves the node's bound, or that there is no plan below it.
  public mutating func close(_ changes: [Change], _ multipliers: ProofMultipliers) {
    nodes.append(ClosedNode(changes: changes, multipliers: multipliers))
  }

  /// From now on a whole column is at least at `value`, because what is below is proved to be of no interest.
  public mutating func fix(
    column: Int, toAtLeast value: Int, _ multipliers: ProofMultipliers
  ) {
    fixings.append(
      Fixing(column: column, value: value - 1, isBelow: true, multipliers: multipliers))
  }

  /// From now on a whole column is at most at `value`, because what is above is proved to be of no interest.
  public mutating func fix(
    column: Int, toAtMost value: Int, _ multipliers: ProofMultipliers
  ) {
    fixings.append(
      Fixing(column: column, value: value, isBelow: false, multipliers: multipliers))
  }
}
