public import SupplyPlan

extension FrontierBand {
  /// A staircase that lies nowhere above what is proved, for readers that know no lines: the bounds, and what the lines
  /// prove at many caps between the two ends. What is implied by others is left out.
  ///
  /// - Parameter steps: into how many equal parts the risks are cut.
  /// - Returns: in rising cap and falling bound; without lines the essential bounds alone.
  public func staircase(steps: Int = 100) -> [Bound] {
    guard !proven.lines.isEmpty, let safest = corners.last, let cheapest = corners.first
    else { return bounds.essential }
    let width = cheapest.risk - safest.risk
    let caps =
      (0...steps).map { safest.risk + Double($0) / Double(steps) * width }
      + proven.lines.breaks + corners.map(\.risk) + bounds.map(\.cap)
    let slanted = Set(caps).filter { $0 >= safest.risk && $0 <= cheapest.risk }
      .compactMap { cap -> Bound? in
        // Where rounding could carry the step above the line, it stays slightly below.
        let cost = lower(at: cap)
        return cost.isFinite ? Bound(cap: cap, bound: cost - 1e-12 * abs(cost)) : nil
      }
    return (bounds + slanted).essential
  }
}
