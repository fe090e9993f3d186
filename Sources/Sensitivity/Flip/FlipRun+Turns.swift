import NetworkDesign

/// A value at which the best footprint changes, places as shares of the range.
struct FlipTurn: Sendable {
  /// The footprints before and behind it.
  let before: Int
  let behind: Int
  /// Where the costs cross.
  let at: Double
  /// Before this the one before is proved to be the cheaper.
  let from: Double
  /// Behind this the one behind is.
  let to: Double
  /// Whether both sides are proved.
  let isProved: Bool
}

/// A part of the range with one best footprint.
struct FootprintPart {
  let footprint: Int
  var from: Double
  var to: Double
}

extension FlipRun {
  /// The best footprints along the range.
  var parts: [FootprintPart] {
    var parts: [FootprintPart] = []
    for part in least.parts {
      let footprint = lines[part.line].footprint
      if let last = parts.last, last.footprint == footprint {
        parts[parts.count - 1].to = part.to
      } else {
        parts.append(FootprintPart(footprint: footprint, from: part.from, to: part.to))
      }
    }
    return parts
  }

  /// Locates each turn between the best footprints, with a proof on both sides.
  mutating func locateTurns() throws(PlanningError) {
    turns = []
    var place = 1
    while stopReason == nil, place < parts.count {
      let parts = self.parts
      let (left, right) = (parts[place - 1], parts[place])
      let spot = right.from
      // Newton's method: each plan is a tangent of its footprint's cost, so the crossing of two of them comes nearer.
      try ask(left.footprint, at: spot)
      try ask(right.footprint, at: spot)
      let now = self.parts
      let isSteady =
        now.count == parts.count && now[place - 1].footprint == left.footprint
        && now[place].footprint == right.footprint && abs(now[place].from - spot) <= distance
      if !isSteady {
        // Earlier turns may have moved too.
        if now.count != parts.count { (place, turns) = (1, []) }
        continue
      }
      turns.append(
        try bracket(left, right, at: spot))
      place += 1
    }
  }

  /// Asks for the least cost of a footprint, unless it is known there.
  mutating func ask(_ footprint: Int, at share: Double) throws(PlanningError) {
    if stopReason != nil || own[footprint].isKnown(at: share, within: distance) { return }
    try solve(share, .only(footprints[footprint]))
  }

  /// Whether one footprint is proved to be cheaper than another.
  func isCheaper(_ first: Int, than second: Int, at share: Double) -> Bool {
    let cost = upper(share, of: first)
    return cost < lower(share, of: second) - FlipRun.negligible * abs(cost)
  }

  private mutating func bracket(
    _ left: FootprintPart, _ right: FootprintPart, at spot: Double
  ) throws(PlanningError) -> FlipTurn {
    let (from, isProvedBefore) = try edge(
      cheap: left.footprint, dear: right.footprint, spot: spot, end: left.from)
    let (to, isProvedBehind) = try edge(
      cheap: right.footprint, dear: left.footprint, spot: spot, end: right.to)
    return FlipTurn(
      before: left.footprint, behind: right.footprint, at: spot, from: from, to: to,
      isProved: isProvedBefore && isProvedBehind)
  }

  /// The place nearest to the crossing, towards the end of a part, from which its footprint is proved to be the cheaper.
  private mutating func edge(
    cheap: Int, dear: Int, spot: Double, end: Double
  ) throws(PlanningError) -> (share: Double, isProved: Bool) {
    var step = search.tolerance / 2
    while true {
      let share = end < spot ? max(end, spot - step) : min(end, spot + step)
      if !isCheaper(cheap, than: dear, at: share) {
        try ask(cheap, at: share)
        try ask(dear, at: share)
      }
      if isCheaper(cheap, than: dear, at: share) { return (share, true) }
      if share == end || stopReason != nil { return (end, false) }
      step *= 4
    }
  }
}
