import Foundation
package import Modeling
import SupplyData

/// How far a rule is exceeded, at most over all its periods: `e ≥ 0` in every row of it, `left − right ≤ unit · e`.
package struct ExcessPart: Sendable {
  /// The rule.
  let rule: ElasticRule
  /// e.
  package let column: LinearProgram.ColumnID
  /// What a unit of e is worth in the unit of the rule's value.
  package let unit: Double

  /// Adds the column; `nil` where nothing is to be exceeded.
  init?(_ question: DesignQuestion, _ dataset: Dataset, in program: inout LinearProgram) {
    guard let rule = question.elastic else { return nil }
    self.rule = rule
    let constraint = dataset.constraints.first { rule == .constraint($0.id) }
    unit = constraint.map { Self.unit(of: $0, in: dataset) } ?? 1
    column = program.addColumn("excess")
  }

  /// e as an expression.
  package var expression: LinearExpression { LinearExpression(1, column) }

  /// Whether it is this constraint that may be exceeded.
  func eases(_ constraint: PolicyConstraint) -> Bool { rule == .constraint(constraint.id) }

  /// `left − right` of a row of the rule, with room for what exceeds it.
  ///
  /// - Parameter rowUnit: units of the rule's value in a unit of the row.
  func relaxed(
    _ excess: LinearExpression, _ sense: Comparison = .atMost, unit rowUnit: Double = 1
  ) -> LinearExpression {
    var relaxed = excess
    relaxed.add((sense == .atMost ? -unit : unit) / rowUnit, column)
    return relaxed
  }

  /// Bounds e by what its rows can ask for at most, whatever is planned; to be called once they are all there.
  func limit(in program: inout LinearProgram) {
    var most = 0.0
    for row in program.rows {
      guard let own = row.terms.first(where: { $0.column == column }) else { continue }
      var others = LinearExpression()
      for term in row.terms where term.column != column {
        others.add(term.coefficient, term.column)
      }
      // `others − a·e ≤ upper` or `others + a·e ≥ lower`
      if own.coefficient < 0, row.upper.isFinite {
        most = max(most, (program.greatest(others) - row.upper) / -own.coefficient)
      } else if own.coefficient > 0, row.lower.isFinite {
        var least = LinearExpression()
        least.add(others, times: -1)
        most = max(most, (program.greatest(least) + row.lower) / own.coefficient)
      }
    }
    program.setBounds(of: column, from: 0, to: most * (1 + 1e-9))
  }

  /// About as much as the value, or as a single term of a row can be, so that e is neither very great nor very small.
  private static func unit(of constraint: PolicyConstraint, in dataset: Dataset) -> Double {
    let size: Double
    switch constraint.kind {
    case .openFacilities, .share, .survive, .sources, .requires, .within: return 1
    case .investment:
      let costs = dataset.capacity.map(\.buildCost) + dataset.facilities.map(\.openingCost)
      size = max(constraint.value, costs.max() ?? 0)
    case .emissions: size = constraint.value
    case .production, .flow, .minimumIfOpen: size = max(1, constraint.value)
    }
    // A power of two, so that no digit is lost.
    return size > 0 ? exp2(log2(size).rounded()) : 1
  }
}
