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
    Thread.detachNewThread {
      var byte: UInt8 = 0
      var count = 0
      repeat { count = read(lifeline, &byte, 1) } while count > 0 || (count < 0 && errno == EINTR)
      // Nothing is ever sent: the line has ended. Where there was none, somebody started the worker by hand.
      if count == 0 { _exit(128 + SIGKILL) }
    }
  }
}
