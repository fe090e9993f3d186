/// A row of `countries.csv`.
public struct Country: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// The region it lies in.
  public var region: String
  /// Where it is, in degrees.
  public var location: Coordinates
}

/// A point on the globe.
public struct Coordinates: Sendable, Equatable {
  /// Degrees north, −90 to 90.
  public var latitude: Double
  /// Degrees east, −180 to 180.
  public var longitude: Double

  /// A point on the globe, in degrees.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// What a group of countries has agreed on.
public enum GroupKind: String, Sendable, CaseIterable {
  /// One customs territory.
  case customsUnion = "customs_union"
  /// A trade agreement.
  case tradeAgreement = "trade_agreement"
  /// An alliance.
  case alliance
}

/// A row of `groups.csv`: one country in one group.
public struct GroupMembership: Sendable, Equatable {
  /// The group's id.
  public var group: String
  /// The kind, the same in all rows of a group.
  public var kind: GroupKind
  /// The member.
  public var country: String
}

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

/// What a facility is.
public enum FacilityKind: String, Sendable, CaseIterable {
  /// Makes raw materials or parts.
  case supplier
  /// Makes products.
  case plant
  /// A small plant beside the customer, built of whole modules.
  case microfactory
  /// Stores and forwards.
  case warehouse
}

/// Whether a facility stands today.
public enum FacilityStatus: String, Sendable, CaseIterable {
  /// Open before the first period.
  case existing
  /// May be opened.
  case candidate
}

/// What the user has decided about a facility beforehand.
public enum FacilityDecision: String, Sendable, CaseIterable {
  /// The plan decides.
  case consider
  /// Open in every period.
  case open
  /// Closed in every period.
  case closed
}

/// A row of `facilities.csv`.
public struct Facility: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line = 0
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// The country it stands in.
  public var country: String
  /// Where it is, in degrees.
  public var location: Coordinates
  /// What it is.
  public var kind: FacilityKind
  /// Whether it stands today.
  public var status: FacilityStatus
  /// What the user has decided about it.
  public var decision: FacilityDecision
  /// Money once, when it opens.
  public var openingCost: Double
  /// Money once, when it closes.
  public var closingCost: Double
  /// Money per year in which it is open.
  public var fixedCost: Double
  /// Most units shipped out per year, all products together; `nil` for no limit.
  public var throughput: Double?
  /// Jobs while it is open.
  public var fixedJobs: Double
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

/// A row of `customers.csv`.
public struct Customer: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// The country it is in.
  public var country: String
  /// Where it is, in degrees.
  public var location: Coordinates
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
}

/// A row of `modes.csv`.
public struct Mode: Sendable, Equatable {
  /// The id.
  public var id: String
  /// Money per tonne and kilometre.
  public var costPerTonneKilometre: Double
  /// Money per tonne.
  public var costPerTonne: Double
  /// Kilometres per day, above 0.
  public var speedKilometresPerDay: Double
  /// Days at the ends of a trip.
  public var dwellDays: Double
  /// Length of the way over the great circle.
  public var circuity: Double
  /// Tonnes of CO2 equivalent per tonne and kilometre.
  public var emissionsTonnesPerTonneKilometre: Double
}

/// A row of `lanes.csv`; it stands for every pair its selectors match.
public struct LaneRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// Selects facilities.
  public var origin: Selector
  /// Selects facilities and customers.
  public var destination: Selector
  /// The mode.
  public var mode: String
  /// The product; `nil` for all.
  public var product: String?
  /// Kilometres, used as they stand; `nil` for great circle times circuity.
  public var distanceKilometres: Double?
  /// Money per unit; `nil` for what the mode asks for the weight and distance.
  public var unitCost: Double?
  /// Days from door to door; `nil` for what distance, speed and dwell give.
  public var leadTimeDays: Double?
  /// Units per year of pair and mode, all products together; `nil` for no limit.
  public var capacity: Double?
}

/// A row of `tariffs.csv`.
public struct TariffRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The layer; layers add up.
  public var layer: String
  /// Selects countries of origin.
  public var origin: Selector
  /// Selects countries of destination.
  public var destination: Selector
  /// The product; `nil` for all.
  public var product: String?
  /// Share of the customs value.
  public var rate: Double
}

/// A row of `incentives.csv`.
public struct Incentive: Sendable, Equatable {
  /// The id.
  public var id: String
  /// Selects facilities.
  public var facility: Selector
  /// Share of opening and build cost that is granted, 0 to 1.
  public var share: Double
  /// Money over all facilities and periods; `nil` for no limit.
  public var maximum: Double?
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

/// A row of `scenarios.csv`.
public struct Scenario: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// Probability per year.
  public var probability: Double
  /// Length in weeks, above 0, at most 52.
  public var durationWeeks: Double
}

/// A row of `disruptions.csv`: one effect of a scenario. Effects of a scenario combine.
public struct Disruption: Sendable, Equatable {
  /// What an effect does.
  public enum Effect: Sendable, Equatable {
    /// Multiplies the availability of the selected facilities by `1 − loss`.
    case capacity(facilities: Selector, loss: Double)
    /// Multiplies the capacity of the selected lanes by `1 − loss`; a loss of 1 closes them, for
    /// `product` alone where one is given. `nil` mode or product: all.
    case lane(
      origin: Selector, destination: Selector, mode: String?, product: String?, loss: Double)
    /// Adds to the rate on goods of the selected origins entering the selected destinations.
    case tariff(origin: Selector, destination: Selector, product: String?, addition: Double)
    /// Adds to the relative change of the demand of the selected customers.
    case demand(customers: Selector, product: String?, change: Double)
  }

  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The scenario.
  public var scenario: String
  /// What happens.
  public var effect: Effect
}

/// A row of `recovery.csv`: how long what fails takes to work again.
public struct RecoveryRow: Sendable, Equatable {
  /// What fails.
  public var target: OutageSelector
  /// Weeks, above 0.
  public var weeks: Double
}

/// Which way a policy constraint compares.
public enum Comparison: String, Sendable, CaseIterable {
  /// At most.
  case atMost = "<="
  /// At least.
  case atLeast = ">="
}

/// A row of `constraints.csv`: what a policy asks of the normal state.
public struct PolicyConstraint: Sendable, Equatable {
  /// What is counted.
  public enum Kind: Sendable, Equatable {
    /// Open facilities among the selected.
    case openFacilities(Selector)
    /// For each product (`nil`: every one) by itself: of the units used at the destinations, the
    /// share whose country of origin is selected.
    case share(origin: Selector, destination: Selector, product: String?)
    /// Opening and build cost less incentives of the selected facilities.
    case investment(Selector)
    /// Tonnes of CO2 equivalent per year of production at and freight from the selected facilities.
    case emissions(Selector)
    /// The share of a year's sales that an outage of each selected target, taken by itself, costs.
    case survive(OutageSelector)

    /// Whether the row's value is a share.
    var isOfShare: Bool {
      switch self {
      case .share, .survive: true
      case .openFacilities, .investment, .emissions: false
      }
    }
  }

  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The id.
  public var id: String
  /// What is counted.
  public var kind: Kind
  /// The period; `nil` for each period by itself.
  public var period: String?
  /// Which way it compares.
  public var sense: Comparison
  /// What it compares with.
  public var value: Double
}
