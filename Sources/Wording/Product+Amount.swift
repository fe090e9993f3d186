package import SupplyData

extension Product {
  /// A quantity with its unit.
  package func amount(_ quantity: Double) -> String { Self.amount(quantity, unit) }

  /// A quantity with a unit; one that is itself a number, such as “1,000 pieces”, stands behind a times sign.
  package static func amount(_ quantity: Double, _ unit: String) -> String {
    let times = unit.first?.isNumber ?? false ? "× " : ""
    return "\(NumberFormat.quantity(quantity))\(NumberFormat.space)\(times)\(unit)"
  }
}
