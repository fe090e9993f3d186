import Certificate
import GLPK
import Modeling
import NetworkDesign

/// All rows that hold in every plan and that a master may need: links of the normal state, Benders cuts, rounding cuts.
///
/// They live outside the masters, which hold only those that bind; each is scanned by a dot product and added where it
/// is violated. Written between rounds alone, when no worker is at work.
final class CutPool: @unchecked Sendable {
  /// What a row is.
  enum Kind: Sendable, Equatable {
    /// A gate of the normal state.
    case link
    /// A cut of a block, by its index among the estimates.
    case cost(Int), loss(Int)
    /// A rounded sum of the network's rows; it holds in every question.
    case network
    /// A rounding cut; it holds only under the question's own rows.
    case rounding
  }

  /// A row with the unit in which its violation counts.
  struct Entry: Sendable {
    var row: WarmProgram.SparseRow
    var kind: Kind
    /// Violation times this is relative.
    var unit: Double
    /// What proves it, where that is recorded.
    var derivation: RowDerivation?
  }

  private(set) var entries: [Entry] = []
  /// The rows once more, one after another, for scans.
  private var rows = PackedRows()
  /// Links come first.
  let linkCount: Int

  /// - Parameters:
  ///   - master: where the links come from.
  ///   - known: rows proved before, all but links.
  convenience init(_ master: MasterProgram, known: [Entry] = []) {
    self.init(
      links: master.links.map { link in
        let most = link.terms.reduce(0) { max($0, abs($1.coefficient)) }
        return Entry(row: .init(link), kind: .link, unit: most > 0 ? 1 / most : 1)
      }, known: known)
  }

  /// - Parameters:
  ///   - links: gates of normal states.
  ///   - known: rows proved before, all but links.
  init(links: [Entry], known: [Entry]) {
    entries = links + known
    linkCount = links.count
    for entry in entries { rows.append(entry.row) }
  }

  /// Number of Benders cuts.
  var cutCount: Int {
    entries.count {
      switch $0.kind {
      case .cost, .loss: true
      case .link, .network, .rounding: false
      }
    }
  }

  @discardableResult
  func add(_ entry: Entry) -> Int {
    entries.append(entry)
    rows.append(entry.row)
    return entries.count - 1
  }

  /// How far `point` misses each row, less than 0 where it does not; 0 for rows that are passed over.
  func violations(at point: [Double], except isPassed: [Bool]) -> [Double] {
    rows.violations(at: point, except: isPassed)
  }

  /// Whether the very same row is in the pool.
  ///
  /// - Complexity: linear in the rows of the pool; measured at a ten-thousandth of a search, most rows differing in the first number.
  func contains(_ entry: Entry) -> Bool {
    entries.contains {
      $0.row.lower == entry.row.lower && $0.kind == entry.kind && $0.row == entry.row
    }
  }

  /// Leaves out rounding cuts, which another question need not obey.
  func withoutRounding() -> [Entry] {
    entries.dropFirst(linkCount).filter { $0.kind != .rounding }
  }
}

extension WarmProgram.SparseRow {
  init(_ row: LinearProgram.Row) {
    self.init(
      columns: row.terms.map { Int32($0.column.index) },
      coefficients: row.terms.map(\.coefficient), lower: row.lower, upper: row.upper)
  }

  /// How far the row is missed at `point`.
  func violation(at point: [Double]) -> Double {
    let activity = activity(at: point)
    return max(lower - activity, activity - upper)
  }
}
