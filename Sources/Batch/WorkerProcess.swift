import Foundation

/// What a worker does before anything else.
public enum WorkerProcess {
  /// The descriptor of the line to the process that started the worker.
  static let lifeline: Int32 = 3

  /// Ties the worker to the process that started it: if that is killed, so is the worker. What it was at is solved again
  /// by who comes next, and two of a kind would only be in each other's way.
  ///
  /// At its end the worker says on the same line how much memory it held.
  public static func begin() {
    atexit {
      let bytes = Array(String(ProcessStatus.peakResidentBytes() ?? 0).utf8)
      _ = write(WorkerProcess.lifeline, bytes, bytes.count)
    }
    // Nothing is ever sent to it.
    listen(heard: { _ in }, leaving: {})
  }

  /// Listens on the line to the process that started this one, and ends with it.
  ///
  /// - Parameters:
  ///   - heard: given each byte that is sent.
  ///   - leaving: done before the end, to finish what must not be left half done.
  static func listen(
    heard: @escaping @Sendable (UInt8) -> Void, leaving: @escaping @Sendable () -> Void
  ) {
    Thread.detachNewThread {
      while true {
        var byte: UInt8 = 0
        let count = read(lifeline, &byte, 1)
        if count == 1 { heard(byte) }
        if count == 0 { break }
        // Where there is no line, somebody started the worker by hand.
        if count < 0, errno != EINTR { return }
      }
      leaving()
      _exit(128 + SIGKILL)
    }
  }
}
