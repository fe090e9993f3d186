import Wording
import Findings
import SupplyData
import SupplyPlan

/// What a step buys, in words: short, as a list of them stands on one line.
struct PurchaseWords {
  private let money: MoneyFormat
  private let names: [String: String]
  private let countries: [String: String]
  private let products: [String: Product]

  init(_ dataset: Dataset) {
    func named(_ pairs: [(String, String)]) -> [String: String] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    money = MoneyFormat(currency: dataset.settings.currency)
    names = named(
      dataset.facilities.map { ($0.id, $0.name) } + dataset.customers.map { ($0.id, $0.name) })
    countries = named(dataset.countries.map { ($0.id, $0.name) })
    products = Dictionary(
      dataset.products.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A site opens, stays, closes or is left out.
  func site(_ facility: Facility, _ kind: PremiumStep.Purchase.Kind, years: Int) -> String {
    let isThere = facility.status == .existing
    let name = facility.name
    let count = NumberFormat.count(abs(years), "year", "years")
    return switch kind {
    case .opens: isThere ? "keeps \(name)" : "opens \(name)"
    case .closes: isThere ? "closes \(name)" : "leaves out \(name)"
    case .opensLonger:
      isThere ? "keeps \(name) \(count) longer" : "opens \(name) \(count) earlier"
    default: isThere ? "closes \(name) \(count) earlier" : "opens \(name) \(count) later"
    }
  }

  /// More or fewer modules.
  func modules(_ module: CapacityModule, more: Int) -> String {
    let count = (more > 0 ? "+" : "−") + NumberFormat.whole(Double(abs(more)))
    return "\(count)\u{A0}× \(module.module) at \(name(module.facility))"
  }

  /// More or less stock at one place, in units and money.
  func stock(_ buffer: Buffer, more: Double, value: Double) -> String {
    stock(buffer.product, more: more, value: value, where: name(buffer.location))
  }

  /// More or less stock of one product at several places, all together.
  func stock(_ rows: [PremiumStep.Purchase]) -> String {
    let product = rows[0].product ?? ""
    let more = rows.reduce(0) { $0 + $1.amount }
    if abs(more) < 1e-3 * rows.reduce(0, { $0 + abs($1.amount) }) {
      let places = NumberFormat.count(rows.count, "place", "places")
      return "stock of \(products[product]?.name ?? product) moved between \(places)"
    }
    return stock(
      product, more: more,
      value: rows.reduce(0) { $0 + ($1.money ?? 0) },
      where: NumberFormat.count(rows.count, "place", "places"))
  }

  private func stock(_ product: String, more: Double, value: Double, where place: String) -> String
  {
    let amount =
      products[product].map {
        $0.unit.isEmpty ? NumberFormat.quantity(abs(more)) : $0.amount(abs(more))
      }
      ?? NumberFormat.quantity(abs(more))
    let quantity = (more > 0 ? "+" : "−") + amount
    return """
      stock of \(products[product]?.name ?? product) at \(place) \(quantity) (\(money(abs(value), digits: 2)))
      """
  }

  /// A country comes or goes as a source.
  func source(_ product: Product, _ country: String, isAdded: Bool) -> String {
    let name = countries[country] ?? country
    return isAdded
      ? "\(product.name) also made in \(name)" : "\(product.name) no longer made in \(name)"
  }

  /// Countries come or go as sources of one product.
  func sources(_ rows: [PremiumStep.Purchase]) -> String {
    func names(_ kind: PremiumStep.Purchase.Kind) -> String {
      rows.filter { $0.kind == kind }.map { row in row.country.map { countries[$0] ?? $0 } ?? "" }
        .joined(separator: ", ")
    }
    let product = rows[0].product.map { products[$0]?.name ?? $0 } ?? ""
    let (added, dropped) = (names(.sourceAdded), names(.sourceDropped))
    if dropped.isEmpty { return "\(product) also made in \(added)" }
    return added.isEmpty
      ? "\(product) no longer made in \(dropped)"
      : "\(product) made in \(added), not in \(dropped)"
  }

  /// The share of a placement rises or falls.
  func mix(_ placement: PlacementClass, from: Double, to: Double) -> String {
    """
    \(placement.word) deliveries from \(NumberFormat.percent(from, places: 0)) to \
    \(NumberFormat.percent(to, places: 0))
    """
  }

  private func name(_ node: String) -> String { names[node] ?? node }
}
