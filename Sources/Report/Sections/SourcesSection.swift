import FigureDrawing
import Findings
import SupplyData

/// Where each product comes from, and how much hangs on one country.
struct SourcesSection {
  private let index: DatasetIndex
  private let name: String
  private let facts: SourceFacts
  private let figure: Figure
  private let period: String

  /// - Parameter input: the parts of the report; without a map of sources there is no section.
  init?(index: DatasetIndex, input: ReportInput) {
    guard let plan = input.sources else { return nil }
    self.index = index
    name = input.chosenName
    period = index.lastPeriod
    facts = SourceFacts(
      index, current: input.currentSources, plan: plan, period: index.lastPeriod)
    guard !facts.products.isEmpty else { return nil }
    figure = SourcesFigure(index: index, facts: facts, name: name).figure()
  }

  /// The section.
  var section: FindingSection {
    FindingSection(
      id: SourceMapRecord.name, title: title, sentences: sentences, figures: [figure])
  }

  private var title: String {
    if let item = facts.spread, let after = item.after {
      let count = NumberFormat.count(
        SourceFacts.countries(after), "country", "countries", inWords: true)
      return """
        Today one country supplies all of “\(index.name(ofProduct: item.product))”; \
        \(inText) spreads it over \(count)
        """
    }
    let all = NumberFormat.count(facts.products.count, "product", "products")
    let now = NumberFormat.count(facts.singleAfter, "product", "products", inWords: true)
    if facts.hasBefore, facts.singleBefore > 0 || facts.singleAfter > 0 {
      let was = NumberFormat.count(facts.singleBefore, "product", "products", inWords: true)
      let head = "Today \(was) of \(facts.products.count) "
      let verb = facts.singleBefore == 1 ? "comes" : "come"
      return facts.singleBefore == facts.singleAfter
        ? "\(head)\(verb) from a single country; in \(inText) it is as many"
        : "\(head)\(verb) from a single country; in \(inText) \(now) \(facts.singleAfter == 1 ? "does" : "do")"
    }
    if facts.singleAfter > 0 {
      return
        "\(now.capitalizedFirst) of \(facts.products.count) \(facts.singleAfter == 1 ? "comes" : "come") from a single country"
    }
    return facts.products.count == 1
      ? "The product comes from more than one country"
      : "None of the \(all) comes from one country alone"
  }

  private var inText: String { name == "This plan" ? "this plan" : name }

  private var sentences: [String] {
    [concentration, sites].compactMap { $0 }
  }

  /// The most concentrated product of the plan that is not all from one country, else nothing.
  private var concentration: String? {
    let single = facts.products.filter { $0.after?.isSingleCountry ?? false }
    guard !single.isEmpty else { return nil }
    let shown = single.prefix(4).map { item in
      let country = item.after?.countries.first.map { index.name(ofCountry: $0.country) } ?? ""
      return "\(index.name(ofProduct: item.product)) (\(country))"
    }
    let more = single.count > 4 ? " and \(single.count - 4) more" : ""
    return
      "From one country alone \(single.count == 1 ? "comes" : "come"), in \(inText): \(shown.joined(separator: ", "))\(more)."
  }

  private var sites: String? {
    let single = facts.products.filter { $0.after?.isSingleFacility ?? false }
    guard !single.isEmpty else { return nil }
    let count = NumberFormat.count(single.count, "product is", "products are", inWords: true)
    return "\(count.capitalizedFirst) made at one site alone in \(inText)."
  }
}
