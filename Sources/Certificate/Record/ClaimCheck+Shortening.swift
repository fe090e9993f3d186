extension ClaimCheck {
  /// Rounds multipliers to as few digits as their leaves allow, and puts the bound that is then verified in the place of the one
  /// that was aimed at, where it is below.
  ///
  /// - Throws: leaves that prove nothing.
  mutating func shorten(_ claim: inout BoundCertificate.Claim) throws(CertificateFault) {
    // What shorter numbers may cost of the bound.
    let target = claim.bound.map { ($0 - Self.share * abs($0)) / unit }
    var digits = [Int](repeating: 0, count: claim.multipliers.count)
    var shortened = claim.multipliers
    try forEachLeaf { check, index, ranges throws(CertificateFault) in
      if ranges.values.contains(where: \.isEmpty) { return }
      for level in digits[index]..<Self.levels.count {
        if digits[index] != level || shortened[index].values == claim.multipliers[index].values {
          digits[index] = level
          shortened[index].values = claim.multipliers[index].values.map {
            Digits.rounded($0, to: Self.levels[level])
          }
        }
        let value = try check.bound(shortened[index], ranges).lower
        let isEnough =
          switch shortened[index].kind {
          case .infeasible: value > 0
          case .bound: target.map { value >= $0 } ?? false
          }
        if isEnough { break }
      }
    }
    claim.multipliers = shortened
    let aimed = claim.bound
    if aimed != nil { claim.bound = -.greatestFiniteMagnitude }
    self.claim = claim
    let proved = try proof().bound
    if let aimed, let proved { claim.bound = min(aimed, proved) }
  }

  private static let share = 1e-10
  /// Significant digits that are tried, one after another; the last are all that a number has.
  private static let levels = [7, 10, 17]
}
