import Foundation
import Modeling

/// Turns Ctrl-C and SIGTERM into a request to stop; a second one ends the process at once.
enum Interrupts {
  private static let flag = Cancellation()
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  /// The flag that an interrupt sets.
  ///
  /// - Parameter note: what is told then.
  static func cancellation(
    _ note: String = "stopping: the best plan found so far will be written"
  ) -> Cancellation {
    guard sources.isEmpty else { return flag }
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
