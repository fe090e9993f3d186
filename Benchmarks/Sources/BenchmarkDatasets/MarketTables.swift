/// Countries, products, customers and what they ask for.
struct MarketTables {
  let market: Market
  let shape: DatasetShape

  func tables(seed: UInt64) -> [Table] {
    [countries, groups, products, billsOfMaterials, customers, demand(seed: seed)]
  }

  private var countries: Table {
    var table = Table("countries", "country", "name", "region", "latitude", "longitude")
    for country in market.countries {
      table.add(country.id, country.name, country.region, country.latitude, country.longitude)
    }
    return table
  }

  private var groups: Table {
    var table = Table("groups", "group", "kind", "country")
    for group in World.groups(among: market.countries) {
      for member in group.members { table.add(group.id, group.kind, member) }
    }
    return table
  }

  private var products: Table {
    var table = Table("products", "product", "name", "unit", "value", "weight_t")
    for product in market.products {
      table.add(product.id, product.name, "unit", product.value, product.weight)
    }
    return table
  }

  private var billsOfMaterials: Table {
    var table = Table("bills_of_materials", "product", "component", "quantity")
    for product in market.products {
      for part in product.parts {
        table.add(product.id, market.products[part.product].id, part.quantity)
      }
    }
    return table
  }

  private var customers: Table {
    var table = Table("customers", "customer", "country", "latitude", "longitude")
    for customer in market.customers {
      let country = market.countries[customer.country].id
      table.add(customer.id, country, customer.place.latitude, customer.place.longitude)
    }
    return table
  }

  /// A row for all periods, and one for each later period, in which most demands have grown.
  private func demand(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "growth")
    var table = Table("demand", "customer", "product", "period", "quantity", "shortage_cost")
    for demand in market.demands {
      let customer = market.customers[demand.customer].id
      let product = market.products[demand.product].id
      table.add(customer, product, "*", demand.quantity, demand.shortageCost)
      var quantity = demand.quantity
      for period in shape.periodYears.indices.dropFirst() {
        quantity *= chance.number(0.95...1.25)
        table.add(
          customer, product, GeneratedDataset.periodID(period), NumberText.rounded(quantity),
          demand.shortageCost)
      }
    }
    return table
  }
}
