extension ExplanationRecord.Facility {
  /// The best of two answers to the same question: each bound holds whatever the other says.
  func joined(with other: Self) -> Self {
    // What the other plan looks like goes with the cheaper one.
    var best = (other.atMost ?? .infinity) <= (atMost ?? .infinity) ? other : self
    best.atLeast = [atLeast, other.atLeast].compactMap(\.self).max()
    best.isImpossible = isImpossible || other.isImpossible
    // The later answer is that of more time, or the whole one.
    best.stopReason = best.isImpossible ? nil : other.stopReason
    return best
  }

  /// Whether less is open of it than of another.
  func isNearer(than other: Self) -> Bool { width < other.width }

  private var width: Double {
    guard let atLeast, let atMost else { return .infinity }
    return atMost - atLeast
  }
}
