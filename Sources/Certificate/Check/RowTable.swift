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
    var place = reference - fixed.count
    if place < links.count { return links[place] }
    place -= links.count
    if place < cuts.count { return cuts[place] }
    place -= cuts.count
    return place < roundings.count ? roundings[place] : nil
  }
}
