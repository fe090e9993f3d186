import DatasetWriting
import Findings
import SupplyData
import TextFiles

/// Writes what was read of a model as the tables of a dataset.
struct DraftWriter {
  private let model: ModelReader
  private let title: String

  init(_ model: ModelReader, title: String) {
    self.model = model
    self.title = title
  }

  /// The dataset.
  func draft() -> DatasetDraft {
    var draft = DatasetDraft(title: title)
    writeSettings(&draft)
    writeCountries(&draft)
    writeGoods(&draft)
    writeFacilities(&draft)
    writeMaking(&draft)
    writeCustomers(&draft)
    writeModes(&draft)
    writeLanes(&draft)
    if !model.tariffs.isEmpty {
      draft.table("tariffs", ["layer", "origin", "destination", "product", "rate"]) {
        for row in model.tariffs { $0.append(row) }
      }
    }
    if !model.constraints.isEmpty {
      draft.table("constraints", ["constraint", "kind", "origin", "period", "sense", "value"]) {
        for row in model.constraints { $0.append(row) }
      }
    }
    return draft
  }

  /// Anura discounts nothing: what the model costs over its horizon is the sum of its years.
  private func writeSettings(_ draft: inout DatasetDraft) {
    let carrying = (model.settings?.number("InventoryCarryingCostPercentage") ?? 0) / 100
    draft.settings = ["currency: USD", "periods:"]
    for period in model.horizon.periods {
      draft.settings.append(
        "  - {id: \(YAMLScalar.quoted(period.id)), years: \(period.years)}")
    }
    draft.settings += [
      "discount_rate: 0", "holding_rate: \(number(carrying))",
      "carbon_price: \(number(model.settings?.number("CO2Cost") ?? 0))",
    ]
    let account = model.account
    account.add(.assumed, "ModelSettings", "", "the currency is assumed to be USD", row: 0)
    account.add(
      .assumed, "ModelSettings", "", "nothing is discounted, as in Anura: discount_rate is 0",
      row: 0)
    if carrying == 0 {
      account.add(
        .assumed, "ModelSettings", "InventoryCarryingCostPercentage",
        "none: stock on the way costs nothing", row: 0)
    }
  }

  private func writeCountries(_ draft: inout DatasetDraft) {
    let countries = model.countries.values.sorted { $0.id < $1.id }
    draft.table("countries", ["country", "name", "region", "latitude", "longitude"]) { table in
      for country in countries {
        table.append([
          country.id, country.name, country.region, number(country.latitude),
          number(country.longitude),
        ])
      }
    }
  }

  private func writeGoods(_ draft: inout DatasetDraft) {
    let unit = model.units.unit(of: .quantity).symbol
    draft.table("products", ["product", "unit", "value", "weight_t", "shelf_life_days"]) { table in
      for name in model.names.all(.product) {
        guard let good = model.goods[name] else { continue }
        table.append([
          good.id, unit, number(good.value), number(good.tonnes), number(good.shelfLifeDays),
        ])
      }
    }
    guard !model.billOfProduct.isEmpty else { return }
    draft.table("bills_of_materials", ["product", "component", "quantity"]) { table in
      for name in model.names.all(.product) {
        guard let bill = model.billOfProduct[name].flatMap({ model.bills[$0] }) else { continue }
        for (component, quantity) in bill.components(of: name) {
          table.append([id(name), id(component), number(quantity)])
        }
      }
    }
  }

  private func writeFacilities(_ draft: inout DatasetDraft) {
    let makers = Set(model.makings.map(\.site))
    draft.table(
      "facilities",
      [
        "facility", "country", "latitude", "longitude", "kind", "status", "decision",
        "opening_cost", "closing_cost", "fixed_cost", "throughput",
      ]
    ) { table in
      for name in sites {
        guard let site = model.sites[name] else { continue }
        let kind = site.isSupplier ? "supplier" : makers.contains(name) ? "plant" : "warehouse"
        table.append([
          site.id, site.place.country, number(site.place.coordinates?.latitude),
          number(site.place.coordinates?.longitude), kind,
          site.isExisting ? "existing" : "candidate", site.decision, number(site.openingCost),
          number(site.closingCost), number(site.fixedCost), number(site.throughput),
        ])
      }
    }
  }

