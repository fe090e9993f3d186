import GLPKGuard

/// Listens to GLPK while it is busy: takes note of points and bounds, tells of the progress, and
/// says when to stop. It never calls GLPK.
final class Observer {
  /// What happens on a report; true asks to stop.
  var onReport: (borrowing Report) -> Bool = { _ in false }

  /// A report of branch and cut, in the units of the loaded program.
  struct Report: ~Copyable {
    /// Whether the tree has been begun.
    let isInTree: Bool
    /// Nodes so far.
    let nodes: Int
    /// Proven bound, `-.infinity` if there is none.
    let bound: Double
    /// A point that is new, as long as the call lasts.
    let point: UnsafePointer<Double>?
  }

  /// Called by the guard.
  func observe(_ report: guard_report) -> Bool {
    onReport(
      Report(
        isInTree: report.in_tree != 0, nodes: Int(report.nodes), bound: report.bound,
        point: report.point))
  }
}
