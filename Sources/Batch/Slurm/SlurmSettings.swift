/// How Slurm solves a batch, as a user says it.
public struct SlurmSettings: Sendable, Equatable {
  /// Options of `sbatch` that are passed on, such as `--partition=long`.
  public var options: [String]
  /// How many tasks of an array run at a time; `nil` for as many as Slurm lets.
  public var mostTasks: Int?
  /// How many runs a task solves; `nil` for so many that it lasts minutes.
  public var chunkLength: Int?
  /// Processors of a task.
  public var processors: Int
  /// Slurm's programs.
  public var programs: SlurmPrograms
  /// How often what is asked.
  public var pace: SlurmPace

  /// Creates settings.
  public init(
    options: [String] = [], mostTasks: Int? = nil, chunkLength: Int? = nil, processors: Int = 1,
    programs: SlurmPrograms = SlurmPrograms(), pace: SlurmPace = SlurmPace()
  ) {
    self.options = options
    self.mostTasks = mostTasks
    self.chunkLength = chunkLength
    self.processors = processors
    self.programs = programs
    self.pace = pace
  }

  /// Options that are the engine's own: with another value it would not find its tasks again.
  private static let ownOptions = [
    "array", "a", "wrap", "parsable", "job-name", "J", "wait", "W", "test-only", "clusters", "M",
    "output", "o", "help", "h", "version", "V",
  ]

  /// Why an option cannot be passed on to `sbatch`; `nil` where it can.
  public static func refusal(of option: String) -> String? {
    guard option.hasPrefix("-") else {
      return
        "'\(option)' is not an option of sbatch; write it in full, as in --sbatch-option=--time=60."
    }
    let name =
      option.hasPrefix("--")
      ? String(option.dropFirst(2).prefix { $0 != "=" }) : String(option.dropFirst().prefix(1))
    guard ownOptions.contains(name) else { return nil }
    return ["clusters", "M"].contains(name)
      ? "Name the cluster in the variable SLURM_CLUSTERS, which all Slurm programs use."
      : "'\(option)' cannot be passed on, because the batch sets it."
  }
}

/// Slurm's programs: names that are looked for on the path, or paths.
public struct SlurmPrograms: Sendable, Equatable {
  /// Submits.
  public var sbatch: String
  /// Tells what is in the queue.
  public var squeue: String
  /// Tells what was.
  public var sacct: String
  /// Takes back.
  public var scancel: String
  /// Tells how the cluster is set.
  public var scontrol: String

  /// Creates programs.
  public init(
    sbatch: String = "sbatch", squeue: String = "squeue", sacct: String = "sacct",
    scancel: String = "scancel", scontrol: String = "scontrol"
  ) {
    self.sbatch = sbatch
    self.squeue = squeue
    self.sacct = sacct
    self.scancel = scancel
    self.scontrol = scontrol
  }
}

/// How often what is asked, in seconds.
public struct SlurmPace: Sendable, Equatable {
  /// Between two looks at the shared folder.
  public var takeSeconds: Double
  /// Between two looks at the queue: the first, and the longest of a long batch.
  public var lookSeconds: ClosedRange<Double>
  /// How long after its task's end a result may take to come over the shared folder.
  public var graceSeconds: Double
  /// Between two tries to submit what Slurm would not take.
  public var retrySeconds: Double
  /// How long cancelled tasks may take to end.
  public var stopSeconds: Double

  /// Creates a pace.
  public init(
    takeSeconds: Double = 1, lookSeconds: ClosedRange<Double> = 1...10, graceSeconds: Double = 10,
    retrySeconds: Double = 30, stopSeconds: Double = 10
  ) {
    self.takeSeconds = takeSeconds
    self.lookSeconds = lookSeconds
    self.graceSeconds = graceSeconds
    self.retrySeconds = retrySeconds
    self.stopSeconds = stopSeconds
  }
}
