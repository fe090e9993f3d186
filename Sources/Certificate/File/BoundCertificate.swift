public import SupplyPlan

/// A proof that no plan of a question is better than a bound, in numbers that anybody can check.
///
/// What they mean, and why they prove it, stands in [Certificate](Certificate.md).
public struct BoundCertificate: Sendable, Equatable, Codable {
  /// What a claim bounds from below.
  public enum Objective: String, Sendable, Equatable, Codable {
    /// Total discounted cost, the dataset's money.
    case cost
    /// Sales at risk, a share of a year's sales.
    case risk
  }

  /// How many columns and rows the program has that the numbers refer to.
  public struct Size: Sendable, Equatable, Codable {
    /// Columns of the master.
    public var columns: Int
    /// Rows of the master with those of the question's requirements.
    public var rows: Int
    /// Links of the normal state.
    public var links: Int
    /// Recourse programs: scenarios, and outages to be survived, by period.
    public var blocks: Int
  }

  /// A Benders cut, told by what proves it.
  public struct Cut: Sendable, Equatable, Codable {
    /// What the cut bounds from below.
    public enum Subject: String, Sendable, Equatable, Codable {
      /// The operating cost of the recourse program.
      case cost
      /// The sales lost in it.
      case loss
    }

    /// The recourse program, by its index.
    public var block: Int
    /// What is bounded.
    public var subject: Subject
    /// Rows of the recourse program with a dual value that is not 0.
    public var rows: [Int]
    /// Their dual values.
    public var duals: [Double]
    /// Pairs of a gate of the recourse program and which of its keys bounds its column, −1 for the constant bound; what is not
    /// listed takes the first key.
    public var choices: [[Int]]
    /// The right-hand side of the row with which rounding cuts are derived, never above what is proved; absent where there are
    /// none, or where it is the one that is proved.
    public var side: Double?

    /// Creates a cut.
    public init(
      block: Int, subject: Subject, rows: [Int], duals: [Double], choices: [[Int]],
      side: Double? = nil
    ) {
      self.block = block
      self.subject = subject
      self.rows = rows
      self.duals = duals
      self.choices = choices
      self.side = side
    }
  }

  /// A mixed-integer rounding cut, told by what it is derived from.
  public struct Rounding: Sendable, Equatable, Codable {
    /// Rows that are summed up, by reference.
    public var rows: [Int]
    /// What each is multiplied by; a positive one takes the row as `≤ upper`, a negative one as `≥ lower`.
    public var multipliers: [Double]
    /// Of these rows the indices of those whose other side is meant: their slack stays in the sum.
    public var reversed: [Int]
    /// Columns that are measured from their upper bound; the others are from their lower one.
    public var complemented: [Int]
    /// What the sum is divided by before it is rounded; above 0.
    public var divisor: Double
    /// Columns that are left out at the end, for what they can be worth at most; absent for none.
    public var dropped: [Int]?
    /// The right-hand side with which further rounding cuts are derived, never below what is proved; absent as for a cut.
    public var side: Double?

    /// Creates a derivation.
    public init(
      rows: [Int], multipliers: [Double], reversed: [Int], complemented: [Int], divisor: Double,
      dropped: [Int]? = nil, side: Double? = nil
    ) {
      self.rows = rows
      self.multipliers = multipliers
      self.reversed = reversed
      self.complemented = complemented
      self.divisor = divisor
      self.dropped = dropped
      self.side = side
    }
  }

  /// Multipliers of rows that prove something of a part of the choices.
  public struct Multipliers: Sendable, Equatable, Codable {
    /// What they prove.
    public enum Kind: String, Sendable, Equatable, Codable {
      /// That the objective is at least the bound.
      case bound
      /// That there is no plan at all.
      case infeasible
    }

    /// What they prove.
    public var kind: Kind
    /// The rows, by reference.
    public var rows: [Int]
    /// What each is multiplied by: at least 0 counts on its lower side, at most 0 on its upper one.
    public var values: [Double]

    /// Creates multipliers.
    public init(kind: Kind, rows: [Int], values: [Double]) {
      self.kind = kind
      self.rows = rows
      self.values = values
    }
  }

  /// A node of the tree over the whole-number choices; a tree lists a node, then all below its lower part, then all below its
  /// upper part.
  public enum Node: Sendable, Equatable {
    /// What is below has the whole column, by its index among the tree's columns, at most at a value, or at least one above it.
    case split(column: Int, value: Int)
    /// Proved by multipliers, by index.
    case leaf(Int)
  }

  /// A statement with its proof.
  public struct Claim: Sendable, Equatable, Codable {
    /// What is bounded.
    public var objective: Objective
    /// The cap on sales at risk under which the bound holds; `nil` for none.
    public var cap: Double?
    /// The bound; `nil` where there is no plan.
    public var bound: Double?
    /// Rounding cuts, each of which may use those before it.
    public var roundings: [Rounding]
    /// What leaves refer to.
    public var multipliers: [Multipliers]
    /// The names of the columns that the tree splits.
    public var columns: [String]
    /// The tree.
    public var tree: [Node]

    /// Creates a claim.
    public init(
      objective: Objective, cap: Double?, bound: Double?, roundings: [Rounding],
      multipliers: [Multipliers], columns: [String], tree: [Node]
    ) {
      self.objective = objective
      self.cap = cap
      self.bound = bound
      self.roundings = roundings
      self.multipliers = multipliers
      self.columns = columns
      self.tree = tree
    }
  }

  /// The schema of the file.
  public var schema = Self.schema
  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// What was asked of it.
  public var question: AskedQuestion
  /// The cost of the plan that it stands beside; `nil` where there is none.
  public var cost: Double?
  /// What the numbers refer to.
  public var size: Size
  /// Benders cuts, which all claims may use.
  public var cuts: [Cut]
  /// What is proved.
  public var claims: [Claim]

  /// The schema of a certificate.
  public static let schema = "shorewise/certificate/1"

  /// Creates a certificate.
  public init(
    dataset: Plan.DatasetReference, question: AskedQuestion, cost: Double?, size: Size,
    cuts: [Cut], claims: [Claim]
  ) {
    self.dataset = dataset
    self.question = question
    self.cost = cost
    self.size = size
    self.cuts = cuts
    self.claims = claims
  }
}

extension BoundCertificate.Node: Codable {
  /// Two numbers for a split, one for a leaf.
  public init(from decoder: any Decoder) throws {
    var numbers = try decoder.unkeyedContainer()
    let first = try numbers.decode(Int.self)
    self =
      numbers.isAtEnd ? .leaf(first) : .split(column: first, value: try numbers.decode(Int.self))
    if !numbers.isAtEnd {
      throw DecodingError.dataCorruptedError(
        in: numbers, debugDescription: "a node has one number or two")
    }
  }

  /// Two numbers for a split, one for a leaf.
  public func encode(to encoder: any Encoder) throws {
    var numbers = encoder.unkeyedContainer()
    switch self {
    case .leaf(let index): try numbers.encode(index)
    case .split(let column, let value):
      try numbers.encode(column)
      try numbers.encode(value)
    }
  }
}
