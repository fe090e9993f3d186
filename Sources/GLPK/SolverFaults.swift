import Foundation
import GLPKGuard

/// Faults of GLPK on purpose, by which it is tried that none becomes a wrong answer.
///
/// Each guarded call of GLPK is an occasion, and each event of branch and cut; they count from 1.
///
/// ```swift
/// let faults = SolverFaults(.abort, at: 3...3)
/// let solution = try faults.during { try GLPKSolver().solve(program) }
/// ```
///
/// In a debug build the environment variable `SHOREWISE_SOLVER_FAULT` does the same to a whole process: `abort:3` is
/// an abort at the third occasion, `failure:3+` are failures from there on.
package struct SolverFaults: @unchecked Sendable {
  /// What goes wrong.
  package enum Kind: String, Sendable, CaseIterable {
    /// GLPK fails an assertion, inside itself.
    case abort
    /// GLPK answers that it failed.
    case failure
    /// GLPK works on without an end, until its time is up or it is asked to stop.
    case stall

    fileprivate var code: guard_fault_kind {
      switch self {
      case .abort: GUARD_FAULT_ABORT
      case .failure: GUARD_FAULT_FAILURE
      case .stall: GUARD_FAULT_STALL
      }
    }
  }

  /// All it holds is counted atomically, and never freed.
  let handle: OpaquePointer?

  /// - Parameters:
  ///   - kind: what goes wrong.
  ///   - occasions: when.
  package init(_ kind: Kind, at occasions: ClosedRange<Int>) {
    handle = guard_faults_create(
      kind.code, Int64(occasions.lowerBound), Int64(occasions.upperBound))
  }

  /// Faults of a kind from an occasion on, without an end.
  package init(_ kind: Kind, from first: Int) {
    self.init(kind, at: first...Int.max)
  }

  /// - Parameter text: `abort:3`, or `abort:3+` for all from there on; `nil` where it is neither.
  package init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    let isLasting = parts[1].hasSuffix("+")
    guard let first = Int(isLasting ? parts[1].dropLast() : parts[1]), first > 0 else { return nil }
    self.init(kind, at: first...(isLasting ? Int.max : first))
  }

  /// How many occasions there were so far.
  package var occasions: Int { handle.map { Int(guard_faults_occasions($0)) } ?? 0 }

  /// Lets the faults happen to all that `work` solves on this thread, and on threads that it starts for that.
  package func during<Result>(_ work: () throws -> Result) rethrows -> Result {
    let before = guard_faults_of_thread()
    guard_set_faults_of_thread(handle)
    defer { guard_set_faults_of_thread(before) }
    return try work()
  }

  #if DEBUG
    private static let ofProcess = ProcessInfo.processInfo.environment["SHOREWISE_SOLVER_FAULT"]
      .flatMap { SolverFaults($0) }

    /// Lets what the environment asks for happen on this thread.
    static func obeyEnvironment() {
      if let ofProcess, guard_faults_of_thread() == nil {
        guard_set_faults_of_thread(ofProcess.handle)
      }
    }
  #endif
}
