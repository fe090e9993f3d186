import TestLanguages
import Testing

@testable import FigureDrawing
@testable import Report

@Suite struct LanguageTests {
  /// Every word of a report comes from the table, or from the dataset and its plans.
  @Test(arguments: [
    ReportCase.planWithBaseline, .baselineAlone, .infeasiblePlan, .stoppedWithoutPlan,
    .emptyFrontier,
    .unprovedCaps, .noDemand, .noHome, .leastRisk, .segmentsAndLines, .findingsBeside,
    .findingsAlone,
  ])
  func everyWordIsFromTheTable(_ example: ReportCase) throws {
    let (page, plans) = try Language.$current.withValue(Pseudolanguage.language) {
      let plans = try ReportParts(example.input).plans
      // The chosen plan is in the page; of the others the first and the last have all that may be different.
      let others = [plans.first, plans.count > 1 ? plans.last : nil].compactMap(\.self)
      return (
        try HTMLReport(example.input).render(),
        try others.map { try $0.view().html() }
      )
    }
    #expect(page.contains("<html lang=\"en-XA\">"))
    let texts = Set(([page] + plans).flatMap(ShownTexts.of))
    let strangers = Pseudolanguage.strangers(in: texts, names: example.input.names)
    #expect(strangers.isEmpty)
  }

  @Test func numbersFollowTheLanguage() throws {
    let page = try Language.$current.withValue(Pseudolanguage.language) {
      try HTMLReport(ReportCase.planWithBaseline.input).render()
    }
    #expect(page.contains(/\d,\d\d?\u{A0}⟦bn⟧/))
    #expect(page.contains("var words = {\"cannotUnpack\""))
    #expect(page.contains("\"decimal\":\",\""))
  }

  @Test func strangersAreFound() {
    let known: Set = ["Monterrey", "cells"]
    let text = "⟦Every⟧ 3 cells at Monter… once ⟦in⟧ Leipzig ⟦clos…"
    #expect(Pseudolanguage.strangers(in: text, known: known) == ["at", "once", "Leipzig"])
  }
}
