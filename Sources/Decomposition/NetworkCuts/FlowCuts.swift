import NetworkDesign

/// A sum of rows to be rounded, with how.
struct RowSum: Sendable {
  var rows: [(row: Int, multiplier: Double)]
  var complemented: Set<Int> = []
  var divisor: Double
}

/// Flow cuts behind a maker: what it makes leaves the reachedRows downstream of it, or is wanted there, and is wanted only from a maker
/// that is open.
///
/// For a set R of goods, components and demands, `q ≤ Σ what leaves R + D(R) · g`, with D(R) what is wanted in R and g the maker's y or
/// Σ n. It is the sum of the rows of R, rounded with the link `q ≤ M · g` by M. The R that a point misses most is the source's side
/// of a narrowest cut in the graph of what flows from the maker at that point.
struct FlowCuts {
  let network: NetworkRows

  /// The sums that `point` misses once they are rounded, one a maker and product at most.
  func sums(at point: [Double], isOver: () -> Bool) -> [RowSum] {
    var sums: [RowSum] = []
    for period in network.made {
      for made in period where point[made.column] > Self.nothing {
        if isOver() { return sums }
        if let sum = sum(behind: made, at: point) { sums.append(sum) }
      }
    }
    return sums
  }

  /// A row of the graph, with units of the maker's product in a unit of the row.
  private struct WeightedRow: Hashable {
    var row: Int
    var weight: Double
  }

  private func sum(behind made: NetworkRows.Made, at point: [Double]) -> RowSum? {
    func share(_ gate: NetworkRows.Bound) -> Double {
      gate.terms.reduce(0) { $0 + point[$1.column] }
    }
    guard let gate = made.gates.min(by: { share($0) < share($1) }),
      share(gate) < 1 - Self.nothing, let most = gate.terms.first?.amount
    else { return nil }
    let amount = point[made.column]
    var graph = MaximumFlow()
    let source = graph.addNode()
    let sink = graph.addNode()
    var reachedRows = [WeightedRow(row: made.balance, weight: 1)]
    var nodes = [reachedRows[0]: source]
    var next = 0
    while next < reachedRows.count {
      let weighted = reachedRows[next]
      next += 1
      let node = nodes[weighted] ?? source
      let row = network.program.rows[weighted.row]
      if network.kindOfRow[weighted.row] == .demand {
        graph.addArc(
          from: node, to: sink, capacity: weighted.weight * max(0, row.upper) * share(gate))
        continue
      }
      for term in row.terms where term.coefficient < 0 {
        let column = term.column.index
        let capacity = -term.coefficient * weighted.weight * point[column]
        if capacity <= Self.nothing { continue }
        let heads = network.goodsRowsOfColumn[column].filter { $0.coefficient > 0 }
        if heads.isEmpty { graph.addArc(from: node, to: sink, capacity: capacity) }
        for head in heads {
          let reached = WeightedRow(
            row: head.row, weight: -term.coefficient * weighted.weight / head.coefficient)
          if nodes[reached] == nil {
            nodes[reached] = graph.addNode()
            reachedRows.append(reached)
            if reachedRows.count > Self.mostRows { return nil }
          }
          graph.addArc(from: node, to: nodes[reached] ?? sink, capacity: capacity)
        }
      }
    }
    let flow = graph.send(from: source, to: sink, most: amount)
    guard flow.amount < amount * (1 - Self.leastShare) else { return nil }
    var weights: [Int: Double] = [:]
    var wanted = 0.0
    for weighted in reachedRows where flow.isReached[nodes[weighted] ?? sink] {
      weights[weighted.row, default: 0] += weighted.weight
      if network.kindOfRow[weighted.row] == .demand {
        wanted += weighted.weight * network.program.rows[weighted.row].upper
      }
    }
    // A maker that can make no more than is wanted is bound by its link.
    guard wanted < most else { return nil }
    return RowSum(
      rows: weights.sorted { $0.key < $1.key }.map { (row: $0.key, multiplier: $0.value) }
        + gate.rows.map { (row: $0.row, multiplier: -$0.multiplier) },
      divisor: most)
  }

  /// Amounts, and shares of an opening, that count as none.
  private static let nothing = 1e-6
  /// How much less than what is made has to come through.
  private static let leastShare = 1e-4
  private static let mostRows = 4_000
}
