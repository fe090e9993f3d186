/// Chooses what to ask next, and how exactly.
///
/// **Where.** In the cells of the band with the greatest area.
///
/// **What.** A weighted sum, as long as one can still raise the line over the cell by much: it needs no cap, is the easier
/// program, and what it proves slopes with the frontier. Else the least cost under a cap; which one stands in
/// ``CapChoice``.
///
/// Before both, where the oracle answers such questions, weighted sums over stretches of the frontier; see ``StretchChoice``.
///
/// **Which gap.** The one asked, but never more than a third of the tolerance times the box's height. So all that gaps
/// leave together is a third of the tolerance, and a cell that is higher is always worth a solve. Weighted sums, which one
/// line for a long stretch needs once, may leave twice that: half the gap took three times the time.
struct QuestionChoice<Oracle: FrontierOracle> {
  /// A weighted sum is asked where it can win at least this share of what a cap is sure to win: it is the easier program, but
  /// under the steps of a frontier caps have to be asked all the same.
  private static var leastShare: Double { 0.5 }
  /// How many times the gap of a cap a weighted sum may leave: two thirds of the tolerance, the rest being for what lies
  /// between its line and the frontier.
  private static var gapOfSums: Double { 2 }

  private let search: BandRefinement
  private let run: FrontierRun<Oracle>
  private let band: FrontierBand
  private let strips: [FrontierBand.Strip]
  /// The height that need not be lowered.
  private let finest: Double

  init(search: BandRefinement, run: FrontierRun<Oracle>) {
    self.search = search
    self.run = run
    band = run.frontier.band
    strips = band.strips
    let cheapest = band.corners.first?.cost ?? 0
    let safest = band.corners.last?.cost ?? 0
    finest = search.tolerance / 3 * (safest - cheapest)
  }

  /// Why there is nothing to ask.
  var reasonForNone: String {
    let unproved = run.frontier.unproved.isEmpty ? "" : ", or could not be solved"
    let stalled = run.leftovers.isEmpty ? "" : ", or was solved to a wider gap than asked"
    let slanted =
      run.frontier.lines.isEmpty && run.frontier.slices == 0
      ? "" : ", or so low along a slope that a solve hardly cuts it"
    return "every strip left is narrower than the resolution" + unproved + stalled + slanted
  }

  /// At most `count` questions, the cell of the greatest area first.
  func questions(most count: Int) -> [FrontierQuestion] {
    if let stretch { return [stretch] }
    let caps = CapChoice(search: search, run: run, band: band)
    let chords = openChords
    // The parts of the band that a weighted sum is asked for: its answer may leave nothing to ask there.
    var taken: [PriceChoice.Chord] = []
    var questions: [FrontierQuestion] = []
    for cell in cells where questions.count < count && !taken.contains(where: { overlap($0, cell) })
    {
      let subject = caps.subject(in: cell)
      let chord = chords.first { overlap($0.chord, cell) }
      if let (chord, gain) = chord, subject != .leastCost(cap: nil),
        subject == nil || gain >= Self.leastShare * cell.area / 2
      {
        taken.append(chord)
        let price = chord.price
        questions.append(
          FrontierQuestion(
            subject: .leastWeightedSum(riskPrice: price),
            gap: gap(of: abs(chord.sum), times: Self.gapOfSums)))
      } else if let subject {
        questions.append(FrontierQuestion(subject: subject, gap: gap(of: cell.magnitude)))
      }
    }
    return questions
  }

  /// The weighted sum over a stretch that wins the most.
  private var stretch: FrontierQuestion? {
    guard run.ranges.isOpen else { return nil }
    let needed = strips.reduce(0) { $0 + $1.area } - search.tolerance * band.boxArea
    let choice = StretchChoice(
      band.corners, strips: strips, resolution: search.riskResolution, allowed: 3 * finest)
    guard let best = choice.best(needed: needed, finestGap: search.gap, asked: run.ranges),
      best.leave > 1e-9 * abs(best.sum)
    else { return nil }
    return FrontierQuestion(
      subject: .leastSumWithin(best.risks, riskPrice: best.price),
      gap: max(best.leave / abs(best.sum), 1e-9))
  }

  /// The cells worth something, that of the greatest area first.
  private var cells: [BandCell] {
    BandCell.cells(strips, stops: Set(run.risks.keys), closed: finest) { strip in
      run.frontier.unproved.contains { $0.cap >= strip.from && $0.cap <= strip.to }
    }
    .filter { $0.height > max(finest, 1e-9 * $0.magnitude) * (1 + 1e-6) }
    .sorted { ($0.area, $0.from) > ($1.area, $1.from) }
  }

  /// The chords whose weighted sum was not asked and can raise the line, with the area that it can add at most.
  private var openChords: [(chord: PriceChoice.Chord, gain: Double)] {
    guard run.prices.isOpen else { return [] }
    let choice = PriceChoice(band.corners, strips: strips)
    return choice.chords.compactMap { chord in
      let room = choice.strips(under: chord)
      let height = room.reduce(0) { max($0, $1.height) }
      let isOpen =
        height > max(finest, 1e-9 * abs(chord.sum)) * (1 + 1e-6)
        && chord.price.isFinite && !run.prices.contains(chord.price)
      return isOpen ? (chord, room.reduce(0) { $0 + $1.area }) : nil
    }.sorted { ($0.gain, $0.chord.price) > ($1.gain, $1.chord.price) }
  }

  private func overlap(_ chord: PriceChoice.Chord, _ cell: BandCell) -> Bool {
    chord.safe.risk < cell.to && cell.from < chord.cheap.risk
  }

  private func gap(of magnitude: Double, times share: Double = 1) -> Double {
    magnitude > 0 ? min(search.gap, max(share * finest / magnitude, 1e-9)) : search.gap
  }
}
