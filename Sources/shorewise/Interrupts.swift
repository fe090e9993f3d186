import Batch
import Foundation
import Modeling

/// Turns Ctrl-C, SIGTERM, SIGHUP, SIGXCPU and a memory that is nearly used up into a request to stop. A second Ctrl-C,
/// SIGTERM or SIGHUP ends the process at once.
enum Interrupts {
  private static let flag = Cancellation()
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
  nonisolated(unsafe) private static var isIgnoring = false

  /// Lets interrupts pass: a worker is ended by its batch, which knows what to do. It is not to write the best plan found
  /// so far as a result when a cluster sends a signal to all processes of a task.
  static func ignore() {
    isIgnoring = true
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_IGN) }
  }

  /// Passes interrupts on to the process that this one guards; the second one ends both.
  ///
  /// - Parameter leaving: done before the end.
  static func relay(leaving: @escaping @Sendable () -> Void) {
    let hasBegun = Cancellation()
    listen { number in
      // Where no process could be started, the work is done in this one.
      if !GuardedProcess.isRunning { take(number, note) }
      if number == SIGXCPU { return GuardedProcess.ask(.processorTime) }
      if hasBegun.isCancelled {
        leaving()
        end(number)
      }
      hasBegun.cancel()
      GuardedProcess.ask(.interrupt)
    }
  }

  /// Does in the guarded process what it is asked to.
  static func take(_ request: GuardedProcess.Request) {
    switch request {
    case .processorTime: stop(because: "processor time limit reached", note)
    case .interrupt: stop(because: nil, note)
    }
  }

  /// The flag that an interrupt sets.
  ///
  /// - Parameter note: what is told then.
  static func cancellation(_ note: String = note) -> Cancellation {
    MemoryWatch.begin { stop(because: "memory limit reached", note) }
    if !isIgnoring || GuardedRun.isGuarded { listen { take($0, note) } }
    return flag
  }

  /// What is told at an interrupt.
  private static let note = "stopping: the best plan found so far will be kept"

  private static func listen(_ taken: @escaping @Sendable (Int32) -> Void) {
    guard sources.isEmpty else { return }
    let numbers = isIgnoring ? [SIGXCPU] : [SIGINT, SIGTERM, SIGHUP, SIGXCPU]
    let queue = DispatchQueue(label: "interrupts")
    // What nohup ignores stays ignored.
    for number in numbers where number != SIGHUP || !isIgnored(number) {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { taken(number) }
      source.resume()
      sources.append(source)
    }
  }

  private static func take(_ number: Int32, _ note: String) {
    if number == SIGXCPU {
      // It comes again every second until the hard limit.
      stop(because: "processor time limit reached", note)
    } else if flag.isCancelled {
      end(number)
    } else {
      stop(because: nil, note)
    }
  }

  private static func end(_ number: Int32) -> Never {
    StandardError.write("\nended immediately: results not yet written are lost\n")
    _exit(128 + number)
  }

  private static func stop(because reason: String?, _ note: String) {
    if flag.isCancelled { return }
    flag.cancel(because: reason)
    StandardError.write("\n\(reason.map { "\($0), " } ?? "")\(note)\n")
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
