import FigureDrawing
import SupplyData
import SupplyPlan
import Wording

/// A dataset's things by their ids, and the words of the contract about places.
struct ReportIndex {
  let dataset: Dataset
  let countries: [String: Country]
  let facilities: [String: Facility]
  let customers: [String: Customer]
  let products: [String: Product]
  let scenarios: [String: Scenario]
  let membership: Membership
  /// The files of the folder that the report is of; `nil` where it is of none.
  let files: SourceFiles?

  init(_ dataset: Dataset, files: SourceFiles? = nil) {
    self.files = files
    self.dataset = dataset
    countries = Self.byID(dataset.countries, \.id)
    facilities = Self.byID(dataset.facilities, \.id)
    customers = Self.byID(dataset.customers, \.id)
    products = Self.byID(dataset.products, \.id)
    scenarios = Self.byID(dataset.scenarios, \.id)
    membership = Membership(dataset)
  }

  /// The periods, in order.
  var periods: [Period] { dataset.settings.periods }
  /// The last period: the network when all moves are made.
  var lastPeriod: String { periods.last?.id ?? "" }
  /// The years of all periods together.
  var years: Int { periods.reduce(0) { $0 + $1.years } }
  /// Writes money of the dataset's currency.
  var money: MoneyFormat { MoneyFormat(currency: dataset.settings.currency) }

  /// The name shown for a facility or customer.
  func name(ofNode node: String) -> String {
    facilities[node]?.name ?? customers[node]?.name ?? node
  }

  /// The name shown for a country.
  func name(ofCountry country: String) -> String { countries[country]?.name ?? country }

  /// The name shown for a product.
  func name(ofProduct product: String) -> String { products[product]?.name ?? product }

  /// The name shown for a scenario.
  func name(ofScenario scenario: String) -> String { scenarios[scenario]?.name ?? scenario }

  /// The country of a facility or customer.
  func country(ofNode node: String) -> String? {
    facilities[node]?.country ?? customers[node]?.country
  }

  /// Where a facility or customer is.
  func location(ofNode node: String) -> Coordinates? {
    facilities[node]?.location ?? customers[node]?.location
  }

  /// Customs value of a quantity.
  func value(_ quantity: Double, of product: String) -> Double {
    quantity * (products[product]?.value ?? 0)
  }

  /// How near to `user` the country `maker` is.
  func placement(madeIn maker: String, usedIn user: String) -> PlacementClass {
    guard let made = countries[maker], let used = countries[user] else {
      return maker == user ? .domestic : .offshore
    }
    return PlacementClass(madeIn: made, usedIn: used, membership)
  }

  private static func byID<Row>(_ rows: [Row], _ id: (Row) -> String) -> [String: Row] {
    Dictionary(rows.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
