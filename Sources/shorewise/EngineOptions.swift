import ArgumentParser
import Batch
import Foundation

/// Where a batch is solved.
struct EngineOptions: ParsableArguments {
  enum Engine: String, ExpressibleByArgument, CaseIterable {
    case local, slurm
  }

  @Option(
    help: ArgumentHelp(
      "Where to solve: local (processes on this machine) or slurm (a cluster; the store must be in a folder that all nodes share).",
      valueName: "engine"))
  var engine = Engine.local

  @Option(
    help: ArgumentHelp(
      "How many runs to solve at a time (default: one per processor; with slurm, as many as it allows).",
      valueName: "n"))
  var workers: Int?

  @Option(
    name: .customLong("sbatch-option"), parsing: .singleValue,
    help: ArgumentHelp(
      "With slurm: an option to pass to sbatch, as in --sbatch-option=--partition=long. May be repeated.",
      valueName: "option"))
  var sbatchOptions: [String] = []

  @Option(
    help: ArgumentHelp(
      "With slurm: runs per task (default: enough for about three minutes).",
      valueName: "n"))
  var chunk: Int?

  func validate() throws {
    for (option, value) in [("--workers", workers), ("--chunk", chunk)] {
      if let value, value < 1 {
        throw ValidationError("\(option) is \(value); give 1 or more.")
      }
    }
    if engine != .slurm, !sbatchOptions.isEmpty || chunk != nil {
      throw ValidationError("--sbatch-option and --chunk need --engine slurm.")
    }
    for option in sbatchOptions {
      if let refusal = SlurmSettings.refusal(of: option) {
        throw ValidationError("--sbatch-option: \(refusal)")
      }
    }
  }

  /// How many linear programs this machine solves at a time besides: where a cluster solves the runs, it is one that others use, too.
  var width: Int {
    switch engine {
    case .local: workers ?? ProcessInfo.processInfo.activeProcessorCount
    case .slurm: 1
    }
  }

  /// The engine, and the threads of a run where its options do not say.
  ///
  /// - Parameter asked: the threads that they say.
  func settings(threads asked: Int?) -> (engine: EngineSettings, threads: Int) {
    switch engine {
    case .local:
      let cores = ProcessInfo.processInfo.activeProcessorCount
      let workers = workers ?? cores
      return (.local(workers: workers), max(1, cores / workers))
    case .slurm:
      // One a task: many runs side by side give more than threads within each.
      let slurm = SlurmSettings(
        options: sbatchOptions, mostTasks: workers, chunkLength: chunk, processors: asked ?? 1)
      return (.slurm(slurm), 1)
    }
  }
}
