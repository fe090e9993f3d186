import FrontierSearch
import SupplyPlan

/// What is proven about the least cost at the risks of a frontier's points.
///
/// Below the frontier's band; a plan's cost caps C* at its own risk.
struct ProvenCosts {
  private let frontier: FrontierRecord
  private let band: FrontierBand

  init(_ frontier: FrontierRecord) {
    self.frontier = frontier
    band = FrontierBand(frontier)
  }

  /// The greatest lower bound of C* at the risk of the point at `index`, no greater than its cost; `nil` where there is none.
  func bound(at index: Int) -> Double? {
    let point = frontier.points[index]
    return band.lowerBound(at: point.salesAtRisk).map { min($0, point.cost) }
  }

  /// The least and the most that C* can differ between the risks of a point and the next: between
  /// L(next) − U(point) and U(next) − L(point), and never below 0, as C* does not rise with the cap.
  func differences(from index: Int) -> (least: Double?, most: Double?) {
    let (cost, next) = (frontier.points[index].cost, frontier.points[index + 1].cost)
    return (
      bound(at: index + 1).map { max(0, $0 - cost) }, bound(at: index).map { next - $0 }
    )
  }
}
