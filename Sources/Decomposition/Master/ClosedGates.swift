import GLPK
import Modeling

/// Flows through gates that are shut: where every whole column of a link `Σ x ≤ Σ M·y` is held at 0, its flows are too, by their
/// own bounds and without the row.
///
/// A bound costs a simplex step nothing, and a row does; and a node begins where all has left a closed facility, instead
/// of learning so link by link.
struct ClosedGates {
  private struct Gate {
    /// Its index among the links.
    let link: Int
    /// 1 for `Σ x − Σ M·y ≤ 0`, -1 for the same the other way round.
    let sign: Double
    var flows: [Int] = []
    /// Coefficients of the flows, above 0.
    var amounts: [Double] = []
    /// How many of its whole columns may be more than 0.
    var open = 0
  }

  private var gates: [Gate] = []
  /// Gates by whole column.
  private var gatesOfColumn: [Int: [Int]] = [:]
  private var held: Set<Int> = []
  /// How many gates hold a flow at 0.
  private var holds: [Int: Int] = [:]
  /// Gates all whole columns of which are held.
  private var shut: Set<Int> = []

  /// - Parameters:
  ///   - links: gates of normal states; rows of another form are passed over.
  ///   - program: the master; only flows that may be 0 are held there.
  init(_ links: some Sequence<WarmProgram.SparseRow>, in program: LinearProgram) {
    for (link, row) in links.enumerated() {
      let sign = row.upper == 0 && row.lower == -.infinity ? 1.0 : -1
      guard sign > 0 || row.lower == 0 && row.upper == .infinity else { continue }
      var gate = Gate(link: link, sign: sign)
      var whole: [Int] = []
      var isGate = true
      for (column, coefficient) in zip(row.columns.map(Int.init), row.coefficients) {
        let isWhole = program.columns[column].isInteger
        if sign * coefficient > 0 {
          gate.flows.append(column)
          gate.amounts.append(abs(coefficient))
          isGate = isGate && !isWhole && program.columns[column].lower == 0
        } else {
          whole.append(column)
          isGate = isGate && isWhole
        }
      }
      guard isGate, !whole.isEmpty else { continue }
      gate.open = whole.count
      for column in whole { gatesOfColumn[column, default: []].append(gates.count) }
      gates.append(gate)
    }
  }

  /// Takes note of whether a whole column is held at 0.
  ///
  /// - Returns: flows that are shut now, and flows that are free again.
  mutating func note(_ column: Int, isHeld: Bool) -> (shut: [Int], freed: [Int]) {
    guard let own = gatesOfColumn[column], held.contains(column) != isHeld else { return ([], []) }
    if isHeld { held.insert(column) } else { held.remove(column) }
    var (shut, freed): ([Int], [Int]) = ([], [])
    for gate in own {
      gates[gate].open += isHeld ? -1 : 1
      guard gates[gate].open == (isHeld ? 0 : 1) else { continue }
      if isHeld { self.shut.insert(gate) } else { self.shut.remove(gate) }
      for flow in gates[gate].flows {
        let count = holds[flow, default: 0] + (isHeld ? 1 : -1)
        holds[flow] = count
        if isHeld, count == 1 { shut.append(flow) }
        if !isHeld, count == 0 { freed.append(flow) }
      }
    }
    return (shut, freed)
  }

  /// Whether any gate is shut.
  var areAnyShut: Bool { !shut.isEmpty }

  /// Multipliers of links by which a proof holds that has counted on shut flows: they make up for reduced costs below 0 there, and
  /// cost nothing, since all whole columns of their rows are held at 0.
  ///
  /// - Parameter reduced: lower ends of the reduced costs, by column.
  /// - Returns: indices among the links, with their multipliers.
  func multipliers(_ reduced: [Double]) -> [(link: Int, value: Double)] {
    var reduced = reduced
    var found: [(link: Int, value: Double)] = []
    for gate in shut.sorted().map({ gates[$0] }) {
      var needed = 0.0
      for (flow, amount) in zip(gate.flows, gate.amounts) {
        needed = max(needed, -reduced[flow] / amount)
      }
      guard needed > 0 else { continue }
      needed *= Self.plenty
      for (flow, amount) in zip(gate.flows, gate.amounts) { reduced[flow] += needed * amount }
      found.append((gate.link, -gate.sign * needed))
    }
    return found
  }

  /// More than is needed, so that rounding takes nothing from it.
  private static let plenty = 1 + 1e-6
}
