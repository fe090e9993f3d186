import Foundation
import Modeling

/// Turns Ctrl-C and SIGTERM into a request to stop; a second one ends the process at once.
enum Interrupts {
  private static let flag = Cancellation()
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
  nonisolated(unsafe) private static var isIgnoring = false

  /// Lets interrupts pass: a worker is ended by its batch, which knows what to do. It is not to write the best plan found
  /// so far as a result when a cluster sends a signal to all processes of a task.
  static func ignore() {
    isIgnoring = true
    for number in [SIGINT, SIGTERM] { signal(number, SIG_IGN) }
  }

  /// The flag that an interrupt sets.
  ///
  /// - Parameter note: what is told then.
  static func cancellation(
    _ note: String = "stopping: the best plan found so far will be written"
  ) -> Cancellation {
    guard sources.isEmpty, !isIgnoring else { return flag }
    let queue = DispatchQueue(label: "interrupts")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if flag.isCancelled { _exit(128 + number) }
        flag.cancel()
        StandardError.write("\n\(note)\n")
      }
      source.resume()
      sources.append(source)
    }
    return flag
  }
}
