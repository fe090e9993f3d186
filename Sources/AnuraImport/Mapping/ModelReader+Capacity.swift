import SupplyData
import TextFiles

extension ModelReader {
  /// The capacity of every site that makes something, and what a facility ships at most.
  func readCapacity() {
    readThroughput()
    let needs = needs()
    for (name, made) in Dictionary(grouping: makings, by: \.site).sorted(by: { $0.key < $1.key }) {
      capacities[name] = Capacity(modules: [ample(name, made.map(\.product), needs)])
    }
    for row in folder.rows("ProductionConstraints") { readProductionConstraint(row) }
    for row in folder.rows("CapacityExpansions") { readExpansion(row) }
    readSupply(needs)
    for making in makings where capacities[making.site]?.modules.first?.id == Self.unlimited {
      making.row.assume(
        "",
        "nothing limits what the site makes: its module is twice what a year's demand can require of it"
      )
    }
  }

  /// The id of a module that never binds.
  private static let unlimited = "ample"

  /// The module of a site to which the model sets no limit.
  ///
  /// Goods are never thrown away, so nobody makes more of a product than demand asks for, with what
  /// goes into other products: `N_p`. Twice `Σ N_p` over what the site makes never binds, not even
  /// where scenarios added later double the demand.
  func ample(_ site: String, _ products: [String], _ needs: [String: Double]) -> Module {
    let need = 2 * products.map { needs[$0] ?? 0 }.reduce(0, +)
    return Module(
      id: Self.unlimited, size: need > 0 ? need : 1,
      existing: sites[site]?.isExisting == true ? 1 : 0,
      maximum: 1)
  }

  private func readThroughput() {
    for row in folder.rows("Facilities") {
      guard let name = row.peek("FacilityName"), row.peek("ThroughputCapacity") != nil,
        let amount = row.number("ThroughputCapacity"),
        let unit = units.unit(row, "ThroughputCapacityUOM", .quantity, .weight, .volume)
      else { continue }
      guard let each = sameAmount(unit) else {
        row.drop(
          "ThroughputCapacity",
          "a limit by \(unit.symbol), of which products have different "
            + "amounts; a dataset limits units")
        continue
      }
      sites[name]?.throughput = amount * horizon.perPeriod / each
    }
  }

  /// How much of the unit a unit of every product is; `nil` where products differ.
  func sameAmount(_ unit: UnitOfMeasure) -> Double? {
    let amounts = Set(names.all(.product).map { amount(unit, of: $0) })
    guard let amount = amounts.first, amounts.count == 1, amount > 0 else { return nil }
    return amount
  }

  // MARK: Suppliers

  /// The capacities of suppliers: of all products together, or of each by itself.
  private func readSupply(_ needs: [String: Double]) {
    for row in folder.rows("Suppliers") {
      guard let name = row.peek("SupplierName"), let capacity = capacities[name] else { continue }
      let made = makings.filter { $0.site == name }
      let own = made.compactMap { making in limit(making).map { (making, $0) } }
      let total = row.number("SupplierCapacity").flatMap { amount in
        units.unit(row, "SupplierCapacityUOM", .quantity, .weight, .volume).map { ($0, amount) }
      }
      if let (unit, amount) = total, own.isEmpty || made.count == 1 {
        limit(name, to: amount, unit, made, row)
        guard let (making, most) = own.first else { continue }
        let use = capacities[name]?.use[making.product] ?? 1
        shrink(name, to: most * use, making.row)
      } else if let (making, most) = own.first, made.count == 1 {
        shrink(name, to: most, making.row)
      } else if !own.isEmpty {
        if total != nil {
          row.drop("SupplierCapacity", "a limit of all products where each has its own already")
        }
        split(name, capacity, own, made, needs)
      }
    }
  }

  /// Units per year that a supplier sells of a product.
  private func limit(_ making: Making) -> Double? {
    guard let amount = making.row.number("SupplyCapacity"),
      let unit = units.unit(making.row, "SupplyCapacityUOM", .quantity, .weight, .volume)
    else { return nil }
    return quantity(amount, unit, of: making.product, making.row, "SupplyCapacityUOM").map {
      $0 * horizon.perHorizon
    }
  }

  private func limit(
    _ site: String, to amount: Double, _ unit: UnitOfMeasure, _ made: [Making], _ row: AnuraRow
  ) {
    for making in made {
      let use = self.amount(unit, of: making.product)
      guard use > 0 else {
        return row.refuse(
          "SupplierCapacityUOM",
          "a unit of \(quoted(making.product)) has no \(unit.kind.rawValue)",
          "Give it one in Products.csv, or the capacity in another unit.")
      }
      capacities[site]?.use[making.product] = use
    }
    shrink(site, to: amount * horizon.perHorizon, row)
  }

  /// Lowers the capacity of a site; at 0 it makes nothing.
  func shrink(_ site: String, to size: Double, _ row: AnuraRow) {
    guard size > 0 else {
      row.assume("", "a capacity of 0: the site makes nothing")
      makings.removeAll { $0.site == site }
      capacities[site] = nil
      return
    }
    guard var module = capacities[site]?.modules[0] else { return }
    module.size = module.id == Self.limited ? min(module.size, size) : size
    module.id = Self.limited
    capacities[site]?.modules[0] = module
  }

  /// The id of a module whose size is the model's.
  private static let limited = "capacity"

  /// Gives each product that a supplier limits by itself a facility of its own: modules are of a
  /// facility, and all it makes shares them.
  private func split(
    _ name: String, _ capacity: Capacity, _ own: [(Making, Double)], _ made: [Making],
    _ needs: [String: Double]
  ) {
    for (making, most) in own {
      making.row.approximate(
        "SupplyCapacity",
        "a supplier whose products each have a capacity is a facility for each of them")
      let product = making.product
      let site = "\(name) (\(product))"
      var copy = sites[name]
      copy?.id = "\(sites[name]?.id ?? name) (\(goods[product]?.id ?? product))"
      sites[site] = copy
      ownSites[Stocked(site: name, product: product)] = site
      for place in makings.indices
      where makings[place].site == name
        && makings[place].product == product
      {
        makings[place].site = site
      }
      capacities[site] = Capacity(modules: [ample(site, [product], needs)])
      shrink(site, to: most, making.row)
    }
    let rest = made.map(\.product).filter { ownSites[Stocked(site: name, product: $0)] == nil }
    if rest.isEmpty {
      capacities[name] = nil
      sites[name] = nil
    } else {
      capacities[name] = Capacity(modules: [ample(name, rest, needs)])
    }
  }
}
