import CGLPK
import Modeling

/// Columns of a ``LiveProgram`` that sleep: they count as 0 until their reduced cost says that they pay.
///
/// Column generation over columns that are all known. GLPK leaves nonbasic columns with equal bounds out of its working
/// program, so that a sleeping column costs nothing in a simplex step.
struct Sleepers {
  /// Columns that may sleep, by index.
  let candidates: [Int]
  /// By column.
  private(set) var isAsleep: [Bool]
  private(set) var count = 0
  /// Solves after which a column did not pay, by column.
  private var idle: [UInt8]

  init(candidates: [Int], columnCount: Int) {
    self.candidates = candidates
    isAsleep = Array(repeating: false, count: columnCount)
    idle = Array(repeating: 0, count: columnCount)
  }

  mutating func sleep(_ column: Int) {
    if !isAsleep[column] { count += 1 }
    isAsleep[column] = true
  }

  mutating func wake(_ column: Int) {
    if isAsleep[column] { count -= 1 }
    isAsleep[column] = false
    idle[column] = 0
  }

  /// Takes note of a solve after which a column that is awake did not pay, or did.
  ///
  /// - Returns: whether it may sleep now.
  mutating func rest(_ column: Int, isIdle: Bool, patience: UInt8) -> Bool {
    idle[column] = isIdle ? idle[column] &+ 1 : 0
    return idle[column] > patience
  }
}

extension LiveProgram {
  /// Lets columns sleep from now on whenever they do not pay; only columns whose least value is 0 do.
  ///
  /// - Parameters:
  ///   - candidates: columns that may sleep.
  ///   - fromSleep: whether all sleep at first, until a solve or ``restore(_:)`` wakes those that it needs. From a good basis
  ///     that is the quicker beginning; from none, columns would wake in many small steps.
  public func price(_ candidates: [Int], fromSleep: Bool) {
    sleepers = Sleepers(candidates: candidates, columnCount: columnCount)
    guard fromSleep else { return }
    for column in candidates where loaded.columns[column].lower == 0 { lull(column) }
  }

  /// How many columns sleep.
  var sleeperCount: Int { sleepers?.count ?? 0 }

  /// Sends columns to sleep that have not paid after more than `patience` solves.
  public func rest(patience: UInt8) {
    guard var sleepers, let problem else { return }
    var tired: [Int] = []
    for column in sleepers.candidates where !sleepers.isAsleep[column] {
      let isIdle =
        loaded.columns[column].lower == 0 && problem.status(ofColumn: column) == GLP_NL
        && problem.reducedCost(ofColumn: column) > tolerance
      if sleepers.rest(column, isIdle: isIdle, patience: patience) { tired.append(column) }
    }
    self.sleepers = sleepers
    for column in tired { lull(column) }
  }

  /// Wakes the columns that would lower the objective of the last solve.
  ///
  /// - Parameter limit: a scaled objective; nothing wakes where even with all sleepers at their most the dual solution proves it:
  ///   `c̄ + Σ min(0, d_j) · u_j ≥ limit` is the Lagrangian bound of the whole program.
  /// - Returns: how many woke.
  func wakePaying(unlessBeyond limit: Double?) -> Int {
    guard let sleepers, sleepers.count > 0, let problem else { return 0 }
    var paying: [(column: Int, reduced: Double)] = []
    var least = problem.objective
    for column in sleepers.candidates where sleepers.isAsleep[column] {
      let upper = loaded.columns[column].upper
      guard upper > 0 else { continue }
      let reduced = problem.reducedCost(ofColumn: column)
      if reduced < 0 { least += reduced * upper }
      if reduced < -tolerance { paying.append((column, reduced)) }
    }
    if let limit, least >= limit { return 0 }
    paying.sort { ($0.reduced, $0.column) < ($1.reduced, $1.column) }
    let most = max(Self.leastWaking, (columnCount - sleepers.count) / 3)
    for entry in paying.prefix(most) { wake(entry.column) }
    return min(most, paying.count)
  }

  /// Wakes every column.
  ///
  /// - Returns: how many.
  func wakeAll() -> Int {
    guard let sleepers, sleepers.count > 0 else { return 0 }
    for column in sleepers.candidates where sleepers.isAsleep[column] { wake(column) }
    return sleepers.count
  }

  /// Wakes the columns that could take part in another optimum.
  func wakeIndifferent() {
    guard let sleepers, let problem else { return }
    for column in sleepers.candidates where sleepers.isAsleep[column] {
      if problem.reducedCost(ofColumn: column) <= tolerance { wake(column) }
    }
  }

  func wake(_ column: Int) {
    guard sleepers?.isAsleep[column] == true else { return }
    sleepers?.wake(column)
    let bounds = loaded.columns[column]
    problem?.setBounds(ofColumn: column, BoundKind(from: bounds.lower, to: bounds.upper))
  }

  private func lull(_ column: Int) {
    sleepers?.sleep(column)
    problem?.setBounds(ofColumn: column, BoundKind(from: 0, to: 0))
  }

  /// Columns that may wake at once, however few are awake.
  private static let leastWaking = 200
}
