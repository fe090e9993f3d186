import Foundation
import Modeling
import Studies

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

  /// The flag that an interrupt sets.
  ///
  /// - Parameter note: what is told then.
  static func cancellation(
    _ note: String = "stopping: the best plan found so far will be written"
  ) -> Cancellation {
    MemoryWatch.begin { stop(because: "memory limit reached", note) }
    guard sources.isEmpty, !isIgnoring else { return flag }
    let queue = DispatchQueue(label: "interrupts")
    // What nohup ignores stays ignored.
    for number in [SIGINT, SIGTERM, SIGHUP, SIGXCPU] where number != SIGHUP || !isIgnored(number) {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { take(number, note) }
      source.resume()
      sources.append(source)
    }
    return flag
  }

  private static func take(_ number: Int32, _ note: String) {
    if number == SIGXCPU {
      // It comes again every second until the hard limit.
      if !flag.isCancelled { stop(because: "processor time limit reached", note) }
    } else if flag.isCancelled {
      StandardError.write("\nended at once: what is not in its files yet is lost\n")
      _exit(128 + number)
    } else {
      stop(because: nil, note)
    }
  }

  private static func stop(because reason: String?, _ note: String) {
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
