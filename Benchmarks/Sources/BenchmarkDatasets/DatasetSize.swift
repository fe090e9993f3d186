/// The sizes that datasets come in.
public enum DatasetSize: String, Sendable, CaseIterable {
  /// Some thousands of rows and columns, all states together.
  case small = "S"
  /// Some tens of thousands.
  case medium = "M"
  /// Some hundreds of thousands.
  case large = "L"
  /// The median of industrial models of supply networks: 312 facilities, 200 customers, 1,811 demands of 28 products in one
  /// period; with 12 scenarios.
  case median
}

/// How much there is of everything in a dataset.
public struct DatasetShape: Sendable, Equatable {
  /// Facilities of all kinds.
  public var facilities: Int
  /// Customers.
  public var customers: Int
  /// Rows of demand, pairs of a customer and a product.
  public var demands: Int
  /// Raw materials, from suppliers.
  public var materials: Int
  /// Components, made of materials.
  public var components: Int
  /// Finished goods, assembled of components.
  public var goods: Int
  /// Countries, the first ones of the world's list.
  public var countries: Int
  /// Years of each period, in order.
  public var periodYears: [Int]
  /// Scenarios.
  public var scenarios: Int
  /// Goods that one assembly plant makes.
  public var breadth: Int
  /// Makers of a product that can ship to one that needs it.
  public var sources: Int
  /// Warehouses that can serve a customer.
  public var warehousesOfCustomer: Int

  /// The shape of a size.
  ///
  /// - Parameters:
  ///   - size: the size.
  ///   - scenarios: another number of scenarios, at least 1.
  ///   - facilities: another number of facilities, at least ``fewestFacilities``.
  public init(_ size: DatasetSize, scenarios: Int? = nil, facilities: Int? = nil) {
    self = Self.standard(size)
    if let scenarios { self.scenarios = scenarios }
    if let facilities { self.facilities = facilities }
  }

  /// The fewest facilities with which every product has makers in two places.
  public var fewestFacilities: Int {
    let makers = 2 * max(materials, components, (goods + breadth - 1) / breadth)
    // Each tier has at least a fifth of the facilities, see SitePlan.
    return makers * 5
  }

  /// What is wrong with it, for whoever asked for it.
  public var fault: String? {
    if facilities < fewestFacilities {
      return "\(facilities) facilities are too few for this size: give \(fewestFacilities) or more."
    }
    if scenarios < 1 { return "\(scenarios) scenarios: give 1 or more." }
    return nil
  }

  private init(
    facilities: Int, customers: Int, demands: Int, products: (Int, Int, Int), countries: Int,
    periodYears: [Int], scenarios: Int, breadth: Int, sources: Int, warehousesOfCustomer: Int
  ) {
    self.facilities = facilities
    self.customers = customers
    self.demands = demands
    (materials, components, goods) = products
    self.countries = countries
    self.periodYears = periodYears
    self.scenarios = scenarios
    self.breadth = breadth
    self.sources = sources
    self.warehousesOfCustomer = warehousesOfCustomer
  }

  private static func standard(_ size: DatasetSize) -> Self {
    switch size {
    case .small:
      Self(
        facilities: 24, customers: 20, demands: 50, products: (2, 2, 3), countries: 12,
        periodYears: [5], scenarios: 10, breadth: 2, sources: 5, warehousesOfCustomer: 3)
    case .medium:
      Self(
        facilities: 40, customers: 28, demands: 90, products: (3, 3, 5), countries: 18,
        periodYears: [2, 5], scenarios: 11, breadth: 3, sources: 6, warehousesOfCustomer: 4)
    case .large:
      Self(
        facilities: 60, customers: 45, demands: 170, products: (4, 4, 6), countries: 24,
        periodYears: [2, 3, 5], scenarios: 16, breadth: 3, sources: 6, warehousesOfCustomer: 4)
    case .median:
      Self(
        facilities: 312, customers: 200, demands: 1811, products: (6, 8, 14), countries: 24,
        periodYears: [5], scenarios: 12, breadth: 4, sources: 2, warehousesOfCustomer: 2)
    }
  }
}
