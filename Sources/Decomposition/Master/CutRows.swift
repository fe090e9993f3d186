import Certificate
import GLPK
import Modeling
import NetworkDesign

extension MasterProgram {
  /// The row of the master that a cut of a block is: `θ − w·Σβx − w·γ·v ≥ w·α` for its cost, `v − Σβx ≥ α` for its loss.
  func entry(for cut: BendersCut, block: Int) -> CutPool.Entry? {
    let estimate = estimates[block]
    let weight: Double
    let subject: Int
    switch cut.subject {
    case .cost:
      guard let column = estimate.cost else { return nil }
      (weight, subject) = (estimate.weight, column.index)
    case .loss:
      guard let column = estimate.loss else { return nil }
      (weight, subject) = (1, column.index)
    }
    var columns = [Int32(subject)]
    var coefficients = [1.0]
    for (index, coefficient) in cut.stage {
      columns.append(Int32(stageColumns[estimate.period][index].index))
      coefficients.append(-weight * coefficient)
    }
    if cut.subject == .cost, cut.loss != 0, let column = estimate.loss {
      columns.append(Int32(column.index))
      coefficients.append(-weight * cut.loss)
    }
    // Weighing has rounded each number once more.
    let magnitude = zip(columns, coefficients).dropFirst().reduce(abs(weight * cut.constant)) {
      $0 + abs($1.1) * program.columns[Int($1.0)].upper
    }
    let lower = weight * cut.constant - magnitude * 0x1p-50
    guard lower.isFinite, coefficients.allSatisfy(\.isFinite) else { return nil }
    return CutPool.Entry(
      row: .init(columns: columns, coefficients: coefficients, lower: lower, upper: .infinity),
      kind: cut.subject == .cost ? .cost(block) : .loss(block), unit: 1,
      derivation: cut.proof.map { proof in
        var stated = proof
        stated.side = lower
        return .cut(stated)
      })
  }
}
