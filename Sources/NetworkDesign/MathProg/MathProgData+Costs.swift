import SupplyData
import SupplyNetwork

/// What costs are multiplied by, and what it takes to send goods out.
extension MathProgData {
  private var dataset: Dataset { network.dataset }

  func writeCarbonFactors(to output: inout some TextOutputStream) {
    output.writeOptionalTable(
      "carbon_factor",
      dataset.escalation.filter { $0.cost == .carbonPrice }.map {
        "\(period($0.period)) \($0.factor.mathProg)"
      })
  }

  func writeEscalationAndHandling(to output: inout some TextOutputStream) {
    let factors = escalation
    if !factors.isEmpty {
      output.writeTitle("By what costs are multiplied: kind of cost, facility, period")
      output.writeTable("escalation", factors)
    }
    let handling = handling
    if !handling.isEmpty {
      output.writeTitle("Handling, per unit shipped out")
      output.writeTable("handling handling_emissions", handling)
    }
  }

  /// The narrowest row of each kind of cost, facility and period.
  private var escalation: [String] {
    EscalationRow.Cost.allCases.filter { $0 != .carbonPrice }.flatMap { cost in
      dataset.facilities.flatMap { facility in
        dataset.settings.periods.enumerated().compactMap { index, period in
          narrowest(dataset.escalation) { row in
            guard row.cost == cost, row.period == period.id else { return nil }
            return membership.specificity(of: row.facility, forNode: facility.id)
              .map { [$0.rawValue] }
          }.map { "\(cost.rawValue) \(symbols(facility.id)) \(index + 1) \($0.factor.mathProg)" }
        }
      }
    }
  }

  /// The narrowest row of each facility and product.
  private var handling: [String] {
    dataset.facilities.flatMap { facility in
      dataset.products.compactMap { product in
        narrowest(dataset.handling) { row in
          guard let ofProduct = rank(row.product, of: product.id) else { return nil }
          return membership.specificity(of: row.facility, forNode: facility.id)
            .map { [$0.rawValue, ofProduct] }
        }.map { row in
          "\(symbols(facility.id)) \(symbols(product.id)) \(row.unitCost.mathProg)"
            + " \(row.emissionsTonnes.mathProg)"
        }
      }
    }
  }
}
