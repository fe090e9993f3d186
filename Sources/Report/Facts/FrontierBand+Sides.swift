import FrontierSearch

extension FrontierBand {
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
