import NetworkDesign

extension FlipRun {
  /// Who may be cheaper than the best footprint known.
  enum Rival: Equatable {
    /// A footprint known.
    case known(Int)
    /// All that are not known.
    case others
  }

  /// The parts without the intervals in which turns lie.
  var firmParts: [FootprintPart] {
    parts.compactMap { part in
      var part = part
      for turn in turns {
        if turn.before == part.footprint, abs(turn.at - part.to) <= distance { part.to = turn.from }
        if turn.behind == part.footprint, abs(turn.at - part.from) <= distance {
          part.from = turn.to
        }
      }
      return part.from <= part.to ? part : nil
    }
  }

  /// Proves of each part that no other footprint is cheaper in it; who is becomes known.
  ///
  /// A rival's cost is concave and so is the least cost of the part's footprint, of which the plans are straight lines: the greatest excess over
  /// the rival's chords is at a corner of the lines or at an end.
  mutating func compareRivals() throws(PlanningError) {
    var place = 0
    while stopReason == nil, place < firmParts.count {
      let part = firmParts[place]
      let rivals: [Rival] =
        [.others] + footprints.indices.filter { $0 != part.footprint }.map { .known($0) }
      var isClear = true
      for rival in rivals where stopReason == nil {
        guard let share = doubtfulPlace(part, rival) else { continue }
        isClear = false
        switch rival {
        case .known(let footprint): try solve(share, .only(footprints[footprint]))
        case .others: try solve(share, .except(footprints))
        }
        break
      }
      // The turns are to be located anew first.
      if hasImproved { return }
      if isClear { place += 1 }
    }
  }

  /// The corner of a part at which a rival may be cheapest by most and was not asked for; `nil` where it is excluded or
  /// nothing more can be asked.
  private func doubtfulPlace(_ part: FootprintPart, _ rival: Rival) -> Double? {
    let doubts = corners(part).filter { share in
      let cost = upper(share, of: part.footprint)
      return cost - bound(rival, share) > FlipRun.negligible * abs(cost) && canAsk(rival, share)
    }
    return doubts.max { left, right in
      upper(left, of: part.footprint) - bound(rival, left)
        < upper(right, of: part.footprint) - bound(rival, right)
    }
  }

  func corners(_ part: FootprintPart) -> [Double] {
    let own = LeastOfLines(lines.filter { $0.footprint == part.footprint }).breakpoints
    return [part.from] + own.filter { $0 > part.from && $0 < part.to }
      + (part.to > part.from ? [part.to] : [])
  }

  func bound(_ rival: Rival, _ share: Double) -> Double {
    switch rival {
    case .known(let footprint): lower(share, of: footprint)
    case .others: lowerOfOthers(share)
    }
  }

  private func canAsk(_ rival: Rival, _ share: Double) -> Bool {
    switch rival {
    case .known(let footprint): !own[footprint].isKnown(at: share, within: distance)
    case .others:
      footprints.count < search.mostFootprints
        && !asked.contains {
          abs($0.share - share) <= distance && $0.excluded == footprints.count
        }
    }
  }
}
