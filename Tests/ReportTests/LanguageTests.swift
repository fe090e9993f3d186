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
      let plans = try ReportParts(example.input).plans.prefix(2).map { try $0.view(allBridges: true).html() }
      return (try HTMLReport(example.input).render(), plans)
    }
    #expect(page.contains("<html lang=\"en-XA\">"))
    let known = Self.known(example.input)
    var strangers: [String: String] = [:]
    for text in ([page] + plans).flatMap(Self.texts) {
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
    #expect(Pseudolanguage.strangers(in: text, known: known) == ["once", "Leipzig"])
  }

  /// What a reader may meet: text between tags, and attributes that are read out or shown.
  private static func texts(_ page: String) -> [String] {
    let shown = page.replacing(
      /(?s)<(style|script|pre|template)[ >].*?<\/(style|script|pre|template)>/, with: "")
    let attributes = page.matches(
      of: /(aria-label|aria-valuetext|data-label|data-hint|alt|placeholder)="([^"]*)"/
    ).map { String($0.output.2) }
    let nodes = shown.matches(of: />([^<]+)</).map { String($0.output.1) }
    return (nodes + attributes).map {
      $0.replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
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
