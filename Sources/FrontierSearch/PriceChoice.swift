/// Chooses the prices of weighted sums: the slopes of the chords of the points' lower convex hull, as in the dichotomic method
/// of Aneja and Nair (1979, doi:10.1287/mnsc.25.1.73).
///
/// The sum at a chord's slope either finds a plan under the chord, and the chord gives way to two; or it proves that
/// there is none, and the chord is the line. So all plans on the hull are found, with 2n − 1 sums for n of them, but no
/// others: under what is left of the band only caps can be asked.
struct PriceChoice {
  /// An edge of the hull.
  struct Chord: Equatable {
    /// Its cheap end.
    var cheap: FrontierBand.Corner
    /// Its safe end.
    var safe: FrontierBand.Corner

    /// Money for each unit of risk less.
    var price: Double { (safe.cost - cheap.cost) / (cheap.risk - safe.risk) }
    /// The weighted sum of both ends.
    var sum: Double { cheap.cost + price * cheap.risk }

    func cost(at risk: Double) -> Double { cheap.cost + price * (cheap.risk - risk) }
  }

  /// The edges, in rising price.
  let chords: [Chord]
  private let strips: [FrontierBand.Strip]

  /// - Parameters:
  ///   - corners: none dominates another, in rising cost.
  ///   - strips: those of the band.
  init(_ corners: [FrontierBand.Corner], strips: [FrontierBand.Strip]) {
    var hull: [FrontierBand.Corner] = []
    for corner in corners {
      while hull.count > 1,
        Chord(cheap: hull[hull.endIndex - 2], safe: hull[hull.endIndex - 1]).price
          >= Chord(cheap: hull[hull.endIndex - 1], safe: corner).price
      {
        hull.removeLast()
      }
      hull.append(corner)
    }
    chords = zip(hull, hull.dropFirst()).map { Chord(cheap: $0, safe: $1) }
    self.strips = strips
  }

  /// The strips between the ends of a chord, with the chord as their upper side: what its line can prove.
  func strips(under chord: Chord) -> [FrontierBand.Strip] {
    strips.filter { $0.from >= chord.safe.risk && $0.to <= chord.cheap.risk }.map { strip in
      var strip = strip
      strip.upper = .init(chord.cost(at: strip.from), chord.cost(at: strip.to))
      return strip
    }
  }
}
