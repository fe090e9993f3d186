import SupplyData

/// A product of the model.
struct Good {
  /// Its id in the dataset.
  var id: String
  /// Customs value, money a unit, above 0.
  var value: Double
  /// What a unit sells for; `nil` where nothing says.
  var price: Double?
  var tonnes: Double
  var cubicMetres: Double
  var shelfLifeDays: Double?
}

/// A facility or supplier of the model.
struct Site {
  var id: String
  var isSupplier: Bool
  var place: Place
  var isExisting = true
  var decision = "open"
  var openingCost = 0.0
  var closingCost = 0.0
  /// Money per year.
  var fixedCost = 0.0
  /// Units per year.
  var throughput: Double?
}

/// Where something is.
struct Place {
  /// The id of its country.
  var country: String
  /// Degrees; `nil` for those of the country.
  var coordinates: Coordinates?
}

/// A product that a site makes or sells.
struct Making {
  var site: String
  var product: String
  /// Money a unit.
  var unitCost: Double
  /// CO2 a unit, in the model's unit of it.
  var emissions: Double
  /// The bill of materials.
  var bill: String?
  var row: AnuraRow
}

/// A kind of module that a site may have.
struct Module {
  var id: String
  /// Capacity units per year.
  var size: Double
  var existing: Int
  var maximum: Int
  var buildCost = 0.0
}

/// What a site has for making things.
struct Capacity {
  var modules: [Module]
  /// Capacity units a unit of each product; 1 where there is none.
  var use: [String: Double] = [:]
}

/// A customer and a product.
struct Want: Hashable {
  var customer: String
  var product: String
}

/// The demand of a period.
struct Demand: Equatable {
  /// Units per year.
  var quantity = 0.0
  /// Money a unit that is not delivered; `nil` where nothing says.
  var price: Double?
}

/// A site and a product.
struct Stocked: Hashable {
  var site: String
  var product: String
}
