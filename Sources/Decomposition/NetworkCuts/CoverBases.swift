import Modeling
import NetworkDesign
import SupplyNetwork

/// What some makers have to make at least: `Σ weight · q + Σ coefficient · other ≥ side`, a sum of rows of a normal state.
struct CoverBase: Sendable {
  /// The product that the makers make.
  var product: Int
  /// What is summed up; a positive multiplier takes a row as at least its lower side.
  var rows: [(row: Int, multiplier: Double)]
  var side: Double
  /// Makers' products with their weights.
  var makers: [(made: NetworkRows.Made, weight: Double)] = []
  /// Other columns above 0: sales not made, and what else brings goods.
  var others: [(column: Int, coefficient: Double)] = []
}

/// Finds them: for each product and component what all demands take of it, and for each share what its origins have to give.
struct CoverBases {
  let network: NetworkRows
  let master: MasterProgram

  func bases() -> [CoverBase] {
    master.blocks.indices.flatMap { period in
      let items = master.network.dataset.products.indices.compactMap { item($0, in: period) }
      return items + shares(in: period, items)
    }
  }

  /// All that is made of a product is what is delivered of everything that it goes into: each row of goods counts with what is in
  /// a unit of its own product.
  private func item(_ product: Int, in period: Int) -> CoverBase? {
    var content: [Int: Double] = [:]
    func units(in other: Int) -> Double {
      if let known = content[other] { return known }
      let sum = master.network.components[other].reduce(other == product ? 1 : 0) {
        $0 + $1.quantity * units(in: $1.product)
      }
      content[other] = sum
      return sum
    }
    let rows = master.blocks[period].goodsRows.compactMap { goods in
      let units = units(in: goods.product)
      return units > 0 ? (row: goods.row.index, multiplier: units) : nil
    }
    return base(of: product, rows, in: period)
  }

  /// Shares of products before those of their components.
  private func shares(in period: Int, _ items: [CoverBase]) -> [CoverBase] {
    let order = Network.parentsFirst(master.network.components)
    let indices = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = master.shares.filter { $0.period == period }
      .sorted { indices[$0.product] ?? 0 < indices[$1.product] ?? 0 }
    var bases: [CoverBase] = []
    for share in rows {
      if let base = base(of: share, knowing: items + bases) { bases.append(base) }
    }
    return bases
  }

  /// What the origins of a share give: `Σ counted ≥ share · Σ used`, or of all others where the share is a most.
  private func base(of share: ShareRow, knowing known: [CoverBase]) -> CoverBase? {
    let least = share.isLeast ? share.share : 1 - share.share
    guard least > 0 else { return nil }
    var sum = WeightedRows(network.program)
    sum.add(share.row.index, share.isLeast ? 1 : -1)
    for goods in master.blocks[share.period].goodsRows
    where goods.product == share.product && goods.kind != .balance
      && share.destinations.contains(goods.node)
    {
      sum.add(goods.row.index, least)
    }
    // What is made of a component is itself bound to be made.
    let negative = sum.columns.filter { $0.value < -WeightedRows.nothing }
    for made in network.made[share.period] {
      // Nothing is left of it where the sum of another maker has come in already.
      guard let weight = negative[made.column],
        sum.columns[made.column] ?? 0 < -WeightedRows.nothing
      else { continue }
      let fits = known.last { base in
        base.product == made.product && base.makers.contains { $0.made.column == made.column }
          && base.makers.allSatisfy { maker in
            abs((sum.columns[maker.made.column] ?? 0) - weight * maker.weight)
              <= 1e-9 * abs(weight)
          }
      }
      guard let fits else { continue }
      for row in fits.rows { sum.add(row.row, -weight * row.multiplier) }
    }
    sum.followUpstream(network)
    return base(of: share.product, sum.rows, in: share.period)
  }

  private func base(
    of product: Int, _ rows: [(row: Int, multiplier: Double)], in period: Int
  ) -> CoverBase? {
    var sum = WeightedRows(network.program)
    for row in rows { sum.add(row.row, row.multiplier) }
    guard sum.side > WeightedRows.nothing else { return nil }
    var base = CoverBase(product: product, rows: rows, side: sum.side)
    let made = Dictionary(
      network.made[period].map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    for (column, coefficient) in sum.columns.sorted(by: { $0.key < $1.key })
    where coefficient > WeightedRows.nothing {
      if let made = made[column] {
        base.makers.append((made, coefficient))
      } else {
        base.others.append((column, coefficient))
      }
    }
    return base.makers.isEmpty ? nil : base
  }
}

/// A sum of rows as it grows.
private struct WeightedRows {
  private let program: LinearProgram
  private(set) var rows: [(row: Int, multiplier: Double)] = []
  private(set) var columns: [Int: Double] = [:]
  private(set) var side = 0.0

  init(_ program: LinearProgram) { self.program = program }

  mutating func add(_ row: Int, _ multiplier: Double) {
    rows.append((row, multiplier))
    for term in program.rows[row].terms {
      columns[term.column.index, default: 0] += multiplier * term.coefficient
    }
    side += multiplier * (multiplier > 0 ? program.rows[row].lower : program.rows[row].upper)
  }

  /// Goods that count are followed to where they are made: each row that they leave is added once.
  mutating func followUpstream(_ network: NetworkRows) {
    var seen = Set(rows.map(\.row))
    var open = columns.filter { $0.value > Self.nothing }.map(\.key).sorted()
    while let column = open.popLast() {
      guard let coefficient = columns[column], coefficient > Self.nothing,
        let left = network.goodsRowsOfColumn[column].first(where: {
          $0.coefficient < 0 && network.kindOfRow[$0.row] == .balance
        }), seen.insert(left.row).inserted
      else { continue }
      add(left.row, coefficient / -left.coefficient)
      for term in program.rows[left.row].terms where columns[term.column.index] ?? 0 > Self.nothing
      {
        open.append(term.column.index)
      }
    }
  }

  static let nothing = 1e-9
}
