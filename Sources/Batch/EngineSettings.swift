import Foundation
import RunStore

/// Where a batch is solved, as a user says it.
public enum EngineSettings: Sendable, Equatable {
  /// On this machine, so many at a time.
  case local(workers: Int)

  /// The name in the store.
  public var name: String {
    switch self {
    case .local: "local"
    }
  }

  /// How many runs are solved at a time; for a cluster, as far as is known.
  var width: Int {
    switch self {
    case .local(let workers): workers
    }
  }

  /// Whether it goes on with a batch whose process is gone, while its workers may still be there.
  func adopts(_ batch: BatchRecord) -> Bool {
    switch self {
    case .local: false
    }
  }

  func engine(program: WorkerProgram, limits: WorkerLimits, adopted: [BatchRecord])
    -> any BatchEngine
  {
    switch self {
    case .local(let workers): LocalEngine(workers: workers, program: program, limits: limits)
    }
  }
}
