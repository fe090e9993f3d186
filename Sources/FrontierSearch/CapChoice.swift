/// Chooses the cap to solve at within a cell of the band.
///
/// The cap at which a solve cuts away the most whatever its answer: in a rectangle the middle, with half of it. Where a step
/// is likely there is more to win: if the solve at the cell's left end found a plan of less risk, more room for risk
/// was of no use up to there. Then the cap goes nearly to the right end, and if that finds the same plan, nothing but a
/// sliver is left. If instead the plan found there uses up its cap, the frontier slopes, and the next cap is in the
/// middle again: one solve is lost, where a true step saves five.
struct CapChoice<Oracle: FrontierOracle> {
  /// A solve that may cut away less than this share of its cell is not worth it: between two parallel slopes only lines help.
  private static var leastGain: Double { 0.01 }

  let search: BandRefinement
  let run: FrontierRun<Oracle>
  let band: FrontierBand

  /// The least cost under the best cap, or that of the cheap end anew; `nil` where no solve is worth it: in cells narrower
  /// than the resolution, in those in which a solve has failed, and in those of which the greater part is a gap that the
  /// solve at their right end has left against what was asked, since it would do so again.
  func subject(in cell: BandCell) -> FrontierQuestion.Subject? {
    guard cell.width > search.riskResolution,
      !run.frontier.unproved.contains(where: { $0.cap >= cell.from && $0.cap <= cell.to }),
      run.leftovers[cell.to].map({ $0 < cell.height / 2 }) ?? true
    else { return nil }
    if isLeftByTheCheapEnd(cell) { return .leastCost(cap: nil) }
    if cell.isLevelAbove, isLikelyAStep(cell) {
      let sliver = max(search.riskResolution, cell.width / 50)
      return .leastCost(cap: cell.to - min(cell.width / 2, sliver))
    }
    let best = cell.bestCap(margin: search.riskResolution / 2)
    guard !(best.gain < Self.leastGain * cell.area) else { return nil }
    return .leastCost(cap: best.cap)
  }

  /// Whether most of the cell's height is the gap in which the cheap end was left: solving that end again raises the whole
  /// cell at once.
  private func isLeftByTheCheapEnd(_ cell: BandCell) -> Bool {
    guard !run.isCheapEndSettled, let cheapest = band.corners.first, cell.to == cheapest.risk
    else { return false }
    return cheapest.cost - cell.proven >= cell.height / 2
  }

  /// Whether a step is likely between the ends of a cell whose upper side is level.
  private func isLikelyAStep(_ cell: BandCell) -> Bool {
    if let left = run.risks[cell.from] {
      guard left < cell.from - search.riskResolution else { return false }
      let right = run.risks[cell.to]
      return right.map { $0 < cell.to - search.riskResolution } ?? true
    }
    // The slice of the design on the left ends there, else the side would fall: up to the design on the right there is
    // nothing more to buy, unless a solve under a cap has just found that one here.
    return run.frontier.slices > 0 && !run.risks.values.contains(cell.to)
      && run.risks[cell.to] == nil
  }
}
