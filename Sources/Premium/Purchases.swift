import Findings
import SupplyData
import SupplyPlan

/// What one plan has that another has not: sites, modules, stock, sources and the mix.
struct Purchases {
  let dataset: Dataset
  private let before: PlanHoldings
  private let after: PlanHoldings
  private let words: PurchaseWords

  init(dataset: Dataset, from: Plan, to: Plan) {
    self.dataset = dataset
    before = PlanHoldings(from, dataset: dataset)
    after = PlanHoldings(to, dataset: dataset)
    words = PurchaseWords(dataset)
  }

  /// All, in the order in which they are told: what is opened and built first, what follows from it last.
  var all: [PremiumStep.Purchase] { sites + modules + stock + sources + mix }

  /// The same in a few phrases.
  var summary: [String] { PurchaseSummary(all, words: words).phrases }

  private var sites: [PremiumStep.Purchase] {
    let changes = dataset.facilities.compactMap { facility -> PremiumStep.Purchase? in
      let was = before.yearsOpen[facility.id] ?? 0
      let years = after.yearsOpen[facility.id] ?? 0
      guard years != was else { return nil }
      let kind: PremiumStep.Purchase.Kind =
        was == 0 ? .opens : years == 0 ? .closes : years > was ? .opensLonger : .opensShorter
      return PremiumStep.Purchase(
        kind: kind, place: facility.id, amount: Double(years - was),
        words: words.site(facility, kind, years: years - was))
    }
    return PremiumStep.Purchase.Kind.allCases.flatMap { kind in
      changes.filter { $0.kind == kind }
    }
  }

  private var modules: [PremiumStep.Purchase] {
    dataset.capacity.compactMap { module in
      let key = [module.facility, module.module]
      let more = (after.built[key] ?? 0) - (before.built[key] ?? 0)
      guard more != 0 else { return nil }
      return PremiumStep.Purchase(
        kind: .modules, place: module.facility, module: module.module, amount: Double(more),
        money: Double(more) * module.buildCost, words: words.modules(module, more: more))
    }
  }

  private var stock: [PremiumStep.Purchase] {
    dataset.buffers.compactMap { buffer in
      let key = [buffer.location, buffer.product]
      let (was, now) = (before.stock[key] ?? 0, after.stock[key] ?? 0)
      let more = now - was
      // Rounding of a solve moves stocks a little without anybody deciding it.
      guard abs(more) > 1e-3 * max(was, now, buffer.maximum) else { return nil }
      let value = more * (dataset.products.first { $0.id == buffer.product }?.value ?? 0)
      return PremiumStep.Purchase(
        kind: .stock, place: buffer.location, product: buffer.product, amount: more,
        money: value, words: words.stock(buffer, more: more, value: value))
    }
  }

  private var sources: [PremiumStep.Purchase] {
    dataset.products.flatMap { product -> [PremiumStep.Purchase] in
      let was = before.madeIn[product.id] ?? [:]
      let now = after.madeIn[product.id] ?? [:]
      func change(_ kind: PremiumStep.Purchase.Kind, _ country: String, _ units: Double)
        -> PremiumStep.Purchase
      {
        PremiumStep.Purchase(
          kind: kind, product: product.id, country: country, amount: units,
          words: words.source(product, country, isAdded: kind == .sourceAdded))
      }
      return dataset.countries.map(\.id).compactMap { country in
        switch (was[country], now[country]) {
        case (nil, let units?): change(.sourceAdded, country, units)
        case (let units?, nil): change(.sourceDropped, country, -units)
        default: nil
        }
      }
    }
  }

  private var mix: [PremiumStep.Purchase] {
    PlacementClass.allCases.compactMap { placement in
      let more = (after.mix[placement] ?? 0) - (before.mix[placement] ?? 0)
      // Less than one point is not a shift that anybody would see.
      guard abs(more) >= 0.01 else { return nil }
      return PremiumStep.Purchase(
        kind: .mix, placement: placement, amount: more,
        words: words.mix(placement, from: before.mix[placement] ?? 0, to: after.mix[placement] ?? 0)
      )
    }
  }
}
