import Findings
import Foundation

/// What not delivering a unit costs where the model gives neither price nor penalty.
///
/// Anura meets such a demand whatever it costs. A dataset weighs it, so the sum is ten times what a
/// unit costs at the dearest: the dearest making, the dearest lane, the greatest value, and all that
/// every site and module costs once and in a year, for each unit of a year's demand.
struct ModelShortageCost {
  private let model: ModelReader

  init(_ model: ModelReader) { self.model = model }

  /// Money a unit; what has none is counted in the account.
  func standard() -> Double {
    let standard = model.options.shortageCost ?? Self.rounded(dearest)
    let rows = model.demand.values.filter { $0.contains { $0.quantity > 0 && $0.price == nil } }
    if !rows.isEmpty {
      model.account.add(
        .assumed, "CustomerDemand", "UnitPrice",
        "neither price nor penalty for \(rows.count) demand\(rows.count == 1 ? "" : "s"): a unit that "
          + "is not delivered costs \(DatasetNumber.text(standard))", row: 0)
    }
    return standard
  }

  /// Two digits, rounded up: nobody takes the figure for a measured one.
  private static func rounded(_ number: Double) -> Double {
    guard number > 0 else { return 1 }
    let step = pow(10, floor(log10(number)) - 1)
    return (number / step).rounded(.up) * step
  }

  private var dearest: Double {
    let making = model.makings.map(\.unitCost).max() ?? 0
    let lane = model.lanes.map(\.unitCost).max() ?? 0
    let value = model.goods.values.map(\.value).max() ?? 0
    let once = model.sites.values.map { $0.openingCost + $0.closingCost + $0.fixedCost }
    let modules = model.capacities.values.flatMap(\.modules).map {
      $0.buildCost * Double($0.maximum)
    }
    let units = model.demand.values.map { $0.map(\.quantity).max() ?? 0 }.reduce(0, +)
    let fixed = (once + modules).reduce(0, +)
    return 10 * (making + lane + value + (units > 0 ? fixed / units : 0))
  }
}
