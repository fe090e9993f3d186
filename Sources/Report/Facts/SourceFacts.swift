import Resilience
import SupplyData

/// Where products come from in one period, in the current network and in a plan.
struct SourceFacts {
  /// A product before and after.
  struct Product {
    let product: String
    let before: SourceMapRecord.Entry?
    let after: SourceMapRecord.Entry?
  }

  /// The products, the most concentrated first: by the current network where there is one, else by the plan.
  let products: [Product]
  /// Whether there is a current network to compare with.
  let hasBefore: Bool

  init(_ index: ReportIndex, current: SourceMapRecord?, plan: SourceMapRecord, period: String) {
    let before = current?.entries(in: period) ?? []
    let after = plan.entries(in: period)
    func key(_ product: Product) -> (Double, Double) {
      (
        product.before?.concentrationByCountry ?? 0, product.after?.concentrationByCountry ?? 0
      )
    }
    products = index.dataset.products.compactMap { product in
      let item = Product(
        product: product.id, before: before.first { $0.product == product.id },
        after: after.first { $0.product == product.id })
      return item.before == nil && item.after == nil ? nil : item
    }.enumerated().sorted { left, right in
      let (a, b) = (key(left.element), key(right.element))
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
    hasBefore = current != nil
  }

  /// The countries that give a whole per cent or more.
  static func countries(_ entry: SourceMapRecord.Entry) -> Int {
    entry.countries.filter { $0.share >= 0.01 }.count
  }

  /// The product that one country gives today and that hangs on none in the plan, at most four fifths from one, most widely
  /// spread.
  var spread: Product? {
    products.filter { item in
      guard let before = item.before, let most = item.after?.countries.first else { return false }
      return before.isSingleCountry && most.share <= 0.8
    }.min {
      ($0.after?.concentrationByCountry ?? 1) < ($1.after?.concentrationByCountry ?? 1)
    }
  }

  /// The product of the plan that hangs most on one country; of equals the first.
  var mostDependent: Product? {
    func share(_ item: Product) -> Double { item.after?.countries.first?.share ?? 0 }
    let most = products.map(share).max() ?? 0
    return products.first { most > 0 && share($0) == most }
  }

  /// The products that come from one country, today or in the plan.
  func singleCountry(_ side: (Product) -> SourceMapRecord.Entry?) -> [String] {
    products.filter { side($0)?.isSingleCountry ?? false }.map(\.product)
  }

  /// How many products are clearly less concentrated in the plan than today.
  var lessConcentrated: Int {
    products.filter { item in
      guard let before = item.before, let after = item.after else { return false }
      return after.concentrationByCountry < before.concentrationByCountry - 0.005
    }.count
  }
}
