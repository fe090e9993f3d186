import Modeling
import NetworkDesign

/// The program of a claim as it is proved from: the master with the claim's objective, cap and requirements, all numbers
/// enclosed, and the links of the normal state.
///
/// It is made by the assembly that every solver gets its programs from, and by nothing else: no solver has a part
/// in it.
struct ProofProgram: Sendable {
  let columns: [ProofColumn]
  /// The master's rows, then the requirements.
  let rows: [ProofRow]
  /// The gates of the normal state, which are no rows of the master.
  let links: [ProofRow]
  /// What a unit of its objective is worth in the units of the dataset.
  let unit: Double

  /// - Parameters:
  ///   - master: the master of the question.
  ///   - objective: what is bounded from below.
  ///   - cap: the cap on sales at risk; `nil` for none.
  init(_ master: MasterProgram, objective: BoundCertificate.Objective, cap: Double?) {
    var program = master.program
    switch objective {
    case .cost: program.minimise(master.cost)
    case .risk: program.minimise(master.salesAtRisk)
    }
    unit = objective == .cost ? master.network.units.money : 1
    program.setBounds(of: master.capRow, from: -.infinity, to: cap ?? .infinity)
    RequirementsPart(master.question).add(to: &program, master.stage)
    columns = program.columns.map { column in
      ProofColumn(
        name: column.name, cost: Interval(widening: column.cost),
        lower: column.isInteger
          ? Interval(column.lower.rounded(.up)) : Interval(widening: column.lower),
        upper: column.isInteger
          ? Interval(column.upper.rounded(.down)) : Interval(widening: column.upper),
        isWhole: column.isInteger)
    }
    rows = program.rows.map(ProofRow.init)
    links = master.links.map(ProofRow.init)
  }
}

extension ProofRow {
  init(_ row: LinearProgram.Row) {
    columns = row.terms.map { Int32($0.column.index) }
    coefficients = row.terms.map { Interval(widening: $0.coefficient) }
    lower = Interval(widening: row.lower)
    upper = Interval(widening: row.upper)
  }
}
