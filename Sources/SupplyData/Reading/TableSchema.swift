/// What a table may hold: its columns, and whether a dataset needs it.
struct TableSchema: Sendable {
  /// The file's name.
  let file: String
  /// Its name, without `.csv`.
  var name: String { String(file.dropLast(4)) }
  /// Whether every dataset has it.
  let isRequired: Bool
  /// The names of its columns.
  let columns: [String]
  /// Those of them that may be absent or empty.
  let optionalColumns: Set<String>

  /// Columns whose names end in `?` may be absent or empty.
  private init(_ name: String, isRequired: Bool = false, _ columns: String...) {
    file = "\(name).csv"
    self.isRequired = isRequired
    self.columns = columns.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }
    optionalColumns = Set(columns.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) })
  }

  static let countries = TableSchema(
    "countries", isRequired: true, "country", "name?", "region", "latitude", "longitude")
  static let groups = TableSchema("groups", "group", "kind", "country")
  static let products = TableSchema(
    "products", isRequired: true, "product", "name?", "unit", "value", "weight_t?",
    "shelf_life_days?")
  static let billsOfMaterials = TableSchema(
    "bills_of_materials", "product", "component", "quantity")
  static let facilities = TableSchema(
    "facilities", isRequired: true, "facility", "name?", "country", "latitude?", "longitude?",
    "kind", "status", "decision?", "opening_cost?", "closing_cost?", "fixed_cost?", "throughput?",
    "fixed_jobs?", "available_from?")
  static let capacity = TableSchema(
    "capacity", isRequired: true, "facility", "module", "size", "existing?", "maximum",
    "build_cost?", "fixed_cost?", "jobs?")
  static let production = TableSchema(
    "production", isRequired: true, "facility", "product", "unit_cost", "capacity_use?",
    "emissions_t?")
  static let customers = TableSchema(
    "customers", isRequired: true, "customer", "name?", "country", "latitude?", "longitude?")
  static let demand = TableSchema(
    "demand", isRequired: true, "customer", "product", "period", "quantity", "shortage_cost",
    "deviation?")
  static let modes = TableSchema(
    "modes", isRequired: true, "mode", "cost_per_t_km", "cost_per_t?", "speed_km_per_day",
    "dwell_days?", "circuity?", "emissions_t_per_t_km?")
  static let lanes = TableSchema(
    "lanes", isRequired: true, "origin", "destination", "mode", "product?", "distance_km?",
    "unit_cost?", "lead_time_days?", "capacity?")
  static let tariffs = TableSchema(
    "tariffs", "layer", "origin", "destination", "product?", "rate?", "period?", "unit_rate?",
    "claim?")
  static let incentives = TableSchema("incentives", "incentive", "facility", "share", "maximum?")
  static let buffers = TableSchema(
    "buffers", "location", "product", "maximum", "existing?", "unit_cost?")
  static let scenarios = TableSchema(
    "scenarios", "scenario", "name?", "probability", "duration_weeks")
  static let disruptions = TableSchema(
    "disruptions", "scenario", "effect", "origin?", "destination?", "mode?", "product?", "value",
    "exempt?")
  static let constraints = TableSchema(
    "constraints", "constraint", "kind", "origin?", "destination?", "product?", "period?",
    "sense", "value", "limit?")
  static let recovery = TableSchema("recovery", "target", "weeks")
  static let escalation = TableSchema("escalation", "cost", "facility?", "period", "factor")
  static let handling = TableSchema(
    "handling", "facility", "product?", "unit_cost?", "emissions_t?")
  static let contracts = TableSchema(
    "contracts", "contract", "facility", "product", "unit_cost", "fixed_cost?", "minimum?",
    "maximum", "existing?")
  static let clusters = TableSchema("clusters", "cluster", "facility", "at_least", "saving")
  static let rulesOfOrigin = TableSchema("rules_of_origin", "agreement", "product?", "content")
  static let drawback = TableSchema("drawback", "country", "component", "share")
  static let quotas = TableSchema(
    "quotas", "quota", "layer", "origin", "destination", "product?", "period?", "quantity", "rate",
    "unit_rate?")
  static let returns = TableSchema(
    "returns", "customer", "product", "returned", "share", "collection_cost?")
  static let coproducts = TableSchema("coproducts", "product", "coproduct", "quantity")

  /// The columns of shares and rates by table, in which `5%` is 0.05.
  private static let shares: [String: Set<String>] = [
    tariffs.name: ["rate"], incentives.name: ["share"], scenarios.name: ["probability"],
    disruptions.name: ["value"], constraints.name: ["value"], demand.name: ["deviation"],
    rulesOfOrigin.name: ["content"], drawback.name: ["share"], quotas.name: ["rate"],
    returns.name: ["share"],
    PatchRun.settingsTable: ["discount_rate", "holding_rate", "risk.level", "service_level"],
  ]

  /// Whether a column holds shares.
  ///
  /// - Parameter kind: what a row of `constraints` is of; some are of numbers of things.
  static func takesPercent(_ column: String, of table: String, kind: String) -> Bool {
    guard shares[table]?.contains(column) ?? false else { return false }
    return table != constraints.name || ConstraintKind(rawValue: kind)?.isOfShare ?? false
  }

  /// The tables without a row of which there is nothing to plan.
  static let populated: Set = [
    countries.file, products.file, facilities.file, customers.file,
  ]

  /// Every table.
  static let all = [
    countries, groups, products, billsOfMaterials, facilities, capacity, production, customers,
    demand, modes, lanes, tariffs, incentives, buffers, scenarios, disruptions, constraints,
    recovery, escalation, handling, contracts, clusters, rulesOfOrigin, drawback, quotas, returns,
    coproducts,
  ]
}
