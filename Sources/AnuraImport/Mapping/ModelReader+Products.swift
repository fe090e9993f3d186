extension ModelReader {
  /// The customs value of a product to which the model gives none: so little that duty and stock on
  /// the way cost nothing, as in Anura, and yet a value, which a dataset asks for.
  static let noValue = 1e-6

  /// Products.
  func readProducts() {
    for row in folder.rows("Products") {
      guard let name = row.text("ProductName") else { continue }
      let weight = units.unit(row, "UnitWeightUOM", .weight)
      let volume = units.unit(row, "UnitVolumeUOM", .volume)
      var good = Good(
        id: identifier(row, "ProductName", name, noun: "product"), value: Self.noValue,
        tonnes: (row.number("UnitWeight") ?? 1) * (weight?.size ?? 0),
        cubicMetres: (row.number("UnitVolume") ?? 1) * (volume?.size ?? 0))
      if row.peek("UnitWeight") == nil {
        row.assume("UnitWeight", "no weight: one \(units.unit(of: .weight).symbol), as in Anura")
      }
      if let life = row.number("ShelfLife"), let unit = units.unit(row, "ShelfLifeUOM", .time) {
        good.shelfLifeDays = life * unit.size
        row.approximate(
          "ShelfLife", "lanes that take longer do not carry the product; its age is not counted")
      }
      goods[name] = good
      // Money a unit needs the weight and volume just read.
      good.price = price(row, "UnitPrice", of: name)
      if let value = price(row, "UnitValue", of: name), value > 0 {
        good.value = value
      } else {
        row.assume(
          "UnitValue", "no value: it is \(Self.noValue), so that duty and stock on the way are nil")
      }
      goods[name] = good
    }
  }

  /// Money a unit of the product, from a cell and its unit of measure; `nil` where it is empty.
  func price(_ row: AnuraRow, _ column: String, of product: String) -> Double? {
    guard let money = row.number(column),
      let unit = units.unit(row, "\(column)UOM", .quantity, .weight, .volume)
    else { return nil }
    return money * amount(unit, of: product)
  }

  /// Money a unit of the product that a cost of the row is, a step cost among others; `nil` where
  /// it is empty.
  func cost(_ row: AnuraRow, _ column: String, of product: String) -> Double? {
    guard let money = steps.cost(row, column),
      let unit = units.unit(row, "\(column)UOM", .quantity, .weight, .volume)
    else { return nil }
    return money * amount(unit, of: product)
  }
}
