import SupplyPlan

/// What is proven about the least cost at the risks of a frontier's points.
///
/// C* never rises with the cap, so a bound holds for every smaller cap; a line (price π, bound γ) says C*(ρ) ≥ γ − π·ρ, perhaps in a range
/// of caps alone. A plan's cost caps C* at its own risk.
struct ProvenCosts {
  private let frontier: FrontierRecord

  init(_ frontier: FrontierRecord) { self.frontier = frontier }

  /// The greatest lower bound of C* at the risk of the point at `place`, no greater than its cost; `nil` where there is none.
  func bound(at place: Int) -> Double? {
    let point = frontier.points[place]
    let levels =
      frontier.bounds.filter { $0.cap >= point.salesAtRisk }.map(\.bound)
      + frontier.points.filter { $0.salesAtRisk >= point.salesAtRisk }.map(\.bound)
    let slanted = frontier.lines.compactMap { $0.cost(at: point.salesAtRisk) }
    return (levels + slanted).max().map { min($0, point.cost) }
  }

  /// The least and the most that C* can differ between the risks of a point and the next: between
  /// L(next) − U(point) and U(next) − L(point), and never below 0, as C* does not rise with the cap.
  func differences(from place: Int) -> (least: Double?, most: Double?) {
    let (cost, next) = (frontier.points[place].cost, frontier.points[place + 1].cost)
    return (
      bound(at: place + 1).map { max(0, $0 - cost) }, bound(at: place).map { next - $0 }
    )
  }
}
