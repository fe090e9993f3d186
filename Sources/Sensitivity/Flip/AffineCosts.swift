import Modeling
public import NetworkDesign
import SupplyData
public import SupplyNetwork
public import TextFiles

/// Whether nothing but costs depends on a parameter, and they in a straight line: then the cost of each plan is affine in it, and
/// the least cost is concave and piecewise linear.
///
/// The programs at both ends and in the middle are compared: rows, bounds and wholeness are to be the same, and each cost in the
/// middle the mean of those at the ends. A cost with a kink is convex or concave on either side of it, so the middle gives it
/// away.
public enum AffineCosts {
  /// Throws what else depends on the parameter, in words and with a cure.
  ///
  /// - Parameters:
  ///   - networks: at the low end, in the middle and at the high end.
  ///   - question: what is asked; its cap is a row like any other.
  ///   - option: what the fault is told of, such as `--vary '…'`.
  public static func check(
    _ networks: (low: Network, middle: Network, high: Network), _ question: DesignQuestion,
    option: String
  ) throws(Faults) {
    func fault(_ cause: String, _ cure: String) -> Faults {
      Faults([Fault(file: option, cause: cause, cure: cure)])
    }
    // Without a cap the measure of risk is no part of what is asked; the worst has no probability in its rows.
    var question = question
    if question.maxRisk == nil { question.measure = .worst }
    let programs = [networks.low, networks.middle, networks.high].map {
      Monolith(network: $0, question: question).program
    }
    for other in programs.dropFirst() {
      if let place = difference(programs[0], other) {
        throw fault(
          "not only costs depend on it: \(place) of the program does too", cure(for: place))
      }
    }
    var changesAnything = false
    for place in programs[0].columns.indices {
      let (low, middle, high) = (
        programs[0].columns[place].cost, programs[1].columns[place].cost,
        programs[2].columns[place].cost
      )
      let scale = max(abs(low), abs(middle), abs(high))
      if abs(middle - (low / 2 + high / 2)) > 1e-9 * scale {
        throw fault(
          "the cost of '\(programs[0].columns[place].name)' is no straight line of it: "
            + "\(low), \(middle) and \(high) at the ends and in the middle",
          "Where a scenario floors a duty at 0, narrow the range to one side of the bend; else compare a sweep of variants."
        )
      }
      changesAnything = changesAnything || abs(high - low) > 1e-12 * scale
    }
    if !changesAnything {
      throw fault(
        "no cost of any plan depends on it",
        "Choose rows that are used; `shorewise check` warns of those that never apply.")
    }
  }

  /// The first row or column that differs in more than its cost, in words; `nil` where there is none.
  private static func difference(_ first: LinearProgram, _ second: LinearProgram) -> String? {
    func differ(_ left: Double, _ right: Double) -> Bool {
      left != right && !(abs(left - right) <= 1e-12 * max(abs(left), abs(right)))
    }
    for (left, right) in zip(first.columns, second.columns)
    where left.name != right.name || left.isInteger != right.isInteger
      || differ(left.lower, right.lower) || differ(left.upper, right.upper)
    {
      return "the column '\(left.name)'"
    }
    if first.columns.count != second.columns.count { return "the number of columns" }
    for (left, right) in zip(first.rows, second.rows)
    where left.name != right.name || left.terms.count != right.terms.count
      || differ(left.lower, right.lower) || differ(left.upper, right.upper)
      || zip(left.terms, right.terms).contains(where: { left, right in
        left.column != right.column || differ(left.coefficient, right.coefficient)
      })
    {
      return "the row '\(left.name)'"
    }
    return first.rows.count == second.rows.count ? nil : "the number of rows"
  }

  private static func cure(for place: String) -> String {
    place.contains("'maxRisk")
      ? "Drop --max-risk, or cap the worst event with --measure worst, which no probability changes."
      : "Compare a sweep of variants instead, or `shorewise regret`."
  }
}
