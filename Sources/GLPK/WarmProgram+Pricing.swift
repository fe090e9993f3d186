import CGLPK

/// Columns of a ``WarmProgram`` that are deferred: they count as 0 until their reduced cost says that they pay.
///
/// Column generation over columns that are all known. GLPK leaves nonbasic columns with equal bounds out of its working
/// program, so that a deferred column costs nothing in a simplex step.
struct DeferredColumns {
  /// Columns that may be deferred, by index.
  let candidates: [Int]
  /// By column.
  private(set) var isDeferred: [Bool]
  private(set) var count = 0
  /// Solves after which a column did not pay, by column.
  private var idle: [UInt8]

  init(candidates: [Int], columnCount: Int) {
    self.candidates = candidates
    isDeferred = Array(repeating: false, count: columnCount)
    idle = Array(repeating: 0, count: columnCount)
  }

  mutating func insert(_ column: Int) {
    if !isDeferred[column] { count += 1 }
    isDeferred[column] = true
  }

  mutating func remove(_ column: Int) {
    if isDeferred[column] { count -= 1 }
    isDeferred[column] = false
    idle[column] = 0
  }

  /// Takes note of a solve after which a column that is active did not pay, or did.
  ///
  /// - Returns: whether it may be deferred now.
  mutating func deferIdle(_ column: Int, isIdle: Bool, patience: UInt8) -> Bool {
    idle[column] = isIdle ? idle[column] &+ 1 : 0
    return idle[column] > patience
  }
}

extension WarmProgram {
  /// Defers columns from now on whenever they do not pay; only columns whose least value is 0 do.
  ///
  /// - Parameters:
  ///   - candidates: columns that may be deferred.
  ///   - fromDeferred: whether all are deferred at first, until a solve or ``restore(_:)`` activates those that it needs. From a good basis
  ///     that is the quicker beginning; from none, columns would come in by many small steps.
  public func price(_ candidates: [Int], fromDeferred: Bool) {
    deferred = DeferredColumns(candidates: candidates, columnCount: columnCount)
    guard fromDeferred else { return }
    for column in candidates where loaded.columns[column].lower == 0 { postpone(column) }
  }

  /// Defers columns that have not paid after more than `patience` solves.
  public func deferIdle(patience: UInt8) {
    guard var deferred, let problem else { return }
    var idle: [Int] = []
    for column in deferred.candidates where !deferred.isDeferred[column] {
      let isIdle =
        loaded.columns[column].lower == 0 && problem.status(ofColumn: column) == GLP_NL
        && problem.reducedCost(ofColumn: column) > tolerance
      if deferred.deferIdle(column, isIdle: isIdle, patience: patience) { idle.append(column) }
    }
    self.deferred = deferred
    for column in idle { postpone(column) }
  }

  /// Activates the columns that would lower the objective of the last solve.
  ///
  /// - Parameter limit: a scaled objective; nothing is activated where even with all deferred at their most the dual solution proves it:
  ///   `c̄ + Σ min(0, d_j) · u_j ≥ limit` is the Lagrangian bound of the whole program.
  /// - Returns: how many were activated.
  func activatePaying(unlessBeyond limit: Double?) -> Int {
    guard let deferred, deferred.count > 0, let problem else { return 0 }
    var paying: [(column: Int, reduced: Double)] = []
    var least = problem.objective
    for column in deferred.candidates where deferred.isDeferred[column] {
      let upper = loaded.columns[column].upper
      guard upper > 0 else { continue }
      let reduced = problem.reducedCost(ofColumn: column)
      if reduced < 0 { least += reduced * upper }
      if reduced < -tolerance { paying.append((column, reduced)) }
    }
    if let limit, least >= limit { return 0 }
    paying.sort { ($0.reduced, $0.column) < ($1.reduced, $1.column) }
    let most = max(Self.leastActivated, (columnCount - deferred.count) / 3)
    for entry in paying.prefix(most) { activate(entry.column) }
    return min(most, paying.count)
  }

  /// Activates every column.
  ///
  /// - Returns: how many.
  func activateAll() -> Int {
    guard let deferred, deferred.count > 0 else { return 0 }
    for column in deferred.candidates where deferred.isDeferred[column] { activate(column) }
    return deferred.count
  }

  /// Activates the columns that could take part in another optimum.
  func activateIndifferent() {
    guard let deferred, let problem else { return }
    for column in deferred.candidates where deferred.isDeferred[column] {
      if problem.reducedCost(ofColumn: column) <= tolerance { activate(column) }
    }
  }

  func activate(_ column: Int) {
    guard deferred?.isDeferred[column] == true else { return }
    deferred?.remove(column)
    let bounds = loaded.columns[column]
    problem?.setBounds(ofColumn: column, BoundKind(from: bounds.lower, to: bounds.upper))
  }

  private func postpone(_ column: Int) {
    deferred?.insert(column)
    problem?.setBounds(ofColumn: column, BoundKind(from: 0, to: 0))
  }

  /// Columns that may be activated at once, however few are active.
  private static let leastActivated = 200
}
