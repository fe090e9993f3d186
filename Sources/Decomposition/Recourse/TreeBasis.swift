import GLPK

/// A basis to start a recourse block from: every demand by its cheapest way through makers, warehouses and bills, whatever the
/// capacities.
///
/// In the equality rows a column makes what its positive coefficient stands for and uses what its negative ones do: a hypergraph,
/// in which cheapest ways are found by label correction (Knuth 1977, doi:10.1016/0020-0190(77)90002-3). Their columns are
/// basic. The basis is triangular, since cheapest ways have no cycle, and dual feasible, since with no price on capacities no
/// column is cheaper; so the dual simplex method starts in its second phase, a few steps from the optimum.
struct TreeBasis {
  private let matrix: BlockMatrix
  /// Upper bounds at the first stage that is solved for.
  private let upper: [Double]
  /// The equality row that a column makes, and its coefficient there; `nil` where there is none, or where it may not be used.
  private var made: [(row: Int, coefficient: Double)?]
  /// The rows that a column uses, with positive coefficients.
  private var uses: [[(row: Int, coefficient: Double)]]
  /// The columns that use a row.
  private var users: [[Int]]

  /// - Parameter upper: greatest value of each column of the block at the first stage that is solved for; the first stage's own
  ///   and the price of what cannot be kept stay out.
  init(_ matrix: BlockMatrix, upper: [Double]) {
    self.matrix = matrix
    self.upper = upper
    made = Array(repeating: nil, count: matrix.columnCount)
    uses = Array(repeating: [], count: matrix.columnCount)
    users = Array(repeating: [], count: matrix.rowLower.count)
    var isManyfold = Set<Int>()
    for row in matrix.rowLower.indices where isEquality(row) {
      for index in Int(matrix.rowStarts[row])..<Int(matrix.rowStarts[row + 1]) {
        let column = Int(matrix.columns[index])
        let coefficient = matrix.coefficients[index]
        if column < matrix.stageCount || upper[column] <= 0 { continue }
        if coefficient > 0 {
          if made[column] != nil { isManyfold.insert(column) }
          made[column] = (row, coefficient)
        } else {
          uses[column].append((row, -coefficient))
          users[row].append(column)
        }
      }
    }
    for column in isManyfold { made[column] = nil }
  }

  private func isEquality(_ row: Int) -> Bool { matrix.rowLower[row] == matrix.rowUpper[row] }

  /// The basis; `nil` where costs fall along a cycle.
  func basis() -> WarmProgram.Basis? {
    guard let ways = cheapestWays() else { return nil }
    var columns = [UInt8](repeating: WarmProgram.Basis.atLower, count: matrix.columnCount)
    for index in 0..<matrix.stageCount { columns[index] = WarmProgram.Basis.fixed }
    var rows = [UInt8](repeating: WarmProgram.Basis.basic, count: matrix.rowLower.count)
    var sources: [[(price: Double, column: Int)]] = Array(repeating: [], count: rows.count)
    for column in made.indices {
      guard let row = made[column]?.row, users[row].isEmpty else { continue }
      let price = self.price(of: column, ways.prices)
      if price.isFinite { sources[row].append((price, column)) }
    }
    for row in rows.indices where isEquality(row) {
      if let column = ways.columns[row] {
        columns[column] = WarmProgram.Basis.basic
        rows[row] = WarmProgram.Basis.fixed
      } else if users[row].isEmpty, let last = fill(row, by: sources[row], &columns) {
        columns[last] = WarmProgram.Basis.basic
        rows[row] = WarmProgram.Basis.fixed
      }
    }
    return WarmProgram.Basis(rows: rows, columns: columns)
  }

  /// Takes what a row that nothing uses, a demand, needs from the cheapest sources first.
  ///
  /// - Returns: the one that gives the rest; those before it are at their most.
  private func fill(
    _ row: Int, by sources: [(price: Double, column: Int)], _ columns: inout [UInt8]
  ) -> Int? {
    var need = matrix.rowUpper[row]
    let sorted = sources.sorted { ($0.price, $0.column) < ($1.price, $1.column) }
    for source in sorted {
      let most = upper[source.column] * (made[source.column]?.coefficient ?? 1)
      if most >= need || source.column == sorted.last?.column { return source.column }
      columns[source.column] = WarmProgram.Basis.atUpper
      need -= most
    }
    return nil
  }

  /// The price of a unit in each row that is used, and the column that makes it so cheaply.
  private func cheapestWays() -> (prices: [Double], columns: [Int?])? {
    var prices = [Double](repeating: .infinity, count: users.count)
    var columns = [Int?](repeating: nil, count: users.count)
    var queue = made.indices.filter { made[$0] != nil && uses[$0].isEmpty }
    var head = 0
    while head < queue.count {
      if head > Self.mostVisits * made.count { return nil }
      let column = queue[head]
      head += 1
      guard let row = made[column]?.row, !users[row].isEmpty else { continue }
      let price = self.price(of: column, prices)
      guard price < prices[row] - 1e-9 * max(1, abs(price)) || prices[row] == .infinity,
        price < .infinity
      else { continue }
      prices[row] = price
      columns[row] = column
      for user in users[row]
      where made[user] != nil && uses[user].allSatisfy({ prices[$0.row] < .infinity }) {
        queue.append(user)
      }
    }
    return (prices, columns)
  }

  /// What a unit costs that a column makes, at the prices of what it uses.
  private func price(of column: Int, _ prices: [Double]) -> Double {
    uses[column].reduce(matrix.costs[column]) { $0 + $1.coefficient * prices[$1.row] }
      / (made[column]?.coefficient ?? 1)
  }

  /// Visits of a column, on average, after which costs are taken to fall along a cycle.
  private static let mostVisits = 100
}
