/// A stretch of the band to solve in: strips side by side between two caps where a solve has been, or one of the sides
/// steps, or the band is closed.
///
/// Between such caps nothing sets one cap apart from another but the width of the band.
struct BandCell {
  /// Caps within a cell that are compared.
  private static let shares = (1..<16).map { Double($0) / 16 }

  /// In rising cap, each beginning where the one before ends.
  private(set) var strips: [FrontierBand.Strip]

  var from: Double { strips[0].from }
  var to: Double { strips[strips.endIndex - 1].to }
  var width: Double { to - from }
  var area: Double { strips.reduce(0) { $0 + $1.area } }
  var height: Double { strips.reduce(0) { max($0, $1.height) } }
  /// What is proved at its upper end.
  var proven: Double { strips[strips.endIndex - 1].lower.end }
  /// The greatest cost in it, above or below.
  var magnitude: Double {
    let costs = strips.flatMap {
      [$0.upper.start, $0.upper.end, $0.lower.start, $0.lower.end].map(abs)
    }
    return costs.filter(\.isFinite).max() ?? 0
  }
  /// Whether its upper side is level.
  var isLevelAbove: Bool { strips.allSatisfy(\.upper.isLevel) }

  /// Cuts strips into cells.
  ///
  /// - Parameters:
  ///   - strips: in rising cap.
  ///   - stops: the caps at which a solve has been.
  ///   - closed: the height at which the band counts as closed.
  ///   - isApart: strips that are a cell of their own, whatever is beside them.
  static func cells(
    _ strips: [FrontierBand.Strip], stops: Set<Double>, closed: Double,
    isApart: (FrontierBand.Strip) -> Bool
  ) -> [BandCell] {
    var cells: [BandCell] = []
    var isCut = true
    for strip in strips {
      let isAlone = isApart(strip)
      if let last = cells.last?.strips.last {
        let isStep = last.upper.end > strip.upper.start || last.lower.end > strip.lower.start
        let isClosed = strip.upper.start - strip.lower.start <= closed
        if isStep || isClosed || isAlone || stops.contains(strip.from) { isCut = true }
      }
      if isCut {
        cells.append(BandCell(strips: [strip]))
      } else {
        cells[cells.endIndex - 1].strips.append(strip)
      }
      isCut = isAlone
    }
    return cells
  }

  /// The cap at which a solve cuts away the most whatever its answer, and that area.
  ///
  /// A solve at a cap m ends somewhere between the sides. If it ends at the upper one, all that lies below its bound left of
  /// m is gone; if at the lower one, all that lies above its cost right of m. In a rectangle the best cap is its
  /// middle, with half the area.
  ///
  /// - Parameter margin: how near to the cell's ends no cap is asked.
  func bestCap(margin: Double) -> (cap: Double, gain: Double) {
    let middle = from + width / 2
    if strips.count == 1, isLevelAbove, strips[0].lower.isLevel { return (middle, area / 2) }
    var best = (cap: middle, gain: certainGain(middle))
    let caps =
      Self.shares.map { from + $0 * width } + strips.map { $0.from + ($0.to - $0.from) / 2 }
    for cap in caps where cap - from >= margin && to - cap >= margin {
      let gain = certainGain(cap)
      if gain > best.gain * (1 + 1e-9) { best = (cap, gain) }
    }
    return best
  }

  private func certainGain(_ cap: Double) -> Double {
    guard let at = strips.first(where: { $0.from <= cap && cap <= $0.to }) else { return 0 }
    let share = (cap - at.from) / (at.to - at.from)
    let (upper, lower) = (at.upper.cost(at: share), at.lower.cost(at: share))
    let below = strips.filter { $0.from < cap }.reduce(0) { sum, strip in
      var part = strip.to > cap ? strip.part(from: strip.from, to: cap) : strip
      part.upper = .init(level: upper)
      return sum + part.area
    }
    let above = strips.filter { $0.to > cap }.reduce(0) { sum, strip in
      var part = strip.from < cap ? strip.part(from: cap, to: strip.to) : strip
      part.lower = .init(level: lower)
      return sum + part.area
    }
    return min(below, above)
  }
}