  /// Facilities, then suppliers; behind a supplier the facilities that its products have.
  private var sites: [String] {
    model.names.all(.facility)
      + model.names.all(.supplier).flatMap { supplier in
        [supplier]
          + model.names.all(.product).compactMap {
            model.ownSites[Stocked(site: supplier, product: $0)]
          }
      }
  }

  private func writeMaking(_ draft: inout DatasetDraft) {
    draft.table(
      "capacity", ["facility", "module", "size", "existing", "maximum", "build_cost"]
    ) { table in
      for site in sites {
        for module in model.capacities[site]?.modules ?? [] {
          table.append([
            model.sites[site]?.id ?? site, module.id, number(module.size), "\(module.existing)",
            "\(module.maximum)", number(module.buildCost),
          ])
        }
      }
    }
    let bySite = Dictionary(grouping: model.makings, by: \.site)
    draft.table(
      "production", ["facility", "product", "unit_cost", "capacity_use", "emissions_t"]
    ) { table in
      for site in sites {
        for making in bySite[site] ?? [] {
          table.append([
            model.sites[site]?.id ?? site, id(making.product), number(making.unitCost),
            number(model.capacities[site]?.use[making.product] ?? 1), number(making.emissions),
          ])
        }
      }
    }
  }

  private func writeCustomers(_ draft: inout DatasetDraft) {
    draft.table("customers", ["customer", "country", "latitude", "longitude"]) { table in
      for name in model.names.all(.customer) {
        guard let place = model.customers[name] else { continue }
        table.append([
          model.id(.customer, name), place.country, number(place.coordinates?.latitude),
          number(place.coordinates?.longitude),
        ])
      }
    }
    let standard = ModelShortageCost(model).standard()
    let products = model.names.all(.product)
    draft.table("demand", ["customer", "product", "period", "quantity", "shortage_cost"]) { table in
      for customer in model.names.all(.customer) {
        for product in products {
          guard let rates = model.demand[Want(customer: customer, product: product)] else {
            continue
          }
          // A period without demand has no price of its own.
          let usual = rates.compactMap(\.price).max() ?? standard
          let isSame = rates.allSatisfy { $0 == rates[0] }
          for (place, rate) in rates.enumerated() where place == 0 || !isSame {
            table.append([
              model.id(.customer, customer), id(product),
              isSame ? "*" : model.horizon.periods[place].id, number(rate.quantity),
              number(rate.price ?? usual),
            ])
          }
        }
      }
    }
  }

  /// Freight stands in the lanes, so the modes ask nothing for weight and distance.
  private func writeModes(_ draft: inout DatasetDraft) {
    draft.table(
      "modes", ["mode", "cost_per_t_km", "speed_km_per_day", "circuity", "emissions_t_per_t_km"]
    ) { table in
      for (name, mode) in model.modes.sorted(by: { $0.key < $1.key }) {
        table.append([
          model.id(.mode, name), "0", number(mode.speed), number(model.circuity),
          number(mode.emissions),
        ])
      }
    }
  }

  private func writeLanes(_ draft: inout DatasetDraft) {
    let limits = model.applyLaneLimits()
    draft.table(
      "lanes",
      [
        "origin", "destination", "mode", "product", "distance_km", "unit_cost", "lead_time_days",
        "capacity",
      ]
    ) { table in
      for lane in model.lanes {
        table.append([
          lane.origin,
          model.sites[lane.key.destination]?.id ?? model.id(.customer, lane.key.destination),
          model.id(.mode, lane.key.mode), lane.product.map(id) ?? "*", number(lane.distance),
          number(lane.unitCost), number(lane.days), number(limits[lane.key]),
        ])
      }
    }
  }

  private func id(_ product: String) -> String { model.goods[product]?.id ?? product }

  private func number(_ number: Double?) -> String { DatasetNumber.text(number) }
}
