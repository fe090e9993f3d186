import Foundation
import Modeling
import SupplyNetwork

/// Rows that no plan needs and a search does: so many whole modules, and so many open makers, as the demand for a product takes.
///
/// In the normal state all that is delivered was made: with `a` units a year that a module can make, `Σ a·n + Σ u ≥ Σ demand`, and
/// the same with `A·y` for what all modules of a maker can make. With fractions a relaxation meets them exactly; rounded for a step
/// δ (mixed-integer rounding: Nemhauser and Wolsey 1990, doi:10.1007/BF01585752),
/// `Σ G(a/δ)·n + Σ u/(δ·f) ≥ ⌈D/δ⌉` with `f` the fraction of `D/δ` and `G(z) = ⌊z⌋ + min(1, (z − ⌊z⌋)/f)`.
///
/// Among many places that are alike a search would otherwise close one after another without its bound moving.
struct CapacityCoverPart {
  let network: Network

  /// Adds the rows of a period.
  ///
  /// - Parameter block: the normal state.
  func add(to program: inout LinearProgram, _ stage: PeriodStage, _ block: RecourseBlock) {
    for product in network.dataset.products.indices {
      let demands = network.demands.indices.filter { network.demands[$0].product == product }
      let demand = demands.reduce(0.0) { $0 + network.demands[$1].quantity[block.period] }
      let makers = network.recipes.filter { $0.product == product }
      guard demand > 0, makers.count > 1 else { continue }
      var unmet = LinearExpression()
      for index in demands { unmet.add(1, block.unmet[index]) }
      let name = "[\(network.dataset.products[product].id),\(block.period)"
      let modules = makers.flatMap { maker in
        network.modulesOfFacility[maker.facility].map { module in
          Term(
            amount: network.dataset.capacity[module].size / maker.capacityUse,
            choice: stage.count[module])
        }
      }
      add("modulesCover\(name)", modules, unmet, demand, to: &program)
      let facilities = makers.map { maker in
        let capacity = network.modulesOfFacility[maker.facility].reduce(0.0) { sum, module in
          let row = network.dataset.capacity[module]
          return sum + row.size * Double(row.maximum)
        }
        return Term(amount: capacity / maker.capacityUse, choice: stage.open[maker.facility])
      }
      add("makersCover\(name)", facilities, unmet, demand, to: &program)
    }
  }

  /// What a whole decision lets be made, units a year.
  private struct Term {
    var amount: Double
    var choice: LinearExpression
  }

  /// Adds a row for each of the amounts that most terms share: elsewhere rounding gains little.
  private func add(
    _ name: String, _ terms: [Term], _ unmet: LinearExpression, _ demand: Double,
    to program: inout LinearProgram
  ) {
    let terms = terms.filter { $0.amount > 0 }
    let counts = Dictionary(grouping: terms, by: \.amount).mapValues(\.count)
    let steps = counts.filter { $0.value > 1 }
      .sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(Self.mostSteps).map(\.key)
    for (index, step) in steps.enumerated() {
      let (whole, fraction) = (floor(demand / step), demand / step - floor(demand / step))
      // Near whole numbers rounding asks for what rounding errors alone would have brought about.
      guard fraction > 1e-3, fraction < 1 - 1e-6, whole < Self.mostUnits else { continue }
      let rounded = terms.map { term in
        let ratio = term.amount / step
        return floor(ratio) + min(1, (ratio - floor(ratio)) / fraction)
      }
      guard rounded.allSatisfy({ $0 < Self.mostUnits }) else { continue }
      var cover = LinearExpression(-(whole + 1))
      // What is more than enough by itself is no better than enough.
      for (term, coefficient) in zip(terms, rounded) {
        cover.add(term.choice, times: min(coefficient, whole + 1))
      }
      cover.add(unmet, times: 1 / (step * fraction))
      program.addRow("\(name),\(index)]", cover, from: 0)
    }
  }

  private static let mostSteps = 2
  private static let mostUnits = 1e4
}
