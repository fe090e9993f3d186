import Findings
import Foundation
import SupplyData
import SupplyPlan
import Testing

@testable import FigureDrawing
@testable import Report

@Suite struct LanguageTests {
  /// Every word of a report comes from the table, or from the dataset and its plans.
  @Test(arguments: ReportCase.allCases.filter { $0 != .hostileNames })
  func everyWordIsFromTheTable(_ example: ReportCase) throws {
    let (page, plans) = try Language.$current.withValue(Pseudolanguage.language) {
      let plans = try ReportParts(example.input).plans
      // The chosen plan is in the page; of the others the first and the last have all that may be different.
      let others = [plans.first, plans.count > 1 ? plans.last : nil].compactMap(\.self)
      return (
        try HTMLReport(example.input).render(),
        try others.map { try $0.view(allBridges: true).html() }
      )
    }
    #expect(page.contains("<html lang=\"en-XA\">"))
    let known = Self.known(example.input)
    var strangers: [String: String] = [:]
    for text in Set(([page] + plans).flatMap(ShownTexts.of)) {
      for word in Pseudolanguage.strangers(in: text, known: known) { strangers[word] = text }
    }
    #expect(strangers.isEmpty)
  }

  @Test func numbersFollowTheLanguage() throws {
    let page = try Language.$current.withValue(Pseudolanguage.language) {
      try HTMLReport(ReportCase.frontierWithBaseline.input).render()
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

  /// The words that the dataset, its plans and findings bring along.
  private static func known(_ input: ReportInput) -> Set<String> {
    let dataset = input.dataset
    var texts = ["Shorewise", "SHA", dataset.settings.name, dataset.settings.currency]
    texts += dataset.settings.periods.map(\.id)
    texts += dataset.countries.flatMap { [$0.id, $0.name, $0.region] }
    texts += dataset.products.flatMap { [$0.id, $0.name, $0.unit] }
    texts += dataset.facilities.flatMap { [$0.id, $0.name] }
    texts += dataset.customers.flatMap { [$0.id, $0.name] }
    texts += dataset.scenarios.flatMap { [$0.id, $0.name] }
    texts += dataset.tariffs.map(\.layer)
    texts += (input.plans + [input.baseline].compactMap(\.self)).flatMap { plan in
      [plan.solve.method, plan.stopReason ?? ""]
        + (plan.broken ?? []).flatMap { [$0.constraint ?? "", $0.decision ?? ""] }
    }
    texts += [input.frontier?.solve.method ?? "", input.frontier?.stopReason ?? ""]
    texts += input.frontier?.unproved.map(\.reason) ?? []
    texts += input.premium?.steps.flatMap(\.bought) ?? []
    return Set(texts.flatMap { $0.matches(of: /\p{L}{2,}/).map { String($0.output) } })
  }
}
