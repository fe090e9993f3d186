/// Something that a user asks for and may ask less of: a row of a table, or a limit of the question.
public enum Rule: Hashable, Sendable {
  /// A row of `constraints.csv`, by its place in the dataset.
  case constraint(Int)
  /// The `decision` about a facility, by its place in the dataset.
  case decision(Int)
  /// The cap on sales at risk.
  case riskCap
  /// The limit of what a normal year may leave undelivered.
  case unmetCap
}

extension Rule: Comparable {
  /// Constraints, decisions, limits; each in the order of the tables.
  public static func < (left: Rule, right: Rule) -> Bool { left.order < right.order }

  private var order: (Int, Int) {
    switch self {
    case .constraint(let place): (0, place)
    case .decision(let place): (1, place)
    case .riskCap: (2, 0)
    case .unmetCap: (3, 0)
    }
  }
}
