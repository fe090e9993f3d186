import Modeling
import NetworkDesign

/// The rows of a master's normal states as cuts of the network see them: the master's own, then its links.
///
/// Nothing in it looks at what rows stand for beyond ``GoodsRow``: what a column brings where is read off the coefficients, so
/// that whatever a formulation adds to its balances is in the cuts.
struct NetworkRows: Sendable {
  /// A row that bounds what is made by whole decisions: `Σ use · q ≤ Σ amount · whole`.
  struct Bound: Sendable {
    /// The row, and rows that are added to it with their multipliers, for a `q` with the coefficient 1.
    var rows: [(row: Int, multiplier: Double)]
    /// What a unit of each whole column allows, units a year.
    var terms: [(column: Int, amount: Double)]
    /// Whether the terms are modules, not openings.
    var isOfModules: Bool
  }

  /// A maker's product.
  struct Made: Sendable {
    /// q.
    var column: Int
    /// The balance that it comes into.
    var balance: Int
    /// By its index in the dataset.
    var product: Int
    var bounds: [Bound]
    /// Of these the links by y and by Σ n, whose terms have all the same amount.
    var gates: [Bound]
  }

  /// The master's columns and rows, then its links.
  let program: LinearProgram
  let ownRowCount: Int
  /// What is made, by period.
  let made: [[Made]]
  /// The goods rows a column stands in, with its coefficients there; of columns of other kinds none.
  let goodsRowsOfColumn: [[(row: Int, coefficient: Double)]]
  let kindOfRow: [Int: GoodsRow.Kind]

  init(_ master: MasterProgram) {
    var program = master.program
    ownRowCount = program.rows.count
    for link in master.links { program.addRow(link) }
    self.program = program
    var kinds: [Int: GoodsRow.Kind] = [:]
    var indices = [[(row: Int, coefficient: Double)]](repeating: [], count: program.columns.count)
    for block in master.blocks {
      for goods in block.goodsRows {
        kinds[goods.row.index] = goods.kind
        for term in program.rows[goods.row.index].terms {
          indices[term.column.index].append((goods.row.index, term.coefficient))
        }
      }
    }
    kindOfRow = kinds
    goodsRowsOfColumn = indices
    let bounds = Self.bounds(program, ownRowCount: ownRowCount, master)
    let (network, ownRowCount) = (master.network, ownRowCount)
    made = master.blocks.map { block in
      block.produced.enumerated().compactMap { index, column in
        let balance = indices[column.index].first {
          // Of what is used where it is made the component's.
          kinds[$0.row] != .demand && $0.coefficient == 1
        }
        guard let balance else { return nil }
        let own = bounds[column.index] ?? []
        let gates = own.filter { bound in
          bound.rows[0].row >= ownRowCount
            && bound.terms.allSatisfy { $0.amount == bound.terms[0].amount }
        }
        return Made(
          column: column.index, balance: balance.row, product: network.recipes[index].product,
          bounds: own, gates: gates)
      }
    }
  }

  /// Rows `Σ use · q ≤ Σ amount · whole` by each q in them; a capacity also with what modules there may be at an open site put in.
  private static func bounds(
    _ program: LinearProgram, ownRowCount: Int, _ master: MasterProgram
  ) -> [Int: [Bound]] {
    let made = Set(master.blocks.flatMap { $0.produced.map(\.index) })
    let openings = Set(
      master.stage.open.flatMap(\.self).flatMap { $0.terms.map(\.column.index) })
    let moduleLinks = moduleLinks(program, openings)
    var bounds: [Int: [Bound]] = [:]
    for (index, row) in program.rows.enumerated() where row.upper == 0 {
      let isBound = row.terms.allSatisfy { term in
        made.contains(term.column.index)
          ? term.coefficient > 0
          : program.columns[term.column.index].isInteger && term.coefficient < 0
      }
      let whole = row.terms.filter { !made.contains($0.column.index) }
      guard isBound, !whole.isEmpty else { continue }
      let isOfModules = !whole.contains { openings.contains($0.column.index) }
      for own in row.terms where made.contains(own.column.index) {
        let bound = Bound(
          rows: [(index, 1 / own.coefficient)],
          terms: whole.map { ($0.column.index, -$0.coefficient / own.coefficient) },
          isOfModules: isOfModules)
        bounds[own.column.index, default: []].append(bound)
        // Links by Σ n have one by y beside them.
        if isOfModules, index < ownRowCount, let opening = bound.byOpening(moduleLinks) {
          bounds[own.column.index, default: []].append(opening)
        }
      }
    }
    return bounds
  }

  /// A row `n ≤ maximum · y`.
  struct ModuleLink {
    var row: Int
    var opening: Int
    var maximum: Double
  }

  /// By n.
  private static func moduleLinks(
    _ program: LinearProgram, _ openings: Set<Int>
  ) -> [Int: ModuleLink] {
    var links: [Int: ModuleLink] = [:]
    for (index, row) in program.rows.enumerated() where row.terms.count == 2 && row.upper == 0 {
      for (own, other) in [(row.terms[0], row.terms[1]), (row.terms[1], row.terms[0])]
      where own.coefficient == 1 && other.coefficient < 0 && openings.contains(other.column.index)
        && program.columns[own.column.index].isInteger && !openings.contains(own.column.index)
      {
        links[own.column.index] = ModuleLink(
          row: index, opening: other.column.index, maximum: -other.coefficient)
      }
    }
    return links
  }
}

extension NetworkRows.Bound {
  /// The bound that the opening of a site is when all modules are put in that it allows; `nil` where some have no such link.
  func byOpening(_ links: [Int: NetworkRows.ModuleLink]) -> NetworkRows.Bound? {
    var bound = NetworkRows.Bound(rows: rows, terms: [], isOfModules: false)
    var amount = 0.0
    for term in terms {
      guard let link = links[term.column] else { return nil }
      bound.rows.append((link.row, term.amount))
      bound.terms = [(link.opening, 0)]
      amount += term.amount * link.maximum
    }
    bound.terms = bound.terms.map { ($0.column, amount) }
    return bound.terms.isEmpty ? nil : bound
  }
}
