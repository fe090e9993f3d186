import FigureDrawing
import Findings
import Resilience
import SupplyData
import TextFiles
import Wording

/// Where each product comes from, and how much hangs on one country.
struct SourcesSection {
  private let index: ReportIndex
  private let name: String
  private let facts: SourceFacts
  private let figure: Figure
  private let period: String

  /// - Parameters:
  ///   - plan: the plan’s map of sources; without it there is no section.
  ///   - current: that of the current network.
  ///   - name: what the plan is called.
  ///   - source: what it is drawn from, in a sentence.
  init?(
    index: ReportIndex, plan: SourceMapRecord?, current: SourceMapRecord?, name: String,
    source: String
  ) {
    guard let plan else { return nil }
    self.index = index
    self.name = name
    period = index.lastPeriod
    facts = SourceFacts(index, current: current, plan: plan, period: index.lastPeriod)
    guard !facts.products.isEmpty else { return nil }
    figure = SourcesFigure(index: index, facts: facts, name: name, source: source).figure()
  }

  /// The section.
  var section: Section {
    Section(
      id: SourceMapRecord.name, title: title, sentences: sentences, figures: [figure])
  }

  private var title: String {
    if let item = facts.spread, let after = item.after {
      let count = NumberFormat.count(
        SourceFacts.countries(after), "country", "countries", inWords: true)
      return """
        Today one country makes all of “\(index.name(ofProduct: item.product))”; under \(inText) \(count) do
        """
    }
    guard let item = facts.mostDependent, let now = item.after?.countries.first else {
      return "Nothing is made in a normal year of \(inText)"
    }
    let product = index.name(ofProduct: item.product)
    let head = "\(index.name(ofCountry: now.country)) makes \(part(now.share)) of “\(product)”"
    guard facts.hasBefore else { return head }
    guard let was = item.before?.countries.first else { return "\(head) under \(inText)" }
    if was.country != now.country {
      return """
        \(head) under \(inText); today \(index.name(ofCountry: was.country)) makes \(part(was.share))
        """
    }
    return part(was.share) == part(now.share)
      ? "\(head), under \(inText) as today"
      : "\(head) under \(inText), against \(part(was.share)) today"
  }

  private func part(_ share: Double) -> String {
    share == 1 ? "all" : NumberFormat.percent(min(share, 0.99), places: 0)
  }

  private var inText: String { name == "This plan" ? "this plan" : name }

  private var sentences: [String] { [countries, sites].compactMap { $0 } }

  /// How many products come from one country, and which.
  private var countries: String? {
    let after = facts.singleCountry(\.after)
    let all = facts.products.count
    guard all > 1 else { return nil }
    let now =
      after.isEmpty
      ? "none"
      : "\(after.count) (\(after.prefix(4).map(index.name(ofProduct:)).joined(separator: ", "))\(after.count > 4 ? " and \(after.count - 4) others" : ""))"
    let before = facts.singleCountry(\.before).count
    if after.isEmpty, before == 0 || !facts.hasBefore {
      return facts.hasBefore
        ? "None of the \(all) products comes from a single country, today or under \(inText)."
        : "None of the \(all) products comes from a single country."
    }
    let today = before == 0 ? "none" : "\(before)"
    return facts.hasBefore
      ? plural(
        before,
        one:
          "Of the \(all) products, \(today) comes from a single country today; under \(inText), \(now).",
        many:
          "Of the \(all) products, \(today) come from a single country today; under \(inText), \(now)."
      )
      : plural(
        after.count, one: "Of the \(all) products, \(now) comes from a single country.",
        many: "Of the \(all) products, \(now) come from a single country.")
  }

  private var sites: String? {
    let single = facts.products.filter { $0.after?.isSingleFacility ?? false }
    guard !single.isEmpty else { return nil }
    let count = NumberFormat.count(
      single.count, "product is made at a single site", "products are each made at a single site",
      inWords: true)
    return "\(count.capitalizedFirst) under \(inText)."
  }
}
