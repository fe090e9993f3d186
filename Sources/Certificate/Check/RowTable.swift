/// All rows that a proof may refer to, counted through: the master's with those of requirements, links, Benders cuts,
/// rounding cuts.
struct RowTable: Sendable {
  let fixed: [ProofRow]
  let links: [ProofRow]
  let cuts: [ProofRow]
  var roundings: [ProofRow] = []

  init(_ program: ProofProgram, cuts: [ProofRow]) {
    fixed = program.rows
    links = program.links
    self.cuts = cuts
  }

  /// The row with a reference; `nil` where there is none.
  subscript(reference: Int) -> ProofRow? {
    if reference < 0 { return nil }
    if reference < fixed.count { return fixed[reference] }
    var index = reference - fixed.count
    if index < links.count { return links[index] }
    index -= links.count
    if index < cuts.count { return cuts[index] }
    index -= cuts.count
    return index < roundings.count ? roundings[index] : nil
  }
}
