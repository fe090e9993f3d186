/// Chooses where to solve next: which strips of the band, at which caps, to which gap.
///
/// **Which strips.** Those of the greatest area. Left alone are strips narrower than the resolution, strips lower than what
/// the tolerance allows, strips in which a solve has failed, and strips of which the greater part is a gap that the solve at
/// their right end has left against what was asked: it would do so again.
///
/// **Which cap.** The middle, which cuts away half of the strip whatever the answer. Where a step is likely there is
/// more to win: if the solve at the strip's left end found a plan of less risk, more room for risk was of no use up to there.
/// Then the cap goes nearly to the right end, and if that finds the same plan, nothing but a sliver is left. If instead
/// the plan found there uses up its cap, the frontier slopes, and the next cap is in the middle again: one
/// solve is lost, where a true step saves five.
///
/// **Which gap.** The one asked, but never more than a third of the tolerance times the box's height. So all that gaps
/// leave together is a third of the tolerance, and a strip that is higher is always worth a solve.
struct CapChoice<Oracle: FrontierOracle> {
  private let search: BandRefinement
  private let run: FrontierRun<Oracle>
  private let band: FrontierBand

  init(search: BandRefinement, run: FrontierRun<Oracle>) {
    self.search = search
    self.run = run
    band = run.frontier.band
  }

  /// Why there is nothing to ask.
  var reasonForNone: String {
    let unproved = run.frontier.unproved.isEmpty ? "" : ", or could not be solved"
    let stalled = run.leftovers.isEmpty ? "" : ", or was solved to a wider gap than asked"
    return "every strip left is narrower than the resolution" + unproved + stalled
  }

  /// At most `count` questions, the widest strip first.
  func questions(most count: Int) -> [FrontierQuestion] {
    band.strips.filter(isWorthASolve)
      .sorted { ($0.area, $0.from) > ($1.area, $1.from) }
      .prefix(count).map(question)
  }

  private func isWorthASolve(_ strip: FrontierBand.Strip) -> Bool {
    strip.to - strip.from > search.riskResolution
      && strip.height > finestHeight(strip) * (1 + 1e-6)
      && !run.frontier.unproved.contains { $0.cap >= strip.from && $0.cap <= strip.to }
      && !(run.leftovers[strip.to].map { !($0 < strip.height / 2) } ?? false)
  }

  /// The height that need not be lowered: a third of the tolerance, and nothing a solver cannot tell from rounding.
  private func finestHeight(_ strip: FrontierBand.Strip) -> Double {
    let cheapest = band.corners.first?.cost ?? 0
    let safest = band.corners.last?.cost ?? 0
    return max(search.tolerance / 3 * (safest - cheapest), 1e-9 * magnitude(strip))
  }

  /// What the cost of every plan in the strip is at most.
  private func magnitude(_ strip: FrontierBand.Strip) -> Double {
    max(abs(strip.upper), strip.lower.isFinite ? abs(strip.lower) : 0)
  }

  private func question(_ strip: FrontierBand.Strip) -> FrontierQuestion {
    let magnitude = magnitude(strip)
    let gap = magnitude > 0 ? min(search.gap, finestHeight(strip) / magnitude) : search.gap
    return FrontierQuestion(cap: cap(in: strip), gap: gap)
  }

  private func cap(in strip: FrontierBand.Strip) -> Double? {
    if isLeftByTheCheapEnd(strip) { return nil }
    let width = strip.to - strip.from
    guard isLikelyAStep(strip) else { return strip.from + width / 2 }
    return strip.to - min(width / 2, max(search.riskResolution, width / 50))
  }

  /// Whether most of the strip's height is the gap in which the cheap end was left: solving that end again raises the whole
  /// strip at once.
  private func isLeftByTheCheapEnd(_ strip: FrontierBand.Strip) -> Bool {
    guard !run.isCheapEndSettled, let cheapest = band.corners.first, strip.to == cheapest.risk
    else { return false }
    return cheapest.cost - strip.lower >= strip.height / 2
  }

  private func isLikelyAStep(_ strip: FrontierBand.Strip) -> Bool {
    guard let left = run.risks[strip.from], left < strip.from - search.riskResolution else {
      return false
    }
    let right = run.risks[strip.to]
    return right.map { $0 < strip.to - search.riskResolution } ?? true
  }
}
