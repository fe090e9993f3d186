import SupplyData

extension ModelReader {
  private struct Duty: Hashable {
    var origin: String
    var destination: String
    var product: String?
  }

  /// Duties between countries.
  ///
  /// A dataset has a rate on the customs value `v` of goods by their country of origin. A percentage
  /// `d` of a value `w` of the tariff's own and money `m` a unit become the rate `(d·w + m) / v`,
  /// which costs the same.
  func readTariffs() {
    var rates: [Duty: (rate: Double, breadth: NamedSet.Breadth, row: AnuraRow)] = [:]
    var order: [Duty] = []
    for row in folder.rows("Tariffs") {
      let properties = ["PathOriginProperty", "PathDestinationProperty"].map {
        row.choice($0, ["Country", "Name", "Address", "City", "PostalCode", "Region"])
      }
      guard properties == ["Country", "Country"] else {
        row.leaveOut("a tariff that is not between countries")
        continue
      }
      guard let origin = row.required("PathOriginValue"),
        let destination = row.required("PathDestinationValue"),
        let products = names.set(row, "ProductName", .product, emptyIsAll: true),
        let from = country(origin, row, "PathOriginValue"),
        let to = country(destination, row, "PathDestinationValue")
      else { continue }
      guard from != to else {
        row.leaveOut("a tariff within a country: goods pay no duty in their own country")
        continue
      }
      let percentage = row.number("DutyRate") ?? 0
      let isByProduct =
        row.peek("UnitCost") != nil || row.peek("ProductUnitValueOverride") != nil
        || products.breadth != .all
      for product in isByProduct ? products.names.map(Optional.some) : [nil] {
        let duty = Duty(origin: from.id, destination: to.id, product: product)
        let rate = product.map { self.rate(row, percentage, of: $0) } ?? percentage / 100
        if let other = rates[duty] {
          guard other.breadth != products.breadth else {
            row.refuse(
              "ProductName", "the duty on these goods is already in line \(other.row.line)",
              "Keep one row for each origin, destination and product.")
            break
          }
          if other.breadth < products.breadth { continue }
        } else {
          order.append(duty)
        }
        rates[duty] = (rate, products.breadth, row)
      }
    }
    tariffs = order.compactMap { duty in
      guard let rate = rates[duty]?.rate else { return nil }
      return [
        "tariff", duty.origin, duty.destination,
        duty.product.map { goods[$0]?.id ?? $0 } ?? "*", DatasetNumber.text(rate),
      ]
    }
  }

  private func rate(_ row: AnuraRow, _ percentage: Double, of product: String) -> Double {
    let value = goods[product]?.value ?? Self.noValue
    let own = price(row, "ProductUnitValueOverride", of: product)
    let money = cost(row, "UnitCost", of: product) ?? 0
    return (percentage / 100 * (own ?? value) + money) / value
  }
}
