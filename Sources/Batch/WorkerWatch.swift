import Foundation

/// Watches a worker: ends it when it takes more than it may, or when the batch is to stop.
struct WorkerWatch {
  /// Why a worker was ended.
  enum Verdict: Equatable {
    case memory
    case time
    case idle
    /// The batch stops.
    case stop
  }

  /// Before the first look and between two. A worker can go over its memory by what it takes in so long, and one that
  /// ends by itself meanwhile has its result.
  private static let pauseMilliseconds: Int32 = 50

  let limits: WorkerLimits
  let isStopped: @Sendable () -> Bool

  /// Waits until the worker ends, or ends it.
  ///
  /// - Returns: why it was ended, `nil` where it ended by itself; and the most memory that it was seen to hold.
  func watch(_ child: borrowing ChildProcess) -> (verdict: Verdict?, peakMemoryBytes: Int64) {
    var peak: Int64 = 0
    let start = ContinuousClock.now
    var lastUse = start
    var lastSeconds = 0.0
    while !child.hasEnded(within: Self.pauseMilliseconds) {
      let now = ContinuousClock.now
      let seconds = ProcessStatus.processorSeconds(of: child.process) ?? lastSeconds
      if seconds > lastSeconds { (lastUse, lastSeconds) = (now, seconds) }
      let memory = ProcessStatus.residentBytes(of: child.process) ?? 0
      peak = max(peak, memory)
      if let verdict = verdict(
        memory: memory, wall: start.duration(to: now) / .seconds(1),
        idle: lastUse.duration(to: now) / .seconds(1))
      {
        child.kill()
        return (verdict, peak)
      }
    }
    return (nil, peak)
  }

  private func verdict(memory: Int64, wall: Double, idle: Double) -> Verdict? {
    if isStopped() { return .stop }
    if let most = limits.memoryBytes, memory > most { return .memory }
    if wall > limits.wallSeconds { return .time }
    if idle > limits.idleSeconds { return .idle }
    return nil
  }
}
