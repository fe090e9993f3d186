import SupplyData

extension ModelReader {
  /// The demand of customers, as rates per year.
  func readDemand() {
    for row in folder.rows("CustomerDemand") {
      guard let customers = names.set(row, "CustomerName", .customer),
        let products = names.set(row, "ProductName", .product),
        let periods = periods(row)
      else { continue }
      if products.breadth != .one, row.choice("ProductNameGroupBehavior", Self.each) != Self.each[0]
      {
        row.leaveOut("a demand that any of several products may meet")
        continue
      }
      row.use("ProductNameGroupBehavior")
      if AnuraKey.of(row.peek("ServiceMode") ?? "all") == "all" { row.use("ServiceMode") }
      let status = row.choice("DemandStatus", ["Include", "Consider", "Exclude"])
      guard status != "Exclude" else {
        row.leaveOut("a demand that must not be served; its penalty is a constant")
        continue
      }
      guard let amount = row.number("Quantity"),
        let unit = units.unit(row, "QuantityUOM", .quantity, .weight, .volume)
      else {
        if row.peek("Quantity") == nil {
          row.refuse("Quantity", "'Quantity' is empty", "Fill it in, or exclude the row.")
        }
        continue
      }
      for product in products.names {
        guard let quantity = quantity(amount, unit, of: product, row, "QuantityUOM") else { break }
        let price = worth(row, of: product, isDue: status == "Include")
        for customer in customers.names {
          add(quantity, price, Want(customer: customer, product: product), periods, row)
        }
      }
    }
  }

  static let each = ["Enumerate", "Aggregate"]

  /// What not delivering a unit costs: its sale, and the penalty.
  private func worth(_ row: AnuraRow, of product: String, isDue: Bool) -> Double? {
    let own = price(row, "UnitPrice", of: product)
    let penalty = price(row, "PenaltyCost", of: product)
    let worth = (own ?? goods[product]?.price ?? 0) + (penalty ?? 0)
    guard worth > 0 else { return nil }
    if isDue {
      row.approximate(
        "DemandStatus",
        "demand that must be met: failing to meet it costs its price and penalty, as for all demand"
      )
    }
    return worth
  }

  /// The places of a row's periods and what turns its amount into a rate per year of each.
  private func periods(_ row: AnuraRow) -> [(index: Int, perYear: Double)]? {
    let written = row.peek("PeriodName")
    if written == nil || ["modelhorizon", "all"].contains(AnuraKey.of(written ?? "")) {
      row.use("PeriodName")
      return horizon.periods.indices.map { ($0, horizon.perHorizon) }
    }
    return names.set(row, "PeriodName", .period)?.names.compactMap(horizon.place)
  }

  private func add(
    _ quantity: Double, _ price: Double?, _ want: Want, _ periods: [(index: Int, perYear: Double)],
    _ row: AnuraRow
  ) {
    var rates =
      demand[want] ?? [Demand](repeating: Demand(), count: horizon.periods.count)
    for (index, perYear) in periods {
      let before = rates[index]
      if before.quantity > 0, !horizon.isMerged {
        row.approximate(
          "Quantity",
          "several rows for one customer, product and period are added up, at the highest price")
      }
      rates[index].quantity += quantity * perYear
      rates[index].price = [before.price, price].compactMap { $0 }.max()
    }
    demand[want] = rates
  }

  /// The most of each product that a year may ask for, with what goes into other products.
  func needs() -> [String: Double] {
    var needs: [String: Double] = [:]
    for (want, rates) in demand {
      needs[want.product, default: 0] += rates.map(\.quantity).max() ?? 0
    }
    // Down the bills, what is made before what it is made of.
    for product in productOrder {
      guard let bill = billOfProduct[product].flatMap({ bills[$0] }) else { continue }
      for (component, quantity) in bill.components(of: product) {
        needs[component, default: 0] += quantity * (needs[product] ?? 0)
      }
    }
    return needs
  }
}
