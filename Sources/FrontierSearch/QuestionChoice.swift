/// Chooses what to ask next, and how exactly.
///
/// **Where.** In the cells of the band with the greatest area.
///
/// **What.** A weighted sum, as long as one can still raise the line over the cell: it needs no cap, is the easier program,
/// and what it proves slopes with the frontier. Else, under the convex hull of the points, the least cost under a cap;
/// which one stands in ``CapChoice``.
///
/// **Which gap.** The one asked, but never more than a third of the tolerance times the box's height. So all that gaps
/// leave together is a third of the tolerance, and a cell that is higher is always worth a solve.
struct QuestionChoice<Oracle: FrontierOracle> {
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
    return "every strip left is narrower than the resolution" + unproved + stalled
  }

  /// At most `count` questions, the cell of the greatest area first.
  func questions(most count: Int) -> [FrontierQuestion] {
    let caps = CapChoice(search: search, run: run, band: band)
    let chords = openChords
    // The parts of the band that a weighted sum is asked for: its answer may leave nothing to ask there.
    var taken: [PriceChoice.Chord] = []
    var questions: [FrontierQuestion] = []
    for cell in cells where questions.count < count && !taken.contains(where: { overlap($0, cell) })
    {
      let subject = caps.subject(in: cell)
      if subject != .leastCost(cap: nil), let chord = chords.first(where: { overlap($0, cell) }) {
        taken.append(chord)
        let price = chord.price
        questions.append(
          FrontierQuestion(
            subject: .leastWeightedSum(riskPrice: price), gap: gap(of: abs(chord.sum))))
      } else if let subject {
        questions.append(FrontierQuestion(subject: subject, gap: gap(of: cell.magnitude)))
      }
    }
    return questions
  }

  /// The cells worth something, that of the greatest area first.
  private var cells: [BandCell] {
    BandCell.cells(strips, stops: Set(run.risks.keys), closed: finest) { strip in
      run.frontier.unproved.contains { $0.cap >= strip.from && $0.cap <= strip.to }
    }
    .filter { $0.height > max(finest, 1e-9 * $0.magnitude) * (1 + 1e-6) }
    .sorted { ($0.area, $0.from) > ($1.area, $1.from) }
  }

  /// The chords whose weighted sum was not asked and can raise the line.
  private var openChords: [PriceChoice.Chord] {
    guard run.prices.isOpen else { return [] }
    let choice = PriceChoice(band.corners, strips: strips)
    return choice.chords.map { ($0, choice.room(under: $0)) }
      .filter { chord, room in
        room > max(finest, 1e-9 * abs(chord.sum)) * (1 + 1e-6)
          && chord.price.isFinite && !run.prices.contains(chord.price)
      }
      .sorted { ($0.1, $0.0.price) > ($1.1, $1.0.price) }.map(\.0)
  }

  private func overlap(_ chord: PriceChoice.Chord, _ cell: BandCell) -> Bool {
    chord.safe.risk < cell.to && cell.from < chord.cheap.risk
  }

  private func gap(of magnitude: Double) -> Double {
    magnitude > 0 ? min(search.gap, max(finest / magnitude, 1e-9)) : search.gap
  }
}
