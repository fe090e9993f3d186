/// A row of `products.csv`.
public struct Product: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line = 0
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// The name of its unit.
  public var unit: String
  /// Customs value, money per unit, above 0.
  public var value: Double
  /// Tonnes per unit.
  public var weightTonnes: Double
  /// Days it keeps; `nil` for ever.
  public var shelfLifeDays: Double?
}

/// A row of `bills_of_materials.csv`.
public struct BillOfMaterialsLine: Sendable, Equatable {
  /// What is made.
  public var product: String
  /// What it is made of.
  public var component: String
  /// Units of component per unit of product, above 0.
  public var quantity: Double
}

/// A row of `capacity.csv`: a kind of module a facility may have.
public struct CapacityModule: Sendable, Equatable {
  /// The facility.
  public var facility: String
  /// The module's id, unique in its facility.
  public var module: String
  /// Capacity units per year of one module, above 0.
  public var size: Double
  /// Modules in place before the first period.
  public var existing: Int
  /// Most modules, existing ones included.
  public var maximum: Int
  /// Money per module built.
  public var buildCost: Double
  /// Money per module and year.
  public var fixedCost: Double
  /// Jobs per module.
  public var jobs: Double
}

/// A row of `production.csv`: a product that a facility can make.
public struct ProductionRow: Sendable, Equatable {
  /// The facility.
  public var facility: String
  /// The product.
  public var product: String
  /// Money per unit, for conversion only.
  public var unitCost: Double
  /// Capacity units per unit, above 0.
  public var capacityUse: Double
  /// Tonnes of CO2 equivalent per unit.
  public var emissionsTonnes: Double
}

/// A row of `demand.csv`.
public struct DemandRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line = 0
  /// The customer.
  public var customer: String
  /// The product.
  public var product: String
  /// The period's id; `nil` for every period that no other row of the pair names.
  public var period: String?
  /// Units per year.
  public var quantity: Double
  /// Money per unit not delivered: the sale's value, above 0.
  public var shortageCost: Double
  /// Standard deviation of a week's demand, as a share of its mean.
  public var deviation = 0.0
}

/// A row of `buffers.csv`: a stock that may be placed, for use in scenarios.
public struct Buffer: Sendable, Equatable {
  /// A customer with demand for the product, or a facility that consumes it.
  public var location: String
  /// The product.
  public var product: String
  /// Most units.
  public var maximum: Double
  /// Units held today; they count in the baseline alone.
  public var existing: Double
  /// Money per unit and year.
  public var unitCost: Double
}

/// A row of `handling.csv`: what it takes to send goods out of a facility.
public struct HandlingRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// Selects facilities.
  public var facility: Selector
  /// The product; `nil` for all.
  public var product: String?
  /// Money per unit shipped out.
  public var unitCost: Double
  /// Tonnes of CO2 equivalent per unit shipped out.
  public var emissionsTonnes: Double
}
