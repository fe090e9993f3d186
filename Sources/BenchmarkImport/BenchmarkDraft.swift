import DatasetWriting

/// The parts that the datasets of all benchmarks have in common: one place, one good, one year, and no cost but the benchmark's.
struct BenchmarkDraft {
  /// Ids of what there is one of.
  static let (country, product, mode) = ("land", "goods", "any")

  /// What has been put together.
  private(set) var draft: DatasetDraft

  /// Begins a dataset: no discount, no cost of stock, no carbon price, no scenarios.
  init(title: String) {
    draft = DatasetDraft(title: title)
    draft.settings = [
      "currency: money", "periods: [{id: year-1, years: 1}]", "discount_rate: 0",
      "holding_rate: 0", "carbon_price: 0", "risk: {measure: expected}",
    ]
    // Costs are given, so places do not matter.
    add(
      "countries", ["country", "region", "latitude", "longitude"], [Self.country, "all", "0", "0"])
    add("products", ["product", "unit", "value"], [Self.product, "unit", "1"])
    add("modes", ["mode", "cost_per_t_km", "speed_km_per_day"], [Self.mode, "0", "1"])
  }

  /// A site that makes the goods for nothing, up to `capacity`, once `fixedCost` is paid.
  mutating func addSource(_ id: String, fixedCost: Double, capacity: Double) {
    addFacility(id, kind: "plant", fixedCost: fixedCost, throughput: "")
    add(
      "capacity", ["facility", "module", "size", "maximum"],
      [id, "line", DatasetDraft.number(capacity), "1"])
    add("production", ["facility", "product", "unit_cost"], [id, Self.product, "0"])
  }

  /// A site that forwards goods, up to `capacity`, once `fixedCost` is paid.
  mutating func addDepot(_ id: String, fixedCost: Double, capacity: Double) {
    addFacility(
      id, kind: "warehouse", fixedCost: fixedCost, throughput: DatasetDraft.number(capacity))
  }

  /// A customer who wants `demand`.
  mutating func addCustomer(_ id: String, demand: Double, shortageCost: Double) {
    add("customers", ["customer", "country"], [id, Self.country])
    add(
      "demand", ["customer", "product", "period", "quantity", "shortage_cost"],
      [
        id, Self.product, "*", DatasetDraft.number(demand), DatasetDraft.number(shortageCost),
      ])
  }

  /// A lane, and what a unit costs on it.
  mutating func addLane(from origin: String, to destination: String, unitCost: Double) {
    add(
      "lanes", ["origin", "destination", "mode", "distance_km", "unit_cost", "lead_time_days"],
      [origin, destination, Self.mode, "0", DatasetDraft.number(unitCost), "0"])
  }

  private mutating func addFacility(
    _ id: String, kind: String, fixedCost: Double, throughput: String
  ) {
    add(
      "facilities",
      ["facility", "country", "kind", "status", "opening_cost", "throughput"],
      [id, Self.country, kind, "candidate", DatasetDraft.number(fixedCost), throughput])
  }

  private mutating func add(_ table: String, _ columns: [String], _ row: [String]) {
    draft.table(table, columns) { $0.append(row) }
  }
}
