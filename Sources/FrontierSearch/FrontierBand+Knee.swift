public import SupplyPlan

extension FrontierBand {
  /// The knee of a frontier, where the bounds support it: the point that ``SupplyPlan/FrontierRecord/knee`` picks, if
  /// resilience gets dearer there even with the bounds at their worst.
  ///
  /// Up to the point k a percentage point costs at most (c_k − L_1) / (R_1 − R_k), beyond it at least
  /// (L_n − c_k) / (R_k − R_n), with costs c of the plans found, proven bounds L and risks R: the true frontier turns at k
  /// where the second exceeds the first.
  ///
  /// - Returns: the position of the point; `nil` where the bounds leave it open, and for a frontier of fewer than three points.
  public func provenKnee(of frontier: FrontierRecord) -> Int? {
    let points = frontier.points
    guard points.count > 2, let knee = frontier.knee, knee > 0, knee < points.count - 1,
      let start = lowerBound(at: points[0].salesAtRisk),
      let end = lowerBound(at: points[points.count - 1].salesAtRisk)
    else { return nil }
    let turn = points[knee]
    let gainedBefore = points[0].percentagePoints(to: turn)
    let gainedBeyond = turn.percentagePoints(to: points[points.count - 1])
    guard gainedBefore > 0, gainedBeyond > 0 else { return nil }
    let before = (turn.cost - min(start, points[0].cost)) / gainedBefore
    let beyond = (end - turn.cost) / gainedBeyond
    return beyond > before ? knee : nil
  }
}
