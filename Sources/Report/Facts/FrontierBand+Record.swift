import FrontierSearch
import SupplyPlan

extension FrontierBand {
  /// The band that a record tells: a point's own bound is a statement about the cap at its risk. Bounds that its lines
  /// imply are left out; they stand there for readers that know no lines.
  init(_ frontier: FrontierRecord) {
    let lines = frontier.lines.map {
      Line(riskPrice: $0.riskPrice, bound: $0.bound, risks: $0.risks)
    }
    let bounds =
      frontier.bounds.map { Bound(cap: $0.cap, bound: $0.bound) }
      + frontier.points.map { Bound(cap: $0.salesAtRisk, bound: $0.bound) }
    self.init(
      corners: frontier.points.map {
        Corner(cost: $0.cost, risk: $0.salesAtRisk, isJoined: $0.isJoined)
      },
      bounds: bounds.filter { bound in !lines.contains { $0.cost(at: bound.cap) >= bound.bound } },
      lines: lines)
  }

  /// The greatest cost that was proved to be necessary under a cap; `nil` where nothing was.
  func lowerBound(at cap: Double) -> Double? {
    let cost = lower(at: cap)
    return cost.isFinite ? cost : nil
  }

  /// The strips in which something is proved, their lower sides nowhere above the upper ones.
  var drawnStrips: [Strip] {
    strips.filter { $0.lower.start.isFinite && $0.lower.end.isFinite }.map { strip in
      var strip = strip
      strip.lower.start = min(strip.lower.start, strip.upper.start)
      strip.lower.end = min(strip.lower.end, strip.upper.end)
      return strip
    }
  }
}

extension [FrontierBand.Strip] {
  /// The corners of the upper side, in rising risk, two for each strip.
  var upperSide: [FrontierBand.Corner] {
    flatMap {
      [
        FrontierBand.Corner(cost: $0.upper.start, risk: $0.from),
        FrontierBand.Corner(cost: $0.upper.end, risk: $0.to),
      ]
    }
  }

  /// The corners of the lower side, in rising risk, two for each strip.
  var lowerSide: [FrontierBand.Corner] {
    flatMap {
      [
        FrontierBand.Corner(cost: $0.lower.start, risk: $0.from),
        FrontierBand.Corner(cost: $0.lower.end, risk: $0.to),
      ]
    }
  }
}
