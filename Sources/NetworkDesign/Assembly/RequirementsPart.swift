package import Modeling
import SupplyData

/// The rows of a question's requirements on openings; a comparator, whose openings are given, ignores them.
package struct RequirementsPart: Sendable, Equatable {
  let requirements: [OpeningRequirement]

  /// Whether there are none.
  package var isEmpty: Bool { requirements.isEmpty }

  /// None.
  package init() { requirements = [] }

  package init(_ question: DesignQuestion) {
    requirements = question.firstStage.bindsPolicies ? question.requirements : []
  }

  /// Adds a row for each.
  package func add(to program: inout LinearProgram, _ stage: FirstStage) {
    for (index, requirement) in requirements.enumerated() {
      var excess = LinearExpression(-requirement.value)
      for term in requirement.terms {
        excess.add(stage.open[term.facility][term.period], times: term.coefficient)
      }
      program.addRow(
        "requirement[\(index + 1)]", excess,
        from: requirement.sense == .atLeast ? 0 : -.infinity,
        to: requirement.sense == .atMost ? 0 : .infinity)
    }
  }
}
