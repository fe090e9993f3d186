import Findings
import SupplyPlan
import Testing
import TextFiles

@testable import Premium
@testable import Report
@testable import Resilience

/// Parts that do not belong together make no report.
@Suite struct ValidationTests {
  private var input: ReportInput { ReportCase.frontierWithBaseline.input }

  @Test func otherDataset() {
    var wrong = input
    wrong.baseline?.dataset.sha256 = "0"
    #expect(throws: ReportError.otherDataset(what: "baseline")) { try HTMLReport(wrong).render() }
    wrong = input
    wrong.frontier?.dataset.sha256 = "0"
    #expect(throws: ReportError.otherDataset(what: "frontier")) { try HTMLReport(wrong).render() }
  }

  @Test func plansOfOtherPoints() {
    var wrong = input
    wrong.plans.removeLast()
    #expect(throws: ReportError.planCount(points: 8, plans: 7)) { try HTMLReport(wrong).render() }
    wrong = input
    wrong.plans.swapAt(2, 3)
    #expect(throws: ReportError.otherPlan(point: 3)) { try HTMLReport(wrong).render() }
  }

  @Test func otherMeasure() {
    var wrong = input
    wrong.baseline?.risk.measure = "worst"
    wrong.baseline?.risk.level = nil
    #expect(throws: ReportError.otherMeasure(what: "baseline")) { try HTMLReport(wrong).render() }
  }

  @Test func unknownNames() {
    var wrong = input
    wrong.plans[0].flows[0].origin = "atlantis"
    #expect(throws: ReportError.unknownName(what: "facility or customer", name: "atlantis")) {
      try HTMLReport(wrong).render()
    }
  }

  @Test func findingsOfAnotherDataset() {
    var other = ReportCase.findingsBeside.input
    other.premium?.dataset.sha256 = "another"
    #expect(throws: ReportError.otherDataset(what: "premium")) { try HTMLReport(other).render() }
    other = ReportCase.findingsAlone.input
    other.sources[0].dataset.sha256 = "another"
    #expect(throws: ReportError.otherDataset(what: "map of sources")) {
      try HTMLReport(other).render()
    }
  }

  @Test func nothingToShow() {
    let empty = ReportInput(dataset: input.dataset, plans: [])
    #expect(throws: ReportError.empty) { try HTMLReport(empty).render() }
    #expect(ReportError.empty.description.contains("Give a frontier, a plan or a finding"))
  }
}
