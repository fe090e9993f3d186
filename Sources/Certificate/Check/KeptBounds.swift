import Modeling
import NetworkDesign
import SupplyNetwork

/// Upper bounds of columns that have none in the master, and that some optimum keeps or a row implies: what a scenario costs
/// is never more than all it could cost, no measure of risk is more than all that could be lost, and a grant is limited by
/// its row.
struct KeptBounds {
  private var most: [Int: Double] = [:]

  init(_ master: MasterProgram) {
    let greatestLoss = master.estimates.map(\.greatestLoss).max() ?? 0
    for term in master.salesAtRisk.terms { most[term.column.index] = greatestLoss }
    for estimate in master.estimates {
      guard let column = estimate.cost else { continue }
      let recourse = RecourseProgram(
        network: master.network, incidence: master.incidence, period: estimate.period,
        state: estimate.state)
      let cost = recourse.program.columns.enumerated().reduce(0.0) { sum, column in
        // In truth nothing is lost beyond v.
        column.offset == recourse.excess?.index
          ? sum : sum + max(0, column.element.cost) * column.element.upper
      }
      most[column.index] = estimate.weight * cost
    }
    let program = master.program
    for row in program.rows where row.upper.isFinite {
      for term in row.terms where term.coefficient > 0 {
        let column = term.column.index
        guard program.columns[column].upper.isInfinite, most[column] == nil else { continue }
        let others = row.terms.reduce(0.0) { sum, other in
          let bounds = program.columns[other.column.index]
          return other.column == term.column
            ? sum
            : sum + other.coefficient * (other.coefficient > 0 ? bounds.lower : bounds.upper)
        }
        if others.isFinite { most[column] = (row.upper - others) / term.coefficient }
      }
    }
  }

  func upper(ofColumn place: Int, _ column: LinearProgram.Column) -> Double {
    // A hair more covers what was rounded on the way.
    column.upper.isFinite ? column.upper : most[place].map { $0 * (1 + 1e-9) } ?? column.upper
  }
}
