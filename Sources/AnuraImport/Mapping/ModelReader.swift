import Findings
import SupplyData
import TextFiles

/// Reads the tables of a model, each into what a dataset has of it.
///
/// The parts are read in the order in which they need one another; an extension holds each.
final class ModelReader {
  let folder: AnuraFolder
  let account: ImportAccount
  let options: AnuraImport.Options
  let settings: AnuraRow?
  var units: UnitBook
  var names = NameBook()
  let steps: StepCosts
  let horizon: ModelHorizon
  /// Length of the way over the great circle: Anura's factor is a percentage, 17 unless it says
  /// otherwise.
  let circuity: Double
  /// Kilometres a day of what has no speed of its own: 55 miles an hour unless the model says
  /// otherwise.
  let standardSpeed: Double

  var goods: [String: Good] = [:]
  var sites: [String: Site] = [:]
  var customers: [String: Place] = [:]
  /// The ids of customers and modes in the dataset, by their names.
  var ids: [Entity: String] = [:]
  var countries: [String: CountryTable.Entry] = [:]
  /// The demand of each period of the dataset.
  var demand: [Want: [Demand]] = [:]
  var makings: [Making] = []
  /// The line that says how a site makes a product.
  var makingLines: [Stocked: Int] = [:]
  /// The products, each before what it is made of.
  var productOrder: [String] = []
  var bills: [String: Bill] = [:]
  /// The bill of each product that has one.
  var billOfProduct: [String: String] = [:]
  var capacities: [String: Capacity] = [:]
  /// The facility that a supplier's product has for itself.
  var ownSites: [Stocked: String] = [:]
  var modes: [String: ModeTerms] = [:]
  var lanes: [LaneDraft] = []
  var tariffs: [[String]] = []
  var constraints: [[String]] = []
  /// Units per year of a pair; of a mode where one is named.
  var laneCapacities: [LaneLimit: Double] = [:]
  /// The rows that say so.
  var laneLimitRows: [LaneLimit: AnuraRow] = [:]

  init(_ folder: AnuraFolder, _ account: ImportAccount, _ options: AnuraImport.Options) {
    self.folder = folder
    self.account = account
    self.options = options
    settings = folder.rows("ModelSettings").first
    units = UnitBook(folder, settings: settings)
    steps = StepCosts(folder.rows("StepCosts"))
    horizon = ModelHorizon(folder, settings: settings, account)
    circuity = 1 + (settings?.number("CircuityFactor") ?? 17) / 100
    let speed = settings?.number("AverageSpeed", least: 1e-6) ?? 55
    standardSpeed = speed * (Self.isMetric(settings, "PrimarySpeedUOM") ? 1 : 1.609_344) * 24
  }

  /// Reads everything.
  func read() {
    for table in ["Facilities", "Customers", "Products", "CustomerDemand"]
    where folder.table(table) == nil {
      account.log.add(
        Fault(
          file: "\(table).csv", cause: "there is no such table",
          cure: "Export the table into the folder: without it there is nothing to plan."))
    }
    for row in folder.rows("ModelSettings").dropFirst() {
      row.refuse(nil, "a second row of settings", "Keep one row in ModelSettings.")
    }
    tellStandards()
    defineNames()
    readPlaces()
    readProducts()
    readDemand()
    readMaking()
    readCapacity()
    readModes()
    readTariffs()
    readConstraints()
    readLanes()
    refuseSameIds()
  }

  /// What Anura takes where its settings say nothing.
  private func tellStandards() {
    let standards = [
      ("CircuityFactor", "none: routes are 17 % longer than the great circle, as in Anura"),
      ("AverageSpeed", "none: 55 miles an hour, as in Anura"),
    ]
    for (column, words) in standards where settings?.peek(column) == nil {
      account.add(.assumed, "ModelSettings", column, words, row: 0)
    }
  }

  private func defineNames() {
    names.define(.product, folder.table("Products"), column: "ProductName")
    names.define(.customer, folder.table("Customers"), column: "CustomerName")
    names.define(.facility, folder.table("Facilities"), column: "FacilityName")
    names.define(.supplier, folder.table("Suppliers"), column: "SupplierName")
    names.define(.mode, folder.table("TransportationModes"), column: "ModeName")
    names.define(.period, folder.table("Periods"), column: "PeriodName")
    names.readGroups(folder.rows("Groups"))
    let names = names
    units.readPacks(folder.rows("ProductUnitsOfMeasure")) { row in
      names.set(row, "ProductName", .product)?.names ?? []
    }
  }

  /// The id of a name in the dataset: without what ids may not hold.
  func identifier(_ row: AnuraRow, _ column: String, _ name: String, noun: String) -> String {
    guard Identifier.refusal(of: name, noun: noun) != nil else { return name }
    var id = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "|": id += "/"
      case ":": id += "-"
      default:
        let isBreak = [.control, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
        id += isBreak ? " " : String(scalar)
      }
    }
    if id == "*" { id = "all" }
    row.approximate(column, "names with characters that ids may not have: | becomes /, : becomes -")
    return id
  }

  /// Two names that have become one id: lanes tell places apart by id alone.
  private func refuseSameIds() {
    var seen: Set<String> = []
    let places =
      sites.map { $0.value.id } + customers.keys.compactMap { id(.customer, $0) }
    for id in places.sorted() where !seen.insert(id).inserted {
      account.log.add(
        Fault(
          file: "Facilities.csv",
          cause: "two of the facilities, suppliers and customers would be called \(quoted(id))",
          cure: "Rename one of them in every table: lanes tell them apart by name."))
    }
  }

  /// The id of a customer or mode.
  func id(_ kind: EntityKind, _ name: String) -> String {
    ids[Entity(kind: kind, name: name)] ?? name
  }

  /// How many of the unit one unit of the product is.
  func amount(_ unit: UnitOfMeasure, of product: String) -> Double {
    switch unit.kind {
    case .weight: (goods[product]?.tonnes ?? 0) / unit.size
    case .volume: (goods[product]?.cubicMetres ?? 0) / unit.size
    default: 1 / (units.pack(unit, of: product) ?? unit.size)
    }
  }

  /// So much of the unit, in units of the product; `nil`, and a fault, where a unit of the product
  /// has none of it.
  func quantity(
    _ amount: Double, _ unit: UnitOfMeasure, of product: String, _ row: AnuraRow, _ column: String
  ) -> Double? {
    let each = self.amount(unit, of: product)
    if each > 0 { return amount / each }
    row.refuse(
      column, "a unit of \(quoted(product)) has no \(unit.kind.rawValue)",
      "Give it one in Products.csv, or the amount in another unit.")
    return nil
  }
}
