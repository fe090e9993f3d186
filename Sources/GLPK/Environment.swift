import GLPKGuard

/// GLPK's state on one thread, behind the guard that turns its aborts into values.
///
/// It must be made, used and dropped on one thread. After an abort or a stop GLPK's state was thrown
/// away with all problems in it: ``generation`` then rises, by which a ``Problem`` knows that it has
/// nothing left to delete.
final class Environment {
  private let handle: OpaquePointer
  /// Listens while GLPK is busy; the C side holds a pointer to it.
  let observer = Observer()
  /// How often the state was thrown away.
  private(set) var generation = 0

  /// - Throws: ``GLPKError/noThread`` if memory is short.
  init() throws(GLPKError) {
    #if DEBUG
      SolverFaults.obeyEnvironment()
    #endif
    let context = Unmanaged.passUnretained(observer).toOpaque()
    let made = guard_create(
      { context, report in
        guard let context, let report else { return 0 }
        let observer = Unmanaged<Observer>.fromOpaque(context).takeUnretainedValue()
        return observer.observe(report.pointee) ? 1 : 0
      }, context)
    guard let made else { throw .noThread }
    handle = made
  }

  deinit { guard_destroy(handle) }

  /// Runs one guarded call.
  func run(_ call: (OpaquePointer) -> guard_outcome) throws(Interruption) {
    switch call(handle) {
    case GUARD_DONE: return
    case GUARD_STOPPED:
      generation += 1
      throw .stopped
    default:
      generation += 1
      throw .aborted(String(cString: guard_message(handle)))
    }
  }
}
