import FigureDrawing
import SupplyPlan

/// What goes from one place to another in a normal year, of goods of one placement.
struct FlowFact {
  let origin: String
  let destination: String
  /// How near to the destination the goods were made.
  let placement: PlacementClass
  /// Customs value a year.
  var value: Double
  /// Units a year by product.
  var quantities: [String: Double]
}

enum FlowFacts {
  /// What is said where flows are shown, none of which a plan's cost decides alone.
  static let choice = """
    Where another route costs the same, the one shown is an arbitrary choice among equals.
    """

  /// The flows of a period's normal state, the greatest value first.
  static func flows(_ index: ReportIndex, _ plan: Plan, period: String) -> [FlowFact] {
    struct Key: Hashable {
      let origin: String
      let destination: String
      let placement: PlacementClass
    }
    var facts: [Key: FlowFact] = [:]
    for row in plan.flows
    where row.scenario == nil && row.period == period && row.quantity > 0 {
      guard let country = index.country(ofNode: row.destination) else { continue }
      let key = Key(
        origin: row.origin, destination: row.destination,
        placement: index.placement(madeIn: row.madeIn, usedIn: country))
      var fact =
        facts[key]
        ?? FlowFact(
          origin: key.origin, destination: key.destination, placement: key.placement, value: 0,
          quantities: [:])
      fact.value += index.value(row.quantity, of: row.product)
      fact.quantities[row.product, default: 0] += row.quantity
      facts[key] = fact
    }
    return facts.values.sorted {
      ($1.value, $0.origin, $0.destination, $0.placement.rawValue)
        < ($0.value, $1.origin, $1.destination, $1.placement.rawValue)
    }
  }
}
