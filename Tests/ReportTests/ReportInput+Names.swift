import Findings
import SupplyData
import SupplyPlan
import TestLanguages

@testable import FigureDrawing
@testable import Report

extension ReportInput {
  /// The names and texts that the dataset, its plans and findings bring along, and the product's own.
  var names: [String] {
    var texts = ["Shorewise", "SHA", dataset.settings.name, dataset.settings.currency]
    texts += dataset.settings.periods.map(\.id)
    texts += dataset.countries.flatMap { [$0.id, $0.name, $0.region] }
    texts += dataset.products.flatMap { [$0.id, $0.name, $0.unit] }
    texts += dataset.facilities.flatMap { [$0.id, $0.name] }
    texts += dataset.customers.flatMap { [$0.id, $0.name] }
    texts += dataset.scenarios.flatMap { [$0.id, $0.name] }
    texts += dataset.tariffs.map(\.layer) + dataset.modes.map(\.id)
    texts += (plans + [baseline].compactMap(\.self)).flatMap { plan in
      [plan.solve.method, plan.stopReason ?? ""]
        + (plan.broken ?? []).flatMap { [$0.constraint ?? "", $0.decision ?? ""] }
    }
    texts += [frontier?.solve.method ?? "", frontier?.stopReason ?? ""]
    texts += frontier?.unproved.map(\.reason) ?? []
    // Sources are named by their files.
    texts += ["plan.json", "frontier.json", "stress.json", "flows.csv", "production.csv"]
    texts += ["draws.csv", "demand.csv", "disruptions.csv", "capacity.csv", "facilities.csv"]
    texts += ["tariffs.csv", "scenarios.csv", "sources.json", "premium.json", "explain.json"]
    texts += ["alternatives.json", "flip.json", "recovery.csv"]
    texts += premium?.steps.flatMap(\.bought) ?? []
    return texts
  }
}

extension FindingSection {
  /// Its texts in the language in force, those of its figures included.
  var texts: Set<String> {
    let figures = figures.flatMap { figure in
      [figure.title, figure.subtitle, figure.note].map { "<p>\($0.escaped)</p>" }
        + [figure.wide, figure.narrow, figure.table.html]
    }
    let words = ([title] + sentences).map { "<p>\($0.escaped)</p>" }
    return Set((figures + words).flatMap(ShownTexts.of))
  }

  /// The words of the section, made in the pseudolanguage, that neither the table nor the `names` have.
  static func strangers(names: [String], _ section: () -> FindingSection?) -> [String: String] {
    let texts = Language.$current.withValue(Pseudolanguage.language) { section()?.texts ?? [] }
    return Pseudolanguage.strangers(in: texts, names: names)
  }
}
