import GLPK
import Modeling

/// Rows of the pool that come and go.
extension MasterRelaxation {
  /// Adds the rows of the pool that the point violates, the worst of each block and the worst links.
  ///
  /// - Returns: how many.
  func addViolated(tolerances: RowTolerances) -> Int {
    grow()
    var worst: [Int: (index: Int, violation: Double)] = [:]
    var links: [(index: Int, violation: Double)] = []
    let violations = pool.violations(at: point, except: active.isActive)
    for index in violations.indices where violations[index] > 0 && !active.isActive[index] {
      let entry = pool.entries[index]
      let violation = violations[index] * entry.unit
      guard violation > tolerances[entry.kind] else { continue }
      let key: Int
      switch entry.kind {
      case .link, .network, .rounding:
        links.append((index, violation))
        continue
      case .cost(let block): key = 2 * block
      case .loss(let block): key = 2 * block + 1
      }
      if worst[key].map({ violation > $0.violation }) ?? true { worst[key] = (index, violation) }
    }
    links.sort { ($0.violation, $1.index) > ($1.violation, $0.index) }
    let chosen =
      worst.sorted { $0.key < $1.key }.map(\.value.index)
      + links.prefix(max(50, warm.columnCount / 20)).map(\.index)
    activate(chosen)
    return chosen.count
  }

  /// Adds rows by pool index.
  func activate(_ indices: [Int]) {
    grow()
    let fresh = indices.filter { !active.isActive[$0] }
    warm.append(fresh.map { pool.entries[$0].row })
    active.append(fresh)
  }

  /// Drops rows that have not bound for a while.
  ///
  /// - Parameter patience: solves that a row may lie idle.
  func purge(patience: Int) {
    let statuses = warm.statusesOfAddedRows()
    guard statuses.count == active.indices.count else { return }
    drop(
      positions: active.note(
        binds: { statuses[$0] != WarmProgram.Basis.basic }, patience: patience))
  }

  private func drop(positions: [Int]) {
    guard !positions.isEmpty else { return }
    warm.deleteRows(positions.map { warm.fixedRowCount + $0 })
    active.drop(positions)
  }

  /// The basis, told by pool indices so that another relaxation can go on from it.
  func snapshot() -> MasterBasis? {
    guard let basis = warm.basis(), basis.rows.count == warm.fixedRowCount + active.indices.count
    else {
      return nil
    }
    var binding: [MasterBasis.Binding] = []
    for (position, index) in active.indices.enumerated() {
      let status = basis.rows[warm.fixedRowCount + position]
      if status != WarmProgram.Basis.basic { binding.append(.init(index: index, status: status)) }
    }
    return MasterBasis(
      fixedRows: Array(basis.rows.prefix(warm.fixedRowCount)), columns: basis.columns,
      binding: binding)
  }

  /// Goes on from a basis, with just the rows that bind in it.
  func restore(_ basis: MasterBasis) {
    grow()
    let needed = Set(basis.binding.map(\.index))
    // Dropping all that do not bind would make the same cuts come and go; they stay unless they are many.
    if active.indices.count > 2 * needed.count + 200 {
      drop(positions: active.indices.indices.filter { !needed.contains(active.indices[$0]) })
    }
    activate(basis.binding.map(\.index))
    let statuses = Dictionary(
      basis.binding.map { ($0.index, $0.status) }, uniquingKeysWith: { first, _ in first })
    warm.restore(
      WarmProgram.Basis(
        rows: basis.fixedRows + active.indices.map { statuses[$0] ?? WarmProgram.Basis.basic },
        columns: basis.columns))
  }

  private func grow() { active.grow(to: pool.entries.count) }
}
