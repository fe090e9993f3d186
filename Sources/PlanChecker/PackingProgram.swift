/// The greatest sum of some variables that packing rows leave room for: Σ a·x ≤ b with b ≥ 0, x ≥ 0.
///
/// The simplex method on a dense tableau from x = 0, with Bland's rule against circles. Meant for a few dozen rows whose numbers
/// are of the order of 1.
struct PackingProgram {
  private let variables: Int
  private var rows: [(coefficients: [Int: Double], limit: Double)] = []

  init(variables: Int) { self.variables = variables }

  /// Adds a row.
  mutating func add(_ coefficients: [Int: Double], atMost limit: Double) {
    rows.append((coefficients, limit))
  }

  /// The variables where the sum of the first `count` of them is greatest.
  func greatestSum(ofFirst count: Int) -> [Double] {
    let width = variables + rows.count
    // Each row with its slack and its limit; the objective, negated, comes last.
    var table = rows.enumerated().map { index, row -> [Double] in
      var line = [Double](repeating: 0, count: width + 1)
      for (variable, coefficient) in row.coefficients { line[variable] = coefficient }
      line[variables + index] = 1
      line[width] = row.limit
      return line
    }
    var objective = [Double](repeating: 0, count: width + 1)
    for variable in 0..<count { objective[variable] = -1 }
    var basis = Array(variables..<width)
    // Bland's rule ends in exact arithmetic; rounding must not keep it going.
    for _ in 0..<(100 * (width + 1)) {
      guard let column = (0..<width).first(where: { objective[$0] < -1e-11 }) else { break }
      let candidates = table.indices.filter { table[$0][column] > 1e-11 }
      guard
        let pivot = candidates.min(by: {
          let (left, right) = (
            table[$0][width] / table[$0][column], table[$1][width] / table[$1][column]
          )
          return left == right ? basis[$0] < basis[$1] : left < right
        })
      else { break }
      let scale = table[pivot][column]
      for index in 0...width { table[pivot][index] /= scale }
      for row in table.indices where row != pivot && table[row][column] != 0 {
        let factor = table[row][column]
        for index in 0...width { table[row][index] -= factor * table[pivot][index] }
        table[row][width] = max(0, table[row][width])
      }
      let factor = objective[column]
      for index in 0...width { objective[index] -= factor * table[pivot][index] }
      objective[column] = 0
      basis[pivot] = column
    }
    var values = [Double](repeating: 0, count: variables)
    for (row, variable) in basis.enumerated() where variable < variables {
      values[variable] = table[row][width]
    }
    return values
  }
}
