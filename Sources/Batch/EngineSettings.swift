import Foundation
import RunStore

/// Where a batch is solved, as a user says it.
public enum EngineSettings: Sendable, Equatable {
  /// On this machine, so many at a time.
  case local(workers: Int)
  /// On a cluster, by Slurm.
  case slurm(SlurmSettings)

  /// The name in the store.
  public var name: String {
    switch self {
    case .local: "local"
    case .slurm: "slurm"
    }
  }

  /// How many runs are solved at a time; `nil` where that is up to a cluster.
  var width: Int? {
    switch self {
    case .local(let workers): workers
    case .slurm(let settings): settings.mostTasks
    }
  }

  /// Whether it goes on with a batch whose process is gone, while its workers may still be there.
  func adopts(_ batch: BatchRecord) -> Bool {
    switch self {
    case .local: false
    case .slurm: batch.engine == name
    }
  }

  func engine(program: WorkerProgram, limits: WorkerLimits) -> any BatchEngine {
    switch self {
    case .local(let workers): LocalEngine(workers: workers, program: program, limits: limits)
    case .slurm(let settings): SlurmEngine(settings: settings, program: program, limits: limits)
    }
  }
}
